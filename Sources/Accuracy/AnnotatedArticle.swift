import ArticleImport
import QuoteModel

/// An article of the PolNeAR corpus with the attributions its first annotator marked.
package struct AnnotatedArticle: Sendable {
  /// The article as the program reads it.
  package let article: Article
  let gold: [ScoredQuotation]
  private let text: ScoredText

  /// The articles of a split, by name: `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`.
  package static func read(_ split: String) throws -> [AnnotatedArticle] {
    var first: [String: String] = [:]
    for file in try CorpusFiles.names(in: split + "/attributions", ending: ".ann") {
      let stem = file.dropLast(4)
      let name = String(stem.lastIndex(of: "_").map { stem[..<$0] } ?? stem)
      if first[name] == nil { first[name] = file }
    }
    return try first.sorted { $0.key < $1.key }.map { name, file in
      let bytes = try CorpusFiles.bytes(split + "/text/\(name).txt")
      let articles = try ArticleFormats.articles(in: Document(name: name, bytes: bytes))
      return AnnotatedArticle(articles[0], brat: try CorpusFiles.text(split + "/attributions/" + file))
    }
  }

  /// An article and its annotation in brat's standoff format.
  package init(_ article: Article, brat: String) {
    self.article = article
    let text = ScoredText(article.text)
    self.text = text
    var spans: [Substring: [Range<Int>]] = [:]
    var quotations: [ScoredQuotation?] = []
    for line in brat.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 1 else { continue }
      if line.hasPrefix("T"), let cut = fields[1].firstIndex(of: " ") {
        spans[fields[0]] = fields[1][cut...].split(separator: ";").compactMap { part in
          let ends = part.split(separator: " ").compactMap { Int($0) }
          return ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
        }
      } else if line.hasPrefix("E") {
        quotations.append(Self.quotation(fields[1], spans, text))
      }
    }
    gold = quotations.compactMap(\.self)
  }

  /// `Attribution:T1 Content:T1 Source:T2 Cue:T3 Content2:T4`.
  private static func quotation(
    _ event: Substring, _ spans: [Substring: [Range<Int>]], _ text: ScoredText
  ) -> ScoredQuotation? {
    var roles: [Substring: [Range<Int>]] = [:]
    for pair in event.split(separator: " ") {
      let halves = pair.split(separator: ":")
      guard halves.count == 2 else { continue }
      roles[halves[0].prefix { !$0.isNumber }, default: []] += spans[halves[1]] ?? []
    }
    return ScoredQuotation(
      text, content: roles["Content"] ?? [], source: roles["Source"] ?? [], cue: roles["Cue"] ?? [])
  }

  /// What the parser found, as scoring sees it.
  func scored(_ quotations: [Quotation]) -> [ScoredQuotation] {
    // Code points before each byte.
    var before = [0]
    before.reserveCapacity(article.text.utf8.count + 1)
    for byte in article.text.utf8 { before.append(before[before.count - 1] + (byte & 0xC0 == 0x80 ? 0 : 1)) }
    func points(_ range: TextRange) -> Range<Int> { before[range.lower]..<before[range.upper] }
    return quotations.compactMap { quotation in
      ScoredQuotation(
        text, content: quotation.content.map(points), source: quotation.source.map { [points($0)] } ?? [],
        cue: quotation.cue.map { [points($0)] } ?? [], confidence: quotation.confidence)
    }
  }
}
