import QuoteModel
import Screen

/// The way here as a person takes it along: Markdown with citations, and lines that bring it back the next time.
extension BrowserState {
  /// A list of the places, each below the one it was come to from, with what was read there.
  var trailAsMarkdown: String {
    var trail = trail
    trail.stay(at: stop)
    var depths: [Int: Int] = [:]
    var lines: [String] = []
    for (_, number) in trail.tree {
      let parent = trail.nodes[number].parent
      let siblings = trail.nodes.filter { $0.parent == parent }.count
      let depth = (parent.flatMap { depths[$0] } ?? 0) + (parent != nil && siblings > 1 ? 1 : 0)
      depths[number] = depth
      lines.append(String(repeating: "  ", count: depth) + "- " + markdown(of: trail.nodes[number].stop))
    }
    return Sanitizing.text(lines.joined(separator: "\n") + "\n")
  }

  /// A place's filter and page, and what was read there with its citation.
  private func markdown(of stop: Trail.Stop) -> String {
    let filter = stop.query.isEmpty ? "everything" : "`\(stop.query.description.onOneLine)`"
    let place = [filter, stop.page?.kind.title.onOneLine].compactMap(\.self).joined(separator: ", ")
    guard let id = stop.quotation, id.index < corpus.quotationCount else { return place }
    return place + ": " + citation(of: id).onOneLine
  }

  /// How many places are kept for the next time.
  private static let longestTrail = 100

  /// `stop`, the number of the place before, the pane, the quotation, the filter.
  var trailLines: [String] {
    var trail = trail
    trail.stay(at: stop)
    let first = max(0, trail.nodes.count - BrowserState.longestTrail)
    let stops = trail.nodes.dropFirst(first).map { node in
      [
        "stop", node.parent.flatMap { $0 >= first ? "\($0 - first)" : nil } ?? "",
        "\(node.stop.focus == .page ? Pane.quotes : node.stop.focus)",
        node.stop.quotation.map { keeping.key(of: $0).text } ?? "", node.stop.query.description.onOneLine,
      ].joined(separator: "\t")
    }
    return stops + (trail.at.map { ["at\t\($0 - first)"] } ?? [])
  }

  /// Brings back the way of the last time, unless this time a way has begun already. O(articles).
  mutating func returnToTrail() {
    guard let places = trailToReturnTo else { return }
    trailToReturnTo = nil
    guard trail.nodes.isEmpty else { return }
    let found = keeping.quotations(of: Set(places.stops.compactMap(\.key)))
    let nodes = places.stops.map { place in
      Trail.Node(
        stop: Trail.Stop(
          filter: Filter((try? QueryParser.parse(place.filter)) ?? Query()),
          quotation: place.key.flatMap { found[$0] },
          focus: place.focus, page: nil),
        parent: place.parent, next: nil)
    }
    trail = Trail(nodes: nodes, at: places.at)
  }
}

/// The places of a way, before what was read there has been read again.
struct TrailPlaces: Equatable, Sendable {
  struct Stop: Equatable, Sendable {
    var parent: Int?
    var focus: Pane
    var key: QuoteKey?
    var filter: String
  }

  private(set) var stops: [Stop] = []
  private(set) var at: Int?

  /// Takes a line of those that were kept; what is not understood is left out.
  mutating func take(_ fields: [String]) {
    if fields[0] == "at", fields.count == 2 {
      at = Int(fields[1]).flatMap { stops.indices.contains($0) ? $0 : nil }
    }
    guard fields[0] == "stop", fields.count == 5 else { return }
    // A place comes from one before it.
    let parent = Int(fields[1]).flatMap { stops.indices.contains($0) ? $0 : nil }
    let focus = Pane.numbered.first { "\($0)" == fields[2] } ?? .quotes
    stops.append(Stop(parent: parent, focus: focus, key: QuoteKey(fields[3][...]), filter: fields[4]))
  }
}
