import ArticleImport
import Browser
import Glibc
import QuoteLibrary
import QuoteModel
import Reading
import Screen
import Terminal

/// The one loop: wait, take what came, update, draw once.
@MainActor
struct BrowserLoop {
  private let terminal: Terminal
  private let mailbox: Mailbox<Browser.Message>
  private let reading: Task<Void, Never>
  private let inSight = ArticlesInSight()
  private let actors: ActorsAsSaid
  private let keeper: Keeper
  private var state: BrowserState
  /// Exports that are being written.
  private var exports: [Task<Void, Never>] = []

  /// How the browser ended.
  private enum End {
    case quit
    case signal(Int32)
    /// The terminal has gone.
    case hangUp
  }

  /// Opens the browser and returns the exit status once it was left; a signal that ends it ends the program
  /// as that signal would have, the terminal given back.
  static func run(_ arguments: Arguments) async -> Int32 {
    let keeper: Keeper
    do throws(LibraryError) { keeper = try Keeper(arguments) } catch {
      StandardError.report(error.description)
      return ExitStatus.unread.rawValue
    }
    do throws(TerminalError) {
      var loop = try BrowserLoop(arguments, keeper)
      return await loop.run()
    } catch {
      StandardError.report(error.description)
      return ExitStatus.unread.rawValue
    }
  }

  private init(_ arguments: Arguments, _ keeper: Keeper) throws(TerminalError) {
    // The mailbox first: where it fails, the terminal was not touched.
    let mailbox = try Mailbox<Browser.Message>()
    terminal = try Terminal()
    self.mailbox = mailbox
    self.keeper = keeper
    var notices = terminal.notices
    state = BrowserState.asLeft(arguments, terminal.size, keeper, &notices)
    if state.wantsMouse { terminal.setMouse(true) }
    actors = ActorsAsSaid(state.actorsAsSaid)
    let (jobs, improves) = (arguments.jobs, arguments.effort != .quick)
    let (inputs, library, watches) = (arguments.inputs, keeper.library?.path, arguments.watches)
    reading = Task.detached(priority: .utility) { [inSight, actors] in
      let tell: @Sendable (ReadingEvent) -> Void = { mailbox.send(Browser.Message($0)) }
      if let library {
        return await Library.read(
          library, follows: watches, improves: improves, jobs: jobs, inSight: inSight, actors: actors,
          onEvent: tell)
      }
      if watches { return await Reading.readAndFollow(inputs, jobs: jobs, actors: actors, onEvent: tell) }
      let segments = await Reading.read(inputs, jobs: jobs, actors: actors, onEvent: tell)
      guard improves, let segments else { return }
      await Reading.improve(segments, jobs: jobs, inSight: inSight, actors: actors, onEvent: tell)
    }
    for notice in notices { mailbox.send(.notice(notice)) }
  }

  /// Keeps where the person was, for the next time.
  private func save() {
    UserFiles.replace(UserFiles.habits, with: state.habits)
    keeper.keep(place: state.placeOfReading)
  }

  private mutating func run() async -> Int32 {
    let end = untilTheEnd()
    reading.cancel()
    for export in exports { await export.value }
    save()
    terminal.close()
    switch end {
    case .quit: return 0
    case .hangUp: Terminal.die(of: SIGHUP)
    case .signal(let signal): Terminal.die(of: signal)
    }
  }

