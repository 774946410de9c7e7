import QuoteModel

/// Many parsed articles -> merged actors, topics and relations.
public struct Linker: Sendable {
  private let lists: WordLists

  /// A linker with the embedded word lists.
  public init() { self.init(lists: WordLists()) }

  /// A linker with word lists of one's own.
  public init(lists: WordLists) { self.lists = lists }

  /// Folds the words of an article's quotations for linking. One article at a time, on any thread.
  /// O(words quoted).
  public func digest(_ parsed: ParsedArticle) -> DigestedArticle {
    var digest = Digest(parsed, lists: lists)
    return DigestedArticle(parsed: parsed, terms: digest.terms())
  }
}
