import QuoteModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// Text that would take over a terminal, in every place that comes from outside.
@Suite struct AttackTests {
  /// All that is short in one text, and what is absurdly long.
  static let attacks = [short.joined(separator: " "), String(repeating: "long", count: 500)]

  private static let short = [
    "\u{1B}[2J\u{1B}[H", "\u{1B}]0;owned\u{07}",
    "\u{1B}]8;;https://example.org\u{1B}\\link\u{1B}]8;;\u{1B}\\",
    "\u{1B}]52;c;b3duZWQ=\u{07}", "\u{1B}P+q544e\u{1B}\\", "\u{1B}_Gf=100;AAAA\u{1B}\\",
    "\u{1B}]2;unterminated",
    "\u{9B}31m", "\u{9D}0;eight bits\u{9C}", "\u{90}q\u{9C}", "\r\nerased\u{08}\u{08}\u{7F}",
    "\u{202E}desrever\u{202C}",
    "\u{2066}isolated\u{2069}", "zero\u{200B}\u{200D}\u{FEFF}width", "tag\u{E0041}s", "\u{0}nul", "\u{1B}c",
    "e" + String(repeating: "\u{301}", count: 60),
    "\u{2028}line\u{85}",
  ]

  /// A corpus of one article in which everything is an attack.
  static func corpus(_ attack: String) -> Corpus {
    let name = "N" + attack + "n"
    let (before, words) = (name + " said ", "\"W" + attack + "w\"")
    let text = before + words + ".\n"
    let content = TextRange(before.utf8.count, before.utf8.count + words.utf8.count)
    let source = TextRange(0, name.utf8.count)
    let actor = Actor(
      name: name, kind: .person, aliases: ["A" + attack], roles: [Actor.Role("R" + attack)])
    let quotation = Quotation(
      content: [content], cue: TextRange(name.utf8.count + 1, name.utf8.count + 5), source: source,
      speakers: [0],
      about: [0], kind: .direct, asked: source, time: Quotation.Time(PartialDate(year: 2024), isStated: true))
    let article = Article(
      name: "F" + attack, path: "P" + attack, title: "T" + attack, byline: attack, outlet: "O" + attack,
      date: PartialDate(year: 2024), url: "https://example.org/" + attack, text: text)
    let parsed = ParsedArticle(
      article: article, actors: [actor], mentions: [Mention(source, .name, actor: 0)],
      quotations: [quotation, quotation])
    let digest = DigestedArticle(parsed: parsed, terms: [QuotationTerms(), QuotationTerms()])
    let segment = Segment([digest], firstArticle: 0, firstQuotation: 0, firstActor: 0)
    var links = Links()
    links.actors = [actor]
    links.actorOfArticleActor = [ActorID(0)]
    links.topics = [Topic(label: "L" + attack, kind: .phrase)]
    let both = [(row: 0, quotation: QuotationID(0)), (row: 0, quotation: QuotationID(1))]
    links.quotationsBySpeaker = PackedLists(count: 1, pairs: both)
    links.quotationsByTopic = PackedLists(count: 1, pairs: both)
    links.relations = RelationLists(
      [1, 0].map { other in
        links.topicsOfQuotation.append([TopicID(0)])
        return [Relation.Kind.repeats, .contrasts].map {
          Relation(to: QuotationID(other), $0, score: 0.9, evidence: "E" + attack)
        }
      })
    return Corpus(segments: [segment], links: links)
  }

  /// Whether nothing on a screen moves a cursor, hides, or turns the direction of writing.
  private func isSound(_ screen: Screen) -> Bool {
    screen.cells.allSatisfy { cell in
      (cell.character?.unicodeScalars ?? " ".unicodeScalars).allSatisfy { scalar in
        scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
          && ![0xAD, 0x61C, 0x2028, 0x2029, 0xFEFF].contains(scalar.value)
          && !(0x200B...0x200F).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value)
          && !(0x2060...0x2069).contains(scalar.value) && !(0xE0000...0xE007F).contains(scalar.value)
      }
    }
  }

  private static let walks = [
    "1 Space", "2 x", "3 Enter", "4 / 'w' Enter", "5 j", "6 Enter", "? j", ": 'a'", "f 'n'", "F",
    "= 'speaker:' Tab",
    "*", "s", "g j", "m g m", "g a G", "g t G", "g h j", "g w j", "g x", "g b G", "g l G", "5 g c", "g v",
    "c", "c Enter 'n'",
    "] e ; ; ;", "w", "Y", "g n 'x' Enter", "E", "g e", "/ 'w' Enter", "v j",
  ]

  @Test(arguments: attacks) func nothingIsObeyedInAnyPaneOrPage(_ attack: String) {
    for size in [Size(columns: 120, rows: 40), Size(columns: 30, rows: 8)] {
      for walk in Self.walks {
        var person = Person(size.columns, size.rows)
        person.state = BrowserState(opened: "D" + attack, size: size)
        person.send(.corpus(Self.corpus(attack)))
        person.send(.failed(path: "P" + attack, place: "at " + attack, reason: "R" + attack))
        person.press(walk)
        #expect(isSound(draw(person.state, size)), "\(walk)")
        person.send(.notice("N" + attack))
        #expect(isSound(draw(person.state, size)), "\(walk)")
      }
    }
  }

  @Test(arguments: attacks) func whatIsWrittenAndPipedIsSound(_ attack: String) {
    var person = Person()
    person.state = BrowserState(opened: "", size: Size(columns: 80, rows: 24))
    person.send(.corpus(Self.corpus(attack)))
    for form in ExportForm.allCases {
      let text = form.text(of: [QuotationID(0), QuotationID(1)], in: person.state)
      let isSound = text.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
          && !(0x202A...0x202E).contains(scalar.value)
          || scalar == "\n" || (form == .csv && scalar == "\r")
      }
      #expect(isSound, "\(form)")
    }
    // An address with anything but plain letters in it is not opened.
    person.press("o")
    let isPlain = attack.unicodeScalars.allSatisfy { 0x21...0x7E ~= $0.value }
    #expect(person.effects.isEmpty == !isPlain)
  }

  @Test func formulasAreDefused() {
    for start in ["=1+1", "+1", "-1", "@SUM(A1)"] {
      var person = Person()
      person.state = BrowserState(opened: "", size: Size(columns: 80, rows: 24))
      var parsed = Self.corpus(start).segments[0].digested(0)
      parsed.parsed.article.title = start
      let segment = Segment([parsed], firstArticle: 0, firstQuotation: 0, firstActor: 0)
      person.send(.corpus(Corpus(segments: [segment], links: Self.corpus(start).links)))
      let csv = ExportForm.csv.text(of: [QuotationID(0)], in: person.state)
      #expect(csv.contains(",'" + start + ","))
    }
  }
}
