import QuoteModel

/// What the quotations of a corpus are about: subjects of a fixed taxonomy, phrases it comes back to, and the
/// actors it speaks of.
struct Topics {
  /// The topics, those of most quotations first.
  private(set) var topics: [Topic] = []
  /// Quotations of each topic, ascending.
  private(set) var quotationsByTopic = PackedLists<QuotationID>()
  /// Topics of each quotation, the strongest first.
  private(set) var topicsOfQuotation = CountedLists<TopicID>()

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

  /// Below so many quotations, an actor spoken of once is a topic too,
  static let fewQuotations = 64

  /// and below so many a phrase said once, where a quotation has no other.
  static let fewEnoughForSingles = 400

  /// Finds the topics. O(phrases seen), the topics themselves sorted.
  init(_ index: LinkIndex, _ subjects: Subjects, _ judge: PhraseJudge) {
    let chosen = TopicPhrases(index, judge)
    var lists: [[(topic: Int, strength: Double)]] = Array(repeating: [], count: index.count)
    for phrase in chosen.phrases {
      for quotation in phrase.quotations { lists[Int(quotation)].append((topics.count, phrase.strength)) }
      topics.append(
        Topic(
          label: index.phrases.labels[phrase.row], kind: .phrase, parent: phrase.parent.map { TopicID($0) }))
    }
    for row in lists.indices { lists[row] = strongest(of: lists[row]) }
    addActors(index, judge, &lists)
    addSubjects(index, subjects, &lists)
    fill(lists)
  }

  /// A quotation's strongest phrases, and with each the wider ones it lies under.
  private func strongest(of list: [(topic: Int, strength: Double)]) -> [(topic: Int, strength: Double)] {
    guard list.count > Self.mostPhrasesOfQuotation else { return list }
    var kept: Set<Int> = []
    var count = 0
    for entry in list.sorted(by: { ($1.strength, $0.topic) < ($0.strength, $1.topic) })
    where count < Self.mostPhrasesOfQuotation {
      // A wider one that came along with a narrower is no further phrase.
      if !kept.contains(entry.topic) { count += 1 }
      var next: Int? = entry.topic
      while let topic = next, kept.insert(topic).inserted { next = topics[topic].parent?.index }
    }
    return list.filter { kept.contains($0.topic) }
  }

  /// The subjects, and with each the wider ones it lies under. They tell least of a quotation and come last.
  private mutating func addSubjects(
    _ index: LinkIndex, _ subjects: Subjects, _ lists: inout [[(topic: Int, strength: Double)]]
  ) {
    var topicOf = [Int?](repeating: nil, count: subjects.all.count)
    func add(_ row: UInt8) -> Int {
      if let known = topicOf[Int(row)] { return known }
      let subject = subjects.all[Int(row)]
      let parent = subject.wider.first.map { add($0) }
      topicOf[Int(row)] = topics.count
      topics.append(
        Topic(
          label: subject.label, kind: .subject, code: subject.code, parent: parent.map { TopicID($0) }))
      return topics.count - 1
    }
    for row in lists.indices {
      let own = index.subjects[row].filter { $0 < subjects.all.count }
      var wider: [UInt8] = []
      for (place, subject) in own.enumerated() {
        lists[row].append((add(subject), -Double(place)))
        for other in subjects.all[Int(subject)].wider where !wider.contains(other) { wider.append(other) }
      }
      for (place, subject) in wider.enumerated() {
        lists[row].append((add(subject), -Double(Int(UInt8.max) + place)))
      }
    }
  }

  /// The actors spoken of. A group is no topic, its members are.
  private mutating func addActors(
    _ index: LinkIndex, _ judge: PhraseJudge, _ lists: inout [[(topic: Int, strength: Double)]]
  ) {
    var counts = [Int](repeating: 0, count: index.actors.count)
    for actor in index.about.items { counts[Int(actor)] += 1 }
    let least = index.count < Self.fewQuotations ? 1 : 2
    var topicOf = [Int?](repeating: nil, count: counts.count)
    for (id, actor) in index.actors.enumerated()
    where counts[id] >= least && actor.kind != .group && actor.isNamed
      && !index.publishingActors.contains(Int32(id)) && judge.allows(actor)
    {
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
    topics = order.map { row in
      var topic = topics[row]
      topic.parent = topic.parent.map { TopicID(rank[$0.index]) }
      return topic
    }
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
