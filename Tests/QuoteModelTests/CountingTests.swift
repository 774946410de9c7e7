import QuoteModel
import TestSupport
import Testing

/// Counts over sets of quotations, held against counting one by one.
@Suite struct CountingTests {
  private let corpus = FixtureCorpus.make()

  /// Every set of the six quotations.
  private var sets: [QuotationSet] {
    (0..<1 << corpus.quotationCount).map { bits in
      var set = QuotationSet(universe: corpus.quotationCount)
      for row in 0..<corpus.quotationCount where bits & 1 << row != 0 { set.insert(QuotationID(row)) }
      return set
    }
  }

  @Test func facetsCountSpeakersAndTopics() {
    for set in sets {
      let facets = Facets(of: set, in: corpus)
      for actor in corpus.links.actors.indices {
        let said = set.filter { corpus.speakers(of: $0).contains(ActorID(actor)) }
        #expect(facets.actors[actor] == said.count)
      }
      for topic in corpus.links.topics.indices {
        let about = set.filter { corpus.links.topicsOfQuotation[$0.index].contains(TopicID(topic)) }
        #expect(facets.topics[topic] == about.count)
      }
    }
  }

  @Test func datesAreCounted() {
    let all = (0..<corpus.quotationCount).map { QuotationID($0) }
    for set in sets {
      let keys = set.compactMap { corpus[$0].time?.date.sortKey }
      for counts in [DateCounts(of: set, in: corpus), DateCounts(of: all[...], in: set, of: corpus)] {
        #expect(counts.undated == set.count - keys.count)
        #expect(counts.dates == Set(keys).sorted())
        counts.forEach { key, count in #expect(count == keys.count { $0 == key }) }
      }
    }
  }

  @Test func anOrderIsFiltered() {
    let order = [5, 2, 0, 4, 1, 3].map { QuotationID($0) }
    for set in sets { #expect(set.filter(order, count: set.count) == order.filter(set.contains)) }
  }
}
