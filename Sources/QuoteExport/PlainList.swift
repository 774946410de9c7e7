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

  /// The text on one line: runs of white space are one space, controls, marks that turn the direction
  /// of writing and what shows nothing are left out. O(text).
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
    0..<0x20 ~= scalar.value || 0x7F..<0xA0 ~= scalar.value || scalar.isHidden
  }
}

extension Unicode.Scalar {
  /// Whether it shows nothing, or changes how what follows is shown: a text can deceive with it.
  var isHidden: Bool {
    switch value {
    case 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0xE0000...0xE007F: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
