import QuoteModel
import Testing

struct PartialDateTests {
  @Test(arguments: ["2024-10-11", "2024-10", "2024", "--10-11"])
  func readsWhatItWrites(text: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.description == text)
    #expect(PartialDate(sortKey: date.sortKey) == date)
  }

  @Test(arguments: ["", "24-10-11", "2024-13", "2024-10-32", "October", "2024-10-11-12"])
  func refusesWhatIsNoDate(text: String) {
    #expect(PartialDate(text) == nil)
  }
}

struct TextRangeTests {
  @Test func rangesCountBytes() {
    let text = "Vučić said"
    #expect(text[TextRange(0, 7)] == "Vučić")
    #expect(text[TextRange(8, 99)] == "said")
  }
}
