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
    /// A note on a quotation.
    case note(QuotationID)
    /// The file that quotations are written to.
    case write([QuotationID])
    /// The file that marks, notes and corrections are written to.
    case writeJournal
    /// The file that the way here is written to.
    case writeTrail
    /// The name that the filter is kept under.
    case nameSearch
    /// The command that quotations are piped to.
    case pipe([QuotationID])

    var label: String {
      switch self {
      case .filter: "filter: "
      case .narrow: "/"
      case .search: "search: "
      case .note: "note: "
      case .write(let quotes): "write \(Wording.count(quotes.count, "quote")) to: "
      case .writeJournal: "write what you decided to: "
      case .writeTrail: "write the way here to (.md): "
      case .nameSearch: "keep this filter under the name: "
      case .pipe(let quotes): "pipe \(Wording.count(quotes.count, "quote")) to: "
      }
    }

    /// What is remembered together.
    var history: Histories.Kind? {
      switch self {
      case .filter: .filters
      case .narrow, .search: .searches
      case .pipe: .commands
      case .write, .writeJournal, .writeTrail: .files
      case .note, .nameSearch: nil
      }
    }
  }

  /// Why a text was not taken, and which of its characters are to blame.
  struct Problem: Equatable, Sendable {
    var message: String
    var characters: Range<Int>
  }

  var purpose: Purpose
  var line: LineEditor
  /// What was there before, which Esc brings back.
  var before: String
  var problem: Problem?
  var completion = Completion()
  /// How far back in the history the line is, and what was typed before.
  var recalled: (age: Int, typed: String)?

  init(_ purpose: Purpose, text: String) {
    self.purpose = purpose
    line = LineEditor(text)
    before = text
  }

  static func == (a: Prompt, b: Prompt) -> Bool {
    a.purpose == b.purpose && a.line == b.line && a.problem == b.problem && a.completion == b.completion
  }
}

extension BrowserState {
  mutating func askForFilter() {
    let text = filter.query.description
    prompt = Prompt(.filter, text: text + (text.isEmpty ? "" : " "))
    completePrompt()
  }

  mutating func askForWords() {
    switch focus {
    case .reader: prompt = Prompt(.search, text: search.text)
    case .timeline, .page: note = "nothing to search here: f finds anything"
    case .actors, .topics, .quotes, .related:
      prompt = Prompt(.narrow(focus), text: narrowing[focus]?.text ?? "")
    }
  }

  /// A key while a line is being typed.
  mutating func typed(_ key: Key, into prompt: Prompt) -> [Effect] {
    var prompt = prompt
    switch key.code {
    case .enter: return commit(prompt)
    case .escape where prompt.completion.chosen != nil: prompt.completion = Completion()
    case .escape: return cancel(prompt)
    case .character("c") where key.control: return cancel(prompt)
    case .backspace where prompt.line.characters.isEmpty: return cancel(prompt)
    case .tab, .backTab:
      prompt.choose(key.code == .tab ? 1 : -1)
      self.prompt = prompt
      return []
    case .up: recall(older: true, &prompt)
    case .down: recall(older: false, &prompt)
    case .character("p") where key.control: recall(older: true, &prompt)
    case .character("n") where key.control: recall(older: false, &prompt)
    case .character("r") where key.alt: prompt.togglePattern()
    default:
      guard prompt.line.take(key) else { return [] }
      prompt.recalled = nil
    }
    prompt.problem = nil
    self.prompt = prompt
    completePrompt()
    preview(prompt)
    return []
  }

  mutating func pasted(_ text: String) {
    prompt?.line.insert(text)
    completePrompt()
    if let prompt { preview(prompt) }
  }

  private func recall(older: Bool, _ prompt: inout Prompt) {
    guard let kind = prompt.purpose.history else { return }
    let typed = prompt.recalled?.typed ?? prompt.line.text
    let age = (prompt.recalled?.age ?? 0) + (older ? 1 : -1)
    guard age > 0 else {
      if prompt.recalled != nil { prompt.line = LineEditor(typed) }
      return prompt.recalled = nil
    }
    guard let text = histories.recall(kind, age: age, beginningWith: typed) else { return }
    prompt.line = LineEditor(text)
    prompt.recalled = (age, typed)
  }

