import Foundation
import QuoteModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// A person at a browser of the fixture corpus.
struct Person {
  var state: BrowserState
  var effects: [Effect] = []
  /// Tells which command a key is about to run, for whoever counts them.
  var onKey: ((BrowserState, Key) -> String?)?
  private(set) var commands: [String] = []

  init(_ columns: Int = 80, _ rows: Int = 24, articles: Int = 2) {
    state = BrowserState(opened: "news/", size: Size(columns: columns, rows: rows))
    send(.corpus(FixtureCorpus.make(articles: articles)))
    send(.finished(cancelled: false))
  }

  mutating func send(_ message: Message) { effects = update(&state, message) }

  /// Presses keys as the table writes them, blanks between; `'words'` types its letters, and `Apostrophe` is the key
  /// that has no other name here.
  mutating func press(_ keys: String) {
    for (index, part) in keys.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      let pressed =
        index % 2 == 1
        ? part.map { Key($0) }
        : part.split(separator: " ").compactMap { $0 == "Apostrophe" ? Key("'") : KeySequence.key($0) }
      for key in pressed {
        if let command = onKey?(state, key) { commands.append(command) }
        send(.input(.key(key)))
      }
    }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    send(.input(.resize(Size(columns: columns, rows: rows))))
  }

  var picture: String { Picture.text(draw(state, state.size)) }
  func shows(_ text: String) -> Bool { picture.contains(text) }
}

/// A screen as text, and its looks as a track of one letter a cell.
enum Picture {
  static func text(_ screen: Screen) -> String {
    rows(screen) { $0.character.map(String.init) ?? "" }
  }

  /// `.` plain, else the sum of the attributes in base 36 with colour counted as 32: bold 1, dim 2, italic 4,
  /// underline 8, reverse 16.
  static func looks(_ screen: Screen) -> String {
    rows(screen) { cell in
      let colour = cell.style.foreground == .standard ? 0 : 32
      let value = Int(cell.style.attributes.rawValue) + colour
      if value == 0 { return "." }
      return value < 32 ? String(value, radix: 36) : String(UnicodeScalar(UInt8(65 + value - 32)))
    }
  }

  private static func rows(_ screen: Screen, _ cell: (Cell) -> String) -> String {
    (0..<screen.size.rows).map { row in
      var line = (0..<screen.size.columns).map { cell(screen[row, $0]) }.joined()
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
