import Glibc

/// The character encodings articles come in, and how bytes of unknown encoding become text.
public enum Charset: Hashable, Sendable {
  // swift-format-ignore
  case utf8, utf16LittleEndian, utf16BigEndian, latin1, windows1252

  /// The encoding of `bytes`, told by a byte order mark or by looking; `nil` where they are no text.
  /// O(bytes).
  public static func detect(_ bytes: [UInt8]) -> Charset? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if let wide = wideWithoutMark(bytes) { return wide }
    guard !looksBinary(bytes) else { return nil }
    let evidence = Evidence(bytes)
    // A stray byte or two in text that otherwise decodes is damage; no sequence that decodes is another
    // encoding, for in Latin text accented letters hardly ever form one by chance.
    if evidence.broken == 0 || evidence.sequences > 2 * evidence.broken { return .utf8 }
    return evidence.usesWindows ? .windows1252 : .latin1
  }

  /// The text of `bytes`: encoding told, byte order mark dropped, what cannot be decoded replaced by
  /// U+FFFD, lines ended by LF alone. `nil` where they are no text. O(bytes).
  public static func decode(_ bytes: [UInt8]) -> String? {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    // Clean UTF-8 is the rule, and the standard library checks it many bytes at a time.
    if memchr(body, 0, body.count) == nil, let text = String(validating: body, as: UTF8.self) {
      return hasManyControls(body) || body.starts(with: "%PDF-".utf8) ? nil : unifyingLines(text)
    }
    return detect(body).map { unifyingLines($0.text(of: body)) }
  }

  /// The same for bytes that are said to be in the encoding of that name, as the web calls them. What is valid UTF-8 or
  /// UTF-16 is taken as that, whatever is said of it: encodings are often declared wrongly. O(bytes).
  static func decode(_ bytes: [UInt8], declared name: String?) -> String? {
    guard let name, let last = bytes.last(where: { $0 >= 0x80 }), last >= 0x80,
      !bytes.starts(with: [0xEF, 0xBB, 0xBF]),
      String(validating: bytes, as: UTF8.self) == nil, memchr(bytes, 0, bytes.count) == nil,
      !looksBinary(bytes),
      let text = converted(bytes, from: name)
    else { return decode(bytes) }
    return unifyingLines(text)
  }

  /// By the system's own tables; `nil` where it knows no such encoding, or the bytes are not in it.
  private static func converted(_ bytes: [UInt8], from name: String) -> String? {
    let name = name.lowercased()
    // Browsers read Latin-1 as Windows-1252, which pages mean.
    let isLatin = [
      "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "utf-8", "utf8", "windows-1252", "cp1252",
    ].contains(name)
    guard !isLatin, !name.isEmpty, name.utf8.count < 32,
      name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || "-_:.".utf8.contains($0) })
    else { return nil }
    let converter = iconv_open("UTF-8", name)
    guard let converter, Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    let isDone = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBytes { target -> Int? in
        var from = source.baseAddress
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (source.count, target.count)
        while left > 0, iconv(converter, &from, &left, &to, &room) == -1 {
          // A byte that is none is replaced; too many of them, and it is another encoding.
          guard errno != E2BIG, room > 3, left > 0 else { break }
          for byte in [0xEF, 0xBF, 0xBD] as [UInt8] {
            to?.pointee = CChar(bitPattern: byte)
            to = to.map { $0 + 1 }
            room -= 1
          }
          from = from.map { $0 + 1 }
          left -= 1
        }
        return target.count - room
      }
    }
    guard let count = isDone, count > 0 else { return nil }
    return String(decoding: output[..<count], as: UTF8.self)
  }

  private func text(of bytes: [UInt8]) -> String {
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .utf16LittleEndian: return wide(bytes, mark: [0xFF, 0xFE], low: 0)
    case .utf16BigEndian: return wide(bytes, mark: [0xFE, 0xFF], low: 1)
    case .latin1, .windows1252:
      var out = String.UnicodeScalarView()
      for byte in bytes {
        let isSpecial = self == .windows1252 && 0x80...0x9F ~= byte
        out.append(isSpecial ? windowsPunctuation[Int(byte) - 0x80] : Unicode.Scalar(byte))
      }
      return String(out)
    }
  }

  private func wide(_ bytes: [UInt8], mark: [UInt8], low: Int) -> String {
    let first = bytes.starts(with: mark) ? 2 : 0
    var units = stride(from: first, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
    }
    if bytes.count % 2 == 1 { units.append(0xFFFD) }
    return String(decoding: units, as: UTF16.self)
  }
}

