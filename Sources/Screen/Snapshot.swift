/// A screen as text that a person can read and a test can keep.
public enum Snapshot {
  /// The rows as lines, blanks at their ends left out. O(cells).
  public static func text(of screen: Screen) -> String {
    lines(of: screen) { cells in
      var line = ""
      for cell in cells { if let character = cell.character { line.append(character) } }
      return line.droppingLast(" ")
    }
  }

  /// The looks of the cells: a letter for each, `.` for the plain ones and those at the end of a row left
  /// out; then what each letter stands for, and where the cursor is. Letters are given in the order met.
  /// O(cells).
  public static func styles(of screen: Screen) -> String {
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    let tracks = lines(of: screen) { cells in
      var line = ""
      for cell in cells {
        if letters[cell.style] == nil {
          let letter = legend.count < alphabet.count ? alphabet[legend.count] : "#"
          letters[cell.style] = letter
          legend.append("\(letter) \(cell.style.description)")
        }
        line.append(letters[cell.style] ?? "#")
      }
      return line.droppingLast(".")
    }
    if let cursor = screen.cursor { legend.append("cursor \(cursor.row),\(cursor.column)") }
    return legend.isEmpty ? tracks : tracks + "\n" + legend.joined(separator: "\n")
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

  private static func lines(of screen: Screen, _ line: (ArraySlice<Cell>) -> String) -> String {
    (0..<screen.size.rows).map { row in
      line(screen.cells[row * screen.size.columns..<(row + 1) * screen.size.columns])
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func droppingLast(_ filler: Character) -> String {
    var line = self[...]
    while line.last == filler { line.removeLast() }
    return String(line)
  }
}

extension Style: CustomStringConvertible {
  /// `bold underline 4 on #102030`; `plain` for the terminal's own look.
  public var description: String {
    let named: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    var words = named.filter { attributes.contains($0.0) }.map(\.1)
    if foreground != .standard { words.append(foreground.description) }
    if background != .standard { words.append("on \(background.description)") }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}

extension Color: CustomStringConvertible {
  /// `standard`, the number in the palette, or `#rrggbb`.
  public var description: String {
    switch self {
    case .standard: "standard"
    case .palette(let number): "\(number)"
    case .rgb(let red, let green, let blue):
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
