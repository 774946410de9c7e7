import QuoteModel

/// An archive of files, ZIP or TAR: each file in it in whatever format it has.
public struct ArchiveFile: ContainerFormat {
  /// Reads with libarchive.
  public init() {}

  /// What messages call it.
  public var name: String { "ZIP, TAR" }

  /// Needs libarchive.
  public var missing: String? { Archive.missing }

  /// By the bytes both begin with, or, for old tapes, by the sum that guards a file's header.
  public func recognizes(_ document: Document) -> Bool {
    let bytes = document.bytes
    return Self.isZip(bytes) || bytes.count >= 512 && bytes[257..<262].elementsEqual("ustar".utf8)
      || Self.hasTapeHeader(bytes)
  }

  static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  private static func hasTapeHeader(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 512, bytes[0] != 0, bytes[148..<156].contains(where: \.isDigit) else { return false }
    let sum = bytes[148..<156].filter { 0x30...0x37 ~= $0 }.reduce(0) { $0 &* 8 &+ Int($1 & 7) }
    let real = bytes[..<512].enumerated().reduce(0) { $0 + (148..<156 ~= $1.offset ? 32 : Int($1.element)) }
    return sum == real && sum > 0
  }

  /// Cuts file by file.
  public func cut(_ stream: ByteStream, _ document: Document) throws(ImportError) -> any Cutter {
    var stream = stream
    var inner = document
    let archive: Archive?
    if Self.isZip(document.bytes) {
      // Its list of files stands at its end.
      let bytes = try stream.rest(atMost: ArticleFormats.largest)
      archive = Archive(bytes, allowance: document.allowance ?? Allowance(forBytes: bytes.count))
    } else {
      archive = Archive(stream, isRaw: false, within: document.allowance)
    }
    guard let archive else { throw document.failure("is damaged") }
    inner.allowance = archive.allowance
    return Files(archive: archive, document: inner)
  }

  private struct Files: Cutter {
    let archive: Archive
    let document: Document
    private var found = 0
    private var isOver = false

    /// A file in an archive that is larger is no article; containers of articles are cut outside of archives.
    private static let largest = 64 << 20
    /// More files than any archive of articles has.
    private static let most = 10_000_000

    init(archive: Archive, document: Document) { (self.archive, self.document) = (archive, document) }

    mutating func next() throws(ImportError) -> Piece? {
      while !isOver {
        let entry: Archive.Entry?
        do throws(Archive.Failure) { entry = try archive.next() } catch {
          isOver = true
          return .failure(document.failure(error.reason, at: found == 0 ? "" : "behind file \(found)"))
        }
        guard let entry, found < Self.most else { break }
        found += 1
        guard entry.isRegular, !isHidden(entry.name) else { continue }
        var inner = document.inner(document.name + "/" + entry.name, place: entry.name)
        inner.depth += 1
        if entry.isEncrypted { return .failure(inner.failure("is encrypted")) }
        do throws(Archive.Failure) { inner.bytes = try archive.rest(atMost: Self.largest) } catch {
          return .failure(inner.failure(error.reason))
        }
        return .document(inner)
      }
      if found == 0 { throw document.failure("holds no files") }
      return nil
    }

    /// As in folders, and what other systems put beside files.
    private func isHidden(_ name: String) -> Bool {
      name.isEmpty || name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }
  }
}

/// The files of a small archive that is one document, by their names.
struct ArchivedFiles {
  private(set) var files: [String: [UInt8]] = [:]

  /// Takes those that are wanted out of a ZIP file. Throws what is wrong. O(archive).
  init(_ document: Document, wanted: (String) -> Bool) throws(ImportError) {
    let allowance = document.allowance ?? Allowance(forBytes: document.bytes.count)
    guard let archive = Archive(document.bytes, allowance: allowance) else {
      throw document.failure("is damaged")
    }
    do throws(Archive.Failure) {
      while let entry = try archive.next() {
        guard entry.isRegular, wanted(entry.name), files[entry.name] == nil else { continue }
        if entry.isEncrypted { throw Archive.Failure("is encrypted") }
        files[entry.name] = try archive.rest(atMost: 64 << 20)
      }
    } catch { throw document.failure(error.reason) }
  }

  /// A file as XML.
  func xml(_ name: String) -> XMLTree? {
    guard let bytes = files[name], let text = Charset.decode(bytes) else { return nil }
    return XMLTree(Array(text.utf8))
  }

  /// The names of the first files in a ZIP archive, as its first bytes show them.
  static func names(in head: [UInt8]) -> [String] {
    var (names, at): ([String], Int) = ([], 0)
    while names.count < 64, at + 30 < head.count, head[at...].starts(with: [0x50, 0x4B, 3, 4]) {
      func number(_ offset: Int, _ size: Int) -> Int {
        (0..<size).reduce(0) { $0 | Int(head[at + offset + $1]) << (8 * $1) }
      }
      let start = at + 30
      let end = start + number(26, 2)
      guard end <= head.count else { break }
      names.append(head[start..<end].text)
      at = end + number(28, 2) + number(18, 4)
    }
    return names
  }
}
