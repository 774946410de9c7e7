import Dispatch
import Glibc
import Locking
import QuoteModel
import StatementLinks

/// What has been parsed and is not in the library yet: a file beside it, `NAME.whosaid-parsed`, a record behind the other
/// as each article is done. A batch that a killed program took with it is put in from there and not parsed again.
///
/// A record is its length, the article's hash, the parser and its care, and the parse with its checksum: of one that was
/// cut short nothing is taken. One program has the file at a time (`flock`); another one goes without.
final class ParsedAhead: Sendable {
  /// How long a record may wait until it is synchronised, which is what can be lost where the power goes.
  private static let delay = DispatchTimeInterval.milliseconds(20)

  private struct Key: Hashable {
    var hash: ContentHash
    var isCareful: Bool
  }

  private let path: String
  private let file: Int32
  /// What an earlier program left.
  private let left: [Key: [UInt8]]
  private let queue = DispatchQueue(label: "parsed ahead")
  /// Whether a synchronisation is on its way.
  private let isSynchronising = Locked(false)

  /// `nil` where another program has the file, or there can be none. O(what was left).
  init?(beside library: String) {
    path = library + "-parsed"
    file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    guard flock(file, LOCK_EX | LOCK_NB) == 0, let bytes = Self.bytes(of: file) else {
      close(file)
      return nil
    }
    let (left, end) = Self.records(in: bytes)
    self.left = left
    // Whatever comes next begins behind a whole record. From here on `deinit` closes the file.
    guard ftruncate(file, off_t(end)) == 0 else { return nil }
  }

  deinit { close(file) }

  /// What was found in an article before, as carefully as asked for at least. O(its parse).
  func take(_ article: Article, _ hash: ContentHash, careful: Bool) -> NewArticle? {
    for isCareful in careful ? [true] : [true, false] {
      guard let bytes = left[Key(hash: hash, isCareful: isCareful)] else { continue }
      let digest = bytes.withUnsafeBytes { bytes in
        Result { () throws(DecodingFailure) in try DigestCodec.decode(bytes, of: article) }
      }
      if let digest = try? digest.get() { return NewArticle(article, hash, digest, isCareful: isCareful) }
    }
    return nil
  }

  /// The articles that an earlier program left parsed.
  var hashes: Set<ContentHash> { Set(left.keys.map(\.hash)) }

  /// Keeps what was found in an article, on any thread: when this returns, it outlives the program. A full disk, or one
  /// that goes away, makes for more to be parsed again and is nothing to be told.
  func keep(_ article: NewArticle) {
    guard let found = article.found else { return }
    append(Key(hash: article.hash, isCareful: found.isCareful), found.digest)
    let isFirst = isSynchronising.withLock { isOnItsWay in
      defer { isOnItsWay = true }
      return !isOnItsWay
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + Self.delay) { [weak self] in
      guard let self else { return }
      isSynchronising.withLock { $0 = false }
      fdatasync(file)
    }
  }

  private func append(_ key: Key, _ parse: [UInt8]) {
    var record = ByteWriter()
    for byte in key.hash.bytes { record.byte(byte) }
    record.byte(key.isCareful ? 1 : 0)
    record.text(Parse.maker)
    var size = ByteWriter()
    size.fixed(UInt32(record.bytes.count + parse.count))
    let bytes = size.bytes + record.bytes + parse
    // One call: records of two threads do not mingle.
    _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  /// All that was kept is in the library; of what an earlier program left, that which `isKnown` is.
  func end(isKnown: (ContentHash) -> Bool) {
    let rest = left.filter { !isKnown($0.key.hash) }
    guard !rest.isEmpty else {
      unlink(path)
      return
    }
    ftruncate(file, 0)
    for (key, parse) in rest { append(key, parse) }
  }

  // MARK: What was left.

  private static func bytes(of file: Int32) -> [UInt8]? {
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    guard size > 0 else { return [] }
    var place = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while place < size {
        let more = pread(file, buffer.baseAddress?.advanced(by: place), size - place, off_t(place))
        guard more > 0 else { break }
        place += more
      }
      count = place
    }
    return bytes
  }

  /// The whole records, and where the last of them ends.
  private static func records(in bytes: [UInt8]) -> (found: [Key: [UInt8]], end: Int) {
    var (found, end): ([Key: [UInt8]], Int) = ([:], 0)
    bytes.withUnsafeBytes { bytes in
      while bytes.count - end > 4 {
        let size = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: end, as: UInt32.self)))
        guard size <= bytes.count - end - 4 else { return }
        let record = UnsafeRawBufferPointer(rebasing: bytes[end + 4..<end + 4 + size])
        guard let (key, parse) = try? Self.record(record) else { return }
        if let key { found[key] = parse }
        end += 4 + size
      }
    }
    return (found, end)
  }

  /// One record; without a key where another parser made it.
  private static func record(
    _ bytes: UnsafeRawBufferPointer
  ) throws(DecodingFailure) -> (key: Key?, parse: [UInt8]) {
    var reader = ByteReader(bytes)
    var hash: [UInt8] = []
    for _ in 0..<32 { hash.append(try reader.byte()) }
    let isCareful = try reader.byte() == 1
    let maker = try reader.text()
    let key = Key(hash: ContentHash(bytes: hash), isCareful: isCareful)
    return (maker == Parse.maker ? key : nil, Array(bytes[reader.at...]))
  }
}
