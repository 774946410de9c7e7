import QuoteModel
import Screen

/// Everything the browser knows: what was read, what is asked of it, where the person is.
public struct BrowserState: Sendable {
  /// The newest snapshot.
  public internal(set) var corpus = Corpus()
  /// What the header says was opened.
  public let opened: String
  /// The terminal's size as last told.
  public internal(set) var size: Size

  /// The filter.
  var query = Query()
  var results = Results()
  var narrowing: [Pane: String] = [:]
  var sorting = Sorting()
  var positions: [Pane: ListPosition] = [:]
  /// The quotation that Reader and Related show.
  var reading: QuotationID?
  var readerTop = 0
  var search = ""
  var page: ReaderPage?
  var walk: RelationWalk?
  var lastStep: Step?
  var trail = Trail()

  var focus = Pane.quotes
  var isZoomed = false
  /// Rows the Quotes pane has more than its share.
  var extraRows = 0
  var pending: [Key] = []
  var prompt: Prompt?
  var popup: Popup?
  /// What the last key has to say, until the next one.
  var note: String?
  var usesMouse = false
  var hasActed = false

  var isReading = true
  var progress: (done: Int, total: Int?)?
  /// How far making the statements better has come, while that goes on.
  var improvement: Improvement?
  var failures: [Failure] = []

  /// An article that could not be read.
  struct Failure: Equatable, Sendable {
    var path: String
    var place: String?
    var reason: String
  }

  /// How much of how much is done, and about how long the rest takes.
  struct Improvement: Equatable, Sendable {
    var done: Int
    var total: Int
    var secondsLeft: Int?
  }

  /// A browser with nothing read yet. `opened` names what is being read: `summit/`.
  public init(opened: String, size: Size, query: Query = Query()) {
    self.opened = opened
    self.query = query
    self.size = size
  }

  var isFiltered: Bool { !query.isEmpty }

  var layout: Layout { Layout(size, focus: focus, isZoomed: isZoomed, extraRows: extraRows) }

  /// Relations of the quotation being read, strongest first.
  var related: ArraySlice<Relation> {
    guard let reading, reading.index < corpus.links.relations.count else { return [] }
    return corpus.links.relations[reading.index]
  }

  func rowCount(_ pane: Pane) -> Int {
    switch pane {
    case .actors: results.actors.count
    case .topics: results.topics.count
    case .quotes: results.quotes.count
    case .related: related.count
    case .reader: page?.lines.count ?? 0
    }
  }

  func cursor(_ pane: Pane) -> Int { positions[pane]?.cursor ?? 0 }

  var currentActor: ActorID? { results.actors.element(at: cursor(.actors)) }
  var currentTopic: TopicID? { results.topics.element(at: cursor(.topics)) }
  var currentRelation: Relation? { Array(related).element(at: cursor(.related)) }

  /// The quotation that keys in the focused pane speak of.
  var currentQuotation: QuotationID? { focus == .related ? currentRelation?.target ?? reading : reading }

  /// Which of its article's quotations one is, from 1, and how many there are.
  func place(of id: QuotationID) -> (number: Int, count: Int) {
    let siblings = corpus.quotations(in: corpus.article(of: id))
    return (id.index - siblings.lowerBound + 1, siblings.count)
  }
}

extension Array {
  func element(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
