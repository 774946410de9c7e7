/// Something a person can have done: keys, help, hints and palette all come from this one table.
struct Command: Sendable {
  /// What the palette finds it by.
  let name: String
  /// What it does, in a few words.
  let title: String
  let keys: [KeySequence]
  /// Panes whose focus it needs.
  let panes: Set<Pane>
  /// A word for the foot of the screen; `nil` keeps it to the help.
  let hint: String?
  /// Whether the word is worth its place now.
  let isHinted: @Sendable (BrowserState) -> Bool
  let run: @Sendable (inout BrowserState) -> [Effect]

  func applies(to pane: Pane) -> Bool { panes.contains(pane) }

  private init(
    _ name: String, _ title: String, _ keys: [String], in panes: Set<Pane> = everywhere, hint: String? = nil,
    hintWhen isHinted: @escaping @Sendable (BrowserState) -> Bool = { _ in true },
    asking run: @escaping @Sendable (inout BrowserState) -> [Effect]
  ) {
    self.name = name
    self.title = title
    self.keys = keys.map(KeySequence.init)
    self.panes = panes
    self.hint = hint
    self.isHinted = isHinted
    self.run = run
  }

  /// A command that asks nothing of whoever runs the browser.
  private init(
    _ name: String, _ title: String, _ keys: [String], in panes: Set<Pane> = everywhere, hint: String? = nil,
    hintWhen isHinted: @escaping @Sendable (BrowserState) -> Bool = { _ in true },
    _ run: @escaping @Sendable (inout BrowserState) -> Void
  ) {
    self.init(name, title, keys, in: panes, hint: hint, hintWhen: isHinted) { state in
      run(&state)
      return []
    }
  }

  private static let everywhere = Set(Pane.allCases)
  private static let sets: Set<Pane> = [.actors, .topics]
  private static let lists: Set<Pane> = [.actors, .topics, .quotes]

  /// Every command, in the order the help shows them; of two with the same key the first that applies counts.
  static let all: [Command] = filters + movement + panes + threads + trail + rest

  private static let filters = [
    Command("filter", "filter on this alone", ["Enter"], in: sets, hint: "filter") { $0.replaceFilter() },
    Command("open", "open this quote in the Reader", ["Enter"], in: [.quotes], hint: "open") { $0.open() },
    Command("follow", "go to this statement", ["Enter"], in: [.related], hint: "go") { $0.open() },
    Command("recentre", "back to the quote", ["Enter"], in: [.reader]) { $0.open() },
    Command("add", "add to the filter, or take away", ["Space"], in: sets, hint: "+filter") {
      $0.addToFilter(excluding: false)
    },
    Command("exclude", "exclude from the filter", ["x"], in: sets, hint: "exclude") {
      $0.addToFilter(excluding: true)
    },
    Command(
      "drop", "drop the filter's last part", ["Backspace"], hint: "drop", hintWhen: { $0.isFiltered }
    ) { $0.dropLastClause() },
    Command("edit-filter", "edit the filter", ["F"], hint: "filter…") { $0.askForFilter() },
    Command("narrow", "narrow this list as you type", ["/"], in: lists, hint: "search") { $0.askForWords() },
    Command("search", "search the article", ["/"], in: [.reader], hint: "search") { $0.askForWords() },
    Command("next-match", "next place found", ["n"], in: [.reader]) { $0.findAgain(forward: true) },
    Command("previous-match", "previous place found", ["N"], in: [.reader]) { $0.findAgain(forward: false) },
    Command("sort", "choose an order", ["s"], in: lists, hint: "sort") { $0.open(.sort) },
    Command("reverse", "reverse the order", ["S"], in: lists) { $0.reverseOrder() },
  ]

