import QuoteModel
import Reading
import StatementLinks

/// Prints the actors most quoted, for reading by eye: `Benchmarks --actors PATH…`.
enum ActorTable {
  private static let shown = 50
  private static let mentionsShown = 8

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
    let articles = Set(
      links.actorOfArticleActor.indices.filter { links.actorOfArticleActor[$0].index == row })
    Swift.print(
      "\n\(links.quotationsBySpeaker[row].count) \(actor.name) [\(actor.kind), \(actor.gender)] in \(articles.count) articles"
    )
    Swift.print("  also: \(actor.aliases.joined(separator: " | "))")
    Swift.print("  roles: \(actor.roles.map(described).joined(separator: " | "))")
    var names: [String: Int] = [:]
    var mentions: [String] = []
    for segment in corpus.segments {
      for article in segment.articles.indices {
        let base = segment.firstActor + Int(segment.actorStarts[article])
        let text = segment.articles[article].text
        for mention in segment.mentions[article] {
          guard let local = mention.actor, articles.contains(base + local) else { continue }
          if mention.kind == .pronoun { continue }
          names[String(text[mention.range]), default: 0] += 1
        }
        for local in 0..<Int(segment.actorStarts[article + 1] - segment.actorStarts[article])
        where articles.contains(base + local) {
          mentions.append(segment.actors[Int(segment.actorStarts[article]) + local].name)
        }
      }
    }
    let most = names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    Swift.print("  mentions: " + most.prefix(40).map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    var own: [String: Int] = [:]
    for name in mentions { own[name, default: 0] += 1 }
    Swift.print(
      "  article names: "
        + own.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(24).map { "\($0.key) \($0.value)" }
        .joined(separator: ", "))
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

  private static func described(_ role: Actor.Role) -> String {
    let dates = [role.first, role.last].compactMap { $0?.description }
    let parts = [role.office, role.place, role.side].compactMap { $0 }
    return "\(role.title) (\(parts.joined(separator: ", "))) \(dates.joined(separator: "–")) ×\(role.count)"
  }
}
