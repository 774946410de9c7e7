import QuoteModel
import Screen

/// One line being typed at the foot of the screen.
struct Prompt: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    /// The filter as a query.
    case filter
    /// Words that a list's rows must hold, taken up as they are typed.
    case narrow(Pane)
    /// Words to find in the article being read.
    case search

    var label: String {
      switch self {
      case .filter: "filter: "
      case .narrow: "/"
      case .search: "search: "
      }
    }
  }

  var purpose: Purpose
  var line: LineEditor
  /// What was there before, which Esc brings back.
  var before: String
  /// Why the text was not taken.
  var problem: String?

  init(_ purpose: Purpose, text: String) {
    self.purpose = purpose
    line = LineEditor(text)
    before = text
  }
}

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
    case (.character("u"), true, _): delete(from: 0)
    case (.character("w"), true, _): delete(from: startOfWord)
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

  private mutating func delete(from start: Int) {
    characters.removeSubrange(start..<cursor)
    cursor = start
  }
}

extension BrowserState {
  mutating func askForFilter() {
    prompt = Prompt(.filter, text: query.description + (query.isEmpty ? "" : " "))
  }

  mutating func askForWords() {
    switch focus {
    case .reader: prompt = Prompt(.search, text: search)
    case .related: note = "the related statements are few: j and k"
    case .actors, .topics, .quotes: prompt = Prompt(.narrow(focus), text: narrowing[focus] ?? "")
    }
  }

  /// A key while a line is being typed.
  mutating func typed(_ key: Key, into prompt: Prompt) {
    var prompt = prompt
    switch key.code {
    case .enter: return commit(prompt)
    case .escape: return cancel(prompt)
    case .character("c") where key.control: return cancel(prompt)
    case .backspace where prompt.line.characters.isEmpty: return cancel(prompt)
    default:
      guard prompt.line.take(key) else { return }
      prompt.problem = nil
    }
    self.prompt = prompt
    preview(prompt)
  }

  mutating func pasted(_ text: String, into prompt: Prompt) {
    self.prompt?.line.insert(text)
    if let prompt = self.prompt { preview(prompt) }
  }

  /// Lists and the Reader follow the words as they are typed; a filter waits for Enter.
  private mutating func preview(_ prompt: Prompt) {
    switch prompt.purpose {
    case .narrow(let pane): narrow(pane, to: prompt.line.text)
    case .search: searchArticle(prompt.line.text)
    case .filter: break
    }
  }

  mutating func narrow(_ pane: Pane, to words: String) {
    guard narrowing[pane] ?? "" != words else { return }
    narrowing[pane] = words.isEmpty ? nil : words
    list(pane)
    if pane == .quotes, let id = results.quotes.element(at: cursor(.quotes)) ?? results.quotes.last {
      show(id)
    }
  }

  private mutating func searchArticle(_ words: String) {
    search = words
    settle()
    guard let page, let first = page.matches.first(where: { $0 >= readerTop }) ?? page.matches.first else {
      return
    }
    readerTop = first
  }

  private mutating func commit(_ prompt: Prompt) {
    self.prompt = nil
    guard prompt.purpose == .filter else { return }
    do throws(QueryParser.Failure) {
      setQuery(try QueryParser.parse(prompt.line.text))
    } catch {
      var prompt = prompt
      prompt.problem = error.message
      prompt.line.move(
        to: String(prompt.line.text[error.range]).count + characters(before: error.range, prompt))
      self.prompt = prompt
    }
  }

  private func characters(before range: TextRange, _ prompt: Prompt) -> Int {
    prompt.line.text[TextRange(0, range.lower)].count
  }

  private mutating func cancel(_ prompt: Prompt) {
    self.prompt = nil
    switch prompt.purpose {
    case .narrow(let pane): narrow(pane, to: prompt.before)
    case .search: search = prompt.before
    case .filter: break
    }
  }
}