  mutating func completePrompt() {
    guard let prompt else { return }
    let completion: Completion
    switch prompt.purpose {
    case .filter: completion = Completion(prompt.line, self)
    case .write: completion = Completion(fileName: prompt.line, fileForms)
    case .narrow, .search, .note, .pipe, .writeJournal, .writeTrail, .nameSearch: return
    }
    self.prompt?.completion = completion
  }

  /// Lists and the Reader follow the words as they are typed; a filter waits for Enter.
  private mutating func preview(_ prompt: Prompt) {
    switch prompt.purpose {
    case .narrow(let pane): narrow(pane, to: prompt.line.text)
    case .search: searchArticle(prompt.line.text)
    case .filter, .note, .write, .writeJournal, .writeTrail, .nameSearch, .pipe: break
    }
  }

  /// Narrows a list; a pattern that is not finished leaves the list as it is and says what it lacks.
  mutating func narrow(_ pane: Pane, to words: String) {
    guard narrowing[pane]?.text ?? "" != words else { return }
    do throws(Pattern.Failure) {
      let search = try TextSearch(words)
      narrowing[pane] = words.isEmpty ? nil : search
    } catch { return point(at: error) }
    guard pane != .related else { return positions[.related] = ListPosition() }
    list(pane)
    if pane == .quotes, let id = results.quotes.element(at: cursor(.quotes)) ?? results.quotes.last {
      show(id)
    }
  }

  private mutating func searchArticle(_ words: String) {
    do throws(Pattern.Failure) {
      search = try TextSearch(words, asPhrase: true)
    } catch { return point(at: error) }
    settle()
    guard let page = readerPage,
      let first = page.matches.first(where: { $0 >= readerTop }) ?? page.matches.first
    else { return }
    readerTop = first
  }

  private mutating func point(at failure: Pattern.Failure) {
    guard let count = prompt?.line.characters.count else { return }
    prompt?.problem = Prompt.Problem(message: failure.message, characters: 0..<count)
  }

  private mutating func commit(_ prompt: Prompt) -> [Effect] {
    let text = prompt.line.text
    if let kind = prompt.purpose.history { histories.remember(text, kind) }
    self.prompt = nil
    switch prompt.purpose {
    case .filter: commitFilter(prompt)
    case .narrow, .search:
      // What is not finished as a pattern is not searched.
      if prompt.problem != nil { self.prompt = prompt }
    case .note(let id):
      keep(.note(id, text))
    case .write(let quotes): return write(quotes, to: text)
    case .writeJournal: return write(keeping.decisions.lines.map { $0 + "\n" }.joined(), to: text)
    case .writeTrail: return write(trailAsMarkdown, to: text)
    case .nameSearch: keepSearch(as: text)
    case .pipe(let quotes): return pipe(quotes, to: text)
    }
    return []
  }

  private mutating func commitFilter(_ prompt: Prompt) {
    do throws(QueryParser.Failure) {
      let clauses = try QueryParser.parse(prompt.line.text).clauses
      // Chips that are off were not in the line, and stay.
      let off = filter.chips.filter { chip in !chip.isOn && !clauses.contains(chip.clause) }
      setFilter(Filter(chips: off + clauses.map { Filter.Chip(clause: $0) }))
    } catch {
      var prompt = prompt
      let text = prompt.line.text
      let start = text[TextRange(0, error.range.lower)].count
      let characters = start..<start + text[error.range].count
      prompt.problem = Prompt.Problem(message: error.message, characters: characters)
      prompt.line.move(to: characters.upperBound)
      prompt.completion = Completion()
      self.prompt = prompt
    }
  }

  private mutating func cancel(_ prompt: Prompt) -> [Effect] {
    self.prompt = nil
    switch prompt.purpose {
    case .narrow(let pane): narrow(pane, to: prompt.before)
    case .search: search = (try? TextSearch(prompt.before, asPhrase: true)) ?? .none
    case .filter, .note, .write, .writeJournal, .writeTrail, .nameSearch, .pipe: break
    }
    return []
  }
}

extension Prompt {
  /// M-r: words become a pattern, or the other way round.
  mutating func togglePattern() {
    let at = line.cursor
    if line.characters.first == "~" {
      line.replace(0..<1, with: "")
      line.move(to: at - 1)
    } else {
      line.replace(0..<0, with: "~")
      line.move(to: at + 1)
    }
  }
}
