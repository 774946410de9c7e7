import QuoteModel
import Screen

extension PageSheet {
  private static let label = 22

  /// Actors by topics, each cell a count and a shade; Enter filters on the cell. O(found).
  func heatMap() -> [PageLine] {
    let actors = state.results.facets.actors.greatest(24).map { ActorID($0) }
    let width = 9
    let room = max(1, (columns - PageSheet.label) / width)
    let topics = state.results.facets.topics.greatest(room).map { TopicID($0) }
    guard !actors.isEmpty, !topics.isEmpty else { return [PageLine("Nothing to map in this selection.")] }
    var places: [TopicID: Int] = [:]
    for (place, topic) in topics.enumerated() { places[topic] = place }
    var counts = Array(repeating: [Int](repeating: 0, count: topics.count), count: actors.count)
    visit(actors) { row, id in
      for topic in state.topics(of: id) { if let place = places[topic] { counts[row][place] += 1 } }
    }
    let most = counts.joined().max() ?? 1
    var head = PageLine()
    head.move(to: PageSheet.label)
    for topic in topics {
      head.write(corpus[topic].label, theme.faint, width: width - 1)
      head.write(" ")
    }
    let title = PageLine("Quotes of the selection, who and on what: h l j k move, Enter filters", theme.faint)
    return [title, head]
      + actors.indices.map { row in
        var line = PageLine()
        line.write(
          corpus[actors[row]].name, theme.strong, width: PageSheet.label - 1,
          to: .actor(corpus[actors[row]].name))
        line.write(" ")
        for (place, topic) in topics.enumerated() {
          let count = counts[row][place]
          let shade = String(repeating: Shade.character(count, of: most), count: 3)
          let target = PageTarget.filter([
            Query.Clause(.speaker(corpus[actors[row]].name)), Query.Clause(.topic(corpus[topic].label)),
          ])
          line.write(
            shade + (count > 0 ? Wording.number(count) : "·").leftPadded(width - 4),
            count > 0 ? .plain : theme.faint,
            width: width - 1, to: target)
          line.write(" ")
        }
        return line
      }
  }

  /// Who speaks of whom: a count and how it went over time; Enter filters on the cell. O(found).
  func matrix() -> [PageLine] {
    let speakers = state.results.facets.actors.greatest(24).map { ActorID($0) }
    var about: [Int32] = Array(repeating: 0, count: corpus.links.actors.count)
    corpus.visit(state.results.matching) { id, _, _ in
      for actor in corpus.about(id) { about[actor.index] += 1 }
    }
    let width = 11
    let targets = about.greatest(max(1, (columns - PageSheet.label) / width)).map { ActorID($0) }
    guard !speakers.isEmpty, !targets.isEmpty else {
      return [PageLine("Nobody speaks of anybody in this selection.")]
    }
    var places: [ActorID: Int] = [:]
    for (place, target) in targets.enumerated() { places[target] = place }
    let periods = Timeline.Periods(
      of: DateCounts(of: state.results.matching, in: corpus).dates, columns: 4)
    let none = [Int](repeating: 0, count: max(1, periods.count))
    var counts = Array(repeating: [Int](repeating: 0, count: targets.count), count: speakers.count)
    var times = Array(repeating: Array(repeating: none, count: targets.count), count: speakers.count)
    visit(speakers) { row, id in
      for actor in corpus.about(id) {
        guard let place = places[actor] else { continue }
        counts[row][place] += 1
        if let period = periods.place(of: state.dateKey(id)) { times[row][place][period] += 1 }
      }
    }
    var head = PageLine()
    head.move(to: PageSheet.label)
    for target in targets {
      head.write(Wording.shortName(corpus[target]), theme.faint, width: width - 1)
      head.write(" ")
    }
    let title = PageLine("Who (down) speaks of whom (across): h l j k move, Enter filters", theme.faint)
    return [title, head]
      + speakers.indices.map { row in
        var line = PageLine()
        let name = corpus[speakers[row]].name
        line.write(name, theme.strong, width: PageSheet.label - 1, to: .actor(name))
        line.write(" ")
        for (place, target) in targets.enumerated() {
          let count = counts[row][place]
          let text =
            (count > 0 ? Wording.number(count) : "·").leftPadded(5) + " "
            + Sparkline.text(times[row][place])
          line.write(
            text, count > 0 ? .plain : theme.faint, width: width - 1,
            to: .filter([Query.Clause(.speaker(name)), Query.Clause(.about(corpus[target].name))]))
          line.write(" ")
        }
        return line
      }
  }

  /// Each quotation found of each of some speakers.
  private func visit(_ speakers: [ActorID], _ body: (Int, QuotationID) -> Void) {
    for (row, actor) in speakers.enumerated() where actor.index < corpus.links.quotationsBySpeaker.count {
      for id in corpus.links.quotationsBySpeaker[actor.index] where state.results.matching.contains(id) {
        body(row, id)
      }
    }
  }

  /// Who has how much of the selection, who is spoken of and never heard, what only one outlet has. O(found).
  func balance() -> [PageLine] {
    let facets = state.results.facets.actors
    let total = max(1, state.results.matchingCount)
    let shares = facets.greatest(10)
    var lines = [PageLine("Shares of \(Wording.count(state.results.matchingCount, "quote"))", theme.strong)]
    lines += bars(
      shares.map { row in
        let name = corpus.links.actors[row].name
        return (
          "\(Wording.share(Int(facets[row]), of: total))  \(name)", Int(facets[row]),
          .filter([Query.Clause(.speaker(name))])
        )
      }, limit: 10)
    var about: [Int32] = Array(repeating: 0, count: corpus.links.actors.count)
    corpus.visit(state.results.matching) { id, _, _ in
      for actor in corpus.about(id) { about[actor.index] += 1 }
    }
    for row in about.indices where facets.element(at: row) ?? 0 > 0 { about[row] = 0 }
    lines += heading("Spoken of, but not quoted here")
    lines += bars(
      about.greatest(12).map { row in
        let name = corpus.links.actors[row].name
        return (name, Int(about[row]), .filter([Query.Clause(.about(name))]))
      }, limit: 12)
    return lines + onlyOneOutlet()
  }

  /// Speakers that only one outlet has quoted.
  private func onlyOneOutlet() -> [PageLine] {
    var outlets: [ActorID: Set<String>] = [:]
    for id in state.results.matching {
      guard let outlet = corpus.outlet(of: corpus.article(of: id)) else { continue }
      for actor in corpus.speakers(of: id) { outlets[actor, default: []].insert(outlet) }
    }
    let alone = outlets.filter { $0.value.count == 1 }
    guard Set(outlets.values.joined()).count > 1, !alone.isEmpty else { return [] }
    return heading("Heard by one outlet only")
      + bars(
        alone.map { actor, outlets in
          let name = corpus[actor].name
          return (
            "\(name) (\(outlets.first ?? ""))", Int(state.results.facets.actors[actor.index]),
            .filter([Query.Clause(.speaker(name))])
          )
        }, limit: 12)
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }
}
