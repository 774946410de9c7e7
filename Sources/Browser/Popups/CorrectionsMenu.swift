import QuoteModel
import Screen

extension Menu {
  /// gk: everything that was corrected, and what has become of it.
  static let corrections = Menu(
    title: { _, _ in "What you have corrected" }, empty: "nothing is corrected: c corrects what is at hand",
    rows: { state, _ in state.corrections.map { PopupRow(left: $0.title, right: $0.state) } },
    choose: { state, _, row in
      if let quote = state.corrections.element(at: row)?.quotation { state.jump(to: quote) }
      return []
    },
    enter: "go there",
    keys: [
      MenuKey("take back", Key(.backspace)) { state, _, row in
        guard let correction = state.corrections.element(at: row) else { return }
        state.keep(.forget(correction.decision, correction.title))
        if state.corrections.isEmpty { state.popup = nil }
      }
    ])
}

/// Something a person has put right.
struct MadeCorrection: Sendable {
  var decision: Decision
  var title: String
  /// What stands in its way, or where it is at home.
  var state: String
  var quotation: QuotationID?
}

extension BrowserState {
  /// Corrections of all articles, those of quotations that are not here too, in an order that stays. O(corrections).
  var corrections: [MadeCorrection] {
    keeping.decisions.corrections.map { ($0, $0.line) }.sorted { $0.1 < $1.1 }.map { decision, _ in
      if case .actors(let said) = decision { return correction(said) }
      let found = decision.key.flatMap { keeping.found[$0] }
      let words = found.map { "“" + corpus.text(of: $0).onOneLine.clipped(to: 50) + "”" } ?? "a quote"
      return MadeCorrection(
        decision: decision, title: words + decision.verdict,
        state: found == nil ? "not in these articles" : "",
        quotation: found)
    }
  }

  private func correction(_ said: ActorCorrections.Correction) -> MadeCorrection {
    func words(_ name: ActorCorrections.Name) -> String {
      name.name + (name.article.map { " (in \($0))" } ?? "")
    }
    let links = keeping.base.links
    let isUnheld = links.unheldCorrections.contains(said)
    let state =
      isUnheld ? "not held: others say the opposite" : links.corrections.all.contains(said) ? "" : "linking"
    return MadeCorrection(
      decision: .actors(said),
      title: words(said.first) + (said.isSame ? " is " : " is not ") + words(said.second),
      state: state)
  }
}

extension Decision {
  /// The quotation it is about.
  var key: QuoteKey? {
    switch self {
    case .mark(let key, _), .unmark(let key), .note(let key, _), .speaker(let key, _), .words(let key, _),
      .isQuote(let key, _):
      key
    case .actors, .unsaid: nil
    }
  }

  fileprivate var verdict: String {
    switch self {
    case .speaker(_, let name): " was said by \(name ?? "whom the parser says")"
    case .words: " has other edges"
    case .isQuote(_, let isOne): isOne ? " is a quote" : " is no quote"
    case .mark, .unmark, .note, .actors, .unsaid: ""
    }
  }
}
