import Screen
import Testing

@Suite struct ScreenTests {
  private func screen(_ columns: Int, _ rows: Int = 1) -> Screen {
    Screen(Size(columns: columns, rows: rows))
  }

  @Test func writingStopsAtTheLimitAndTellsWhereItGot() {
    var screen = screen(8)
    #expect(screen.write("harbor", row: 0, column: 1, limit: 5) == 5)
    #expect(Snapshot.text(of: screen) == " harb")
    #expect(screen.write("x", row: 0, column: 5) == 6)
    #expect(screen.write("y", row: 3, column: 2) == 2)
  }

  @Test func aWideCharacterIsNeverCut() {
    var screen = screen(4)
    screen.write("a世界", row: 0, column: 0)
    #expect(screen.cells.map(\.character) == ["a", "世", nil, " "])
    screen.write("世", row: 0, column: -1)
    #expect(screen.cells.map(\.character) == [" ", "世", nil, " "])
  }

  @Test func overwritingHalfAWideCharacterBlanksTheOther() {
    var screen = screen(6)
    screen.write("世界", row: 0, column: 0)
    screen.write("x", row: 0, column: 1)
    #expect(screen.cells.map(\.character) == [" ", "x", "界", nil, " ", " "])
    screen.write("世", row: 0, column: 1)
    #expect(screen.cells.map(\.character) == [" ", "世", nil, " ", " ", " "])
  }

  @Test func outsideTextMovesNothing() {
    var screen = screen(12, 2)
    screen.write("a\nb\u{1B}[5Cc\r", row: 0, column: 0)
    #expect(Snapshot.text(of: screen) == "a␊b␛[5Cc␍\n")
  }

  @Test func anyBytesAtAnySizeKeepTheGridWhole() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<400 {
      let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
      let scalars = (0..<30).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x1FFFF, using: &random))
      }
      let text = String(decoding: bytes, as: UTF8.self) + String(String.UnicodeScalarView(scalars))
      var screen = Screen(Size(columns: .random(in: 0...9), rows: .random(in: 0...3)))
      for row in -1...3 {
        screen.write(text, row: row, column: .random(in: -4...10), limit: .random(in: -2...12))
      }
      screen.fill(Rect(row: -1, column: 2, columns: 3, rows: 9))
      screen.restyle(Rect(row: 0, column: -3, columns: 5, rows: 2)) { $0.adding(.bold) }
      expectWhole(screen)
    }
  }

  private func expectWhole(_ screen: Screen) {
    for row in 0..<screen.size.rows {
      var column = 0
      while column < screen.size.columns {
        guard let character = screen[row, column].character else {
          Issue.record("half a character at \(row),\(column)")
          return
        }
        column += TextWidth.columns(of: character)
      }
      #expect(column == screen.size.columns)
    }
  }
}

@Suite struct SnapshotTests {
  @Test func stylesAreATrackOfLettersWithALegend() {
    var screen = Screen(Size(columns: 8, rows: 2))
    screen.write("ab", row: 0, column: 1, style: Style(.palette(4), [.bold]))
    screen.write("c世", row: 1, column: 0, style: Style(on: .rgb(1, 2, 255), [.reverse]))
    screen.cursor = Point(row: 1, column: 3)
    #expect(Snapshot.text(of: screen) == " ab\nc世")
    #expect(Snapshot.styles(of: screen) == ".aa\nbbb\na bold 4\nb reverse on #0102ff\ncursor 1,3")
  }

  @Test func aPlainScreenHasEmptyTracks() {
    #expect(Snapshot.styles(of: Screen(Size(columns: 3, rows: 2))) == "\n")
    #expect(Snapshot.text(of: Screen(Size(columns: 0, rows: 0))).isEmpty)
  }
}
