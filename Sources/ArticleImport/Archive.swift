import CArchive
import Locking

/// How much an archive may still expand to, all that lies in it counted. One for an outermost file, shared.
final class Allowance: Sendable {
  private let left: Locked<Int>

  /// Compressed text shrinks to a tenth; what shrinks to less than a hundredth, and is large, is made to do harm.
  private static let mostForByte = 100

  /// For so many bytes, and for those that are added.
  init(forBytes count: Int = 0) { left = Locked(count * Self.mostForByte + 1 << 28) }

  /// So many more bytes of the outermost file were read.
  func add(_ count: Int) { left.withLock { $0 += count * Self.mostForByte } }

  /// Takes some of it. Returns whether there was enough.
  func take(_ count: Int) -> Bool {
    left.withLock {
      $0 -= count
      return $0 >= 0
    }
  }
}

/// An open archive or compressed file, read from front to back.
final class Archive: @unchecked Sendable {
  // Used by one task at a time: a cutter owns it.
  private let handle: OpaquePointer
  private let source: Source
  /// What it and the archives inside of it may expand to.
  let allowance: Allowance

  /// What an archive's bytes come from; it stays where it is while the library reads.
  private final class Source {
    var stream: ByteStream
    var chunk: UnsafeMutableRawBufferPointer
    var failure: ImportError?
    /// What grows with the bytes read, if these are those of the outermost file.
    var allowance: Allowance?

    init(_ stream: ByteStream, room: Int) {
      self.stream = stream
      chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 1)
    }

    deinit { chunk.deallocate() }

    /// The next bytes, in `chunk`.
    func read() -> Int {
      do throws(ImportError) {
        if stream.ahead.isEmpty { _ = try stream.fill() }
        let bytes = try stream.take(min(chunk.count, stream.ahead.count))
        chunk.copyBytes(from: bytes)
        allowance?.add(bytes.count)
        return bytes.count
      } catch {
        failure = error
        return -1
      }
    }
  }

  /// Why no archive can be read, if that is so.
  static var missing: String? {
    if wa_is_built() == 0 { return "built without libarchive" }
    return wa_is_loaded() == 0 ? "libarchive (libarchive13) is not installed" : nil
  }

  /// Opens a stream; `isRaw` says that it is one compressed file, no allowance that it lies in no other. `nil` where the
  /// library cannot.
  init?(_ stream: ByteStream, isRaw: Bool, within outer: Allowance?) {
    allowance = outer ?? Allowance()
    source = Source(stream, room: 1 << 16)
    if outer == nil { source.allowance = allowance }
    let context = Unmanaged.passUnretained(source).toOpaque()
    let opened = wa_open_stream(
      context,
      { context, bytes in
        guard let context, let bytes else { return -1 }
        let source = Unmanaged<Source>.fromOpaque(context).takeUnretainedValue()
        let count = source.read()
        bytes.pointee = UnsafeRawPointer(source.chunk.baseAddress)
        return count
      }, isRaw ? 1 : 0)
    guard let opened else { return nil }
    handle = opened
  }

  /// Opens bytes in memory, which may be read in any order, as a ZIP file's list at its end needs.
  init?(_ bytes: [UInt8], allowance: Allowance) {
    self.allowance = allowance
    source = Source(ByteStream([], path: ""), room: max(bytes.count, 1))
    source.chunk.copyBytes(from: bytes)
    guard let opened = wa_open_memory(source.chunk.baseAddress, bytes.count, 0) else { return nil }
    handle = opened
  }

  deinit { wa_close(handle) }

  /// A file in the archive.
  struct Entry {
    /// Its name, made safe to put behind a folder's: no way up, no root.
    var name: String
    var isRegular: Bool
    var isEncrypted: Bool
  }

  /// Goes to the next file; `nil` at the end. Throws what is wrong.
  func next() throws(Failure) -> Entry? {
    let status = wa_next(handle)
    guard status >= 0 else { throw Failure(reason) }
    guard status > 0 else { return nil }
    let name = wa_name(handle).map { String(cString: $0) } ?? ""
    let parts = name.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." && $0 != ".." }
    return Entry(
      name: parts.joined(separator: "/"), isRegular: wa_is_regular(handle) != 0,
      isEncrypted: wa_is_encrypted(handle) != 0)
  }

  /// What is wrong with an archive.
  struct Failure: Error {
    var reason: String
    init(_ reason: String) { self.reason = reason }
  }

  /// Puts the next bytes of the current file into the buffer; 0 at its end.
  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    let count = wa_read(handle, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw Failure(reason) }
    guard allowance.take(count) else { throw Failure("expands to far more than any text would") }
    return count
  }

  /// The rest of the current file. Throws where it is larger than `limit` bytes.
  func rest(atMost limit: Int) throws(Failure) -> [UInt8] {
    var out: [UInt8] = []
    while true {
      let old = out.count
      out.append(contentsOf: repeatElement(0, count: 1 << 16))
      var outcome: Result<Int, Failure> = .success(0)
      out.withUnsafeMutableBytes { bytes in
        do throws(Failure) {
          outcome = .success(try read(UnsafeMutableRawBufferPointer(rebasing: bytes[old...])))
        } catch { outcome = .failure(error) }
      }
      let count = try outcome.get()
      out.removeLast(1 << 16 - count)
      if count == 0 { return out }
      guard out.count <= limit else { throw Failure("is larger than \(limit >> 20) MB") }
    }
  }

  private var reason: String {
    if let failure = source.failure { return failure.reason }
    return "is damaged" + (wa_error(handle).map { " (\(String(cString: $0)))" } ?? "")
  }
}

/// A compressed file as bytes come out of it.
final class ExpandedSource: ByteSource {
  private let archive: Archive
  private let document: Document

  init(_ archive: Archive, _ document: Document) {
    self.archive = archive
    self.document = document
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
    do throws(Archive.Failure) { return try archive.read(buffer) } catch {
      throw document.failure(error.reason)
    }
  }
}
