import ArticleImport
import Locking
import QuoteModel
import Reading
import Testing

@Suite("What a person says of actors holds")
struct ActorsAsSaidTests {
  private let inputs = Inputs(
    documents: [
      Document(name: "a.txt", bytes: Array("The mayor, Ada Lind, said the bridge would open.\n".utf8)),
      Document(name: "b.txt", bytes: Array("The pilot, Ada Lind, said the harbour was closed.\n".utf8)),
    ])

  private func quotes(of name: String, in corpus: Corpus) -> [Int] {
    corpus.links.actors.indices.filter { corpus.links.actors[$0].name == name }
      .map { corpus.links.quotationsBySpeaker[$0].count }.filter { $0 > 0 }.sorted()
  }

  @Test("One actor becomes two and one again, when linked anew")
  func linkedAnew() async {
    let corpus = await Reading.corpus(of: inputs, onFailure: { _ in })
    #expect(quotes(of: "Ada Lind", in: corpus) == [2])
    var said = ActorCorrections()
    said.separate(.init("Ada Lind", in: "b.txt"), from: .init("Ada Lind"))
    let apart = Reading.link(corpus, as: said)
    #expect(quotes(of: "Ada Lind", in: apart) == [1, 1] && apart.links.corrections == said)
    #expect(quotes(of: "Ada Lind", in: Reading.link(apart, as: ActorCorrections())) == [2])
  }

  @Test("What was said before is taken up while reading and improving", arguments: [false, true])
  func readAgain(improves: Bool) async {
    var said = ActorCorrections()
    said.separate(.init("Ada Lind", in: "b.txt"), from: .init("Ada Lind"))
    let actors = ActorsAsSaid(said)
    let last = Locked<Corpus?>(nil)
    let tell: @Sendable (ReadingEvent) -> Void = { event in
      if case .corpus(let corpus) = event { last.withLock { $0 = corpus } }
    }
    let segments = await Reading.read(inputs, actors: actors, onEvent: tell)
    if improves, let segments { await Reading.improve(segments, actors: actors, onEvent: tell) }
    let corpus = last.withLock { $0 } ?? Corpus()
    #expect(quotes(of: "Ada Lind", in: corpus) == [1, 1] && corpus.links.corrections == said)
  }
}
