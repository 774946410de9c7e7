import QuoteModel
import Screen

extension PageSheet {
  /// Two statements beside each other, the words that differ marked, and what relates them.
  func comparison(_ one: QuotationID, _ other: QuotationID) -> [PageLine] {
    let difference = WordDifference(corpus.text(of: one), corpus.text(of: other))
    let width = max(8, (columns - 3) / 2)
    let left = head(one, width) + words(difference.one, width)
    let right = head(other, width) + words(difference.other, width)
    var lines: [PageLine] = []
    if let relation = state.relations(of: one).first(where: { $0.target == other })
      ?? state.relations(of: other).first(where: { $0.target == one })
    {
      var line = PageLine()
      line.write("\(relation.kind.symbol) \(relation.kind.name)", theme.relation(relation.kind))
      line.write(
        "  \(relation.evidence)  \(Wording.confidence(relation.score))".onOneLine.clipped(to: columns - 20))
      lines += [line, PageLine()]
    }
    for row in 0..<max(left.count, right.count) {
      lines.append(beside(left.element(at: row), right.element(at: row), width, (one, other)))
    }
    lines.append(PageLine())
    lines.append(
      PageLine(
        difference.isNone ? "The same words." : "Words that the other has not are marked.", theme.faint))
    return lines
  }

  /// Two lines as columns; each leads to its quotation.
  private func beside(
    _ left: PageLine?, _ right: PageLine?, _ width: Int, _ ids: (QuotationID, QuotationID)
  ) -> PageLine {
    var line = left ?? PageLine()
    line.links = [PageLine.Link(columns: 0..<width, target: .quotation(ids.0))]
    line.move(to: width)
    line.write(" │ ", theme.faint)
    line.links.append(PageLine.Link(columns: width + 3..<2 * width + 3, target: .quotation(ids.1)))
    for run in right?.runs ?? [] { line.write(run.text, run.style) }
    return line
  }

  private func head(_ id: QuotationID, _ width: Int) -> [PageLine] {
    let article = corpus[corpus.article(of: id)]
    let date = PartialDate(sortKey: state.dateKey(id)).map(Wording.date) ?? "no date"
    var lines = [PageLine(), PageLine(), PageLine(), PageLine()]
    lines[0].write(state.speakerNames(id) ?? "unknown", theme.source, width: width)
    lines[1].write("\(date) · \(article.outlet ?? article.name)", theme.faint, width: width)
    lines[2].write(corpus.title(of: corpus.article(of: id)), theme.faint, width: width)
    return lines
  }

  private func words(_ words: [WordDifference.Word], _ width: Int) -> [PageLine] {
    var (lines, line) = ([PageLine](), PageLine())
    for word in words {
      let text = word.text.clipped(to: width)
      if line.width > 0, line.width + 1 + text.columns > width {
        lines.append(line)
        line = PageLine()
      }
      if line.width > 0 { line.write(" ") }
      line.write(text, word.isShared ? .plain : theme.match)
    }
    return lines + [line]
  }

  /// Where words came from: every place they stand, by date, with what was changed against the one before.
  /// O(repetitions · words²).
  func lineage(of id: QuotationID) -> [PageLine] {
    var (family, open) = ([id], [id])
    while let next = open.popLast(), family.count < 100 {
      for relation in state.relations(of: next)
      where relation.kind == .repeats && !family.contains(relation.target) {
        family.append(relation.target)
        open.append(relation.target)
      }
    }
    guard family.count > 1 else {
      return [PageLine("These words stand nowhere else in what was read."), quote(id)]
    }
    family.sort { (state.dateKey($0), $0) < (state.dateKey($1), $1) }
    let speakers = Set(family.flatMap { corpus.speakers(of: $0) })
    var lines = [
      PageLine(
        "\(Wording.count(family.count, "place")), \(Wording.count(speakers.count, "speaker"))"
          + (speakers.count > 1 ? ": the same words from several mouths" : ""), theme.strong)
    ]
    for (row, member) in family.enumerated() {
      lines.append(PageLine())
      let article = corpus[corpus.article(of: member)]
      var head = quote(member)
      head.runs.removeAll()
      (head.width, head.links) = (0, [])
      let date = PartialDate(sortKey: state.dateKey(member)).map(Wording.date) ?? "no date"
      head.write(date, theme.faint, width: 12)
      head.write(state.speakerNames(member) ?? "unknown", theme.source, width: min(30, columns / 3))
      head.write(" " + (article.outlet ?? article.name), theme.faint, width: max(0, columns - head.width))
      lines.append(head.leading(to: .quotation(member)))
      let before = row > 0 ? corpus.text(of: family[row - 1]) : corpus.text(of: member)
      let difference = WordDifference(before, corpus.text(of: member))
      lines += words(difference.other, columns)
      let lost = difference.one.filter { !$0.isShared }.map(\.text)
      if !lost.isEmpty {
        lines.append(
          PageLine(("without: " + lost.joined(separator: " ")).onOneLine.clipped(to: columns), theme.problem))
      }
    }
    return lines
  }

