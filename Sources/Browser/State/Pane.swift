/// A part of the screen that can have the focus; its number is the key that gives it.
enum Pane: Int, CaseIterable, Sendable {
  // swift-format-ignore
  case actors = 1, topics, quotes, reader, related, timeline
  /// A page that covers the others as long as it is open.
  case page

  /// Those that have a place of their own, in the order of their numbers.
  static let numbered: [Pane] = [.actors, .topics, .quotes, .reader, .related, .timeline]

  var name: String {
    switch self {
    case .actors: "Actors"
    case .topics: "Topics"
    case .quotes: "Quotes"
    case .reader: "Reader"
    case .related: "Related"
    case .timeline: "Timeline"
    case .page: "Page"
    }
  }

  var title: String { self == .page ? name : "\(rawValue) \(name)" }
}

/// Where a list stands: the row under the cursor and the first row shown.
struct ListPosition: Equatable, Sendable {
  var cursor = 0
  var top = 0

  /// Stays inside `count` rows and keeps the cursor among the `height` shown.
  mutating func settle(count: Int, height: Int) {
    cursor = max(0, min(cursor, count - 1))
    guard height > 0 else { return }
    top = max(min(top, cursor), cursor - height + 1)
    top = max(0, min(top, count - height))
  }
}

/// What a person has made of the panes: kept from one day to the next.
struct PaneSizes: Equatable, Sendable {
  /// One pane alone.
  var isZoomed = false
  /// Not shown unless they have the focus.
  var hidden: Set<Pane> = []
  /// Rows that the upper one of two panes has more than its share.
  var rows = 0
  /// Columns that Actors and Topics have more than theirs.
  var left = 0
  /// Columns that what stands at the right has more than its share.
  var right = 0
  /// Rows that Actors has more than its share of what it shares with Topics.
  var lists = 0
  /// Rows that the timeline has more than its share.
  var timeline = 0
}
