import QuoteModel

/// What an article's first paragraph begins with: where it was written, when, for whom. `OSLO, Oct. 11 (Reuters) — …`,
/// `WASHINGTON (AP) — …`, `(CNN) …`.
struct Dateline {
  var outlet: String?
  /// A day as printed, mostly without its year.
  var date: PartialDate?

  /// How far in the dash that ends it is looked for, in characters.
  private static let reach = 90
  private static let marks: Set<Character> = ["—", "–", "-"]

  /// Of a paragraph; `nil` where it begins with none. O(1).
  init?(_ paragraph: some StringProtocol) {
    guard paragraph.utf8.first == UInt8(ascii: "(") || Self.mayHoldDash(paragraph.utf8.prefix(4 * Self.reach))
    else { return nil }
    let head = paragraph.prefix(Self.reach)
    if head.first == "(", let close = head.firstIndex(of: ")") {
      outlet = Self.outlet(head[head.index(after: head.startIndex)..<close])
      if outlet == nil { return nil }
      return
    }
    guard let dash = Self.dash(in: head) else { return nil }
    var place = head[..<dash].trimmed
    if let open = place.firstIndex(of: "("), place.last == ")" {
      outlet = Self.outlet(place[place.index(after: open)...].dropLast())
      place = place[..<open].trimmed
    }
    // A place in capitals, or any place before the name of an agency.
    let city = place.prefix { $0 != "," }
    let isShouted = city.count >= 3 && city.allSatisfy { $0.isUppercase || !$0.isLetter }
    guard outlet != nil || isShouted, city.first?.isUppercase == true else { return nil }
    date = PartialDate(printed: place) ?? Self.day(place)
  }

  /// Whether a byte that dashes begin with stands behind white space.
  private static func mayHoldDash(_ bytes: some Sequence<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "-") || byte == 0xE2, last.isSpace || last >= 0x80 { return true }
      last = byte
    }
    return false
  }

  private static func dash(in head: some StringProtocol) -> String.Index? {
    head.indices.first { index in
      marks.contains(head[index]) && index > head.startIndex && head[head.index(before: index)].isWhitespace
        && head[head.index(after: index)...].first?.isWhitespace ?? false
    }
  }

  /// One to four words with capitals, as agencies are called.
  private static func outlet(_ name: some StringProtocol) -> String? {
    let words = name.trimmed.split(separator: " ")
    let isName =
      1...4 ~= words.count && words.allSatisfy { $0.first?.isUppercase == true }
      && name.contains { $0.isLetter }
    return isName ? name.trimmed.description : nil
  }

  /// `Oct. 11`, `11 October`.
  private static func day(_ words: some StringProtocol) -> PartialDate? {
    // Any leap year makes a whole date of it, so that one reader knows all forms.
    let date = PartialDate(printed: "\(words) 2000")
    return date.map { PartialDate(month: $0.month, day: $0.day) }
  }
}
