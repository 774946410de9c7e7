import Browser
import Glibc
import QuoteLibrary
import QuoteModel
import Reading
import Screen

/// The browser without a screen: a line in, some lines out (`--plain-ui`). For screen readers, and for terminals that
/// can do nothing else.
struct PlainUI {
  private let arguments: Arguments
  private let keeper: Keeper
  private var state: BrowserState
  private var isOver = false

  /// Reads everything, then answers line after line until `Q` or the end of the input.
  static func run(_ arguments: Arguments) async -> Int32 {
    guard !arguments.paths.contains("-") else {
      StandardError.report("--plain-ui reads what you type from standard input: name the articles")
      return ExitStatus.misuse.rawValue
    }
    var notices: [String] = []
    let keeper: Keeper
    do throws(LibraryError) { keeper = try Keeper(arguments, keepsPlace: false) } catch {
      StandardError.report(error.description)
      return ExitStatus.unread.rawValue
    }
    let state = BrowserState.asLeft(arguments, Size(columns: 80, rows: 24), keeper, &notices)
    var ui = PlainUI(arguments: arguments, keeper: keeper, state: state)
    ui.say(notices)
    await ui.read()
    ui.say(
      ["Type a key or a command and Enter; ? has them, list tells what comes next, Q leaves."]
        + ui.state.spoken)
    ui.answer()
    return 0
  }

  private init(arguments: Arguments, keeper: Keeper, state: BrowserState) {
    (self.arguments, self.keeper, self.state) = (arguments, keeper, state)
  }

  private mutating func read() async {
    var log = WorkLog(arguments)
    let corpus = await arguments.readCorpus(&log)
    let said = state.actorsAsSaid
    take(.corpus(said.all.isEmpty ? corpus : Reading.link(corpus, as: said)))
    take(.finished(cancelled: false))
    say([state.counted])
  }

  private mutating func answer() {
    while !isOver, let line = readLine() {
      if line == "list", !state.takesText {
        say(state.spokenRows(10))
        continue
      }
      guard let inputs = state.inputs(typed: line) else {
        say(["no command and no keys: " + Sanitizing.line(line)])
        continue
      }
      for input in inputs { take(.input(input)) }
      if !isOver { say(state.spoken) }
    }
  }

  private mutating func take(_ message: Message) {
    for effect in update(&state, message) { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .quit: isOver = true
    case .write(let path, let text, let overwrites):
      take(.notice(BrowserFiles.write(Array(text.utf8), to: path, overwrites: overwrites)))
    case .export(let path, let quotes, let form, let overwrites):
      let bytes = BrowserFiles.bytes(of: quotes, in: state.corpus, form)
      take(.notice(BrowserFiles.write(bytes, to: path, overwrites: overwrites)))
    case .appendJournal(let lines): tell(keeper.decide(lines))
    case .appendSearches(let lines): tell(BrowserFiles.keep(lines, in: UserFiles.searches))
    case .relink(let said): take(.relinked(Reading.link(state.corpusAsRead, as: said)))
    case .copy(let text): say(text.split(separator: "\n").map { Sanitizing.line($0) })
    case .openAddress(let address): say([address])
    case .openEditor(let path, let line): say(["\(Sanitizing.line(path)), line \(line)"])
    case .openPager(let text, _): say([Sanitizing.text(text)])
    case .pipe: tell("nothing is piped without a screen: w writes a file")
    case .stopReading, .suspend, .redraw, .setMouse, .setTitle: break
    }
  }

  private mutating func tell(_ problem: String?) {
    if let problem { take(.notice(problem)) }
  }

  private func say(_ lines: [String]) {
    for line in lines { print(line) }
    fflush(nil)
  }
}
