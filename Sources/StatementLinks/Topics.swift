import QuoteModel

/// What the quotations of a corpus are about: phrases it comes back to, and the actors it speaks of.
struct Topics {
  /// The topics, those of most quotations first.
  private(set) var topics: [Topic] = []
  /// Quotations of each topic, ascending.
  private(set) var quotationsByTopic = PackedLists<QuotationID>()
  /// Topics of each quotation, the strongest first.
  private(set) var topicsOfQuotation = PackedLists<TopicID>()

  /// So many phrases at most are topics of one quotation.
  static let mostPhrasesOfQuotation = 5

  /// So many phrases at most are topics of a corpus of that many quotations.
  static func mostPhrases(_ quotations: Int) -> Int {
    8 + Int(6 * Double(quotations).squareRoot())
  }

  /// In how many quotations something must occur to be a topic: 2 up to 400 quotations, 4 from 10,000 on.
  static func leastQuotations(_ quotations: Int) -> Int {
    quotations < 400 ? 2 : quotations < 10_000 ? 3 : 4
  }

  /// Below so many quotations, what is said once may be a topic too.
  static let fewQuotations = 64

  /// Finds the topics. O(phrases seen), the topics themselves sorted.
  init(_ index: LinkIndex) {
    let chosen = TopicPhrases(index)
    var strengths: [Double] = []
    var lists: [[(topic: Int, strength: Double)]] = Array(repeating: [], count: index.count)
    for phrase in chosen.phrases {
      for quotation in phrase.quotations { lists[Int(quotation)].append((topics.count, phrase.strength)) }
      topics.append(Topic(label: index.phrases.labels[phrase.row], kind: .phrase))
      strengths.append(phrase.strength)
    }
    for row in lists.indices where lists[row].count > Self.mostPhrasesOfQuotation {
      lists[row].sort { ($1.strength, $0.topic) < ($0.strength, $1.topic) }
      lists[row].removeLast(lists[row].count - Self.mostPhrasesOfQuotation)
    }
    addActors(index, &lists)
    fill(lists)
  }

  /// The actors spoken of. A group is no topic, its members are.
  private mutating func addActors(_ index: LinkIndex, _ lists: inout [[(topic: Int, strength: Double)]]) {
    var counts = [Int](repeating: 0, count: index.actors.count)
    for actor in index.about.items { counts[Int(actor)] += 1 }
    let least = index.count < Self.fewQuotations ? 1 : 2
    var topicOf = [Int?](repeating: nil, count: counts.count)
    for (id, actor) in index.actors.enumerated()
    where counts[id] >= least && actor.kind != .group && actor.isNamed {
      topicOf[id] = topics.count
      topics.append(Topic(label: actor.name, kind: .actor, actor: ActorID(id)))
    }
    for row in lists.indices {
      for actor in index.about[row] {
        guard let topic = topicOf[Int(actor)] else { continue }
        lists[row].append((topic, TopicPhrases.rarity(counts[Int(actor)], of: index.count)))
      }
    }
  }

  /// Numbers the topics by how many quotations they have, drops those left without, and packs the lists.
  private mutating func fill(_ lists: [[(topic: Int, strength: Double)]]) {
    var counts = [Int](repeating: 0, count: topics.count)
    for entry in lists.joined() { counts[entry.topic] += 1 }
    let order = topics.indices.filter { counts[$0] > 0 }.sorted {
      counts[$0] != counts[$1] ? counts[$0] > counts[$1] : (topics[$0].label, $0) < (topics[$1].label, $1)
    }
    var rank = [Int](repeating: 0, count: topics.count)
    for (row, topic) in order.enumerated() { rank[topic] = row }
    topics = order.map { topics[$0] }
    var pairs: [(row: Int, quotation: QuotationID)] = []
    for (quotation, list) in lists.enumerated() {
      let sorted = list.map { (topic: rank[$0.topic], strength: $0.strength) }
        .sorted { ($1.strength, $0.topic) < ($0.strength, $1.topic) }
      topicsOfQuotation.append(sorted.map { TopicID($0.topic) })
      for entry in sorted { pairs.append((entry.topic, QuotationID(quotation))) }
    }
    quotationsByTopic = PackedLists(count: topics.count, pairs: pairs)
  }
}
