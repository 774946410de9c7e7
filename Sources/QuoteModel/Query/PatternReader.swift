/// What a pattern says, before it is an automaton.
indirect enum PatternTree: Sendable {
  // swift-format-ignore
  case nothing, bytes(ByteSet), when(Pattern.Place), sequence([PatternTree]), either([PatternTree])
  case repeated(PatternTree, atLeast: Int, atMost: Int?)
}

/// Reads the text of a pattern by recursive descent.
struct PatternReader {
  private let characters: [Character]
  private let keepsCase: Bool
  private var at = 0
  private var depth = 0

  init(_ source: String, keepsCase: Bool) {
    characters = Array(source)
    self.keepsCase = keepsCase
  }

  mutating func read() throws(Pattern.Failure) -> PatternTree {
    let tree = try alternatives()
    guard at == characters.count else { throw Pattern.Failure(message: "a ) too many") }
    return tree
  }

  private mutating func alternatives() throws(Pattern.Failure) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth < 50 else { throw Pattern.Failure(message: "too many brackets inside each other") }
    var all = [try sequence()]
    while at < characters.count, characters[at] == "|" {
      at += 1
      all.append(try sequence())
    }
    return all.count == 1 ? all[0] : .either(all)
  }

  private mutating func sequence() throws(Pattern.Failure) -> PatternTree {
    var parts: [PatternTree] = []
    while at < characters.count, characters[at] != "|", characters[at] != ")" {
      let part = try atom()
      parts.append(try repetition(of: part))
    }
    return parts.isEmpty ? .nothing : .sequence(parts)
  }

  private mutating func repetition(of part: PatternTree) throws(Pattern.Failure) -> PatternTree {
    guard at < characters.count else { return part }
    switch characters[at] {
    case "*":
      (at += 1)
      return try repetition(of: .repeated(part, atLeast: 0, atMost: nil))
    case "+":
      (at += 1)
      return try repetition(of: .repeated(part, atLeast: 1, atMost: nil))
    case "?":
      (at += 1)
      return try repetition(of: .repeated(part, atLeast: 0, atMost: 1))
    case "{":
      guard let close = characters[at...].firstIndex(of: "}") else {
        throw Pattern.Failure(message: "a { without its }")
      }
      let limits = String(characters[(at + 1)..<close]).split(
        separator: ",", omittingEmptySubsequences: false)
      guard let least = limits.first.flatMap({ Int($0) }), limits.count <= 2 else {
        throw Pattern.Failure(message: "write {2}, {2,} or {2,4}")
      }
      let most = limits.count == 1 ? least : Int(limits[1])
      guard 0...100 ~= least, (most ?? least) <= 100, (most ?? least) >= least else {
        throw Pattern.Failure(message: "repeat at most 100 times, the smaller number first")
      }
      at = close + 1
      return try repetition(of: .repeated(part, atLeast: least, atMost: most))
    default: return part
    }
  }

  private mutating func atom() throws(Pattern.Failure) -> PatternTree {
    let character = characters[at]
    at += 1
    switch character {
    case ".": return PatternReader.anyCharacter
    case "^": return .when(.start)
    case "$": return .when(.end)
    case "*", "+", "?", "{": throw Pattern.Failure(message: "nothing stands before the \(character)")
    case "[": return try characterClass()
    case "\\": return try escape()
    case "(":
      // Groups catch nothing here; `(?:` is read for those who are used to it.
      if characters[at...].starts(with: ["?", ":"]) { at += 2 }
      let inner = try alternatives()
      guard at < characters.count, characters[at] == ")" else {
        throw Pattern.Failure(message: "a ( without its )")
      }
      at += 1
      return inner
    default: return literal(character)
    }
  }

  private mutating func escape() throws(Pattern.Failure) -> PatternTree {
    guard at < characters.count else { throw Pattern.Failure(message: "nothing stands behind the \\") }
    let character = characters[at]
    at += 1
    switch character {
    case "b": return .when(.wordEdge)
    case "d": return .bytes(PatternReader.digits)
    case "s": return .bytes(PatternReader.blanks)
    case "w": return .either([.bytes(PatternReader.letters)] + PatternReader.beyondASCII)
    case "D": return .either([.bytes(PatternReader.digits.asciiComplement)] + PatternReader.beyondASCII)
    case "S": return .either([.bytes(PatternReader.blanks.asciiComplement)] + PatternReader.beyondASCII)
    case "W": return .bytes(PatternReader.letters.asciiComplement)
    default: return literal(character)
    }
  }

  private func literal(_ character: Character) -> PatternTree {
    let bytes = Folding.bytes(String(character), keepingCase: keepsCase)
    return .sequence(bytes.map { .bytes(ByteSet($0...$0)) })
  }

  private mutating func characterClass() throws(Pattern.Failure) -> PatternTree {
    var isInverted = false
    if at < characters.count, characters[at] == "^" { (isInverted, at) = (true, at + 1) }
    var (ascii, others) = (ByteSet(), [PatternTree]())
    var isFirst = true
    while true {
      guard at < characters.count else { throw Pattern.Failure(message: "a [ without its ]") }
      var character = characters[at]
      at += 1
      if character == "]", !isFirst { break }
      isFirst = false
      if character == "\\", at < characters.count {
        character = characters[at]
        at += 1
        if let set = ["d": PatternReader.digits, "s": PatternReader.blanks, "w": PatternReader.letters][
          character]
        {
          ascii.formUnion(set)
          continue
        }
      }
      let low = Folding.bytes(String(character), keepingCase: keepsCase)
      if at + 1 < characters.count, characters[at] == "-", characters[at + 1] != "]" {
        let high = Folding.bytes(String(characters[at + 1]), keepingCase: keepsCase)
        guard low.count == 1, high.count == 1, low[0] <= high[0] else {
          throw Pattern.Failure(message: "no range \(character)-\(characters[at + 1])")
        }
        for byte in low[0]...high[0] { ascii.insert(byte) }
        at += 2
      } else if low.count == 1 {
        ascii.insert(low[0])
      } else {
        others.append(.sequence(low.map { .bytes(ByteSet($0...$0)) }))
      }
    }
    return isInverted
      ? .either([.bytes(ascii.asciiComplement)] + PatternReader.beyondASCII)
      : .either([.bytes(ascii)] + others)
  }

  static let digits = ByteSet(0x30...0x39)
  static let blanks = ByteSet(0x20...0x20, 0x09...0x0D)
  static let letters = ByteSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)

  /// Characters of two, three and four bytes.
  private static let beyondASCII: [PatternTree] = [(0xC2...0xDF, 1), (0xE0...0xEF, 2), (0xF0...0xF4, 3)].map {
    (lead: ClosedRange<UInt8>, count: Int) in
    .sequence([.bytes(ByteSet(lead))] + Array(repeating: .bytes(ByteSet(0x80...0xBF)), count: count))
  }

  private static let anyCharacter = PatternTree.either([.bytes(ByteSet(0x00...0x7F))] + beyondASCII)
}

