import QuoteModel
import StatementLinks
import Testing

@Suite struct ActorMergingTests {
  /// Actors of one-actor articles, in order: which of them are one, and the corpus.
  private func merge(_ actors: [Actor]) -> (ids: [Int], corpus: Corpus) {
    let corpus = corpus(actors.map { article(actors: [$0], []) })
    return (corpus.links.actorOfArticleActor.map(\.index), corpus)
  }

  private func person(_ name: String, _ gender: Actor.Gender = .unknown, aliases: [String] = []) -> Actor {
    Actor(name: name, kind: .person, gender: gender, aliases: aliases)
  }

  @Test func spellingsOfAFullNameAreOnePerson() {
    let names = ["Aleksandar Vučić", "Aleksandar Vucic", "President Aleksandar Vucic", "ALEKSANDAR VUCIC"]
    #expect(merge(names.map { person($0) }).ids == [0, 0, 0, 0])
  }

  @Test func middleNamesMayBeLeftOut() {
    #expect(
      merge([person("John F. Kennedy"), person("John Kennedy"), person("John Fitzgerald Kennedy")]).ids == [
        0, 0, 0,
      ])
  }

  @Test func aNameWithoutMiddleStaysApartWhereTwoHaveOne() {
    let ids = merge([person("George W. Bush"), person("George H.W. Bush"), person("George Bush")]).ids
    #expect(ids == [0, 1, 2])
  }

  @Test func aSurnameJoinsItsOnlyBearer() {
    let (ids, corpus) = merge([person("Vucic"), person("Aleksandar Vucic"), person("Vučić")])
    #expect(ids == [0, 0, 0])
    #expect(corpus.links.actors[0].name == "Aleksandar Vucic")
    #expect(corpus.links.actors[0].aliases == ["Vucic", "Vučić"])
  }

  @Test func aSurnameOfTwoStaysApart() {
    #expect(
      merge([person("Ana Ruiz"), person("Ivo Ruiz"), person("Ruiz"), person("Ruiz")]).ids == [0, 1, 2, 3])
  }

  @Test func aRoleOrAGenderTellsWhoseSurnameItIs() {
    var mayor = person("Ana Ruiz", .female)
    mayor.roles = [Actor.Role("mayor")]
    var bare = person("Ruiz")
    bare.roles = [Actor.Role("Mayor")]
    #expect(merge([mayor, person("Ivo Ruiz", .male), bare, person("Ruiz", .male)]).ids == [0, 1, 0, 1])
  }

  @Test func aWordBehindASurnameIsNoName() {
    let known = Array(repeating: person("Tom Orvane", .male, aliases: ["Orvane"]), count: 5)
    let (ids, corpus) = merge(known + [person("Orvane Train", .male, aliases: ["Orvane"])])
    #expect(ids == Array(repeating: 0, count: 6))
    #expect(corpus.links.actors[0].name == "Tom Orvane")
    // Who is called by the last word is called by the surname.
    #expect(merge(known + [person("Orvane Lee", .male, aliases: ["Orvane", "Lee"])]).ids.last == 1)
  }

  @Test func whatGoesOnBehindTheSurnameIsNoFullerName() {
    let (ids, corpus) = merge(
      Array(repeating: person("Sean Orvane"), count: 4)
        + [person("Sean Orvane Show", aliases: ["Sean Orvane"]), person("Sean B. Orvane")])
    #expect(Set(ids) == [0])
    #expect(corpus.links.actors[0].name == "Sean B. Orvane")
  }

  @Test func twoGivenNamesAreNeverOne() {
    #expect(merge([person("Robert Menendez"), person("Bob Menendez")]).ids == [0, 1])
    #expect(
      merge([person("Robert Menendez", aliases: ["Bob Menendez"]), person("Bob Menendez")]).ids == [0, 0])
  }

  @Test func aJuniorIsNotTheSenior() {
    let names = ["Ivo Marin", "Ivo Marin Jr.", "Ivo B. Marin, Jr."]
    #expect(merge(names.map { person($0) }).ids == [0, 1, 1])
  }

  @Test func twoGendersAreNeverOne() {
    #expect(
      merge([person("Kim Lee", .female), person("Kim Lee", .male), person("Kim Lee", .female)]).ids == [
        0, 1, 0,
      ])
  }

  @Test func particlesArePartOfTheSurname() {
    #expect(merge([person("Alexander Van der Bellen"), person("Van der Bellen")]).ids == [0, 0])
    #expect(merge([person("Bashar al-Assad"), person("al-Assad"), person("Assad")]).ids == [0, 0, 0])
  }

  @Test func countriesAreOneByAnyOfTheirNames() {
    let names: [(String, Actor.Kind)] = [("Turkey", .country), ("Türkiye", .country), ("Turkey", .place)]
    #expect(merge(names.map { Actor(name: $0.0, kind: $0.1) }).ids == [0, 0, 0])
  }

  @Test func organisationsAreOneByAnAcronymGivenAsAlias() {
    let council = Actor(name: "Harbor Board", kind: .organisation, aliases: ["HB"])
    let acronym = Actor(name: "HB", kind: .organisation)
    #expect(
      merge([acronym, council, Actor(name: "the Harbor Board", kind: .organisation)]).ids == [0, 0, 0])
    #expect(merge([acronym, Actor(name: "Harbor Board", kind: .organisation)]).ids == [0, 1])
    let other = Actor(name: "Hill Bank", kind: .organisation, aliases: ["HB"])
    #expect(merge([council, other, acronym]).ids == [0, 1, 2])
  }

  @Test func namelessRolesStayTheirArticlesOwn() {
    let (ids, corpus) = merge([
      Actor(name: "a spokesman"), Actor(name: "a spokesman"), Actor(name: "police", kind: .group),
    ])
    #expect(ids == [0, 1, 2])
    #expect(corpus.links.actors[0].name == corpus.links.actors[1].name)
    #expect(
      merge([Actor(name: "Officials", kind: .group), Actor(name: "officials", kind: .group)]).ids == [0, 1])
  }

  @Test func groupsAreOneByNameAndMembers() {
    let leaders = Actor(name: "the two leaders", kind: .group, members: [0, 1])
    let first = article(actors: [person("Ana Ruiz"), person("Ivo Marin"), leaders], [])
    let second = article(actors: [person("Ana Ruiz"), person("Marin"), leaders], [])
    let third = article(actors: [person("Ana Ruiz"), person("Kim Lee"), leaders], [])
    let links = corpus([first, second, third], segmentSize: 2).links
    #expect(links.actorOfArticleActor.map(\.index) == [0, 1, 2, 0, 1, 2, 0, 3, 4])
    #expect(links.actors[2].members == [0, 1])
    #expect(links.actors[4].members == [0, 3])
  }

  @Test func rolesAreUnitedWithTheTimesTheyWereSeen() {
    func ruiz(_ roles: [(String, String)]) -> Actor {
      var actor = person("Ana Ruiz", .female)
      actor.roles = roles.map { Actor.Role($0.0, seen: PartialDate($0.1)) }
      return actor
    }
    let (_, corpus) = merge([
      ruiz([("deputy", "2019")]), ruiz([("Mayor", "2022")]), ruiz([("mayor", "2021")]),
      ruiz([("mayor", "2024")]),
    ])
    let roles = corpus.links.actors[0].roles
    #expect(roles.map(\.title) == ["Mayor", "deputy"])
    #expect(roles.map(\.first?.year) == [2021, 2019])
    #expect(roles.map(\.last?.year) == [2024, 2019])
    #expect(roles.map(\.count) == [3, 1])
  }

  @Test func anUnknownOfAKnownNameIsThatActor() {
    let ids = merge([
      Actor(name: "Kosovo"), Actor(name: "Kosovo", kind: .country), Actor(name: "Ana Ruiz"),
      person("Ana Ruiz"),
    ]).ids
    #expect(ids == [0, 0, 1, 1])
  }
}
