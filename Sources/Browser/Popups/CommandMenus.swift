import QuoteModel
import Screen

extension Menu {
  /// ?: every key that works here; Enter does it.
  static let help = Menu(
    title: { state, _ in "Keys in \(state.focus.name)" },
    rows: { state, popup in rows(state, popup) },
    choose: { state, popup, row in
      state.commands(in: popup).element(at: row)?.run(&state) ?? []
    },
    enter: "do it",
    keys: [
      MenuKey("find", Key("/")) { state, _, _ in state.open(.palette) }
    ])

  /// `:` finds a command by words, or goes to a row by its number.
  static let palette = Menu(
    title: { _, popup in ": \(popup.line.text)" }, empty: "No command has these words.", takesText: true,
    rows: { state, popup in rows(state, popup) },
    choose: { state, popup, row in
      if let number = Int(popup.line.text) {
        state.move(by: number - 1 - (state.focus == .reader ? state.readerTop : state.cursor(state.focus)))
        return []
      }
      return state.commands(in: popup).element(at: row)?.run(&state) ?? []
    })

  private static func rows(_ state: BrowserState, _ popup: Popup) -> [PopupRow] {
    state.commands(in: popup).map { command in
      PopupRow(
        left: command.title, right: state.settings.keys.keys(of: command).map(\.text).joined(separator: ", "))
    }
  }

  /// s: an order for the list in focus.
  static let sort = Menu(
    title: { state, _ in "Order \(state.focus.name) by" }, empty: "this pane has an order of its own",
    rows: { state, _ in Sorting.orders(state.focus).map { PopupRow(left: $0.rawValue) } },
    choose: { state, _, row in
      if let order = Sorting.orders(state.focus).element(at: row) { state.setOrder(order) }
      return []
    })

  /// E: what could not be read.
  static let errors = Menu(
    title: { _, _ in "What could not be read" }, empty: "no errors",
    rows: { state, _ in
      state.failures.map { failure in
        PopupRow(left: failure.path + (failure.place.map { " " + $0 } ?? ""), right: failure.reason)
      }
    },
    choose: { state, _, row in
      guard let failure = state.failures.element(at: row) else { return [] }
      return [.openEditor(path: failure.path, line: 1)]
    }, enter: "open it")

  /// What the last keys had to say, for whoever looked away.
  static let notes = Menu(
    title: { _, _ in "What was said at the foot, the latest first" }, empty: "nothing was said yet",
    rows: { state, _ in state.pastNotes.reversed().map { PopupRow(left: $0) } },
    choose: { _, _, _ in [] }, enter: "close")
}

extension BrowserState {
  /// Commands that work here and hold every word typed; all that work here, for the help.
  func commands(in popup: Popup) -> [Command] {
    let words = popup.line.text.split(separator: " ").map { $0.lowercased() }
    return Command.all.filter { command in
      let text = (command.name + " " + command.title).lowercased()
      return command.applies(to: focus)
        && words.allSatisfy { word in
          text.split(whereSeparator: { !$0.isLetter }).contains { $0.hasPrefix(word) }
        }
    }
  }
}
