import QuoteModel

/// Gathers repetitions into clusters: each has one fullest form, and everything else in it repeats that one.
struct RepeatClusters {
  /// One finding for each repetition, from or to its fullest form.
  private(set) var findings: [Finding] = []
  /// For each quotation the fullest form of its words, itself where it has none.
  private(set) var fullest: [Int32]
  /// For each fullest form: how many outlets have the words.
  private(set) var outlets: [Int32: Int] = [:]

  /// Clusters of pairs that repeat each other. O(pairs).
  init(_ pairs: [Finding], _ context: RelationContext) {
    let index = context.index
    fullest = (0..<Int32(index.count)).map { $0 }
    var sets = DisjointSets(count: index.count)
    for pair in pairs { sets.unite(Int(pair.earlier), Int(pair.later)) }
    var components: [Int: [Int]] = [:]
    for quotation in Set(pairs.flatMap { [Int($0.earlier), Int($0.later)] }).sorted() {
      components[sets.find(quotation), default: []].append(quotation)
    }
    for component in components.sorted(by: { $0.key < $1.key }).map(\.value) {
      gather(component, context)
    }
  }

  /// Takes the fullest form and what repeats it, then the same of the rest: a short form may be cut from two.
  private mutating func gather(_ component: [Int], _ context: RelationContext) {
    let index = context.index
    var rest = component.sorted {
      let (a, b) = (context.space.termCount($0), context.space.termCount($1))
      return a != b ? a > b : index.inOrder($0, $1).earlier == $0
    }
    while rest.count > 1 {
      let form = rest.removeFirst()
      var publishers: Set<Int32> = [index.outlet[Int(index.article[form])]]
      rest.removeAll { other in
        guard let finding = Repeats.judge(form, other, context) else { return false }
        findings.append(finding)
        fullest[other] = Int32(form)
        publishers.insert(index.outlet[Int(index.article[other])])
        return true
      }
      outlets[Int32(form)] = publishers.count
    }
  }
}
