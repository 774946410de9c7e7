import QuoteModel
import Testing

@testable import QuoteParser

struct NamedSourceTests {
  @Test func aTitleOfSeveralWordsIsNoOneElse() {
    #expect(last("Former secretary of state Ana Ruiz said that the pier would hold.") == ["Ana Ruiz"])
    #expect(last("Boat builder and former mayor Ana Ruiz said that the pier would hold.") == ["Ana Ruiz"])
    #expect(last("Lund's senior communications adviser Ana Ruiz said that it would hold.") == ["Ana Ruiz"])
    #expect(
      last("Another hero of the left — Ana Ruiz of Lakeside — said that it would hold.") == ["Ana Ruiz"])
    #expect(
      last("A favorite in the Senate — Ana Ruiz of Lakeside — said that it would hold.") == ["Ana Ruiz"])
    // But not whoever works for her.
    #expect(last("An adviser to former mayor Ana Ruiz said that the pier would hold.") != ["Ana Ruiz"])
    #expect(last("The networks — KBC, Channel 9 and Ana Ruiz's — said that it would hold.") != ["Ana Ruiz"])
  }

  @Test func aPartysMembersAreThoseToldBehindIt() {
    let text = "Two leading Republicans, Ana Ruiz and Tom Lund, said that it was late."
    #expect(last(text) == ["Ana Ruiz", "Tom Lund"])
    #expect(last("Republicans said that it was late.") == ["Republican Party"])
  }

  @Test func aPlaceBeforeARoleIsNotWhoSpeaks() {
    for place in ["Florida", "Vermont"] {
      #expect(last("The \(place) senator said on Thursday that it was over.") == ["the senator (\(place))"])
    }
    #expect(last("Cleveland police said that the road was closed.") == ["Cleveland police"])
    #expect(last("The GOP superdelegates said that they would stay.") == ["GOP superdelegates"])
    // What a body gives out is its own.
    #expect(last("A Gallup poll showed that they would stay.") == ["Gallup"])
  }

  @Test func whoBehindAPlaceIsThePersonFromThere() {
    #expect(last("Senator Ben Stone of Vermont, who says that it is late, left.") == ["Ben Stone"])
    #expect(last("Ana Ruiz met officials of Ohio, which says that it is late.") == ["Ohio"])
  }

  @Test func aHeadlinesCapitalsAreNoName() {
    let article = "Ruiz Campaign: Late Again\n\nAna Ruiz came to the harbor. Ruiz said that she would stay. "
    #expect(
      speakers(article + "The Ruiz campaign said that it was not late.").last == ["the campaign (Ana Ruiz)"])
    #expect(
      speakers("Ana Ruiz left.\n\nRuiz Aide Tom Lund said that she would be back.").last == ["Tom Lund"])
  }

  @Test func theCampaignAndTheDepartmentAreThoseNamedLast() {
    let text = "Ana Ruiz's campaign hired Tom Lund. "
    #expect(last(text + "The campaign said that it was not late.") == ["the campaign (Ana Ruiz)"])
    #expect(last(text + "A campaign said that it was not late.") != ["the campaign (Ana Ruiz)"])
    let state = "The State Department sent the letters to Ana Ruiz. "
    #expect(last(state + "The department said that it was not late.") == ["Department of State"])
    #expect(last(state + "State said that it was not late.") == ["Department of State"])
    #expect(
      last("Ana Ruiz was in the house. The department said that it was not late.") == ["department"])
  }

  @Test func aMiddleInitialIsNoSurname() {
    #expect(speakers("Tom W. Lund left.\n\nTom W. Lund said that it was late.").last == ["Tom W. Lund"])
  }

  @Test func anAcronymsStopEndsItsSentence() {
    #expect(last("He disagreed with the GOP. Ruiz said that it was late.") == ["Ruiz"])
  }
}

struct OfficeHoldersTests {
  private let holders = OfficeHolders([
    ["Ana Ruiz", "Ana María Ruiz", "president", "Chile", "2001", "2009"],
    ["Ana Ruiz", "", "minister", "Chile", "1995", "2001"],
    ["Tom W. Lund", "", "president", "Chile", "2009", ""],
    ["broken"], ["Ben Stone", "", "president", "Chile", "soon"],
  ])

  private func titles(_ name: String, _ year: Int?) -> [String] {
    holders.roles(of: name, seen: year.map { PartialDate(year: $0) }).map(\.title)
  }

  @Test func anOfficeIsFormerOnceItIsOver() {
    #expect(titles("Ana Ruiz", 2000) == ["minister"])
    #expect(titles("Ana Ruiz", 2005) == ["president", "former minister"])
    #expect(titles("ANA J. RUIZ", 2015) == ["former president", "former minister"])
    #expect(titles("Ana Ruiz", nil) == ["president", "minister"])
    #expect(
      titles("Ana Ruiz", 1990).isEmpty && titles("Ruiz", 2005).isEmpty && titles("Ben Stone", 2020).isEmpty)
    // An initial that tells two of one name apart.
    #expect(titles("Tom W. Lund", 2020) == ["president"] && titles("Tom Lund", 2020).isEmpty)
  }

  @Test func aSurnameIsKnownForItsOffice() {
    #expect(holders.knows("RUIZ", as: "president") && holders.knows("RUIZ", as: "former president"))
    #expect(!holders.knows("RUIZ", as: "mr.") && !holders.knows("STONE", as: "president"))
  }

  @Test func theFormerPresidentIsWhoWasOne() {
    func actor(of mention: String, in text: String) -> String? {
      let parsed = Parser().parse(
        Article(name: "a", path: "a", date: PartialDate(year: 2016, month: 2, day: 16), text: text))
      return parsed.mentions.first { parsed.article.text[$0.range].lowercased() == mention }?.actor.map {
        parsed.actors[$0].name
      }
    }
    let text =
      "Jeb Bush brought his brother, George W. Bush, to South Carolina. Jeb Bush is a former governor. "
    #expect(
      actor(of: "the former president", in: text + "The former president was there.") == "George W. Bush")
    #expect(actor(of: "president bush", in: text + "Many remember President Bush.") == "George W. Bush")
    // Who only bears the surname of one is another.
    let other = "Michelle Obama was there. President Obama was in Washington."
    #expect(actor(of: "president obama", in: other) == "Obama")
  }
}
