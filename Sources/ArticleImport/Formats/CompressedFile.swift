/// A file compressed with gzip, xz, zstd, bzip2, lz4 or lzip: whatever it expands to.
public struct CompressedFile: ContainerFormat {
  /// Reads with libarchive.
  public init() {}

  /// What messages call it.
  public var name: String { "gzip, xz, zstd, bzip2" }

  /// Needs libarchive.
  public var missing: String? { Archive.missing }

  /// By the bytes that such a file begins with.
  public func recognizes(_ document: Document) -> Bool {
    Self.marks.contains { document.bytes.starts(with: $0) }
  }

  private static let marks: [[UInt8]] = [
    [0x1F, 0x8B, 8], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD], [0x42, 0x5A, 0x68],
    [0x04, 0x22, 0x4D, 0x18], [0x4C, 0x5A, 0x49, 0x50],
  ]

  /// The one document that it expands to, read as it comes out.
  public func cut(_ stream: ByteStream, _ document: Document) throws(ImportError) -> any Cutter {
    var inner = document
    inner.depth += 1
    guard let archive = Archive(stream, isRaw: true, within: document.allowance) else {
      throw document.failure("cannot be opened")
    }
    inner.allowance = archive.allowance
    do throws(Archive.Failure) { _ = try archive.next() } catch { throw document.failure(error.reason) }
    let expanded = ByteStream(ExpandedSource(archive, document), path: document.path)
    switch try ArticleFormats.open(expanded, inner) {
    case .pieces(let cutter): return cutter
    case .article(let article): return Pieces([.article(article)])
    }
  }
}

/// Pieces that are there already.
struct Pieces: Cutter {
  private var left: ArraySlice<Piece>
  init(_ pieces: [Piece]) { left = pieces[...] }
  mutating func next() -> Piece? { left.popFirst() }
}