/// Makes the steps of an automaton of a tree.
struct PatternBuilder {
  private var steps: [Pattern.Step] = []
  /// A pattern that grows beyond this is not one that somebody typed.
  private static let limit = 20_000

  mutating func build(_ tree: PatternTree) throws(Pattern.Failure) -> [Pattern.Step] {
    steps = [.found, .found]
    let start = try add(tree, before: 1)
    steps[0] = .split(start, start)
    return steps
  }

  private mutating func append(_ step: Pattern.Step) throws(Pattern.Failure) -> Int {
    guard steps.count < PatternBuilder.limit else {
      throw Pattern.Failure(message: "too long when written out")
    }
    steps.append(step)
    return steps.count - 1
  }

  /// Adds a part that goes on at step `next`, and returns where it starts.
  private mutating func add(_ tree: PatternTree, before next: Int) throws(Pattern.Failure) -> Int {
    switch tree {
    case .nothing: return next
    case .bytes(let set): return try append(.take(set, next))
    case .when(let place): return try append(.when(place, next))
    case .sequence(let parts):
      var next = next
      for part in parts.reversed() { next = try add(part, before: next) }
      return next
    case .either(let parts):
      var start: Int?
      for part in parts.reversed() {
        let way = try add(part, before: next)
        start = try start.map { (other) throws(Pattern.Failure) in try append(.split(way, other)) } ?? way
      }
      return start ?? next
    case .repeated(let part, let least, let most):
      var (next, copies) = (next, least)
      if let most {
        for _ in least..<max(least, most) {
          let way = try add(part, before: next)
          next = try append(.split(way, next))
        }
      } else {
        let loop = try append(.found)
        let way = try add(part, before: loop)
        steps[loop] = .split(way, next)
        // Who comes in by the part has had it once: `+` is no second copy, nor are `+++` eight.
        next = least > 0 ? way : loop
        copies = max(0, least - 1)
      }
      for _ in 0..<copies { next = try add(part, before: next) }
      return next
    }
  }
}
