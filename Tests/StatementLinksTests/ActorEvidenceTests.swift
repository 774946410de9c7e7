import QuoteModel
import StatementLinks
import Testing

/// Names of which only the evidence of a collection tells whose they are.
@Suite struct ActorEvidenceTests {
  private let linker: Linker = {
    Linker(
      lists: WordLists(
        stopwords: [String](), topicStopwords: [String](),
        nicknames: [("William", ["Bill"]), ("Robert", ["Bob"]), ("Joseph", ["Joe"])]))
  }()

  private func role(_ title: String, office: String, place: String? = nil, side: String? = nil) -> Actor.Role
  {
    var role = Actor.Role(title)
    (role.office, role.place, role.side) = (office, place, side)
    return role
  }

  private func person(
    _ name: String, _ aliases: [String] = [], _ gender: Actor.Gender = .unknown, roles: [Actor.Role] = []
  ) -> Actor {
    Actor(name: name, kind: .person, gender: gender, aliases: aliases, roles: roles)
  }

  /// The actor of each article's first actor, by articles of so many actors and a date.
  private func merge(_ articles: [([Actor], String)]) -> (first: [Int], links: Links) {
    let corpus = corpus(
      articles.enumerated().map { article(name: "a\($0)", date: $1.1, actors: $1.0, []) }, by: linker)
    var row = 0
    let first = articles.map { actors, _ in
      defer { row += actors.count }
      return corpus.links.actorOfArticleActor[row].index
    }
    return (first, corpus.links)
  }

  private func merge(_ articles: [[Actor]]) -> [Int] { merge(articles.map { ($0, "2024-10-11") }).first }

  private let board = Actor(name: "Harbor Board", kind: .organisation)
  private let strait = Actor(name: "Strait Council", kind: .organisation)

  @Test func oneLeaderUnderAllHisNames() {
    let president = role("Velmarkian President", office: "president", place: "Velmark")
    let others = [
      person("Ivo Lund", roles: [role("Osterian President", office: "president", place: "Oster")]), strait,
    ]
    let articles = (0..<300).map { number -> ([Actor], String) in
      let leader: Actor =
        switch number % 6 {
        case 0: person("Anton Marek Osevi", ["Osevi"], .male, roles: [president])
        case 1: person("Ósevi", [], .male)
        case 2: person("Osevi", [], roles: [role("President", office: "president")])
        case 3: person("Marek Osevi", ["Osevi"], .male, roles: [president])
        case 4: person("Anton Marek Ósevi", [], .male)
        default:
          person(
            "the Velmarkian leader", [],
            roles: [role("Velmarkian leader", office: "leader", place: "Velmark")])
        }
      return ([leader] + others, "2024-0\(1 + number % 9)-11")
    }
    let (first, links) = merge(articles)
    #expect(Set(first) == [0])
    #expect(links.actors[0].name == "Anton Marek Osevi")
    #expect(links.actors.count == 3)
  }

  @Test func aSurnameIsWhoseMostSpeakOf() {
    // Ten articles call her by it, one calls him so: where neither is named in full, it is she.
    let many = Array(repeating: [person("Hilda Marsh", ["Marsh"], .female)], count: 10)
    let ids = merge(many + [[person("Willem Marsh", ["Marsh"], .male)], [person("Marsh")]])
    #expect(ids.last == 0)
    // A pronoun may be misread: it does not outweigh ten to one, but nobody can be sure any more.
    let mister = merge(many + [[person("Willem Marsh", ["Marsh"], .male)], [person("Marsh", [], .male)]])
    #expect(mister.last == 2)
    let some = Array(many.prefix(3)) + Array(repeating: [person("Willem Marsh", ["Marsh"], .male)], count: 3)
    #expect(merge(some + [[person("Marsh", [], .male)]]).last == 1)
    // Where two are called so as often, nobody knows.
    let even = merge(
      many + Array(repeating: [person("Willem Marsh", ["Marsh"], .male)], count: 9) + [[person("Marsh")]])
    #expect(even.last == 2)
  }

  @Test func theCompanyTellsWhoseASurnameIs() {
    let ids = merge(
      Array(repeating: [person("Ana Lund", ["Lund"]), board], count: 4)
        + Array(repeating: [person("Ivo Lund", ["Lund"]), strait], count: 4)
        + Array(repeating: [person("Kim Oseiv")], count: 20)
        + [[person("Lund"), strait], [person("Lund"), board]])
    #expect(Array(ids.suffix(2)) == [1 + 1, 0])
  }

  @Test func aGivenNameAloneIsWhoIsKnownByIt() {
    let known = Array(repeating: [person("Hilda Marsh", ["Hilda", "Marsh"])], count: 8)
    #expect(merge(known + [[person("Hilda")]]).last == 0)
    // Two articles' `Bob` are two.
    #expect(merge([[person("Bob Lund")], [person("Bob")], [person("Bob")]]) == [0, 1, 2])
  }

  @Test func aShortNameNeedsMoreThanASurname() {
    let senator = role("Senator", office: "senator", place: "Oster")
    let bob = person("Bob Lund", roles: [senator])
    #expect(merge([[person("Robert Lund", roles: [senator])], [bob]]) == [0, 0])
    #expect(merge([[person("Robert Lund")], [person("Bob Lund")]]) == [0, 1])
    // An article that speaks of both takes them for two.
    #expect(merge([[person("Robert Lund", roles: [senator]), bob], [bob]]) == [0, 1])
  }

