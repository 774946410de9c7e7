import QuoteModel

/// A way to store articles in a file. A new one is a file in `Formats` and a row of `ArticleFormats.all`.
public protocol DocumentFormat: Sendable {
  /// What messages call it.
  var name: String { get }
  /// Why this program cannot read it, here or as it was built: some formats need a library that may be missing.
  var missing: String? { get }
  /// Whether the document looks like one of its own, by its content first; of `bytes` only the first 64 KB may be
  /// there. Cheap.
  func recognizes(_ document: Document) -> Bool
  /// Reads a document it recognizes, or begins to cut it; its bytes are in the stream. O(bytes) for one read as a whole.
  func open(_ stream: ByteStream, _ document: Document) throws(ImportError) -> ArticleFormats.Opened
}

extension DocumentFormat {
  /// Needs nothing.
  public var missing: String? { nil }
}

/// A format that is read as a whole: a page, a text, a feed.
public protocol ArticleFormat: DocumentFormat {
  /// The articles in the document, in its order. O(bytes).
  func articles(in document: Document) throws(ImportError) -> [Article]
}

extension ArticleFormat {
  /// Reads it to its end.
  public func open(_ stream: ByteStream, _ document: Document) throws(ImportError) -> ArticleFormats.Opened {
    var (stream, document) = (stream, document)
    document.bytes = try stream.rest(atMost: ArticleFormats.largest)
    let articles = try articles(in: document)
    if articles.count == 1 { return .article(document.completed(articles[0])) }
    return .pieces(Pieces(articles.map { .article(document.completed($0)) }))
  }
}

/// A format that holds many documents or articles one behind the other, and is cut while it is read: an archive, a
/// mailbox, lines of JSON. The first article is parsed before the last is read, and only a few are in memory.
public protocol ContainerFormat: DocumentFormat {
  /// Begins to cut a document whose bytes come as they are read. O(1).
  func cut(_ stream: ByteStream, _ document: Document) throws(ImportError) -> any Cutter
}

extension ContainerFormat {
  /// Begins to cut it, unless it lies too deep.
  public func open(_ stream: ByteStream, _ document: Document) throws(ImportError) -> ArticleFormats.Opened {
    guard document.depth < Document.deepest else { throw document.failure("lies in too many archives") }
    return .pieces(try cut(stream, document))
  }
}

/// Cuts a container, piece by piece.
public protocol Cutter: Sendable {
  /// The next piece, `nil` at the end; throws where nothing more can be read. O(piece).
  mutating func next() throws(ImportError) -> Piece?
}

/// What a container holds.
public enum Piece: Sendable {
  /// A document of its own, in any format.
  case document(Document)
  /// An article that was read already.
  case article(Article)
  /// Something that could not be read; what comes behind it can.
  case failure(ImportError)
}

/// The formats known, and the one entry point from bytes to articles.
public enum ArticleFormats {
  /// Asked in this order; the last takes whatever is text.
  public static let all: [any DocumentFormat] = [
    CompressedFile(), PDF(), EPUB(), OpenDocumentText(), WordDocument(), ArchiveFile(), WARC(), Mbox(),
    Mail(),
    Feed(), NewsML(), NITF(), HTML(), JSON(), Subtitles(), Table(), Markdown(), PlainText(),
  ]

  /// How many bytes a format is told by.
  static let headSize = 1 << 16
  /// The most bytes of a document that is read as a whole.
  static let largest = 256 << 20

  /// What a document turns out to be.
  public enum Opened: Sendable {
    /// Read, and it is one.
    case article(Article)
    /// To be cut.
    case pieces(any Cutter)
  }

  /// Reads a document, or begins to, by the first format that recognizes it. O(bytes) for one read as a whole.
  ///
  /// Throws where the document is empty, in no known format, or too deep inside of others.
  public static func open(_ stream: consuming ByteStream, _ document: Document) throws(ImportError) -> Opened
  {
    var (stream, document) = (stream, document)
    document.bytes = try stream.peek(headSize)
    guard !document.bytes.isEmpty else { throw document.failure("is empty") }
    guard let format = all.first(where: { $0.recognizes(document) }) else {
      throw document.failure("is in no known format")
    }
    if let missing = format.missing { throw document.failure("cannot be read as \(format.name): \(missing)") }
    return try format.open(stream, document)
  }

  /// The same for a document in memory.
  public static func open(_ document: Document) throws(ImportError) -> Opened {
    try open(ByteStream(document.bytes, path: document.path), document)
  }

  /// The articles in a document in memory, those in archives inside of it too. O(bytes).
  ///
  /// Throws what first cannot be read.
  public static func articles(in document: Document) throws(ImportError) -> [Article] {
    switch try open(document) {
    case .article(let article): return [article]
    case .pieces(var cutter):
      var out: [Article] = []
      while let piece = try cutter.next() {
        switch piece {
        case .article(let article): out.append(document.completed(article))
        case .document(let inner): out += try articles(in: inner)
        case .failure(let error): throw error
        }
      }
      return out
    }
  }
}
