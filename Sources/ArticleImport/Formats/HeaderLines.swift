import QuoteModel

/// Lines such as `Title: …` at the top of a text, ended by a blank line.
struct HeaderLines {
  private enum Field {
    // swift-format-ignore
    case title, byline, outlet, date, url, other
  }

  private static let fields: [String: Field] = [
    "title": .title, "headline": .title, "byline": .byline, "author": .byline, "authors": .byline,
    "by": .byline, "outlet": .outlet, "publisher": .outlet, "publication": .outlet, "source": .outlet,
    "date": .date, "published": .date, "url": .url, "link": .url, "section": .other, "language": .other,
    "id": .other, "keywords": .other, "tags": .other, "location": .other, "updated": .other,
    "copyright": .other, "license": .other, "licence": .other, "note": .other,
  ]

  /// The longest field's name, in bytes.
  private static let longest = fields.keys.map(\.utf8.count).max() ?? 0

  private var found: [(field: Field, value: String)] = []
  /// How many lines they are.
  var count: Int { found.count }

  /// The header lines, or none where the first lines are no such block. O(their number).
  init(_ lines: Lines) {
    for line in lines.all {
      let words = lines.text[line.range]
      guard let colon = words.utf8.prefix(Self.longest + 1).firstIndex(of: UInt8(ascii: ":")),
        let field = Self.fields[words[..<colon].lowercased()]
      else { break }
      found.append((field, String(words[words.index(after: colon)...].trimmed)))
      if !line.touchesNext { return }
    }
    // The block ran into a line that is no header: what looked like headers was prose.
    found = []
  }

  func fill(_ article: inout Article) {
    for (field, value) in found where !value.isEmpty {
      switch field {
      case .title: article.title = value
      case .byline: article.byline = value
      case .outlet: article.outlet = value
      case .date: article.date = PartialDate(printed: value) ?? PartialDate(value)
      case .url: article.url = value
      case .other: break
      }
    }
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: SubSequence {
    let low = firstIndex { !$0.isWhitespace } ?? endIndex
    let high = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? low
    return self[low..<high]
  }
}
