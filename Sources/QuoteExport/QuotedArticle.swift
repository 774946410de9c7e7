import QuoteModel

/// An article with those of its quotations that are to leave: what every export is given.
public struct QuotedArticle: Sendable {
  /// A quotation with who said it and what it is about.
  public struct Row: Sendable {
    /// The quotation; its ranges are bytes of the article's text.
    public let quotation: Quotation
    /// Its name, the same wherever the same words stand at the same place of a document of the same name.
    public let id: String
    /// The words said.
    public let words: String
    /// The name of the quotation whose words hold this one.
    public let parent: String?
    /// Who said it.
    public let speakers: [Actor]
    /// What it is about, the strongest first.
    public let topics: [Tag]
  }

  /// A topic as exports name it.
  public struct Tag: Sendable, Hashable {
    /// Its name for programs.
    public let id: String
    /// Its name for people.
    public let label: String
    /// Where it comes from: `phrase`, `actor` or `subject`.
    public let kind: String
    /// A subject's code in its taxonomy.
    public let code: String?
  }

  /// The article.
  public let article: Article
  /// Its quotations, in text order.
  public let rows: [Row]
  let map: CodePointMap

  /// The quotations of an article of a corpus, those of `selection` alone where there is one.
  /// O(article's text + quotations).
  public init(_ id: ArticleID, in corpus: Corpus, selection: QuotationSet? = nil) {
    let numbers = corpus.quotations(in: id).filter { selection?.contains(QuotationID($0)) ?? true }
    let article = corpus[id]
    // Most articles hold nothing that a query asks for.
    let map = CodePointMap(numbers.isEmpty ? "" : article.text)
    let names = numbers.isEmpty ? [] : corpus.stableIDs(in: id, map)
    let first = corpus.quotations(in: id).lowerBound
    rows = numbers.map { number in
      let id = QuotationID(number)
      let quotation = corpus[id]
      return Row(
        quotation: quotation, id: names[number - first], words: quotation.words(in: article.text),
        parent: corpus.parent(of: id).map { names[$0.index - first] },
        speakers: corpus.speakers(of: id).map { corpus[$0] }, topics: corpus.tags(of: id))
    }
    (self.article, self.map) = (article, map)
  }

  /// How a row names its speakers to a person: by their names, else in the article's words, else not at all.
  func speakerName(_ row: Row) -> String? {
    guard row.speakers.isEmpty else { return row.speakers.map(\.name).joined(separator: ", ") }
    return row.quotation.source.map { SafeText.oneLine(article.text[$0]) }
  }
}

extension Corpus {
  /// The name under which exports and `whosaid related` know a quotation. O(article's text).
  public func stableID(of id: QuotationID) -> String {
    let article = article(of: id)
    return stableIDs(in: article, CodePointMap(self[article].text))[
      id.index - quotations(in: article).lowerBound]
  }

  /// The names of an article's quotations, in text order, no two the same: of several with the same words at the same
  /// place, those behind the first are numbered. O(quotations).
  func stableIDs(in article: ArticleID, _ map: CodePointMap) -> [String] {
    let text = self[article].text
    var seen: [String: Int] = [:]
    return quotations(in: article).map { row in
      let quotation = self[QuotationID(row)]
      let place = quotation.content.first.map { map.codePoints(in: $0).start } ?? 0
      let id = StableID.of(self[article].name, String(place), quotation.words(in: text))
      let count = seen[id, default: 0]
      seen[id] = count + 1
      return count == 0 ? id : StableID.of(id, String(count))
    }
  }

  func tags(of id: QuotationID) -> [QuotedArticle.Tag] {
    guard id.index < links.topicsOfQuotation.count else { return [] }
    return links.topicsOfQuotation[id.index].map { tag(of: self[$0]) }
  }

  /// A topic's name for programs and for people.
  func tag(of topic: Topic) -> QuotedArticle.Tag {
    let id = topic.code ?? topic.actor.map { self[$0].stableID } ?? StableID.of("phrase", topic.label)
    return QuotedArticle.Tag(id: id, label: topic.label, kind: topic.kind.name, code: topic.code)
  }
}

extension Actor {
  /// The name under which exports know an actor.
  public var stableID: String { StableID.of("actor", kind.name, name.lowercased()) }
}