  private static let movement = [
    Command("down", "down", ["j", "Down"]) { $0.move(by: 1) },
    Command("up", "up", ["k", "Up"]) { $0.move(by: -1) },
    Command("half-down", "half a page down", ["C-d"]) { $0.move(halfPages: 1) },
    Command("half-up", "half a page up", ["C-u"]) { $0.move(halfPages: -1) },
    Command("page-down", "a page down", ["PgDn", "C-f"]) { $0.move(halfPages: 2) },
    Command("page-up", "a page up", ["PgUp", "C-b"]) { $0.move(halfPages: -2) },
    Command("top", "to the start", ["g g", "Home"]) { $0.moveToStart() },
    Command("bottom", "to the end", ["G", "End"]) { $0.moveToEnd() },
  ]

  private static let panes =
    Pane.allCases.map { pane in
      Command("\(pane)", "focus \(pane.name)", ["\(pane.rawValue)"]) { $0.setFocus(pane) }
    } + [
      Command("next-pane", "next pane", ["Tab", "l", "Right"]) { $0.setFocus($0.focus.next(by: 1)) },
      Command("previous-pane", "previous pane", ["S-Tab", "h", "Left"]) {
        $0.setFocus($0.focus.next(by: -1))
      },
      Command("zoom", "this pane alone, or all of them", ["z"]) { $0.isZoomed.toggle() },
      Command("larger", "more rows above", ["+"]) { $0.resize(by: 1) },
      Command("smaller", "fewer rows above", ["_"]) { $0.resize(by: -1) },
    ]

  private static let threads = [
    Command("speaker", "to this quote's speaker", ["a"], in: [.quotes, .reader, .related]) {
      $0.goToSpeaker()
    },
    Command("topic", "to this quote's topic", ["t"], in: [.quotes, .reader, .related]) { $0.goToTopic() },
    Command("related-list", "to what is related", ["r"], in: [.quotes, .reader]) { $0.setFocus(.related) },
    step("related", "r", .related), step("related", "r", .related, back: true),
    step("same-speaker", "s", .speaker), step("same-speaker", "s", .speaker, back: true),
    step("same-topic", "t", .topic), step("same-topic", "t", .topic, back: true),
    step("quote", "q", .article), step("quote", "q", .article, back: true),
    Command("repeat", "that step again", [";"]) { $0.repeatStep() },
  ]

  private static func step(_ name: String, _ key: String, _ thread: Step.Thread, back: Bool = false)
    -> Command
  {
    let what =
      switch thread {
      case .related: "related statement"
      case .speaker: "by the same speaker"
      case .topic: "on the same topic"
      case .article: "quote of this article"
      }
    return Command(
      (back ? "previous-" : "next-") + name, (back ? "previous " : "next ") + what,
      [(back ? "[ " : "] ") + key]
    ) { $0.take(Step(thread: thread, isForward: !back)) }
  }

  private static let trail = [
    Command("back", "back to where you were", ["C-o", "H", "M-Left"]) { $0.goBack() },
    Command("forward", "forward again", ["L", "M-Right"]) { $0.goForward() },
  ]

  private static let rest = [
    Command("copy", "copy with citation", ["y"], asking: { $0.copyWithCitation() }),
    Command("editor", "open the article in your editor", ["e"], asking: { $0.editArticle() }),
    Command("address", "open the article's address", ["o"], asking: { $0.openArticleAddress() }),
    Command("errors", "what could not be read", ["E"]) { $0.open(.errors) },
    Command("mouse", "mouse on or off", ["M"], asking: { $0.toggleMouse() }),
    Command("commands", "find a command, or go to a row by its number", [":"], hint: "cmd") {
      $0.open(.palette)
    },
    Command("help", "all keys that work here", ["?"], hint: "help") { $0.open(.help) },
    Command("redraw", "paint the screen again", ["C-l"], asking: { _ in [.redraw] }),
    Command("suspend", "back to the shell for a while", ["C-z"], asking: { _ in [.suspend] }),
    Command("stop", "stop reading, or improving", ["C-c"], asking: { $0.stopReading() }),
    Command("unwind", "close, or end the search", ["Esc"]) { $0.unwind() },
    Command("close", "close this, quit at the root", ["q"], hint: "close", asking: { $0.close() }),
    Command("quit", "quit", ["Q"], asking: { _ in [.quit] }),
  ]
}
