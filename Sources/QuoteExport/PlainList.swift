import QuoteModel

/// Quotations as lines a person reads: `Ann Lee (2024-10-12, a.txt): “We will wait.”`.
public enum PlainList {
  /// A line for each quotation of an article, in text order, as UTF-8; nothing in it is obeyed by a
  /// terminal. O(output).
  public static func lines(of parsed: ParsedArticle) -> [UInt8] {
    var out: [UInt8] = []
    for quotation in parsed.quotations {
      let place = [quotation.time?.date.description, parsed.article.name].compactMap { $0 }
      let line = "\(speaker(quotation, parsed)) (\(place.joined(separator: ", "))): "
      out += oneLine(line + quotation.words(in: parsed.article.text)).utf8
      out.append(UInt8(ascii: "\n"))
    }
    return out
  }

  private static func speaker(_ quotation: Quotation, _ parsed: ParsedArticle) -> String {
    let names = quotation.speakers.filter(parsed.actors.indices.contains).map { parsed.actors[$0].name }
    guard names.isEmpty else { return names.joined(separator: ", ") }
    return quotation.source.map { String(parsed.article.text[$0]) } ?? "unknown"
  }

  /// The text on one line: runs of white space are one space, controls and marks that turn the direction
  /// of writing are left out. O(text).
  public static func oneLine(_ text: some StringProtocol) -> String {
    var out = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        gap = !out.isEmpty
      } else if !isObeyed(scalar) {
        if gap { out.append(" ") }
        gap = false
        out.append(scalar)
      }
    }
    return String(out)
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
