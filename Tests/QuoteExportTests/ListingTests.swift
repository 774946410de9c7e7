import QuoteExport
import QuoteModel
import TestSupport
import Testing

@Suite("Actors, topics and counts leave as tables")
struct ListingTests {
  private let corpus = FixtureCorpus.make()
  private var all: QuotationSet { QuotationSet(allOf: corpus.quotationCount) }
  private func text(_ listing: Listing, _ format: Listing.Format, _ fields: [String]? = nil) -> String {
    String(decoding: listing.text(format, fields: fields), as: UTF8.self)
  }

  @Test("Actors come by what they said, with the days of the first and the last")
  func actors() {
    #expect(
      text(Summaries.actors(all, in: corpus), .csv, ["name", "quotations", "articles", "first", "last"])
        == "name,quotations,articles,first,last\r\nIlse Marin-Vogel,3,2,2023,2024-10-11\r\n"
        + "Anouk Déry,2,1,2023-12-01,2023-12-01\r\nTomas Oseiv,1,1,2024-10-07,2024-10-07\r\n")
  }

  @Test("A query counts what it finds, and leaves out who said nothing of it")
  func selection() throws {
    let set = try QueryParser.parse("topic:winter").quotations(in: corpus)
    #expect(
      text(Summaries.actors(set, in: corpus), .jsonl, ["name", "quotations"])
        == #"{"name": "Tomas Oseiv", "quotations": 1}"# + "\n" + #"{"name": "Anouk Déry", "quotations": 1}"#
        + "\n")
  }

  @Test("Topics tell how many speak of them")
  func topics() {
    let lines = text(Summaries.topics(all, in: corpus), .tsv, ["label", "quotations", "speakers"])
    #expect(lines == "label\tquotations\tspeakers\nharbour\t4\t2\nwinter\t2\t2\npilots\t1\t1\n")
  }

  @Test("Counts stand one below the other for a person, in one object for a program")
  func statistics() {
    let listing = Summaries.statistics(all, in: corpus)
    #expect(
      text(listing, .plain, ["articles", "direct", "first"]) == "articles  2\ndirect    2\nfirst     2023\n")
    #expect(
      text(listing, .jsonl, ["quotations", "speakers", "continues", "answers"])
        == #"{"quotations": 6, "speakers": 3, "continues": 1, "answers": 1}"# + "\n")
    #expect(
      text(Summaries.statistics(QuotationSet(universe: 6), in: corpus), .jsonl, ["confidence"])
        == "{\"confidence\": null}\n")
  }

  @Test("What is related to a quotation is found by the first digits of its id")
  func related() throws {
    let id = corpus.stableID(of: QuotationID(1))
    #expect(corpus.quotations(named: id) == [QuotationID(1)])
    #expect(corpus.quotations(named: String(id.prefix(8)).uppercased()) == [QuotationID(1)])
    #expect(corpus.quotations(named: "").count == 6)
    let lines = text(
      Summaries.related(to: QuotationID(1), in: corpus), .jsonl, ["relation", "score", "speakers"])
    #expect(
      lines == #"{"relation": "continues", "score": 0.9, "speakers": ["Ilse Marin-Vogel"]}"# + "\n"
        + #"{"relation": "same_subject", "score": 0.62, "speakers": ["Ilse Marin-Vogel"]}"# + "\n")
  }

  @Test("Columns a person reads are aligned, figures on the right")
  func plain() {
    #expect(
      text(Summaries.topics(all, in: corpus), .plain, ["quotations", "label"])
        == "quotations  label\n         4  harbour\n         2  winter\n         1  pilots\n")
  }
}
