import Screen

/// A line of text and the cursor in it.
struct LineEditor: Equatable, Sendable {
  private(set) var characters: [Character]
  private(set) var cursor: Int

  init(_ text: String) {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }

  /// Inserts what can stand on one line.
  mutating func insert(_ text: String) {
    let new = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  mutating func move(to position: Int) { cursor = max(0, min(position, characters.count)) }

  /// Puts a text in the place of some characters, the cursor behind it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    let range = range.clamped(to: 0..<characters.count)
    characters.replaceSubrange(range, with: Array(text))
    cursor = range.lowerBound + text.count
  }

  /// Does what a key does in a line; false where it does nothing.
  mutating func take(_ key: Key) -> Bool {
    switch (key.code, key.control, key.alt) {
    case (.character(let character), false, false): insert(String(character))
    case (.backspace, _, _), (.character("h"), true, _): delete(before: cursor)
    case (.delete, _, _), (.character("d"), true, _): delete(before: cursor + 1)
    case (.left, _, _), (.character("b"), true, _): move(to: cursor - 1)
    case (.right, _, _), (.character("f"), true, _): move(to: cursor + 1)
    case (.home, _, _), (.character("a"), true, _): cursor = 0
    case (.end, _, _), (.character("e"), true, _): cursor = characters.count
    case (.character("u"), true, _): replace(0..<cursor, with: "")
    case (.character("k"), true, _): replace(cursor..<characters.count, with: "")
    case (.character("w"), true, _): replace(startOfWord..<cursor, with: "")
    default: return false
    }
    return true
  }

  private var startOfWord: Int {
    var at = cursor
    while at > 0, characters[at - 1] == " " { at -= 1 }
    while at > 0, characters[at - 1] != " " { at -= 1 }
    return at
  }

  private mutating func delete(before end: Int) {
    guard end > 0, end <= characters.count else { return }
    characters.remove(at: end - 1)
    if end == cursor { cursor -= 1 }
  }
}
