import QuoteModel
import StatementLinks
import Testing

/// What must hold of the links of any corpus.
@Suite struct LinkPropertyTests {
  /// A made-up corpus: a small vocabulary, so that much is shared.
  private func articles(seed: UInt64, count: Int) -> [ParsedArticle] {
    var dice = Dice(state: seed)
    let given = ["Ana", "Ivo", "Kim", "Lea"]
    let surnames = ["Ruiz", "Marin", "Lee", "Oseiv", "Brandt"]
    return (0..<count).map { number in
      let actors = (0..<4).map { row -> Actor in
        switch row {
        case 0: Actor(name: "\(dice.pick(given)) \(dice.pick(surnames))", kind: .person)
        case 1: Actor(name: dice.pick(surnames), kind: .person)
        case 2: Actor(name: dice.pick(["Serbia", "Türkiye", "Turkey", "Chile"]), kind: .country)
        default: Actor(name: "both", kind: .group, members: [0, 1])
        }
      }
      let paragraphs = (0..<(1 + dice.roll(4))).map { _ in
        (0..<dice.roll(3)).map { _ in
          Statement(
            words: (0..<(1 + dice.roll(14))).map { _ in
              "w\(dice.roll(60))\(dice.pick(["", "", "s"]))/\(dice.pick(["NN", "NNS", "JJ", "VBD", "IN", "NNP"]))"
            }.joined(separator: " "), speakers: dice.roll(6) == 0 ? [] : [dice.roll(4)],
            about: dice.roll(2) == 0 ? [] : [dice.roll(4)], asked: dice.roll(5) == 0 ? "w1/NN" : "")
        }
      }
      return article(
        outlet: dice.pick(["A", "B", nil]), date: dice.pick(["2024-10-11", "2024-11", "2023", nil]),
        actors: actors, paragraphs)
    }
  }

  @Test(arguments: [1, 2, 3]) func relationsAreHeldAtBothEnds(_ seed: UInt64) {
    let corpus = corpus(articles(seed: seed, count: 120))
    let relations = corpus.links.relations
    #expect(relations.count == corpus.quotationCount)
    #expect(relations.contains { !$0.isEmpty })
    for quotation in 0..<relations.count {
      let list = Array(relations[quotation])
      #expect(list.count <= 12)
      #expect(zip(list, list.dropFirst()).allSatisfy { $0.score >= $1.score })
      #expect(Set(list.map(\.target)).count == list.count)
      for relation in list {
        #expect((0..<relations.count).contains(relation.target.index) && relation.target.index != quotation)
        #expect((0...1).contains(relation.score) && !relation.evidence.isEmpty)
        let back = relations[relation.target.index].filter { $0.target.index == quotation }
        #expect(back.count == 1)
        #expect(back.first?.kind == relation.kind && back.first?.score == relation.score)
        #expect(back.first?.isForward == !relation.isForward && back.first?.evidence == relation.evidence)
      }
    }
  }

  @Test(arguments: [4, 5]) func linksAreTheSameEachTimeAndHoweverTheArticlesAreBatched(_ seed: UInt64) {
    let articles = articles(seed: seed, count: 60)
    let (one, again, many) = (corpus(articles), corpus(articles), corpus(articles, segmentSize: 7))
    for other in [again, many] {
      #expect(one.links.actors == other.links.actors)
      #expect(one.links.actorOfArticleActor == other.links.actorOfArticleActor)
      #expect(one.links.topics == other.links.topics)
      #expect(one.links.topicsOfQuotation.items == other.links.topicsOfQuotation.items)
      #expect(one.links.relations.elementsEqual(other.links.relations))
    }
  }

  @Test(arguments: [6, 7]) func tablesAgreeWithEachOther(_ seed: UInt64) {
    check(corpus(articles(seed: seed, count: 80), segmentSize: 30))
  }

  @Test(arguments: [8, 9]) func whatIsLinkedWithWhatItTouchesFitsBehindTheRest(_ seed: UInt64) {
    let articles = articles(seed: seed, count: 90)
    let (rest, all) = (corpus(Array(articles.prefix(60))), corpus(articles, segmentSize: 60))
    let both = Corpus(
      segments: all.segments,
      links: linker.extend(
        rest.links, of: rest.segments, by: all.segments[all.segments.count - 1]))
    check(both)
    // The rest is what it was.
    let (old, new) = (rest.links, both.links)
    #expect(new.actors.starts(with: old.actors) && new.topics.starts(with: old.topics))
    #expect(new.actorOfArticleActor.starts(with: old.actorOfArticleActor))
    let count = rest.quotationCount
    for row in 0..<count {
      let kept = new.relations[row].filter { $0.target.index < count }
      #expect(Set(kept.map(\.target)) == Set(old.relations[row].map(\.target)))
      #expect(new.fullestForms[QuotationID(row)] == old.fullestForms[QuotationID(row)])
    }
    // What is new hangs together with it, at both ends, and mostly as in the whole.
    var (found, wanted) = (0, 0)
    for row in 0..<both.quotationCount {
      let list = Array(new.relations[row])
      #expect(zip(list, list.dropFirst()).allSatisfy { $0.score >= $1.score })
      for relation in list {
        let back = new.relations[relation.target.index].filter { $0.target.index == row }
        #expect(back.count == 1 && back.first?.evidence == relation.evidence)
      }
      guard row >= count else { continue }
      let there = all.links.relations[row].map(\.target).filter { $0.index < count }
      wanted += there.count
      found += Set(there).intersection(list.map(\.target)).count
    }
    #expect(wanted > 20 && found * 2 > wanted)
    let names = new.actors.filter { $0.isNamed && $0.kind == .country }.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func onlySomeArticlesAreTouched() {
    // The new ones say again what thirty old ones said.
    let old = articles(seed: 3, count: 1000)
    let rest = corpus(old, segmentSize: 100)
    let all = corpus(old + old[200..<230], segmentSize: 1000)
    let new = all.segments[all.segments.count - 1]
    let both = Corpus(
      segments: rest.segments + [new], links: linker.extend(rest.links, of: rest.segments, by: new))
    check(both)
    let touched = (0..<rest.quotationCount).count { row in
      both.links.relations[row].contains { $0.target.index >= rest.quotationCount }
    }
    #expect(touched > 10 && touched < rest.quotationCount / 2)
  }

  private func check(_ corpus: Corpus) {
    let links = corpus.links
    #expect(links.relations.count == corpus.quotationCount)
    #expect(links.actorOfArticleActor.count == corpus.articleActorCount)
    #expect(links.actorOfArticleActor.allSatisfy { links.actors.indices.contains($0.index) })
    #expect(links.actors.allSatisfy { $0.members.allSatisfy(links.actors.indices.contains) })
    for quotation in 0..<corpus.quotationCount {
      let id = QuotationID(quotation)
      for topic in links.topicsOfQuotation[quotation] {
        #expect(links.quotationsByTopic[topic.index].contains(id))
      }
      for speaker in corpus.speakers(of: id) {
        #expect(links.quotationsBySpeaker[speaker.index].contains(id))
      }
    }
    let both = links.quotationsByTopic.items.count
    #expect(both == links.topicsOfQuotation.items.count)
    for topic in links.topics.indices {
      let list = links.quotationsByTopic[topic]
      #expect(!list.isEmpty && zip(list, list.dropFirst()).allSatisfy { $0 < $1 })
    }
  }
}

/// Numbers that look random and are the same each time.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[roll(items.count)] }
}
