extension Corpus {
  /// Those of `candidates` of which every word searched stands in what was said or in the name of somebody who said
  /// it: what a row of a list shows. O(candidates + actors), and O(their text) where the signatures cannot tell.
  public func quotations(of candidates: QuotationSet, showing search: TextSearch) -> QuotationSet {
    guard case .words(let words) = search.parts else {
      var found = quotations(of: candidates, holding: search)
      found.formUnion(quotations(of: candidates) { search.isFound(in: $0[...]) })
      return found
    }
    return words.reduce(candidates) { left, word in
      var found = quotations(of: left, holding: word)
      found.formUnion(quotations(of: left) { word.isFound(in: $0[...]) })
      return found
    }
  }

  /// Those of `candidates` that are said by somebody of such a name.
  private func quotations(of candidates: QuotationSet, saidBy isMeant: (String) -> Bool) -> QuotationSet {
    var found = QuotationSet(universe: candidates.universe)
    for (row, actor) in links.actors.enumerated() where row < links.quotationsBySpeaker.count {
      let said = links.quotationsBySpeaker[row]
      guard !said.isEmpty, isMeant(actor.name) else { continue }
      for id in said where candidates.contains(id) { found.insert(id) }
    }
    return found
  }
}
