import QuoteModel

/// Says in words why two quotations are related.
struct Evidence {
  private let context: RelationContext
  /// For each quotation that others repeat: how many outlets, or articles, have those words.
  private var spread: [Int32: Int] = [:]

  /// Evidence for these findings. O(findings).
  init(_ context: RelationContext, _ findings: [Finding]) {
    self.context = context
    let repeats = findings.filter { $0.kind == .repeats }
    guard !repeats.isEmpty else { return }
    var sets = DisjointSets(count: context.index.count)
    for finding in repeats { sets.unite(Int(finding.earlier), Int(finding.later)) }
    var publishers: [Int: Set<Int32>] = [:]
    for quotation in repeats.flatMap({ [$0.earlier, $0.later] }) {
      let article = context.index.article[Int(quotation)]
      publishers[sets.find(Int(quotation)), default: []].insert(context.index.outlet[Int(article)])
    }
    for quotation in repeats.flatMap({ [$0.earlier, $0.later] }) {
      spread[quotation] = publishers[sets.find(Int(quotation))]?.count
    }
  }

  /// The reason, in a few words: `same words, 3 outlets`.
  func words(_ finding: Finding) -> String {
    switch finding.reason {
    case .sameWords(let isCut, let otherSpeaker):
      if otherSpeaker { return "same words, another speaker" }
      if isCut { return "same words, cut short" }
      if context.index.article[Int(finding.earlier)] == context.index.article[Int(finding.later)] {
        return "same words, same article"
      }
      let count = spread[finding.later] ?? 1
      if count < 2 { return "same words, same outlet" }
      return "same words, \(count) \(context.index.hasOutlets ? "outlets" : "articles")"
    case .goesOn(let inParagraph):
      return inParagraph ? "goes on in the same paragraph" : "goes on in the next paragraph"
    case .takesUp(let actor, let naming, let subjects):
      let things = list(subjects)
      switch naming {
      case .words: return "names \(context.name(actor)), both about \(things)"
      case .question: return "asked about \(context.name(actor)), both about \(things)"
      case .nowhere: return "follows \(context.name(actor)), both about \(things)"
      }
    case .about(let subjects): return "both about \(list(subjects))"
    }
  }

  private func list(_ subjects: [Int32]) -> String {
    subjects.map(context.label).joined(separator: " and ")
  }
}
