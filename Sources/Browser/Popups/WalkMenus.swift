import QuoteModel
import Screen

extension Menu {
  /// gj: where the person has been, as a tree; Enter goes there.
  static let trail = Menu(
    title: { _, _ in "How you got here" }, empty: "you have not been anywhere else yet",
    rows: { state, _ in
      state.trail.tree.map { branch, number in
        PopupRow(
          left: branch + state.description(of: state.trail.nodes[number].stop),
          right: number == state.trail.at ? "here" : "")
      }
    },
    choose: { state, _, row in
      if let place = state.trail.tree.element(at: row) { state.goAlongTrail(to: place.number) }
      return []
    },
    enter: "go there",
    keys: [
      MenuKey("write it down", Key("w")) { state, _, _ in
        state.popup = nil
        state.prompt = Prompt(.writeTrail, text: "")
      }
    ])

  /// ' and gm: the marks; a letter goes to one at once.
  static let marks = Menu(
    title: { _, _ in "Marks" },
    empty: "no marks: m marks a quote",
    rows: { state, _ in
      state.marks.all.map { mark in
        PopupRow(
          left: "\(mark.letter.map(String.init) ?? " ") " + state.line(of: mark.quotation), right: mark.note)
      }
    },
    choose: { state, _, row in
      if let mark = state.marks.all.element(at: row) { state.jump(to: mark.quotation) }
      return []
    },
    enter: "go there, or its letter; ' the last place",
    keys: [
      MenuKey("unmark", Key(.backspace)) { state, _, row in
        guard let mark = state.marks.all.element(at: row) else { return }
        state.keep(.unmark([mark.quotation]))
        if state.marks.all.isEmpty { state.popup = nil }
      }
    ],
    letter: { state, letter in
      state.goToMark(letter)
      return []
    })
}
