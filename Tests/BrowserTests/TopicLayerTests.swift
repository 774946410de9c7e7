import QuoteModel
import TestSupport
import Testing

@testable import Browser

@Suite("Topics stand in layers") struct TopicLayerTests {
  /// `politics` holds `election` (a subject each), `fees` holds `port fees`, and one actor is spoken of.
  private func person() -> Person {
    var person = Person()
    let corpus = FixtureCorpus.make()
    var links = corpus.links
    links.topics = [
      Topic(label: "Castell", kind: .actor, actor: ActorID(0)), Topic(label: "fees", kind: .phrase),
      Topic(label: "port fees", kind: .phrase, parent: TopicID(1)),
      Topic(label: "politics", kind: .subject, code: "x:1"),
      Topic(label: "election", kind: .subject, code: "x:2", parent: TopicID(3)),
    ]
    let lists: [[Int]] = [[0, 1, 2, 3, 4, 5], [0, 1, 2], [1, 2], [0, 1], [1]]
    var byTopic = PackedLists<QuotationID>()
    for list in lists { byTopic.append(list.map { QuotationID($0) }) }
    links.quotationsByTopic = byTopic
    links.topicsOfQuotation = CountedLists()
    for quotation in 0..<corpus.quotationCount {
      links.topicsOfQuotation.append(
        lists.indices.filter { lists[$0].contains(quotation) }.map { TopicID($0) })
    }
    person.send(.corpus(Corpus(segments: corpus.segments, links: links)))
    return person
  }

  private func labels(_ person: Person) -> [String] {
    zip(person.state.results.topics, person.state.results.topicDepths).map { topic, depth in
      String(repeating: " ", count: depth) + person.state.corpus[topic].label
    }
  }

  @Test func subjectsThenPhrasesThenActorsEachUnderItsWiderOne() {
    var person = person()
    #expect(labels(person) == ["politics", "fees", " port fees", "Castell"])
    person.press("2")
    let picture = person.picture
    for line in ["§ politics", "fees", "  port fees", "@ Castell"] { #expect(picture.contains(line)) }
  }

  @Test func aSubjectOpensWhenItIsAskedFor() {
    var person = person()
    person.press("2 Enter")
    #expect(person.state.query.description == "topic:politics")
    #expect(labels(person).prefix(2) == ["politics", " election"])
    person.press("Backspace")
    #expect(!labels(person).contains(" election"))
  }

  @Test func narrowingFindsSubjectsThatAreNotOpen() {
    var person = person()
    person.press("2 / 'elec' Enter")
    #expect(labels(person) == ["election"])
  }

  @Test func whatTheFilterDoesNotFindComesLast() {
    var person = person()
    person.press("F 'topic:\"port fees\"' Enter")
    #expect(labels(person) == ["politics", "fees", " port fees", "Castell"])
    person.press("= C-u 'topic:castell -topic:fees' Enter")
    #expect(labels(person) == ["Castell", "politics", "fees", " port fees"])
  }
}
