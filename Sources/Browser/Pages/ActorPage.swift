import QuoteModel
import Screen

extension PageSheet {
  /// Names, roles over time, topics, whom they speak of and who speaks of them, outlets, who agrees and who does
  /// not, and the latest words. O(quotations).
  func actorPage(_ name: String) -> [PageLine] {
    guard let id = corpus.links.actors.firstIndex(where: { $0.name == name }).map({ ActorID($0) }) else {
      return [PageLine("\(name.clipped(to: columns)) is not among the actors any more.")]
    }
    let actor = corpus[id]
    let said =
      id.index < corpus.links.quotationsBySpeaker.count
      ? Array(corpus.links.quotationsBySpeaker[id.index]) : []
    let speaker = Query.Clause(.speaker(name))
    var lines = head(actor, said)
    lines += section("Topics", counted(said) { state.topics(of: $0).map { $0 } }) { topic in
      (corpus[topic].label, .filter([speaker, Query.Clause(.topic(corpus[topic].label))]))
    }
    lines += section("Speaks of", counted(said) { corpus.about($0) }) { other in
      (corpus[other].name, .filter([speaker, Query.Clause(.about(corpus[other].name))]))
    }
    lines += section("Spoken of by", counted(quotations(about: id)) { corpus.speakers(of: $0) }) { other in
      (corpus[other].name, .filter([Query.Clause(.speaker(corpus[other].name)), Query.Clause(.about(name))]))
    }
    lines += section(
      "Outlets", counted(said) { [corpus.outlet(of: corpus.article(of: $0))].compactMap(\.self) }
    ) {
      ($0, .filter([speaker, Query.Clause(.outlet($0))]))
    }
    lines += opposed(said)
    lines += heading("Latest")
    lines += said.sorted { (state.dateKey($0), $0) > (state.dateKey($1), $1) }.prefix(12).map { quote($0) }
    return lines
  }

  private func head(_ actor: Actor, _ said: [QuotationID]) -> [PageLine] {
    var first = PageLine()
    first.write(actor.name.onOneLine.clipped(to: columns - 20), theme.strong)
    first.write("  \(actor.kind)", theme.faint)
    var lines = [first]
    if !actor.aliases.isEmpty {
      lines.append(PageLine(("also " + actor.aliases.joined(separator: ", ")).onOneLine.clipped(to: columns)))
    }
    lines += span(said).leading(to: .filter([Query.Clause(.speaker(actor.name))])).asList
    guard !actor.roles.isEmpty else { return lines }
    lines += heading("Roles")
    for role in actor.roles.sorted(by: { ($0.last?.sortKey ?? 0) > ($1.last?.sortKey ?? 0) }).prefix(8) {
      var line = PageLine()
      let dates = [role.first, role.last == role.first ? nil : role.last].compactMap { $0.map(Wording.date) }
      line.write(dates.joined(separator: " – "), theme.faint, width: 27, alignsRight: true)
      line.write("  ")
      line.write(role.title, width: columns - 30)
      lines.append(line)
    }
    return lines
  }

  /// `38 quotes in 12 articles, 19 Oct 2023 – 01 Jun 2025  ▂▁▅`.
  func span(_ ids: [QuotationID]) -> PageLine {
    var line = PageLine()
    let articles = Set(ids.map { corpus.article(of: $0) }).count
    line.write("\(Wording.count(ids.count, "quote")) in \(Wording.count(articles, "article"))")
    let dates = ids.map { state.dateKey($0) }.filter { $0 >= 512 }
    if let first = dates.min().flatMap({ PartialDate(sortKey: $0) }),
      let last = dates.max().flatMap({ PartialDate(sortKey: $0) })
    {
      line.write(", \(Wording.date(first))" + (first == last ? "" : " – \(Wording.date(last))"))
    }
    let periods = Timeline.Periods(of: dates, columns: 24)
    line.write("  ")
    line.write(Sparkline.text(periods.counts(of: dates)), theme.content)
    return line
  }

  private func section<Key: Hashable>(
    _ title: String, _ counts: [Key: Int], _ row: (Key) -> (String, PageTarget)
  ) -> [PageLine] {
    guard !counts.isEmpty else { return [] }
    let rows = counts.map { key, count in
      let (name, target) = row(key)
      return (name: name, count: count, target: target)
    }
    return heading(title) + bars(rows, limit: 8)
  }

  /// Everything said of an actor. O(quotations).
  func quotations(about id: ActorID) -> [QuotationID] {
    var found: [QuotationID] = []
    for segment in corpus.segments {
      for row in 0..<segment.count
      where segment.aboutRows[row].contains(where: {
        corpus.links.actorOfArticleActor[segment.firstActor + Int($0)] == id
      }) {
        found.append(QuotationID(segment.firstQuotation + row))
      }
    }
    return found
  }

  /// Statements of others that agree with these, contrast with or answer them.
  func opposed(_ ids: [QuotationID]) -> [PageLine] {
    var lines: [PageLine] = []
    for kind in [Relation.Kind.contrasts, .shifts, .agrees, .answers] {
      let pairs = ids.flatMap { id in state.relations(of: id).filter { $0.kind == kind }.map { (id, $0) } }
      guard !pairs.isEmpty else { continue }
      lines += heading("\(kind.symbol) \(kind.name) \(Wording.number(pairs.count))")
      for (id, relation) in pairs.sorted(by: { $0.1.score > $1.1.score }).prefix(6) {
        lines.append(quote(relation.target, to: .comparison(id, relation.target)))
      }
    }
    return lines
  }
}

extension PageLine {
  fileprivate var asList: [PageLine] { [self] }
}

extension BrowserState {
  /// ga: the page of the actor under the cursor, else of who said the quote at hand.
  mutating func openActorPage() {
    let actor = focus == .actors ? currentActor : currentQuotation.flatMap { corpus.speakers(of: $0).first }
    guard let actor else { return note = "no actor here" }
    open(.actor(corpus[actor].name))
  }

  /// gt: the page of the topic under the cursor, else of what the quote at hand is about.
  mutating func openTopicPage() {
    let topic = focus == .topics ? currentTopic : currentQuotation.flatMap { topics(of: $0).first }
    guard let topic else { return note = "no topic here" }
    open(.topic(corpus[topic].label))
  }
}