/// What a look at every byte tells of an 8-bit encoding.
private struct Evidence {
  /// Well-formed UTF-8 sequences of several bytes.
  var sequences = 0
  /// Bytes that belong to none.
  var broken = 0
  /// Whether there are bytes that Windows-1252 prints and Latin-1 does not, and none that it lacks.
  var usesWindows = false

  init(_ bytes: [UInt8]) {
    var (printable, undefined) = (false, false)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte >= 0x80 else {
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = min(index + length, bytes.count)
      if byte >= 0xC2, String(validating: bytes[index..<end], as: UTF8.self) != nil {
        sequences += 1
        index = end
        continue
      }
      broken += 1
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
        undefined = true
      } else if byte < 0xA0 {
        printable = true
      }
      index += 1
    }
    usesWindows = printable && !undefined
  }
}

/// UTF-16 of mostly Latin text shows by zeros in every other byte of its beginning.
private func wideWithoutMark(_ bytes: [UInt8]) -> Charset? {
  let pairs = min(bytes.count, 4096) / 2
  guard pairs >= 2 else { return nil }
  var zeros = [0, 0]
  for index in 0..<2 * pairs where bytes[index] == 0 {
    zeros[index % 2] += 1
    // A zero beside a control is a number of a binary file, not a letter.
    if isControl(bytes[index ^ 1]) { return nil }
  }
  guard zeros[0] + zeros[1] > pairs / 2 else { return nil }
  if zeros[1] > 4 * zeros[0] { return .utf16LittleEndian }
  return zeros[0] > 4 * zeros[1] ? .utf16BigEndian : nil
}

private func isControl(_ byte: UInt8) -> Bool { byte < 32 && !(9...13 ~= byte) && byte != 27 }

/// Text holds no zero byte and hardly a control; compressed data holds an eighth of them.
private func looksBinary(_ bytes: [UInt8]) -> Bool {
  memchr(bytes, 0, bytes.count) != nil || bytes.starts(with: "%PDF-".utf8) || hasManyControls(bytes)
}

private func hasManyControls(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBufferPointer { bytes in
    let head = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).prefix(4096))
    var controls = 0
    // Eight at a time: in text, most of them hold nothing below a space.
    for at in stride(from: 0, to: head.count, by: 8) {
      let isWhole = at + 8 <= head.count
      let some = isWhole ? head.loadUnaligned(fromByteOffset: at, as: UInt64.self) : 0
      guard (some &- 0x2020_2020_2020_2020) & ~some & 0x8080_8080_8080_8080 != 0 || !isWhole else { continue }
      for byte in head[at..<min(at + 8, head.count)] where isControl(byte) { controls += 1 }
    }
    return controls * 20 > head.count
  }
}

extension Charset {
  /// The text with CRLF and lone CR turned into LF. Free where there is none.
  static func unifyingLines(_ text: String) -> String {
    var text = text
    let hasReturns = text.withUTF8 { bytes in
      bytes.baseAddress.map { memchr($0, 13, bytes.count) != nil } ?? false
    }
    guard hasReturns else { return text }
    return String(unsafeUninitializedCapacity: text.utf8.count) { buffer in
      var (count, previous) = (0, UInt8(0))
      for byte in text.utf8 {
        if !(byte == 10 && previous == 13) {
          buffer[count] = byte == 13 ? 10 : byte
          count += 1
        }
        previous = byte
      }
      return count
    }
  }
}

/// What Windows-1252 has at 0x80...0x9F; bytes it leaves undefined stand for themselves.
let windowsPunctuation: [Unicode.Scalar] = Array(
  "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