  /// Every pair that shifts or contrasts, the surest first: a queue to go through.
  func oppositions() -> [PageLine] {
    var pairs: [(one: QuotationID, relation: Relation)] = []
    for id in state.results.matching {
      for relation in state.relations(of: id)
      where [.shifts, .contrasts].contains(relation.kind)
        && (id < relation.target || !state.results.matching.contains(relation.target))
      {
        pairs.append((id, relation))
      }
    }
    pairs.sort { $0.relation.score > $1.relation.score }
    guard !pairs.isEmpty else { return [PageLine("No shift and no contrast was found in this selection.")] }
    var lines = [
      PageLine("\(Wording.count(pairs.count, "pair")), the surest first; Enter compares", theme.strong)
    ]
    for (one, relation) in pairs.prefix(500) {
      var head = PageLine()
      head.write("\(relation.kind.symbol) \(relation.kind.name) ", theme.relation(relation.kind))
      head.write(Wording.confidence(relation.score) + "  ", theme.faint)
      if corpus.article(of: one) == corpus.article(of: relation.target) {
        head.write("in one article  ", theme.faint)
      }
      head.write(relation.evidence, width: max(4, columns - head.width))
      lines.append(PageLine())
      lines.append(head.leading(to: .comparison(one, relation.target)))
      lines.append(quote(one, to: .comparison(one, relation.target)))
      lines.append(quote(relation.target, to: .comparison(one, relation.target)))
    }
    return lines
  }

  /// Two actors on what the filter leaves of topics and time, one column each, by date.
  func versus(_ one: String, _ other: String) -> [PageLine] {
    let query = Query(state.query.clauses.filter { $0.test.field != .speaker })
    let within = query.quotations(in: corpus)
    func said(_ name: String) -> [QuotationID] {
      corpus.actors(named: name).flatMap { actor in
        actor.index < corpus.links.quotationsBySpeaker.count
          ? Array(corpus.links.quotationsBySpeaker[actor.index]) : []
      }.filter(within.contains)
    }
    let width = max(8, (columns - 3) / 2)
    var head = PageLine()
    head.write(one, theme.source, width: width, to: .actor(one))
    head.write(" │ ", theme.faint)
    head.write(other, theme.source, width: width, to: .actor(other))
    var lines = [
      PageLine(query.isEmpty ? "on everything" : query.description.clipped(to: columns), theme.faint), head,
    ]
    let all = (said(one).map { ($0, true) } + said(other).map { ($0, false) })
      .sorted { (state.dateKey($0.0), $0.0) < (state.dateKey($1.0), $1.0) }
    var lastDate: Int32 = -1
    for (id, isLeft) in all.suffix(400) {
      if state.dateKey(id) != lastDate {
        lastDate = state.dateKey(id)
        lines.append(PageLine())
        lines.append(PageLine(PartialDate(sortKey: lastDate).map(Wording.date) ?? "no date", theme.faint))
      }
      let text = corpus.text(of: id).onOneLine.split(separator: " ")
        .map { WordDifference.Word(text: String($0), isShared: true) }
      for part in words(text, width) {
        var line = isLeft ? part : PageLine()
        line.move(to: width)
        line.write(" │ ", theme.faint)
        if !isLeft { for run in part.runs { line.write(run.text, run.style) } }
        lines.append(line.leading(to: .quotation(id)))
      }
    }
    return lines
  }
}

extension BrowserState {
  /// gc: the quote read beside the one chosen in Related, the other end of the range, or the last mark.
  mutating func openComparison() {
    guard let reading else { return note = "no quote to compare" }
    let target =
      focus == .related
      ? currentRelation?.target : range ?? marks.all.last { $0.quotation != reading }?.quotation
    guard let target, target != reading else {
      return note = "choose the other statement: in 5 Related, as a range with v, or by a mark"
    }
    open(.comparison(reading, target))
  }

  mutating func openLineage() {
    guard let id = currentQuotation else { return note = "no quote whose words could be followed" }
    open(.lineage(id))
  }

  /// gv: the two speakers of the filter, or this quote's speaker and the one of the statement in Related, or
  /// the two who speak most.
  mutating func openVersus() {
    var names = query.clauses.compactMap { clause in
      if case .speaker(let name) = clause.test, !clause.isExcluded { name } else { nil }
    }
    if focus == .actors, let actor = currentActor { names.append(corpus[actor].name) }
    let others = [reading, currentRelation?.target].compactMap { $0 }.flatMap { corpus.speakers(of: $0) }
    let loudest = results.actors.prefix(3)
    for actor in others + loudest where !names.contains(corpus[actor].name) {
      names.append(corpus[actor].name)
    }
    guard names.count > 1 else { return note = "there is nobody else to compare with" }
    open(.versus(names[0], names[1]))
  }
}
