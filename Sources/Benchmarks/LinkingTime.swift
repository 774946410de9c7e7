import QuoteModel
import Reading
import StatementLinks

/// What linking a corpus takes, and what linking a tenth of it with what that touches alone, as is done until everything is
/// linked: `Benchmarks --linking PATH…`.
enum LinkingTime {
  static func print(_ paths: [String]) async {
    let corpus = await Reading.corpus(of: Inputs(paths: paths)) { _ in }
    let linker = Linker()
    var whole = Links()
    for _ in 0..<3 {
      let seconds = time { whole = linker.link(corpus.segments) }
      Swift.print(
        "linking \(corpus.quotationCount) quotations of \(corpus.articleCount) articles: \(seconds) s")
    }
    printExtending(corpus, whole, linker)
  }

  private static func printExtending(_ corpus: Corpus, _ whole: Links, _ linker: Linker) {
    let articles = corpus.segments.flatMap { segment in (0..<segment.articleCount).map(segment.digested) }
    let kept = articles.count - articles.count / 10
    guard kept < articles.count else { return }
    let past = PlantedRepeats.segments(Array(articles[..<kept]))
    let first = past.last.map { $0.firstQuotation + $0.count } ?? 0
    let new = Segment(
      Array(articles[kept...]), firstArticle: kept, firstQuotation: first,
      firstActor: past.last.map { $0.firstActor + $0.actorCount } ?? 0)
    let old = linker.link(past)
    var extended = Links()
    let seconds = time { extended = linker.extend(old, of: past, by: new) }
    var (wanted, found, shown): (Int, Int, Int) = (0, 0, 0)
    for row in first..<first + new.count {
      let here = Set(extended.relations[row].map(\.target).filter { $0.index < first })
      let there = Set(whole.relations[row].map(\.target).filter { $0.index < first })
      (wanted, shown) = (wanted + there.count, shown + here.count)
      found += here.intersection(there).count
    }
    let rows = first..<first + new.count
    func speakers(_ links: Links) -> [Int: Set<String>] {
      var names: [Int: Set<String>] = [:]
      for (row, actor) in links.actors.enumerated() {
        for id in links.quotationsBySpeaker[row] where rows.contains(id.index) {
          names[id.index, default: []].insert(actor.name)
        }
      }
      return names
    }
    let (here, there) = (speakers(extended), speakers(whole))
    Swift.print(
      "the last \(articles.count - kept) articles (\(new.count) quotations) with what they touch: \(seconds) s; of "
        + "\(wanted) relations with the rest that linking everything finds, \(found) are there, of \(shown) shown; "
        + "\(there.count { here[$0.key] == $0.value }) of \(there.count) quotations have the same speakers")
  }

  private static func time(_ work: () -> Void) -> Double {
    let start = ContinuousClock.now
    work()
    return (ContinuousClock.now - start).milliseconds / 1e3
  }
}
