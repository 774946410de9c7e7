/// Where bytes come from, as they are asked for.
public protocol ByteSource: AnyObject, Sendable {
  /// Puts some of what comes next into the buffer, at least one byte unless it is the end; waits for them. Returns how
  /// many they are.
  func read(_ buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int
}

/// Bytes that are read as they are needed, with a look ahead.
public struct ByteStream: Sendable {
  private let source: (any ByteSource)?
  private var buffer: [UInt8]
  private var start = 0
  private var isAtEnd: Bool
  private let path: String
  /// How many bytes were taken so far.
  public private(set) var offset = 0

  private static let step = 1 << 18
  /// How much is read at first.
  private var room = step

  /// The bytes of a source; where there are `expected` of them, few enough, room is made for all at once.
  public init(_ source: any ByteSource, path: String, expecting expected: Int? = nil) {
    self.source = source
    self.path = path
    buffer = []
    isAtEnd = false
    // One byte more than expected shows the end without growing.
    if let expected, expected < Self.step * 16 { room = max(expected + 1, 1 << 12) }
  }

  /// Bytes in memory.
  public init(_ bytes: [UInt8], path: String) {
    source = nil
    self.path = path
    buffer = bytes
    isAtEnd = true
  }

  /// What was read and not taken.
  var ahead: ArraySlice<UInt8> { buffer[start...] }

  /// Reads some more, if there is more. Returns whether there was.
  mutating func fill() throws(ImportError) -> Bool {
    guard let source, !isAtEnd else { return false }
    if start > 0, start * 2 > buffer.count {
      buffer.removeFirst(start)
      start = 0
    }
    let old = buffer.count
    let room = old == 0 ? room : max(Self.step, min(old, 1 << 24))
    buffer.append(contentsOf: repeatElement(0, count: room))
    var outcome: Result<Int, ImportError> = .success(0)
    buffer.withUnsafeMutableBytes { bytes in
      do throws(ImportError) {
        outcome = .success(try source.read(UnsafeMutableRawBufferPointer(rebasing: bytes[old...])))
      } catch { outcome = .failure(error) }
    }
    let count = (try? outcome.get()) ?? 0
    buffer.removeLast(room - count)
    isAtEnd = count == 0
    _ = try outcome.get()
    return count > 0
  }

  /// A look at the next bytes, at most `count`: at least one unless there is none, and no waiting for more than come.
  mutating func peek(_ count: Int) throws(ImportError) -> [UInt8] {
    if ahead.isEmpty { _ = try fill() }
    // All there is costs no copy.
    return start == 0 && buffer.count <= count ? buffer : Array(ahead.prefix(count))
  }

  /// Takes the next `count` bytes, fewer at the end. O(count).
  mutating func take(_ count: Int) throws(ImportError) -> ArraySlice<UInt8> {
    while ahead.count < count, try fill() {}
    return taken(min(count, ahead.count))
  }

  /// Passes over the next `count` bytes.
  mutating func skip(_ count: Int) throws(ImportError) {
    var left = count
    while true {
      let some = min(left, ahead.count)
      _ = taken(some)
      left -= some
      guard left > 0, try fill() else { return }
    }
  }

  /// Takes everything up to the end. Throws where that is more than `limit` bytes.
  mutating func rest(atMost limit: Int) throws(ImportError) -> [UInt8] {
    while ahead.count <= limit, try fill() {}
    guard ahead.count <= limit else {
      throw ImportError(path: path, reason: "is larger than \(limit >> 20) MB")
    }
    if start == 0, isAtEnd {
      defer { buffer = [] }
      offset += buffer.count
      return buffer
    }
    return Array(taken(ahead.count))
  }

  /// Takes the next line without its end; `nil` at the end. A line longer than `limit` bytes is cut there.
  mutating func line(atMost limit: Int = 1 << 26) throws(ImportError) -> ArraySlice<UInt8>? {
    var seen = 0
    while true {
      if let end = buffer[(start + seen)...].firstIndex(of: UInt8(ascii: "\n")) {
        var line = taken(end + 1 - start).dropLast()
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        return line
      }
      seen = ahead.count
      if seen >= limit { return taken(seen) }
      if try !fill() { return seen == 0 ? nil : taken(seen) }
    }
  }

  private mutating func taken(_ count: Int) -> ArraySlice<UInt8> {
    let slice = buffer[start..<start + count]
    start += count
    offset += count
    return slice
  }
}
