import QuoteModel
import Screen

extension Menu {
  /// c: what can be wrong with the quote at hand, or the actor; u takes a correction back.
  static let correct = Menu(
    title: { _, _ in "Correct; u takes back, U does again" }, empty: "nothing here to correct",
    rows: { state, _ in state.repairs.map { PopupRow(left: $0.title, right: $0.spread) } },
    choose: { state, _, row in
      state.repairs.element(at: row)?.run(&state)
      return []
    })
}

/// A way to put something right.
struct Repair: Sendable {
  var title: String
  /// What it would change, before it is made.
  var spread: String
  var run: @Sendable (inout BrowserState) -> Void
}

extension BrowserState {
  var repairs: [Repair] {
    if focus == .actors { return currentActor.map(actorRepairs) ?? [] }
    guard let id = currentQuotation else { return [] }
    let (chosen, same) = (chosen, sameWords(as: id))
    var repairs = [
      Repair(title: "wrong speaker …", spread: spread(of: chosen)) {
        $0.openFinder(.actors, for: .actors(.speaker(chosen)))
      }
    ]
    if same.count > 1, chosen.count == 1 {
      repairs.append(
        Repair(title: "wrong speaker, and so wherever these words stand …", spread: spread(of: same)) {
          $0.openFinder(.actors, for: .actors(.speaker(same)))
        })
    }
    repairs.append(
      Repair(title: chosen.count == 1 ? "not a quote" : "no quotes", spread: spread(of: chosen)) {
        $0.range = nil
        $0.keep(.reject(chosen))
      })
    let edges: [(String, Bool, Bool)] = [
      ("begins a word earlier", true, true), ("begins a word later", true, false),
      ("ends a word later", false, true), ("ends a word earlier", false, false),
    ]
    for (title, isStart, outward) in edges {
      repairs.append(
        Repair(title: title, spread: spread(of: [id])) { state in
          state.moveEdge(of: id, isStart: isStart, outward: outward)
          // The next word is one key away.
          let row = edges.firstIndex { $0.0 == title } ?? 0
          state.open(.correct)
          let firstEdge = state.repairs.firstIndex { $0.title == edges[0].0 } ?? 0
          state.popup?.position.cursor = firstEdge + row
        })
    }
    return repairs + (corpus.speakers(of: id).first.map(actorRepairs) ?? [])
  }

  private func actorRepairs(_ actor: ActorID) -> [Repair] {
    let name = corpus[actor].name
    return [
      Repair(title: "\(name) is the same as …", spread: spread(of: actor)) {
        $0.openFinder(.actors, for: .actors(.merge(name)))
      },
      Repair(title: "\(name) is more than one …", spread: spread(of: actor)) { $0.open(.split(name)) },
    ]
  }
}
