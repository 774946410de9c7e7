import QuoteModel

/// Quotations a person has marked, each with a letter as long as there are letters, and a note.
struct Marks: Equatable, Sendable {
  struct Mark: Equatable, Sendable {
    var quotation: QuotationID
    var letter: Character?
    var note = ""
  }

  /// In the order marked.
  private(set) var all: [Mark] = []
  private var rows: [QuotationID: Int] = [:]

  subscript(id: QuotationID) -> Mark? { rows[id].map { all[$0] } }

  subscript(letter: Character) -> Mark? { all.first { $0.letter == letter } }

  mutating func append(_ mark: Mark) {
    rows[mark.quotation] = all.count
    all.append(mark)
  }

  /// Letters that no mark has.
  var freeLetters: ArraySlice<Character> {
    "abcdefghijklmnopqrstuvwxyz".filter { letter in !all.contains { $0.letter == letter } }.map(\.self)[...]
  }
}

extension BrowserState {
  /// The quotations that keys act on: the range, where there is one, else the one at hand.
  var chosen: [QuotationID] {
    guard let rows = rangeRows else { return currentQuotation.map { [$0] } ?? [] }
    return Array(results.quotes[rows])
  }

  /// Rows of Quotes from where the range began to the cursor.
  var rangeRows: ClosedRange<Int>? {
    guard let range, let start = results.row(of: range, near: cursor(.quotes)), !results.quotes.isEmpty else {
      return nil
    }
    let end = min(cursor(.quotes), results.quotes.count - 1)
    return min(start, end)...max(start, end)
  }

  /// m: marks what is at hand, or takes the mark away where all of it is marked.
  mutating func toggleMarks() {
    let chosen = chosen
    guard !chosen.isEmpty else { return note = "no quote to mark" }
    let unmarked = chosen.filter { marks[$0] == nil }
    range = nil
    keep(unmarked.isEmpty ? .unmark(chosen) : .mark(unmarked))
  }

  mutating func toggleRange() {
    guard focus == .quotes, let reading else { return note = "a range is made in 3 Quotes" }
    range = range == nil ? reading : nil
    note = range == nil ? nil : "range: move, then y copies, w writes, m marks; v ends it"
  }

  /// ': goes to the mark with a letter, or with another ' to the last place.
  mutating func goToMark(_ letter: Character) {
    if letter == "'" { return goBack() }
    guard let mark = marks[letter] else { return note = "no mark \(letter)" }
    jump(to: mark.quotation)
  }

  mutating func askForNote() {
    guard let id = currentQuotation else { return note = "no quote to write a note on" }
    prompt = Prompt(.note(id), text: marks[id]?.note ?? "")
  }
}
