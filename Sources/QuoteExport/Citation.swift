import QuoteModel

/// An article as a bibliography names it.
struct Citation {
  let article: Article
  /// A key that stays the same: the surname or the outlet, the year, and digits that tell it from others.
  let key: String
  /// Who wrote it, one each.
  let authors: [String]

  init(_ article: Article) {
    self.article = article
    authors = Self.authors(in: article.byline)
    let name = authors.first?.split(separator: " ").last.map(String.init) ?? article.outlet ?? "article"
    let letters = String(decoding: Folding.bytes(name).filter { $0 &- 0x61 < 26 }, as: UTF8.self)
    let year = article.date?.year.map { String($0) } ?? ""
    let mark = StableID.of(article.name, article.title, article.url ?? "").prefix(6)
    key = "\(letters.isEmpty ? "article" : letters)\(year)-\(mark)"
  }

  var title: String { SafeText.oneLine(article.title.isEmpty ? article.name : article.title) }
  var outlet: String? { article.outlet.map { SafeText.oneLine($0) } }
  var url: String? { SafeText.webAddress(article.url) }

  /// `A. Author, “Title”, Outlet, 2024-10-12`, as far as it is known; without the address.
  var sentence: String {
    let names = authors.isEmpty ? nil : authors.joined(separator: ", ")
    return [names, "“\(title)”", outlet, article.date?.description].compactMap { $0 }.joined(separator: ", ")
  }

  /// `By Ann Lee and Bo Chen` -> both names.
  private static func authors(in byline: String?) -> [String] {
    guard let byline else { return [] }
    var words = SafeText.oneLine(byline).split(separator: " ")
    if let first = words.first, first.lowercased() == "by" { words.removeFirst() }
    var names: [[Substring]] = [[]]
    for word in words {
      if ["and", "&"].contains(word.lowercased()) {
        names.append([])
      } else if word.hasSuffix(",") || word.hasSuffix(";") {
        names[names.count - 1].append(word.dropLast())
        names.append([])
      } else {
        names[names.count - 1].append(word)
      }
    }
    return names.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }
}

extension QuotedArticle {
  /// The quotations as notes to a citation: `Ann Lee: “We will wait.”`, one line each.
  var notes: [String] {
    rows.map { SafeText.oneLine("\(speakerName($0) ?? "unknown"): \($0.words)") }
  }
}
