/// How lists are ordered.
struct Sorting: Equatable, Sendable {
  enum Order: String, Sendable {
    // swift-format-ignore
    case date, speaker, confidence, article, count, name
  }

  struct Choice: Equatable, Sendable {
    var order: Order
    var isDescending: Bool
  }

  var quotes = Choice(order: .date, isDescending: true)
  var actors = Choice(order: .count, isDescending: true)
  var topics = Choice(order: .count, isDescending: true)

  static func orders(_ pane: Pane) -> [Order] {
    switch pane {
    case .actors, .topics: [.count, .name]
    case .quotes: [.date, .speaker, .confidence, .article]
    case .reader, .related, .timeline, .page: []
    }
  }

  subscript(pane: Pane) -> Choice? {
    get {
      switch pane {
      case .actors: actors
      case .topics: topics
      case .quotes: quotes
      case .reader, .related, .timeline, .page: nil
      }
    }
    set {
      guard let newValue else { return }
      switch pane {
      case .actors: actors = newValue
      case .topics: topics = newValue
      case .quotes: quotes = newValue
      case .reader, .related, .timeline, .page: break
      }
    }
  }
}
