import QuoteModel
import Screen

extension Menu {
  /// gs: filters under names, and what is new in each.
  static let searches = Menu(
    title: { _, _ in "Filters you keep" },
    empty: "none: filter, then g s keeps the filter under a name",
    rows: { state, _ in
      state.searches.all.map { search in
        let count = state.searchCounts[search.name] ?? SearchCount(new: 0, all: 0)
        let new = count.new > 0 ? "\(Wording.number(count.new)) new of " : ""
        return PopupRow(left: search.name + "   " + search.query, right: new + Wording.number(count.all))
      }
    },
    choose: { state, _, row in
      if let search = state.searches.all.element(at: row) { state.openSearch(search) }
      return []
    },
    enter: "filter",
    keys: [
      MenuKey("keep this filter", Key("a")) { state, _, _ in state.askForSearchName() },
      MenuKey("forget", Key(.backspace)) { state, _, row in
        guard let search = state.searches.all.element(at: row) else { return }
        state.searches.forget(search.name)
        state.note = "forgotten: \(search.name)"
        if state.searches.all.isEmpty { state.popup = nil }
      },
    ])
}
