import QuoteModel

/// Splits text into tokens as the Penn Treebank does, clitics apart (`do|n't`, `Vucic|'s`), hyphenated
/// words, numbers and abbreviations whole. Works on UTF-8 bytes. O(bytes).
package struct Tokenizer {
  /// Lower-case hashes of words whose full stop belongs to them (`mr`, `inc`).
  package let abbreviations: Set<UInt32>

  /// Appends the tokens of `range` to `out`.
  package func tokenize(_ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange, into out: inout [TextRange])
  {
    var at = range.lower
    let end = min(range.upper, bytes.count)
    while at < end {
      let kind = ByteKind.at(bytes, at, end)
      switch kind.class {
      case .space: at += kind.length
      case .word:
        let stop = wordEnd(bytes, at, end)
        appendWord(bytes, at, stop, end, &out, next: &at)
      case .mark:
        if let tag = Self.tagEnd(bytes, at, end) {
          at = tag
          continue
        }
        var stop = at + kind.length
        // Runs of dots, hyphens and doubled marks are one token.
        while stop < end, bytes[stop] == bytes[at], [UInt8(ascii: "."), 0x2D, 0x60, 0x27].contains(bytes[at])
        {
          stop += 1
        }
        out.append(TextRange(at, stop))
        at = stop
      }
    }
  }

  /// No tag is longer.
  private static let longestTag = 400

  /// Where a tag ends that begins there, one with a value, `<a href="x">`, or one that closes, `</a>` and `<a/>`: markup that was
  /// left in a text is none of its words.
  private static func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "<"), start + 1 < end else { return nil }
    let first = bytes[start + 1]
    guard ByteKind.isLetter(first) || first == UInt8(ascii: "/") else { return nil }
    var isTag = first == UInt8(ascii: "/")
    for at in start + 1..<min(end, start + longestTag) {
      switch bytes[at] {
      case UInt8(ascii: ">"): return isTag || bytes[at - 1] == UInt8(ascii: "/") ? at + 1 : nil
      case UInt8(ascii: "="): isTag = true
      case UInt8(ascii: "<"), 0x0A: return nil
      default: break
      }
    }
    return nil
  }

  /// Where the run of word characters from `start` ends, inner apostrophes, dots and hyphens included.
  private func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      let kind = ByteKind.at(bytes, at, end)
      if kind.class == .word {
        at += kind.length
        continue
      }
      let next = at + kind.length
      guard at > start, next < end, ByteKind.at(bytes, next, end).class == .word else { break }
      let byte = bytes[at]
      if byte == 0x2D || byte == 0x27 || ByteKind.isCurlyApostrophe(bytes, at, end) { at = next; continue }
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "@") {
        // `dot.com`, `U.S.` and `S.E.C.` are words; `end.Next` is a full stop without its space.
        if byte == UInt8(ascii: "."), ByteKind.isUpper(bytes[next]), at - start > 2, bytes[at - 2] != byte {
          break
        }
        at = next
        continue
      }
      let digits = ByteKind.isDigit(bytes[at - 1]) && ByteKind.isDigit(bytes[next])
      if digits, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") {
        at = next
        continue
      }
      break
    }
    return at
  }

  private func appendWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int, _ end: Int, _ out: inout [TextRange],
    next at: inout Int
  ) {
    at = stop
    if stop < end, bytes[stop] == UInt8(ascii: "."), keepsFullStop(bytes, start, stop) {
      at = stop + 1
      out.append(TextRange(start, at))
      return
    }
    if let cut = Self.cliticStart(bytes, start, stop) {
      out.append(TextRange(start, cut))
      out.append(TextRange(cut, stop))
    } else {
      out.append(TextRange(start, stop))
    }
  }

  private func keepsFullStop(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int) -> Bool {
    if stop - start == 1 { return ByteKind.isUpper(bytes[start]) && bytes[start] != UInt8(ascii: "I") }
    var at = start
    while at < stop { if bytes[at] == UInt8(ascii: ".") && stop - start <= 7 { return true }; at += 1 }
    return abbreviations.contains(WordHash.lowercased(bytes, start, stop))
  }

  /// Where a clitic (`'s`, `n't`, `'re`, `'ve`, `'ll`, `'d`, `'m`) begins in a word, or `nil`.
  private static func cliticStart(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int) -> Int? {
    guard stop - start >= 3 else { return nil }
    var at = stop - 1
    while at > start, stop - at <= 5 {
      let curly = bytes[at] == 0xE2 && at + 2 < stop
      if bytes[at] == 0x27 || curly {
        let rest = at + (curly ? 3 : 1)
        let first = bytes[min(rest, stop - 1)] | 0x20
        switch stop - rest {
        case 1
        where first == UInt8(ascii: "t") && bytes[at - 1] | 0x20 == UInt8(ascii: "n") && at - 1 > start:
          return at - 1
        case 1 where [UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "m")].contains(first): return at
        case 2 where [UInt8(ascii: "r"), UInt8(ascii: "v"), UInt8(ascii: "l")].contains(first): return at
        default: return nil
        }
      }
      at -= 1
    }
    return nil
  }
}

/// What a byte, or the UTF-8 sequence it begins, is to the tokenizer.
struct ByteKind {
  enum Class { case space, word, mark }
  let `class`: Class
  let length: Int

  static func at(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> ByteKind {
    let byte = bytes[at]
    if byte < 0x80 {
      if byte <= 0x20 || byte == 0x7F { return ByteKind(class: .space, length: 1) }
      let word = isDigit(byte) || isLetter(byte)
      return ByteKind(class: word ? .word : .mark, length: 1)
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard at + length <= end else { return ByteKind(class: .mark, length: end - at) }
    if byte == 0xC2 {
      let second = bytes[at + 1]
      return ByteKind(
        class: second == 0xA0 ? .space : second == 0xAA || second == 0xBA ? .word : .mark, length: 2)
    }
    if byte == 0xE2, bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81 {
      let third = bytes[at + 2]
      return ByteKind(class: bytes[at + 1] == 0x80 && third <= 0x8B ? .space : .mark, length: 3)
    }
    if byte == 0xE2 { return ByteKind(class: .mark, length: 3) }
    if byte == 0xE3, bytes[at + 1] == 0x80 {
      return ByteKind(class: bytes[at + 2] == 0x80 ? .space : .mark, length: 3)
    }
    return ByteKind(class: byte >= 0xF0 ? .mark : .word, length: length)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  static func isCurlyApostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    at + 2 < end && bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99
  }
}

/// Hashes of words (FNV-1a, 32 bits), the keys of models and word lists.
package enum WordHash {
  @inline(__always)
  package static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }
  package static let seed: UInt32 = 2_166_136_261

  /// Hash of the bytes with ASCII letters in lower case.
  package static func lowercased(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    var hash = seed
    for at in start..<max(start, end) {
      let byte = bytes[at]
      hash = step(hash, ByteKind.isUpper(byte) ? byte | 0x20 : byte)
    }
    return hash
  }

  /// The same hash of a string.
  package static func lowercased(_ text: some StringProtocol) -> UInt32 {
    var hash = seed
    for byte in text.utf8 { hash = step(hash, ByteKind.isUpper(byte) ? byte | 0x20 : byte) }
    return hash
  }

  /// Mixes a value into a hash.
  @inline(__always)
  package static func mix(_ hash: UInt32, _ value: UInt32) -> UInt32 {
    var h = (hash ^ value) &* 0x9E37_79B1
    h ^= h >> 15
    return h
  }
}