  private mutating func untilTheEnd() -> End {
    while true {
      terminal.show(draw(state, terminal.size))
      terminal.wait(on: mailbox)
      var effects: [Effect] = []
      for message in mailbox.take() { effects += update(&state, message) }
      for event in terminal.events() {
        switch event {
        case .input(let input): effects += update(&state, .input(input))
        case .suspend: effects.append(.suspend)
        case .terminate(let signal): return .signal(signal)
        case .hangUp: return .hangUp
        }
      }
      inSight.set(state.articlesInSight)
      for effect in effects {
        if effect == .quit { return .quit }
        perform(effect)
      }
    }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .quit: break
    case .stopReading: reading.cancel()
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    case .setMouse(let on): terminal.setMouse(on)
    case .setTitle(let title): terminal.setTitle(title)
    case .copy(let text):
      let isCopied = Clipboard.copy(text)
      if !terminal.copyToClipboard(text), !isCopied {
        mailbox.send(.notice("too long to copy through the terminal"))
      }
    case .openEditor(let path, let line): start(words(["VISUAL", "EDITOR"], "vi") + ["+\(line)", path])
    case .openPager(let text, let line):
      start(words(["PAGER"], "less") + ["+\(line)"], text: Sanitizing.text(text))
    case .write(let path, let text, let overwrites):
      mailbox.send(.notice(BrowserFiles.write(Array(text.utf8), to: path, overwrites: overwrites)))
    case .export(let path, let quotes, let form, let overwrites):
      exports.append(
        Task.detached { [mailbox, corpus = state.corpus] in
          let bytes = BrowserFiles.bytes(of: quotes, in: corpus, form)
          mailbox.send(.notice(BrowserFiles.write(bytes, to: path, overwrites: overwrites)))
        })
    case .pipe(let command, let text): start(Self.shell(command), text: text)
    case .relink(let said):
      actors.set(said)
      Task.detached(priority: .utility) { [mailbox, corpus = state.corpusAsRead] in
        mailbox.send(.relinked(Reading.link(corpus, as: said)))
      }
    // On the disk before the screen shows it.
    case .appendJournal(let lines): tell(keeper.decide(lines))
    case .appendSearches(let lines): tell(BrowserFiles.keep(lines, in: UserFiles.searches))
    case .openAddress(let address):
      if address.hasPrefix("https://") || address.hasPrefix("http://") { start(["xdg-open", address]) }
    }
  }

  /// What an environment variable names as a program and its arguments.
  private func words(_ variables: [String], _ otherwise: String) -> [String] {
    let values = variables.compactMap { (name: String) in getenv(name).map { String(cString: $0) } }
    let words = values.first { !$0.isEmpty }?.split(separator: " ").map(String.init) ?? []
    return words.isEmpty ? [otherwise] : words
  }

  /// The person's own command, by the person's own shell; nothing of the articles is in it. What it writes stays
  /// to be read until a key.
  private static func shell(_ command: String) -> [String] {
    [
      "/bin/sh", "-c", "eval \"$1\"; printf '\\n[Enter goes back] '; read -r _ </dev/tty", "sh", command,
    ]
  }

  private func tell(_ problem: String?) {
    if let problem { mailbox.send(.notice(problem)) }
  }

  /// Runs another program on the terminal until it ends, and says so if it does badly.
  private func start(_ arguments: [String], text: String? = nil) {
    let name = arguments.first ?? ""
    do throws(TerminalError) {
      let status = try terminal.run(arguments, text: text)
      if status != 0 { mailbox.send(.notice("\(name) ended with status \(status)")) }
    } catch {
      mailbox.send(.notice("cannot start \(error.description)"))
    }
  }
}

extension Browser.Message {
  /// What the reading side tells, as the browser takes it.
  init(_ event: ReadingEvent) {
    switch event {
    case .corpus(let corpus): self = .corpus(corpus)
    case .replaced(let corpus): self = .replaced(corpus)
    case .failed(let error):
      self = .failed(path: error.path, place: error.place.isEmpty ? nil : error.place, reason: error.reason)
    case .progress(let done, let total): self = .progress(done: done, of: total)
    case .finished(let cancelled): self = .finished(cancelled: cancelled)
    case .improving(let done, let total, let seconds):
      self = .improving(done: done, of: total, secondsLeft: seconds)
    case .improved(let cancelled): self = .improved(cancelled: cancelled)
    }
  }
}
