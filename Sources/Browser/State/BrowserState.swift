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
  /// What the configuration says.
  var settings: Settings

  // What is asked, and what that finds.
  var filter = Filter()
  var results = Results()
  var narrowing: [Pane: TextSearch] = [:]
  var sorting = Sorting()

  // Where the person is.
  var focus = Pane.quotes
  var positions: [Pane: ListPosition] = [:]
  /// The quotation that Reader and Related show.
  var reading: QuotationID?
  var readerTop = 0
  var search = TextSearch.none
  var readerPage: ReaderPage?
  /// The step of the evidence that the Reader points at.
  var evidenceStep: Int?
  /// Where a range of Quotes begins; it ends at the cursor.
  var range: QuotationID?
  /// The page over the panes.
  var page: Page?
  var pageContent: PageContent?
  /// Which of the links of the line under the cursor.
  var pageLinkNumber = 0
  var timeline = Timeline()

  // The ways walked.
  var walk: RelationWalk?
  var lastStep: Step?
  var trail = Trail()
  var marks = Marks()
  /// What was decided: marks, notes, corrections.
  var keeping = Keeping()

  // What is open, and how it looks.
  var panes = PaneSizes()
  var pending: [Key] = []
  var prompt: Prompt?
  var popup: Popup?
  var histories = Histories()
  /// The words last typed into the finder.
  var lastFinderWords = ""
  /// What the last key has to say, until the next one.
  var note: String?
  /// What was said before, for whoever looked away.
  var pastNotes: [String] = []
  var usesMouse = false
  /// The border that the mouse has taken hold of, and where it is.
  var dragging: (edge: Layout.Divider.Edge, point: Point)?
  var hasActed = false
  /// Whether nobody has used it here before: a hint says where to begin.
  var isFirstRun = false
  /// What was read last time, until it is read again.
  var placeToReturnTo: QuoteKey?

  // What goes on behind the screen.
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
  public init(opened: String, size: Size, settings: Settings = Settings()) {
    self.opened = opened
    self.size = size
    self.settings = settings
    usesMouse = settings.usesMouse
  }

  /// Begins with that filter, whatever was asked last time.
  public mutating func ask(_ query: Query) { filter = Filter(query) }

  /// Says where to begin, to somebody who has not used the program before.
  public mutating func greet() { isFirstRun = true }

  /// Takes up the journal of what was decided before; returns how many of its lines say nothing known.
  public mutating func resume(journal: String) -> Int { keeping.read(journal: journal) }

  /// Whether the terminal is to report the mouse.
  public var wantsMouse: Bool { usesMouse }

  var theme: Theme { settings.theme }

  var layout: Layout { Layout(size, focus: focus, sizes: panes) }

  /// Relations of the quotation being read, strongest first, those narrowed away left out.
  var related: [Relation] {
    guard let reading else { return [] }
    let all = relations(of: reading)
    guard let words = narrowing[.related], !words.isEmpty else { return all }
    return all.filter { relation in
      words.isFound(in: corpus.text(of: relation.target)[...])
        || corpus.speakers(of: relation.target).contains { words.isFound(in: corpus[$0].name[...]) }
    }
  }

  /// Relations of a quotation, strongest first. O(their number).
  func relations(of id: QuotationID) -> [Relation] {
    id.index < corpus.links.relations.count ? corpus.links.relations[id.index] : []
  }

  func rowCount(_ pane: Pane) -> Int {
    switch pane {
    case .actors: results.actors.count
    case .topics: results.topics.count
    case .quotes: results.quotes.count
    case .related: related.count
    case .reader: readerPage?.lines.count ?? 0
    case .timeline: timeline.buckets.count
    case .page: pageContent?.lines.count ?? 0
    }
  }

  func cursor(_ pane: Pane) -> Int { positions[pane]?.cursor ?? 0 }

  var currentActor: ActorID? { results.actors.element(at: cursor(.actors)) }
  var currentTopic: TopicID? { results.topics.element(at: cursor(.topics)) }
  var currentRelation: Relation? { related.element(at: cursor(.related)) }

  /// The quotation that keys in the focused pane speak of.
  var currentQuotation: QuotationID? {
    switch focus {
    case .related: currentRelation?.target ?? reading
    case .page: pageLink?.quotation ?? reading
    default: reading
    }
  }

  /// Which of its article's quotations one is, from 1, and how many there are.
  func place(of id: QuotationID) -> (number: Int, count: Int) {
    let siblings = corpus.quotations(in: corpus.article(of: id))
    return (id.index - siblings.lowerBound + 1, siblings.count)
  }
}

extension Array {
  func element(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
