/// Runs a pattern's automaton over texts, remembering the sets of steps it has been in, so that a byte mostly
/// costs one look into a table.
struct PatternMatcher {
  private let pattern: Pattern
  private var numbers: [State: Int] = [:]
  private var states: [State] = []
  /// For each state and each byte and the end: the next state, `-1` where nothing is known yet.
  private var table: [Int32] = []
  /// States kept before everything is forgotten.
  private static let limit = 2000
  private static let width = 257
  private static let found: Int32 = -2
  private static let dead: Int32 = -3

  /// The steps that wait for a byte, and what stands before it.
  private struct State: Hashable {
    var steps: [Int32]
    var isStart: Bool
    var isBehindLetter: Bool
    /// Whether a match may begin later, too.
    var isSearching: Bool
  }

  init(_ pattern: Pattern) { self.pattern = pattern }

  /// Whether there is a match anywhere. O(text).
  mutating func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var state = number(of: State(steps: [0], isStart: true, isBehindLetter: false, isSearching: true))
    var at = 0
    while let step = Folding.next(text, &at, keepingCase: pattern.keepsCase) {
      for index in 0..<step.count {
        let next = self.next(state, Int(step[index]))
        if next == PatternMatcher.found { return true }
        if next == PatternMatcher.dead { return false }
        state = Int(next)
      }
    }
    return next(state, 256) == PatternMatcher.found
  }

  /// The end of the longest match that begins at a byte. O(match).
  mutating func end(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    // The middle of a character begins nothing.
    guard start < text.count, text[start] & 0xC0 != 0x80 else { return nil }
    var isBehindLetter = false
    if start > 0 { isBehindLetter = PatternMatcher.isLetter(text[start - 1]) }
    var steps: [Int32] = [0]
    var isStart = start == 0
    var (at, end): (Int, Int?) = (start, nil)
    while true {
      let here = at
      let step = Folding.next(text, &at, keepingCase: pattern.keepsCase)
      let bytes = step.map { step in (0..<step.count).map { step[$0] } }
      if bytes?.isEmpty == true { continue }
      let closed = closure(
        steps, isStart: isStart, isBehindLetter: isBehindLetter, next: bytes?.first.map(Int.init) ?? 256)
      if closed.contains(1) { end = here }
      guard let bytes else { return end }
      var waiting = closed
      for (index, byte) in bytes.enumerated() {
        if index > 0 { waiting = closure(steps, isStart: false, isBehindLetter: true, next: Int(byte)) }
        steps = take(byte, from: waiting)
        isBehindLetter = PatternMatcher.isLetter(byte)
        isStart = false
      }
      if steps.isEmpty { return end }
    }
  }

  private mutating func number(of state: State) -> Int {
    if let known = numbers[state] { return known }
    if states.count >= PatternMatcher.limit {
      numbers.removeAll(keepingCapacity: true)
      states.removeAll(keepingCapacity: true)
      table.removeAll(keepingCapacity: true)
    }
    numbers[state] = states.count
    states.append(state)
    table += Array(repeating: -1, count: PatternMatcher.width)
    return states.count - 1
  }

  private mutating func next(_ state: Int, _ symbol: Int) -> Int32 {
    let known = table[state * PatternMatcher.width + symbol]
    if known != -1 { return known }
    let from = states[state]
    let closed = closure(
      from.steps, isStart: from.isStart, isBehindLetter: from.isBehindLetter, next: symbol)
    var result = PatternMatcher.dead
    if closed.contains(1) {
      result = PatternMatcher.found
    } else if symbol < 256 {
      var steps = take(UInt8(symbol), from: closed)
      if from.isSearching, !steps.contains(0) { steps.append(0) }
      let target = State(
        steps: steps, isStart: false, isBehindLetter: PatternMatcher.isLetter(UInt8(symbol)),
        isSearching: from.isSearching)
      let count = states.count
      result = steps.isEmpty ? PatternMatcher.dead : Int32(number(of: target))
      // Everything was forgotten: this state has no row any more.
      if states.count < count { return result }
    }
    table[state * PatternMatcher.width + symbol] = result
    return result
  }

  private func take(_ byte: UInt8, from steps: [Int32]) -> [Int32] {
    var out: [Int32] = []
    for step in steps {
      if case .take(let set, let next) = pattern.steps[Int(step)], set.contains(byte),
        !out.contains(Int32(next))
      {
        out.append(Int32(next))
      }
    }
    return out
  }

  /// All steps that can be reached without taking a byte, before symbol `next` (256 is the end).
  private func closure(_ steps: [Int32], isStart: Bool, isBehindLetter: Bool, next: Int) -> [Int32] {
    let isBeforeLetter = next < 256 && PatternMatcher.isLetter(UInt8(next))
    var seen = Set<Int32>()
    var (open, out): ([Int32], [Int32]) = (steps.reversed(), [])
    while let step = open.popLast() {
      guard seen.insert(step).inserted else { continue }
      switch pattern.steps[Int(step)] {
      case .take, .found: out.append(step)
      case .split(let one, let other): open += [Int32(other), Int32(one)]
      case .when(let place, let after):
        let holds =
          switch place {
          case .start: isStart
          case .end: next == 256
          case .wordEdge: isBehindLetter != isBeforeLetter
          }
        if holds { open.append(Int32(after)) }
      }
    }
    return out
  }

  /// Letters, digits and everything beyond ASCII, as far as the edge of a word goes.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
  }
}
