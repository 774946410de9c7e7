import QuoteModel
import Screen

extension Menu {
  /// Which of an actor's names, or of the articles it is in, are somebody else's.
  static func split(_ name: String) -> Menu {
    Menu(
      title: { _, _ in "Who of \(name) is somebody else" },
      empty: "one name in one article: there is nothing to part",
      rows: { state, popup in
        state.parts(of: name).map { part in
          let isTicked = popup.ticked.contains(part.name)
          let place =
            part.name.article.map { "in \($0): “\(part.name.name)”" } ?? "wherever “\(part.name.name)” stands"
          return PopupRow(
            left: (isTicked ? "[x] " : "[ ] ") + place, right: state.spread(of: part.quotes))
        }
      },
      choose: { state, popup, row in
        let parts = state.parts(of: name).map(\.name)
        let ticked = parts.filter(popup.ticked.contains)
        let chosen = ticked.isEmpty ? parts.element(at: row).map { [$0] } ?? [] : ticked
        if !chosen.isEmpty { state.keep(.split(name, chosen)) }
        return []
      },
      enter: "part them, as one",
      keys: [
        MenuKey("tick", Key(" ")) { state, _, row in
          guard let part = state.parts(of: name).element(at: row) else { return }
          state.popup?.ticked.formSymmetricDifference([part.name])
          state.popup?.position.cursor += 1
        }
      ])
  }
}

extension BrowserState {
  /// The names an actor speaks under, the one it goes by left out, and the articles it speaks in; nothing where there
  /// is but one of both. O(its quotations).
  func parts(of name: String) -> [(name: ActorCorrections.Name, quotes: [QuotationID])] {
    guard let row = corpus.links.actors.firstIndex(where: { $0.name == name }),
      row < corpus.links.quotationsBySpeaker.count
    else { return [] }
    var parts: [ActorCorrections.Name: [QuotationID]] = [:]
    for id in corpus.links.quotationsBySpeaker[row] {
      guard let own = ownName(of: ActorID(row), in: id) else { continue }
      let article = corpus[corpus.article(of: id)].name
      if own != name { parts[.init(own), default: []].append(id) }
      parts[.init(own, in: article), default: []].append(id)
    }
    guard parts.count > 1 else { return [] }
    func isBefore(_ a: ActorCorrections.Name, _ b: ActorCorrections.Name) -> Bool {
      if (a.article == nil) != (b.article == nil) { return a.article == nil }
      return (a.article ?? "", a.name) < (b.article ?? "", b.name)
    }
    return parts.map { (name: $0.key, quotes: $0.value) }.sorted { isBefore($0.name, $1.name) }
  }

  /// What an article calls an actor who said something in it. O(actors of the article).
  private func ownName(of actor: ActorID, in id: QuotationID) -> String? {
    let (segment, row) = corpus.locate(id)
    let own = segment.speakerRows[row].first {
      corpus.links.actorOfArticleActor.element(at: segment.firstActor + Int($0)) == actor
    }
    let article = segment.article(of: row)
    return own.flatMap {
      segment.actors(article).element(at: Int($0) - segment.actorRows(article).lowerBound)?.name
    }
  }
}
