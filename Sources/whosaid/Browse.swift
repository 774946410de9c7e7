import ArticleImport
import Browser
import Glibc
import QuoteExport
import QuoteParser
import Reading
import Screen
import Terminal

/// `whosaid`: the quotations on the screen, or as a plain list where the output is no terminal.
enum Browse {
  static func run(_ arguments: Arguments) async -> Int32 {
    guard StandardOutput.isTerminal else {
      let parser = Parser()
      return await LineWriter.run(arguments) { PlainList.lines(of: parser.parse($0)) }
    }
    return await BrowserLoop.run(arguments)
  }
}

/// The one loop: wait, take what came, update, draw once.
@MainActor
enum BrowserLoop {
  static func run(_ arguments: Arguments) async -> Int32 {
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal()
    } catch {
      if case .unusable(let reason) = error { StandardError.report(reason) }
      return 1
    }
    let mailbox = Mailbox<Browser.Message>()
    let reading = startReading(arguments, mailbox)
    var state = BrowserState(opened: arguments.opened, size: terminal.size)
    let status = loop(&state, terminal, mailbox, reading)
    reading.cancel()
    terminal.close()
    return status
  }

  private static func startReading(_ arguments: Arguments, _ mailbox: Mailbox<Browser.Message>) -> Task<
    Void, Never
  > {
    let (inputs, jobs) = (arguments.inputs, arguments.jobs)
    return Task.detached(priority: .utility) {
      await Reading.read(inputs, jobs: jobs) { event in
        switch event {
        case .corpus(let corpus): mailbox.post(.corpus(corpus))
        case .failed(let error):
          mailbox.post(
            .failed(path: error.path, place: error.place.isEmpty ? nil : error.place, reason: error.reason))
        case .progress(let done, let total): mailbox.post(.progress(done: done, of: total))
        case .finished(let cancelled): mailbox.post(.finished(cancelled: cancelled))
        }
      }
    }
  }

  private static func loop(
    _ state: inout BrowserState, _ terminal: Terminal, _ mailbox: Mailbox<Browser.Message>,
    _ reading: Task<Void, Never>
  ) -> Int32 {
    while true {
      terminal.show(draw(state, terminal.size))
      terminal.wait(for: mailbox.fileDescriptor)
      var effects: [Effect] = []
      for message in mailbox.take() { effects += update(&state, message) }
      for event in terminal.events() {
        switch event {
        case .input(let input): effects += update(&state, .input(input))
        case .terminate(let signal): return 128 + signal
        case .closed: return 1
        }
      }
      for effect in effects where perform(effect, terminal, reading) { return 0 }
    }
  }

  /// Does what the browser asks; whether the program ends.
  private static func perform(_ effect: Effect, _ terminal: Terminal, _ reading: Task<Void, Never>) -> Bool {
    switch effect {
    case .quit: return true
    case .stopReading: reading.cancel()
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    case .setMouse(let on): terminal.setMouse(on)
    case .setTitle(let title): terminal.setTitle(title)
    case .copy(let text): terminal.copy(text)
    case .openEditor(let path, let line):
      let editor = getenv("EDITOR").map { String(cString: $0) } ?? "vi"
      terminal.runOutside {
        OtherProgram.run(editor.split(separator: " ").map(String.init) + ["+\(line)", path])
      }
    case .openAddress(let address):
      if address.hasPrefix("https://") || address.hasPrefix("http://") {
        OtherProgram.run(["xdg-open", address])
      }
    }
    return false
  }
}

/// Runs another program by its argument list, never by a shell, and waits for it.
enum OtherProgram {
  static func run(_ words: [String]) {
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    guard let name = arguments.first ?? nil, posix_spawnp(&child, name, nil, nil, &arguments, environ) == 0
    else { return }
    var status: Int32 = 0
    waitpid(child, &status, 0)
  }
}
