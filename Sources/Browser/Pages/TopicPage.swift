import QuoteModel
import Screen

extension PageSheet {
  /// Who speaks on it, since when, where, what agrees and what does not, and the latest words.
  /// O(quotations on it).
  func topicPage(_ label: String) -> [PageLine] {
    guard let id = corpus.links.topics.firstIndex(where: { $0.label == label }).map({ TopicID($0) }) else {
      return [PageLine("\(label.clipped(to: columns)) is not among the topics any more.")]
    }
    let all =
      id.index < corpus.links.quotationsByTopic.count ? Array(corpus.links.quotationsByTopic[id.index]) : []
    let topic = Query.Clause(.topic(label))
    var lines = [PageLine(label.onOneLine.clipped(to: columns), theme.strong)]
    lines.append(span(all).leading(to: .filter([topic])))
    let speakers = counted(all) { corpus.speakers(of: $0) }
    lines += heading("Who speaks on it")
    lines += bars(
      speakers.map { actor, count in
        (corpus[actor].name, count, .filter([Query.Clause(.speaker(corpus[actor].name)), topic]))
      }, limit: 12)
    let others = counted(all) { state.topics(of: $0).filter { $0 != id } }
    if !others.isEmpty {
      lines += heading("Together with")
      lines += bars(
        others.map { (corpus[$0.key].label, $0.value, .topic(corpus[$0.key].label)) }, limit: 8)
    }
    let outlets = counted(all) { [corpus.outlet(of: corpus.article(of: $0))].compactMap(\.self) }
    if !outlets.isEmpty {
      lines += heading("Outlets")
      lines += bars(
        outlets.map { ($0.key, $0.value, .filter([topic, Query.Clause(.outlet($0.key))])) }, limit: 8)
    }
    lines += opposed(all)
    lines += heading("First")
    let dated = all.filter { state.dateKey($0) >= 512 }.sorted {
      (state.dateKey($0), $0) < (state.dateKey($1), $1)
    }
    lines += dated.prefix(4).map { quote($0) }
    lines += heading("Latest")
    lines += dated.suffix(8).reversed().map { quote($0) }
    return lines
  }
}
