/// One document as read: its text, what is known of it, and the parts the text falls into.
public struct Article: Sendable, Equatable {
  /// What exports call it: the file's path below the folder named, or the file's name.
  public var name: String
  /// Where it was read from, for messages and for opening it in an editor.
  public var path: String
  /// The headline, or the first line where none is marked.
  public var title: String
  /// Who wrote it, as printed.
  public var byline: String?
  /// Who published it.
  public var outlet: String?
  /// When it was published.
  public var date: PartialDate?
  /// Where it is published.
  public var url: String?
  /// What language it is in, as a code of ISO 639-1: `en`; `nil` where that is not known.
  public var language: String?
  /// The whole text, valid UTF-8; every offset refers to it.
  public var text: String
  /// The paragraphs, in text order, not overlapping.
  public var parts: [ArticlePart]

  /// An article of that text; parts may be left for the parser to tell.
  public init(
    name: String, path: String, title: String = "", byline: String? = nil, outlet: String? = nil,
    date: PartialDate? = nil, url: String? = nil, language: String? = nil, text: String,
    parts: [ArticlePart] = []
  ) {
    self.name = name
    self.path = path
    self.title = title
    self.byline = byline
    self.outlet = outlet
    self.date = date
    self.url = url
    self.language = language
    self.text = text
    self.parts = parts
  }
}

/// A paragraph of an article and what it is there for.
public struct ArticlePart: Sendable, Hashable {
  /// What a paragraph is there for. Only headline, body and caption hold statements.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// The running text.
    case body
    /// A title or a heading.
    case headline
    /// The words below a picture.
    case caption
    /// A pointer to another article, such as `SEE ALSO: …`.
    case teaser
    /// What the page says about itself: players, share bars, notices.
    case furniture
    /// Header lines such as `Title: …`, a byline or a dateline on a line of its own.
    case metadata
    /// A sentence of the running text shown once more.
    case pullQuote
  }

  /// Where it stands.
  public var range: TextRange
  /// What it is there for.
  public var kind: Kind

  /// A part of that kind.
  public init(_ range: TextRange, _ kind: Kind = .body) {
    self.range = range
    self.kind = kind
  }
}
