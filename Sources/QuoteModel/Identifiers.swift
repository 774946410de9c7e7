/// A row number in one of the corpus' tables, each table with a type of its own.
public protocol Identifier: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The row, from 0.
  var raw: Int32 { get }
  /// The identifier of a row.
  init(raw: Int32)
}

extension Identifier {
  /// The identifier of row `index`.
  public init(_ index: Int) { self.init(raw: Int32(truncatingIfNeeded: index)) }
  /// The row, as an index.
  public var index: Int { Int(raw) }
  /// By row.
  public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
}

/// An article of a corpus, in the order read.
public struct ArticleID: Identifier {
  /// The row, from 0.
  public let raw: Int32
  /// The identifier of row `raw`.
  public init(raw: Int32) { self.raw = raw }
}

/// A quotation of a corpus, in the order read and then in text order.
public struct QuotationID: Identifier {
  /// The row, from 0.
  public let raw: Int32
  /// The identifier of row `raw`.
  public init(raw: Int32) { self.raw = raw }
}

/// An actor of a corpus, after the actors of its articles have been merged.
public struct ActorID: Identifier {
  /// The row, from 0.
  public let raw: Int32
  /// The identifier of row `raw`.
  public init(raw: Int32) { self.raw = raw }
}

/// A topic of a corpus.
public struct TopicID: Identifier {
  /// The row, from 0.
  public let raw: Int32
  /// The identifier of row `raw`.
  public init(raw: Int32) { self.raw = raw }
}
