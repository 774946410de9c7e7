import Locking
import QuoteModel

/// The articles somebody is looking at, told by whoever shows them to whoever works on them: those come first.
public final class ArticlesInSight: Sendable {
  private let articles = Locked<[ArticleID]>([])

  /// Nothing in sight yet.
  public init() {}

  /// What is in sight now, the most looked at first.
  public func set(_ inSight: [ArticleID]) { articles.withLock { $0 = inSight } }

  /// The first of them that passes. O(their number).
  func first(where passes: (ArticleID) -> Bool) -> ArticleID? {
    articles.withLock { $0.first(where: passes) }
  }
}
