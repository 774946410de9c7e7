/// Everything the parser found in one article.
public struct ParsedArticle: Sendable, Equatable {
  /// The article, its parts told apart.
  public var article: Article
  /// Its tokens, those of teasers, furniture and metadata left out.
  public var tokens: Tokens
  /// Its sentences, in text order.
  public var sentences: [Sentence]
  /// Who the article speaks of.
  public var actors: [Actor]
  /// Where, in text order.
  public var mentions: [Mention]
  /// What they said, in text order of the first content span.
  public var quotations: [Quotation]

  /// An article of which nothing is known yet.
  public init(
    article: Article, tokens: Tokens = Tokens(), sentences: [Sentence] = [], actors: [Actor] = [],
    mentions: [Mention] = [], quotations: [Quotation] = []
  ) {
    self.article = article
    self.tokens = tokens
    self.sentences = sentences
    self.actors = actors
    self.mentions = mentions
    self.quotations = quotations
  }
}
