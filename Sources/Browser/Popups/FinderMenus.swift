import QuoteModel
import Screen

extension Menu {
  /// f: finds anything by a few of its letters, with a look at it beside the list.
  static let finder = Menu(
    title: { _, popup in
      let scope = popup.finder?.scope ?? .everything
      return "find in \(scope.rawValue): \(popup.line.text)"
    },
    empty: "Nothing has these letters in this order. Tab looks through something else.", takesText: true,
    rows: { state, popup in
      (popup.finder?.found ?? []).map {
        PopupRow(left: state.name(of: $0.item), right: state.kind(of: $0.item), lit: $0.lit)
      }
    },
    choose: { state, popup, row in
      guard let found = popup.finder?.found.element(at: row) else { return [] }
      return state.go(to: found.item)
    },
    enter: "go there",
    keys: [
      MenuKey("next scope", Key(.tab)) { state, popup, _ in state.changeScope(popup, by: 1) },
      MenuKey("scope before", Key(.backTab)) { state, popup, _ in state.changeScope(popup, by: -1) },
      MenuKey("last words again", Key("'")) { state, popup, _ in state.recallFinder(popup) },
    ],
    preview: { state, popup, row in
      popup.finder?.found.element(at: row).map { state.preview(of: $0.item) } ?? []
    })

  /// An actor to choose for a correction.
  static func actors(_ purpose: ActorPurpose) -> Menu {
    Menu(
      title: { _, popup in "\(purpose.question): \(popup.line.text)" },
      empty: "Nobody has these letters; Enter takes the name as typed.", takesText: true,
      rows: finder.rows,
      choose: { state, popup, row in
        if case .actor(let id)? = popup.finder?.found.element(at: row)?.item {
          return state.correct(purpose, state.corpus[id].name)
        }
        return popup.line.text.isEmpty ? [] : state.correct(purpose, popup.line.text)
      },
      preview: finder.preview)
  }
}

extension BrowserState {
  mutating func openFinder(_ scope: Finder.Scope = .everything, for kind: Popup.Kind = .finder) {
    var popup = Popup(kind)
    var finder = Finder()
    finder.scope = scope
    finder.find("", self)
    popup.finder = finder
    self.popup = popup
  }

  fileprivate mutating func changeScope(_ popup: Popup, by step: Int) {
    guard var finder = popup.finder, let at = Finder.Scope.allCases.firstIndex(of: finder.scope) else {
      return
    }
    let all = Finder.Scope.allCases
    finder.scope = all[(at + step + all.count) % all.count]
    finder.forgetMatches()
    finder.find(popup.line.text, self)
    self.popup?.finder = finder
    self.popup?.position = ListPosition()
  }

  /// `'` brings the last words back where none were typed yet, else it is a letter.
  fileprivate mutating func recallFinder(_ popup: Popup) {
    var popup = popup
    if popup.line.characters.isEmpty, !lastFinderWords.isEmpty {
      popup.line.insert(lastFinderWords)
    } else {
      popup.line.insert("'")
    }
    retype(&popup)
  }
}
