/// Letters as a search sees them: accents off, case off unless the searcher typed a capital, every kind
/// of white space a blank, curly apostrophes straight.
public enum Folding {
  /// The folded scalars of a text, as bytes of its folded UTF-8. O(text).
  public static func bytes(_ text: some StringProtocol, keepingCase: Bool = false) -> [UInt8] {
    var out: [UInt8] = []
    var text = String(text)
    text.withUTF8 { bytes in
      var at = 0
      while let step = next(bytes, &at, keepingCase: keepingCase) { step.append(to: &out) }
    }
    return out
  }

  /// A folded piece of a text: at most four bytes.
  struct Step {
    var bytes: UInt32
    var count: Int

    func append(to out: inout [UInt8]) {
      for index in 0..<count { out.append(self[index]) }
    }

    subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt32(8 * index)) }
  }

  /// The folded form of the scalar at `at`, which moves behind it; `nil` at the end. O(1).
  @inline(__always)
  static func next(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, keepingCase: Bool) -> Step? {
    guard at < text.count else { return nil }
    let first = text[at]
    if first < 0x80 {
      at += 1
      if first <= 0x20 { return Step(bytes: 0x20, count: 1) }
      let isCapital = first &- 0x41 < 26
      return Step(bytes: UInt32(isCapital && !keepingCase ? first | 0x20 : first), count: 1)
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard at + length <= text.count else {
      at += 1
      return Step(bytes: UInt32(first), count: 1)
    }
    var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
    var raw = UInt32(first)
    for index in 1..<length {
      scalar = scalar << 6 | UInt32(text[at + index] & 0x3F)
      raw |= UInt32(text[at + index]) << UInt32(8 * index)
    }
    at += length
    if (0x300...0x36F).contains(scalar) { return Step(bytes: 0, count: 0) }
    switch scalar {
    case 0xA0, 0x2009, 0x202F: return Step(bytes: 0x20, count: 1)
    case 0x2018, 0x2019: return Step(bytes: 0x27, count: 1)
    case 0x201C, 0x201D: return Step(bytes: 0x22, count: 1)
    default: break
    }
    guard scalar < 0x250, let base = plainLetters[scalar] else { return Step(bytes: raw, count: length) }
    return Step(bytes: UInt32(keepingCase ? base : base | 0x20), count: 1)
  }

  /// The ASCII letter below each accented Latin one.
  private static let plainLetters: [UInt32: UInt8] = {
    let groups: [(Character, String)] = [
      ("A", "ÀÁÂÃÄÅĀĂĄǍ"), ("C", "ÇĆĈĊČ"), ("D", "ÐĎĐ"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("G", "ĜĞĠĢǦ"), ("H", "ĤĦ"),
      ("I", "ÌÍÎÏĨĪĬĮİ"), ("J", "Ĵ"), ("K", "ĶǨ"), ("L", "ĹĻĽĿŁ"), ("N", "ÑŃŅŇ"), ("O", "ÒÓÔÕÖØŌŎŐǑ"),
      ("R", "ŔŖŘ"), ("S", "ŚŜŞŠȘ"), ("T", "ŢŤŦȚ"), ("U", "ÙÚÛÜŨŪŬŮŰŲǓ"), ("W", "Ŵ"), ("Y", "ÝŶŸ"),
      ("Z", "ŹŻŽ"), ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ðďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģǧ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķǩ"), ("l", "ĺļľŀł"), ("n", "ñńņň"),
      ("o", "òóôõöøōŏőǒ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųǔ"), ("w", "ŵ"),
      ("y", "ýŷÿ"), ("z", "źżž"),
    ]
    var out: [UInt32: UInt8] = [:]
    for (base, accented) in groups {
      for scalar in accented.unicodeScalars { out[scalar.value] = base.asciiValue }
    }
    return out
  }()
}

/// Words to look for: found as a substring of a folded text. A capital in them makes case count.
public struct SearchWords: Sendable, Hashable {
  private let needle: [UInt8]
  private let keepsCase: Bool
  /// Their runs of letters and figures, each folded to small letters: whoever holds the words has a word that holds the
  /// run.
  let runs: [[UInt8]]
  /// Whether that tells that a text holds them: they are one run, and case does not count.
  let isOneRun: Bool

  /// Looks for `words` as they follow one another; white space is one blank.
  public init(_ words: String) {
    keepsCase = words.contains(where: \.isUppercase)
    needle = Folding.bytes(words, keepingCase: keepsCase)
    let folded = keepsCase ? Folding.bytes(words) : needle
    runs = folded.split { !WordIndex.isOfWord($0) }.map(Array.init)
    isOneRun = !keepsCase && runs.first == needle
  }

  /// Whether a text holds them. O(text), nothing allocated.
  public func isFound(in text: Substring) -> Bool {
    firstRange(in: text, from: 0) != nil
  }

  /// The first place at or behind byte `from` of a text, as bytes counted from its start. O(text).
  public func firstRange(in text: Substring, from: Int) -> Range<Int>? {
    var text = text
    return text.withUTF8 { firstRange(in: $0, from: from) }
  }

  /// Whether bytes of UTF-8 hold them. O(text), nothing allocated.
  func isFound(in bytes: UnsafeBufferPointer<UInt8>) -> Bool { firstRange(in: bytes, from: 0) != nil }

  private func firstRange(in bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Range<Int>? {
    needle.withUnsafeBufferPointer { needle in
      guard let first = needle.first else { return nil }
      let mask: UInt8 = keepsCase ? 0 : 0x20
      // The letter in either case; of other bytes only themselves.
      let other = first &- 0x61 < 26 ? first ^ mask : first
      var start = max(0, from)
      while start < bytes.count {
        let byte = bytes[start]
        if byte == first || byte == other {
          let end = plainMatch(bytes, at: start, needle) ?? match(bytes, at: start) ?? -1
          if end >= 0 { return start..<end }
        } else if byte >= 0xC2 || (byte <= 0x20 && first == 0x20) {
          // A letter with an accent folds to one without: its lead byte is a candidate for any needle.
          if let end = match(bytes, at: start) { return start..<end }
        }
        start += 1
      }
      return nil
    }
  }

  /// The end of a match in plain ASCII, or -1 where there is none; `nil` where only folding can tell.
  @inline(__always)
  private func plainMatch(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, _ needle: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    for index in 1..<max(1, needle.count) {
      guard start + index < text.count else { return -1 }
      var byte = text[start + index]
      if byte >= 0x80 { return nil }
      if byte <= 0x20 { byte = 0x20 } else if !keepsCase, byte &- 0x41 < 26 { byte |= 0x20 }
      if byte != needle[index] { return -1 }
    }
    return start + needle.count
  }

  private func match(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var (at, found) = (start, 0)
    while found < needle.count {
      guard let step = Folding.next(text, &at, keepingCase: keepsCase) else { return nil }
      for index in 0..<step.count {
        guard found < needle.count, step[index] == needle[found] else { return nil }
        found += 1
      }
    }
    return at
  }
}

/// A name as filters compare it: its folded words in any order, each found at the start of a word.
public struct FoldedName: Sendable, Hashable {
  private let folded: String
  private let words: [Substring]

  /// Folds a name. O(name).
  public init(_ name: String) {
    folded = String(decoding: Folding.bytes(name), as: UTF8.self)
    words = folded.split { !$0.isLetter && !$0.isNumber }
  }

  /// Whether a name is the same but for case and accents. O(name), nothing allocated.
  public func equals(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      var wanted = folded.utf8.makeIterator()
      var at = 0
      while let step = Folding.next(bytes, &at, keepingCase: false) {
        for index in 0..<step.count where wanted.next() != step[index] { return false }
      }
      return wanted.next() == nil
    }
  }

  /// Whether each word begins some word of `other`.
  public func abbreviates(_ other: FoldedName) -> Bool {
    !words.isEmpty && words.allSatisfy { word in other.words.contains { $0.hasPrefix(word) } }
  }
}

extension Folding {
  /// The folded bytes of each scalar of a text with the scalar's offset. O(text).
  public static func steps(of bytes: UnsafeBufferPointer<UInt8>) -> [(offset: Int, bytes: [UInt8])] {
    var (at, steps): (Int, [(offset: Int, bytes: [UInt8])]) = (0, [])
    while true {
      let offset = at
      guard let step = next(bytes, &at, keepingCase: false) else { return steps }
      steps.append((offset, (0..<step.count).map { step[$0] }))
    }
  }

  /// Adds the folded bytes of a text to others. O(text).
  public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    var at = 0
    while let step = next(bytes, &at, keepingCase: false) { step.append(to: &folded) }
  }
}
