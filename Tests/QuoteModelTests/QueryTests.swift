import QuoteModel
import TestSupport
import Testing

@Suite struct QueryTextTests {
  @Test(arguments: [
    "speaker:vucic topic:kosovo -kind:direct \"great confidence\"",
    "about:serbia after:2024-01 before:2024-10-11 outlet:rfe -asked",
    "-\"\u{301}a b\" speaker:\u{486}x ~\"\u{301} \\\"\u{301}\"",
    "before:0422-10-11 after:0033",
    "speaker:\"Ilse Marin-Vogel\" \"a:b\" \"say \\\"no\\\"\"",
    "",
  ])
  func textFormIsReadBack(_ text: String) throws {
    #expect(try QueryParser.parse(text).description == text)
  }

  @Test func clausesAreReadInOrder() throws {
    let query = try QueryParser.parse("  -speaker:Marin kind:Mixed   quay")
    #expect(
      query
        == Query([
          .init(.speaker("Marin"), isExcluded: true), .init(.kind(.mixed)), .init(.words("quay")),
        ]))
  }

  @Test(arguments: [
    ("é spaker:x", QueryParser.Failure.Reason.unknownField("spaker"), TextRange(3, 11)),
    ("topic:", .missingValue, TextRange(0, 6)),
    ("-", .missingValue, TextRange(0, 1)),
    ("a \"b c", .unclosedQuote, TextRange(2, 6)),
    ("kind:loud", .unknownKind("loud"), TextRange(5, 9)),
    ("after:soon", .notADate("soon"), TextRange(6, 10)),
  ])
  func errorsNameTheirPlace(_ text: String, _ reason: QueryParser.Failure.Reason, _ range: TextRange) {
    #expect(throws: QueryParser.Failure(reason: reason, range: range)) { try QueryParser.parse(text) }
  }
}

@Suite struct QueryEvaluationTests {
  let corpus = FixtureCorpus.make()

  private func found(_ text: String) throws -> [Int] {
    try QueryParser.parse(text).quotations(in: corpus).map(\.index)
  }

  @Test(arguments: [
    ("", [0, 1, 2, 3, 4, 5]), ("speaker:marin", [0, 1, 3]), ("speaker:dery", [4, 5]),
    ("-speaker:marin", [2, 4, 5]),
    ("topic:harbour", [0, 1, 2, 3]), ("topic:harbour speaker:oseiv", [2]), ("kind:direct", [2, 3]),
    ("after:2024", [0, 1, 2]), ("before:2024-10-08", [2, 3, 5]), ("before:2023-12", [3]),
    ("outlet:kestrel", [3, 4, 5]),
    ("channel", [0, 2, 4]), ("\"channel in winter\"", [2]), ("CHANNEL", []), ("Dredging", [3]),
    ("-channel", [1, 3, 5]),
    ("speaker:nobody", []),
  ])
  func everyClauseMustHold(_ text: String, _ expected: [Int]) throws {
    #expect(try found(text) == expected)
  }

  @Test func wordsIgnoreAccentsAndLineBreaks() {
    #expect(SearchWords("kestrel board").isFound(in: "the KÉSTREL\nboard"))
    #expect(SearchWords("déry").isFound(in: "Anouk Dery"))
    #expect(!SearchWords("Kestrel").isFound(in: "késtrel"))
    #expect(SearchWords("cafe\u{301} x").firstRange(in: "un cafe\u{301} x", from: 0) == 3..<11)
  }

  @Test func facetsCountOnlyTheSet() throws {
    let facets = Facets(of: try QueryParser.parse("kind:direct").quotations(in: corpus), in: corpus)
    #expect(facets.actors == [1, 0, 1])
    #expect(facets.topics == [1, 2, 0])
    #expect(Facets(of: QuotationSet(allOf: 6), in: corpus).actors == [1, 2, 3])
  }

  @Test func setsKeepToTheirUniverse() {
    var set = QuotationSet(allOf: 70)
    #expect(set.count == 70)
    var other = QuotationSet(universe: 70)
    other.insert(QuotationID(69))
    other.insert(QuotationID(3))
    other.insert(QuotationID(70))
    set.subtract(other)
    #expect(set.count == 68 && !set.contains(QuotationID(69)))
    set.formUnion(other)
    set.formIntersection(other)
    #expect(set.map(\.index) == [3, 69])
  }
}
