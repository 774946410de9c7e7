import QuoteModel
import StatementLinks
import Testing

@Suite struct ActorCorrectionsTests {
  private typealias Name = ActorCorrections.Name

  /// Three articles about Ann Marsh, of whom two never say more than `Marsh`, and one about Ivo Lund.
  private let articles = [
    article(name: "one", actors: [person("Ann Marsh"), person("Ivo Lund")], []),
    article(name: "two", actors: [person("Marsh")], []),
    article(name: "three", actors: [person("Marsh"), person("A. M. Marsh-Lund")], []),
    article(name: "four", actors: [person("Ivo Lund"), person("Lund")], []),
  ]

  private static func person(_ name: String) -> Actor { Actor(name: name, kind: .person) }
  private func ids(_ corrections: ActorCorrections, _ articles: [ParsedArticle]? = nil) -> [Int] {
    links(corrections, articles).actorOfArticleActor.map(\.index)
  }

  private func links(_ corrections: ActorCorrections, _ articles: [ParsedArticle]? = nil) -> Links {
    var corrected = linker
    corrected.corrections = corrections
    return corpus(articles ?? self.articles, by: corrected).links
  }

  @Test func withoutCorrectionsTheEvidenceStands() {
    #expect(ids(ActorCorrections()) == [0, 1, 0, 0, 2, 1, 3])
  }

  @Test func twoNamesAreMadeOne() {
    var corrections = ActorCorrections()
    corrections.unite(Name("Ann Marsh"), Name("A. M. Marsh-Lund"))
    #expect(ids(corrections) == [0, 1, 0, 0, 0, 1, 2])
  }

  @Test func anArticlesNameIsMadeItsOwn() {
    var corrections = ActorCorrections()
    corrections.separate(Name("Marsh", in: "two"), from: Name("Ann Marsh"))
    #expect(ids(corrections) == [0, 1, 2, 0, 3, 1, 4])
  }

  @Test func anArticlesNameIsGivenToAnother() {
    var corrections = ActorCorrections()
    corrections.unite(Name("Marsh", in: "three"), Name("Ivo Lund"))
    #expect(ids(corrections) == [0, 1, 0, 1, 2, 1, 3])
  }

  @Test func twoNamesAreMadeTwo() {
    var corrections = ActorCorrections()
    corrections.separate(Name("Marsh"), from: Name("Ann Marsh"))
    #expect(ids(corrections) == [0, 1, 2, 2, 3, 1, 4])
  }

  @Test func spellingDoesNotMatter() {
    var corrections = ActorCorrections()
    corrections.unite(Name("ann mársh"), Name("IVO LUND"))
    #expect(ids(corrections) == [0, 0, 0, 0, 1, 0, 2])
  }

  @Test func whatNobodyBearsChangesNothing() {
    var corrections = ActorCorrections()
    corrections.unite(Name("Kim Oseiv"), Name("Ann Marsh"))
    corrections.separate(Name("Lund", in: "nowhere"), from: Name("Ivo Lund"))
    #expect(ids(corrections) == ids(ActorCorrections()))
    #expect(links(corrections).unheldCorrections.isEmpty)
  }

  @Test func contradictionsAreTold() {
    var corrections = ActorCorrections()
    corrections.unite(Name("Ann Marsh"), Name("A. M. Marsh-Lund"))
    corrections.unite(Name("A. M. Marsh-Lund"), Name("Ivo Lund"))
    corrections.separate(Name("Ann Marsh"), from: Name("Ivo Lund"))
    let links = links(corrections)
    #expect(links.actorOfArticleActor.map(\.index) == [0, 0, 0, 0, 0, 0, 1])
    #expect(links.unheldCorrections.map(\.second.name) == ["Ivo Lund"])
  }

  @Test func theOppositeIsTakenBack() {
    var corrections = ActorCorrections()
    corrections.unite(Name("Ann Marsh"), Name("Ivo Lund"))
    corrections.separate(Name("Ivo Lund"), from: Name("Ann Marsh"))
    #expect(corrections.all.count == 1 && ids(corrections) == ids(ActorCorrections()))
    corrections.unite(Name("Ivo Lund"), Name("Ann Marsh"))
    #expect(corrections.all.count == 1 && ids(corrections)[1] == 0)
  }

  /// Whatever is said in whatever order: what is one is one, what is two is two or told of, however articles are read.
  @Test(arguments: 1...12) func correctionsWinWhateverTheirOrder(_ seed: Int) {
    var state = UInt64(seed)
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
    let names = ["Ann Marsh", "Ivo Marsh", "Marsh", "Kim Lund", "Lund", "Harbor Board"]
    let articles = (0..<12).map { number in
      article(
        name: "a\(number)",
        actors: Set((0..<3).map { _ in names[roll(names.count)] }).sorted().map {
          Actor(name: $0, kind: $0 == "Harbor Board" ? .organisation : .person)
        }, [])
    }
    let said = (0..<6).map { _ in
      (
        Name(names[roll(6)], in: roll(3) == 0 ? "a\(roll(12))" : nil), Name(names[roll(6)]), roll(2) == 0
      )
    }
    func corrections(_ said: [(Name, Name, Bool)]) -> ActorCorrections {
      var out = ActorCorrections()
      for (a, b, isSame) in said where a != b {
        // Said once each: of the opposite of something, the last counts.
        if isSame { out.unite(a, b) } else { out.separate(a, from: b) }
      }
      return out
    }
    let all = corrections(said)
    var shuffled = ActorCorrections()
    for correction in all.sorted.reversed() {
      if correction.isSame {
        shuffled.unite(correction.second, correction.first)
      } else {
        shuffled.separate(correction.second, from: correction.first)
      }
    }
    let links = links(all, articles)
    #expect(links.actorOfArticleActor == self.links(shuffled, articles).actorOfArticleActor)
    #expect(links.unheldCorrections == self.links(shuffled, articles).unheldCorrections)
    #expect(links.actorOfArticleActor == self.links(all, articles).actorOfArticleActor)

    // Rows by name.
    let rows = articles.flatMap { article in article.actors.map { (article.article.name, $0.name) } }
    func actors(_ name: Name) -> Set<ActorID> {
      Set(
        rows.indices.filter { rows[$0].1 == name.name && (name.article ?? rows[$0].0) == rows[$0].0 }
          .map { links.actorOfArticleActor[$0] })
    }
    for correction in all.sorted where correction.first.article != nil && correction.isSame {
      let other = all.sorted.filter { $0.first == correction.first && !$0.isSame }
      guard other.isEmpty, !actors(correction.first).isEmpty, !actors(correction.second).isEmpty else {
        continue
      }
      #expect(!actors(correction.first).isDisjoint(with: actors(correction.second)))
    }
    for correction in all.sorted where correction.first.article != nil && !correction.isSame {
      guard !links.unheldCorrections.contains(correction), correction.first.name != correction.second.name
      else { continue }
      #expect(actors(correction.first).isDisjoint(with: actors(correction.second)))
    }
  }
}
