import Locking
import QuoteModel
import StatementLinks

/// What a person says of actors as of now: whoever links takes it up, from any thread.
public final class ActorsAsSaid: Sendable {
  private let corrections: Locked<ActorCorrections>

  /// Begins with what was said before.
  public init(_ corrections: ActorCorrections = ActorCorrections()) { self.corrections = Locked(corrections) }

  /// What is said now.
  public var now: ActorCorrections { corrections.withLock { $0 } }

  /// Says something else from now on.
  public func set(_ new: ActorCorrections) { corrections.withLock { $0 = new } }
}

extension Reading {
  /// A corpus linked anew with what a person says of its actors; its articles and quotations stay what and where they
  /// are. O(n log n) in quotations.
  public static func link(_ corpus: Corpus, as corrections: ActorCorrections) -> Corpus {
    var linker = Linker(jobs: processors)
    linker.corrections = corrections
    return Corpus(segments: corpus.segments, links: linker.link(corpus.segments))
  }
}
