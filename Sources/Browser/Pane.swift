/// A part of the screen that can have the focus; its number is the key that gives it.
enum Pane: Int, CaseIterable, Sendable {
  // swift-format-ignore
  case actors = 1, topics, quotes, reader, related

  var name: String {
    switch self {
    case .actors: "Actors"
    case .topics: "Topics"
    case .quotes: "Quotes"
    case .reader: "Reader"
    case .related: "Related"
    }
  }

  var title: String { "\(rawValue) \(name)" }

  func next(by step: Int) -> Pane {
    let count = Pane.allCases.count
    return Pane(rawValue: (rawValue - 1 + step + count) % count + 1) ?? .quotes
  }
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
