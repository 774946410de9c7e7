import Glibc

extension UInt8 {
  /// An ASCII letter in lower case; any other byte as it is.
  var lowercased: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
  /// `a`…`z`, `A`…`Z`.
  var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }
  /// `0`…`9`.
  var isDigit: Bool { 0x30...0x39 ~= self }
  /// Space, tab or the end of a line.
  var isSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Whether it goes on with those ASCII letters at `index`, however capitalised.
  func has(_ word: StaticString, at index: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index >= startIndex, index <= endIndex - count else { return false }
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: count)
    for offset in 0..<count where self[index + offset].lowercased != letters[offset].lowercased {
      return false
    }
    return true
  }

  /// The first place of those ASCII letters, however capitalised, at or behind `index`. O(bytes).
  func find(_ word: StaticString, from index: Int, to limit: Int? = nil) -> Int? {
    let last = Swift.min(limit ?? endIndex, endIndex) - word.utf8CodeUnitCount - startIndex
    let low = Swift.max(index - startIndex, 0)
    let found = withContiguousStorageIfAvailable { place(of: word, in: $0, low, last) }
    return (found ?? Array(self).withUnsafeBufferPointer { place(of: word, in: $0, low, last) }).map {
      startIndex + $0
    }
  }

  /// Where it begins with that word.
  func begins(_ word: StaticString) -> Bool { has(word, at: startIndex) }
}

extension Sequence<UInt8> {
  /// As text; what is no UTF-8 is replaced.
  var text: String { String(decoding: Array(self), as: UTF8.self) }
}

/// The first place from `low` to `last` where the bytes go on with those letters.
private func place(of word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, _ low: Int, _ last: Int)
  -> Int?
{
  guard let base = bytes.baseAddress, word.utf8CodeUnitCount > 0, low <= last else { return nil }
  let first = word.utf8Start[0].lowercased
  var at = low
  while at <= last {
    if !first.isLetter {
      // A mark has one form, and the system looks at many bytes at a time.
      guard let next = memchr(base + at, Int32(first), last - at + 1) else { return nil }
      at = UnsafeRawPointer(next) - UnsafeRawPointer(base)
    }
    if bytes[at].lowercased == first, bytes.has(word, at: at) { return at }
    at += 1
  }
  return nil
}
