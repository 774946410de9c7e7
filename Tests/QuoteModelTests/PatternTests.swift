import QuoteModel
import Testing

@Suite struct PatternTests {
  @Test(arguments: [
    ("harbou?r", "the Harbor board", 4..<10), ("harbou?r", "a harbour", 2..<9), ("^the", "the end", 0..<3),
    ("end$", "the end", 4..<7), ("\\bport\\b", "airport, port", 9..<13), ("[0-9]+ ?%", "up 12 % now", 3..<7),
    ("v[uo]\\w+", "Vučić spoke", 0..<7), ("(ab|cd){2}", "xabcdab", 1..<5), ("(ab){2,}c", "abababcab", 0..<7),
    ("a+++++++++++++++++++++++", "caaat", 1..<4), ("(a*)+(b?)+c", "xaabc", 1..<5),
    ("d.ry", "Anouk Déry", 6..<11),
    ("[^a-z ]+", "say “no”", 4..<7), ("a{2,3}", "caaaat", 1..<4), ("\\$5", "it cost $5", 8..<10),
  ])
  func theLongestMatchIsFound(_ pattern: String, _ text: String, _ range: Range<Int>) throws {
    let pattern = try Pattern(pattern)
    #expect(pattern.isFound(in: text[...]))
    #expect(pattern.ranges(in: text[...]).first == range)
  }

  @Test(arguments: [
    ("^the", "at the end"), ("end$", "the end."), ("\\bport\\b", "airports"), ("x+", "no such letter"),
    ("Vučić", "vučić"), ("\\d\\D\\d", "1234"), ("a\\.b", "axb"),
  ])
  func whatIsNotThereIsNotFound(_ pattern: String, _ text: String) throws {
    let pattern = try Pattern(pattern)
    #expect(!pattern.isFound(in: text[...]) && pattern.ranges(in: text[...]).isEmpty)
  }

  @Test(arguments: ["(", ")", "[a", "*a", "a{", "a{3,1}", "a{999}", "\\", "[z-a]", "((a{100}){100}){100}"])
  func whatIsNoPatternSaysWhy(_ source: String) {
    #expect(throws: Pattern.Failure.self) { try Pattern(source) }
  }

  /// Time in proportion to the text: a backtracking matcher would not come back from these.
  @Test(arguments: ["(a+)+$", "(a|a)*b", "(a*)*c", ".*.*.*.*x"])
  func hostilePatternsEnd(_ source: String) throws {
    let text = String(repeating: "a", count: 20_000) + "!"
    #expect(try !Pattern(source).isFound(in: text[...]))
  }
}

@Suite struct TextSearchTests {
  @Test func wordsInAnyOrderPhrasesAsTheyStand() throws {
    #expect(try TextSearch("winter CHANNEL".lowercased()).isFound(in: "the channel in winter"))
    #expect(try !TextSearch("\"winter channel\"").isFound(in: "the channel in winter"))
    #expect(try TextSearch("\"channel in\"").isFound(in: "the channel in winter"))
    #expect(try !TextSearch("Channel").isFound(in: "the channel"))
    #expect(try TextSearch("~ch.n+el").isFound(in: "the channel"))
  }

  @Test func placesAreInOrderAndApart() throws {
    #expect(try TextSearch("an chan").ranges(in: "channel and plan") == [0..<4, 8..<10, 14..<16])
    #expect(TextSearch.none.ranges(in: "anything").isEmpty && TextSearch.none.isFound(in: "anything"))
  }
}
