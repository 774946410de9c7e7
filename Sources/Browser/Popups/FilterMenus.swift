import QuoteModel
import Screen

extension Menu {
  /// F: the filter's parts one by one.
  static let chips = Menu(
    title: { _, _ in "Filter" },
    rows: { state, _ in
      state.filter.chips.map { chip in
        PopupRow(
          left: (chip.isOn ? "[x] " : "[ ] ") + chip.clause.description,
          right: chip.isOn ? Wording.count(state.countWithout(chip), "quote") + " without it" : "off")
      }
    },
    choose: { state, _, _ in
      state.askForFilter()
      return []
    },
    enter: "edit as text",
    keys: [
      MenuKey("on or off", Key(" ")) { state, _, row in state.toggleChip(row) },
      MenuKey("the opposite", Key("x")) { state, _, row in
        state.changeChips { if $0.indices.contains(row) { $0[row].clause.isExcluded.toggle() } }
      },
      MenuKey("drop", Key(.backspace)) { state, _, row in
        state.changeChips { if $0.indices.contains(row) { $0.remove(at: row) } }
      },
      MenuKey("drop", Key("d")) { state, _, row in
        state.changeChips { if $0.indices.contains(row) { $0.remove(at: row) } }
      },
      MenuKey("add", Key("a")) { state, _, _ in
        state.popup = nil
        state.askForFilter()
      },
    ])

  /// *: filters on something of the quote at hand: who, what, where, how, or a word of it.
  static let underCursor = Menu(
    title: { _, _ in "Filter on" }, empty: "no quote to take a filter from",
    rows: { state, _ in
      state.clausesOfQuote.map {
        PopupRow(left: $0.description, right: Wording.count(state.count(adding: $0), "quote"))
      }
    },
    choose: { state, _, row in
      if let clause = state.clausesOfQuote.element(at: row) { state.setFilter(state.filter.toggling(clause)) }
      return []
    },
    enter: "add",
    keys: [
      MenuKey("exclude", Key("x")) { state, _, row in
        guard var clause = state.clausesOfQuote.element(at: row) else { return }
        state.popup = nil
        clause.isExcluded = true
        state.setFilter(state.filter.toggling(clause))
      }
    ])
}

extension BrowserState {
  /// F: the chips where there are some, else a line to write one in.
  mutating func editFilter() {
    if isFiltered { open(.chips) } else { askForFilter() }
  }

  mutating func toggleChip(_ row: Int) {
    changeChips { if $0.indices.contains(row) { $0[row].isOn.toggle() } }
  }

  mutating func changeChips(_ change: (inout [Filter.Chip]) -> Void) {
    setFilter(filter.changing(change))
    if popup?.kind == .chips, !isFiltered { popup = nil }
  }

  /// How many quotations the filter would find without one of its chips.
  func countWithout(_ chip: Filter.Chip) -> Int {
    filter.changing { $0.removeAll { $0 == chip } }.query.quotations(in: corpus).count
  }

  /// How many of what is found a clause more would leave.
  func count(adding clause: Query.Clause) -> Int {
    var found = Query([clause]).quotations(in: corpus)
    found.formIntersection(results.matching)
    return found.count
  }

  /// What the quote at hand could be filtered on: speakers, topics, whom it speaks of, outlet, kind, month, and
  /// its longest words.
  var clausesOfQuote: [Query.Clause] {
    guard let id = currentQuotation else { return [] }
    let (quotation, article) = (corpus[id], corpus[corpus.article(of: id)])
    var tests: [Query.Clause.Test] = corpus.speakers(of: id).map { .speaker(corpus[$0].name) }
    tests += topics(of: id).prefix(4).map { .topic(corpus[$0].label) }
    tests += corpus.about(id).prefix(3).map { .about(corpus[$0].name) }
    if let outlet = article.outlet { tests.append(.outlet(outlet)) }
    tests.append(.kind(quotation.kind))
    if let date = quotation.time?.date, date.year != nil {
      tests += [.after(PartialDate(year: date.year, month: date.month)), .before(date)]
    }
    let words = corpus.text(of: id).split { !$0.isLetter && $0 != "-" && $0 != "’" && $0 != "'" }.map {
      $0.lowercased()
    }
    var longest: [String] = []
    for word in words.sorted(by: { $0.count > $1.count }) where word.count > 4 && !longest.contains(word) {
      longest.append(word)
    }
    tests += longest.prefix(6).map { .words($0) }
    return tests.map { Query.Clause($0) }
  }
}