  @Test func spellingsOfOneNameAreOne() {
    let coach = role("coach", office: "coach")
    let names = ["Novak Đalić", "Novak Djalic", "Novak Dalic"]
    #expect(merge(names.map { [person($0, roles: [coach])] }) == [0, 0, 0])
    #expect(merge([[person("Oleh Ivanov")], [person("Olga Ivanova")]]) == [0, 1])
  }

  @Test func aSurnameOfTwoWordsMayLackOne() {
    let president = role("President", office: "president", place: "Oster")
    let full = person("Enzo Peral Nito", roles: [president])
    #expect(
      merge([[full], [person("Enzo Peral", roles: [president])], [person("Peral Nito", roles: [president])]])
        == [0, 0, 0])
    #expect(merge([[person("Enzo Peral Nito")], [person("Enzo Peral")]]) == [0, 1])
  }

  @Test func familyNamesThatStandFirst() {
    let ids = merge([
      [person("Kim Son Il", ["Kim"])], [person("Kim Yo Hana", ["Kim"])], [person("Kim")],
      [person("Kim Son-il")],
    ])
    #expect(ids == [0, 1, 2, 0])
  }

  @Test func aSonIsNotHisFather() {
    let owner = role("owner", office: "owner")
    let ids = merge([
      [person("Carl Osei", roles: [owner]), person("Carl Osei Jr.", roles: [role("son", office: "son")])],
      [person("Carl Osei Jr.")], [person("Carl Osei the elder")],
    ])
    #expect(ids == [0, 1, 2])
    // But whoever has the same office and is never seen beside the other is the same.
    let vice = role("Vice President", office: "vice president", place: "Oster")
    #expect(
      merge([[person("Joe Lund", roles: [vice])], [person("Joseph R. Lund Jr.", roles: [vice])]]) == [0, 0])
  }

  @Test func aCompanyIsNotItsFounder() {
    let firm = Actor(name: "Ferro", kind: .organisation)
    let ids = merge([
      [person("Henrik Ferro", ["Ferro"]), firm], [firm], [person("Ferro"), person("Henrik Ferro")],
      [Actor(name: "Ferro Works", kind: .organisation)],
    ])
    #expect(ids[0] == 0 && ids[1] != 0 && ids[3] != ids[1] && ids[3] != 0)
  }

  @Test func aBodyCutShortIsItsArticlesOwn() {
    let short = Actor(name: "Board", kind: .organisation)
    let ids = merge([
      [short, board], [short, Actor(name: "School Board", kind: .organisation)], [board], [short],
    ])
    #expect(ids[0] == ids[2] && ids[1] != ids[0] && ids[3] != ids[0] && ids[3] != ids[1])
  }

  @Test func aKindThatOneArticleMistakesIsSetRight() {
    let many = Array(repeating: [person("Hilda Marsh", ["Marsh"])], count: 12)
    #expect(merge(many + [[Actor(name: "Hilda Marsh", kind: .organisation)]]).last == 0)
    #expect(merge(many + [[Actor(name: "Marsh", kind: .organisation)]]).last == 0)
    #expect(merge(many + [[Actor(name: "Marsh", kind: .place)]]).last == 1)
  }

  @Test func anOfficeIsWhoseItIsAtTheTime() {
    let minister = role("Osterian prime minister", office: "prime minister", place: "Oster")
    func unnamed(_ words: String) -> Actor { person(words, [], roles: [minister]) }
    let articles: [([Actor], String)] =
      Array(repeating: ([person("Ana Lund", roles: [minister])], "2019-03-01"), count: 3)
      + Array(repeating: ([person("Ivo Marsh", roles: [minister])], "2024-03-01"), count: 3) + [
        ([unnamed("the Osterian prime minister")], "2019-05-01"),
        ([unnamed("the Osterian prime minister")], "2024-05-01"),
        ([unnamed("an Osterian prime minister")], "2024-05-01"),
      ]
    let (first, links) = merge(articles)
    #expect(first == [0, 0, 0, 1, 1, 1, 0, 1, 2])
    #expect(!links.actors[2].isNamed)
  }

  @Test func aVoiceIsOneByWhomItSpeaksFor() {
    func voice(_ name: String) -> Actor { Actor(name: name, kind: .person) }
    let ids = merge([
      [voice("a spokesman (Harbor Board)")], [voice("the spokesman (Harbor Board)")],
      [voice("a spokesman (Strait Council)")], [voice("a supporter (Harbor Board)")],
      [voice("a supporter (Harbor Board)")],
    ])
    #expect(ids == [0, 0, 1, 2, 3])
  }

  @Test func sideAndPlaceAreWhatMostSay() {
    let (_, links) = merge(
      [("2015-05-01", "candidate"), ("2016-05-01", "candidate"), ("2017-02-01", "president")].map {
        date, office in
        var role = role(office, office: office, place: "Oster", side: "Labour Party")
        (role.first, role.last) = (PartialDate(date), PartialDate(date))
        return ([person("Ana Lund", roles: [role])], date)
      })
    let actor = links.actors[0]
    #expect(actor.side == "Labour Party" && actor.place == "Oster" && actor.office == "president")
    #expect(actor.roles.map(\.title) == ["candidate", "president"])
    #expect(
      actor.roles[0].first?.year == 2015 && actor.roles[0].last?.year == 2016 && actor.roles[0].count == 2)
  }
}
