import QuoteModel
import Reading
import StatementLinks

/// Prints the actors most quoted, for reading by eye: `Benchmarks --actors PATH…`.
enum ActorTable {
  private static let shown = 50
  private static let samplesShown = 6

  static func print(_ paths: [String]) async {
    let corpus = await Reading.corpus(of: Inputs(paths: paths)) { _ in }
    let clock = ContinuousClock()
    let start = clock.now
    let links = Linker().link(corpus.segments)
    Swift.print(
      "\(corpus.articleCount) articles, \(corpus.quotationCount) quotations, \(corpus.articleActorCount) article actors,"
        + " \(links.actors.count) actors; linked in \(Timings.text((clock.now - start).milliseconds))")
    let rows = links.actors.indices.sorted {
      (links.quotationsBySpeaker[$1].count, $0) < (links.quotationsBySpeaker[$0].count, $1)
    }
    for row in rows.prefix(shown) { describe(row, links, corpus) }
  }

  private static func describe(_ row: Int, _ links: Links, _ corpus: Corpus) {
    let actor = links.actors[row]
    let rows = Set(
      links.actorOfArticleActor.indices.filter { links.actorOfArticleActor[$0].index == row })
    Swift.print(
      "\n\(links.quotationsBySpeaker[row].count) \(actor.name) [\(actor.kind), \(actor.gender)] in \(rows.count) articles"
    )
    Swift.print("  also: \(actor.aliases.joined(separator: " | "))")
    Swift.print("  roles: \(actor.roles.map(described).joined(separator: " | "))")
    var (names, own): ([String: Int], [String: Int]) = ([:], [:])
    var samples: [String: [String]] = [:]
    for segment in corpus.segments {
      for article in 0..<segment.articleCount {
        let (locals, actors) = (segment.actorRows(article), segment.actors(article))
        let text = segment.text(article)
        for local in locals where rows.contains(segment.firstActor + local) {
          let called = actors[local - locals.lowerBound].name
          own[called, default: 0] += 1
          let mentions = segment.mentions(article).filter {
            $0.actor == local - locals.lowerBound && $0.kind != .pronoun
          }
          for mention in mentions { names[String(text[mention.range]), default: 0] += 1 }
          guard let mention = mentions.first, samples[called, default: []].count < samplesShown else {
            continue
          }
          samples[called, default: []].append(context(of: mention.range, in: text))
        }
      }
    }
    Swift.print("  mentions: " + counted(names, 40))
    Swift.print("  article names: " + counted(own, 24))
    for (name, lines) in samples.sorted(by: { $0.key < $1.key }) {
      for line in lines { Swift.print("    \(name): … \(line) …") }
    }
    // Who else bears a word of the name: splits are among them.
    let words = Set(actor.name.split(separator: " ").filter { $0.count > 2 })
    let others = links.actors.indices.filter { other in
      other != row && links.actors[other].name.split(separator: " ").contains { words.contains($0) }
    }.sorted { links.quotationsBySpeaker[$0].count > links.quotationsBySpeaker[$1].count }
    Swift.print(
      "  like it: "
        + others.prefix(14).map {
          "\(links.actors[$0].name) [\(links.actors[$0].kind)] \(links.quotationsBySpeaker[$0].count)"
        }.joined(separator: ", "))
  }

  private static func counted(_ counts: [String: Int], _ most: Int) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most)
      .map { "\($0.key.split(whereSeparator: \.isWhitespace).joined(separator: " ")) \($0.value)" }
      .joined(separator: ", ")
  }

  /// The words around a range, on one line.
  private static func context(of range: TextRange, in text: String) -> String {
    let around = TextRange(max(0, range.lower - 70), range.upper + 90)
    return text[around].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func described(_ role: Actor.Role) -> String {
    let dates = [role.first, role.last].compactMap { $0?.description }
    let parts = [role.office, role.place, role.side].compactMap { $0 }
    return "\(role.title) (\(parts.joined(separator: ", "))) \(dates.joined(separator: "–")) ×\(role.count)"
  }
}
