import QuoteModel

/// An article whose parts stand in named fields: the columns of a table, the members of an object.
struct FieldedArticle {
  /// How a field is called in the wild, in lower case with letters and figures alone, best first.
  static let usual: [FieldNames.Field: [String]] = [
    .text: [
      "text", "body", "bodytext", "content", "contenttext", "articlebody", "articletext", "maintext",
      "fulltext", "article",
      "story", "storytext", "cleanedtext", "transcript", "bodyhtml", "bodyxhtml", "contenthtml", "html",
      "description", "summary",
    ],
    .title: ["title", "headline", "hed", "heading", "articletitle", "name", "subject", "webtitle"],
    .byline: ["byline", "author", "authors", "authorname", "creator", "by", "writer", "journalist"],
    .outlet: [
      "outlet", "publisher", "publication", "source", "sourcename", "site", "sitename", "newspaper", "medium",
      "media",
      "sourcedomain", "domain", "provider", "copyrightholder", "newsdesk",
    ],
    .date: [
      "date", "datepublished", "published", "publishedat", "publisheddate", "publicationdate", "publishdate",
      "pubdate",
      "datepublish", "versioncreated", "firstcreated", "webpublicationdate", "time", "timestamp", "created",
      "createdat",
      "datecreated", "datetime",
    ],
    .url: ["url", "link", "uri", "href", "weburl", "canonicalurl", "permalink", "address", "articleurl"],
    .language: ["language", "lang", "locale", "inlanguage"],
    .id: ["doc", "id", "guid", "uuid", "docid", "articleid", "key", "filename"],
  ]

  private static let allUsual = Set(usual.values.joined())

  /// Whether a field is called as usual: its name, with no more marks around it than letters.
  static func isUsual(_ name: ArraySlice<UInt8>) -> Bool {
    name.count <= 32 && allUsual.contains(folded(name))
  }

  /// A field's name as it is compared: `Date_Published` is `datepublished`.
  static func folded(_ name: some StringProtocol) -> String { folded(name.utf8) }

  /// The same for a name as bytes.
  static func folded(_ name: some Sequence<UInt8>) -> String {
    String(
      decoding: name.filter { $0.isLetter || $0.isDigit || $0 >= 0x80 }.map(\.lowercased), as: UTF8.self)
  }

  private var values: [FieldNames.Field: String] = [:]
  /// Whether the identifier is a `doc`, as `whosaid articles` writes it.
  private let hasDoc: Bool

  /// Takes the fields from where `find` finds them by their folded names; those named by the user come first.
  /// O(fields).
  init(_ fields: FieldNames, find: (String) -> String?) {
    hasDoc = fields[.id] == nil && find("doc") != nil
    for field in FieldNames.Field.allCases {
      if let name = fields[field] {
        values[field] = find(Self.folded(name))
      } else {
        for name in Self.usual[field] ?? [] where values[field] == nil { values[field] = find(name) }
      }
    }
  }

  /// Whether there is a text.
  var hasText: Bool { values[.text] != nil }

  /// The article; `nil` where there is no text. O(text).
  func article(_ document: Document, fallback name: String) -> Article? {
    guard let raw = values[.text] else { return nil }
    var article = Article(name: self.name(in: document) ?? name, path: document.path, text: "")
    fill(&article)
    if Self.isMarkup(raw) {
      let text = PageBody.text(ofPiece: raw.utf8, title: article.title)
      (article.text, article.parts) = (text.text, text.parts)
    } else {
      // Character for character, as in a file of its own: places in it stay what they are.
      article.text = Charset.unifyingLines(raw)
      PlainText.tellParts(of: &article)
      fill(&article)
      PlainText.tellOutlet(of: &article)
    }
    return article.parts.isEmpty ? nil : article
  }

  /// What the article calls itself, the same in any file and on standard input; with the file's name before it where
  /// that is a number that only counts rows; `nil` where it has no name.
  private func name(in document: Document) -> String? {
    guard let own = values[.id]?.oneLine, !own.isEmpty else { return nil }
    let counts = !hasDoc && own.utf8.allSatisfy(\.isDigit) && document.name != "-"
    return counts ? document.name + "#" + own : own
  }

  /// Puts what the fields say in the place of what is known of an article. O(fields).
  func fill(_ article: inout Article) {
    if let title = values[.title]?.plainLine, !title.isEmpty { article.title = title }
    article.byline = values[.byline].flatMap { Byline.joined([$0.plainLine]) } ?? article.byline
    article.outlet = values[.outlet]?.plainLine ?? article.outlet
    article.date = values[.date].flatMap { Self.date($0) } ?? article.date
    article.url = values[.url]?.oneLine ?? article.url
    article.language = values[.language]?.oneLine ?? article.language
  }

  private static func date(_ text: String) -> PartialDate? {
    if let date = PartialDate(printed: text) ?? PartialDate(text) ?? PartialDate(compact: text) {
      return date
    }
    // Seconds, or thousandths, since 1970.
    guard let number = Double(text), number > 1e8, number < 1e14 else { return nil }
    return PartialDate(secondsSince1970: Int(number > 1e11 ? number / 1000 : number))
  }

  /// Text with paragraphs or line breaks marked up; a lone angle bracket is none.
  private static func isMarkup(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let tags: [StaticString] = [
      "<p>", "<p ", "<br", "</p>", "<div", "</a>", "<html", "<h2", "</strong>", "</em>", "<li>",
      "<blockquote",
    ]
    return tags.contains { bytes.find($0, from: 0) != nil }
  }
}

extension PartialDate {
  /// The day on which that second falls, as in Greenwich (days to civil date, Hinnant).
  init(secondsSince1970 seconds: Int) {
    let days = Int((Double(seconds) / 86_400).rounded(.down)) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}
