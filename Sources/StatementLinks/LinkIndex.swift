import QuoteModel

/// What topics and relations are found in: the columns of all segments side by side, with actors merged and
/// phrases numbered over the whole corpus. An object, as it is handed to millions of judgements.
final class LinkIndex {
  /// The merged actors.
  let actors: [Actor]
  /// The phrases of the corpus.
  let phrases: PhraseTable
  /// For each quotation: the article it stands in.
  private(set) var article: [Int32] = []
  /// For each quotation: the part of the article its words begin in.
  private(set) var paragraph: [Int32] = []
  /// For each quotation: `PartialDate.sortKey` of when it was said, 0 where unknown.
  private(set) var date: [Int32] = []
  /// For each quotation: whether it stands inside another one's words.
  private(set) var isNested: [Bool] = []
  /// For each quotation: whether it stands in a headline or another part that is no running text.
  private(set) var isOutsideText: [Bool] = []
  /// For each quotation: whether all of it is quoted word for word.
  private(set) var isDirect: [Bool] = []
  /// For each quotation: how sure it is.
  private(set) var confidence: [Float] = []
  /// For each quotation: whether it stands among the words of a question that another one answers.
  private(set) var isInQuestion: [Bool] = []
  /// For each quotation: who said it.
  private(set) var speakers = PackedLists<Int32>()
  /// For each quotation: the actors it speaks of, its speakers left out, ascending.
  private(set) var about = PackedLists<Int32>()
  /// For each quotation: the actors named in its cue or right behind it, `replied to Oseiv`.
  private(set) var addressed = PackedLists<Int32>()
  /// For each quotation: the actors named in the question it answers.
  private(set) var asked = PackedLists<Int32>()
  /// For each quotation: its phrases, those that name an actor left out, in text order.
  private(set) var phrasesOf = PackedLists<Int32>()
  /// For each quotation: the hashes of its terms, in text order.
  private(set) var terms = PackedLists<UInt32>()
  /// For each quotation: its subjects, as rows of the taxonomy.
  private(set) var subjects = PackedLists<UInt8>()
  /// For each quotation: how each of its terms stands in its sentence.
  private(set) var marks = PackedLists<TermMarks>()
  /// For each quotation: what its clauses say.
  private(set) var claims = PackedLists<Claim>()
  /// For each quotation: what the words around its content tell.
  private(set) var framing: [Framing] = []
  /// For each quotation: hashes of its sentences.
  private(set) var wordings = PackedLists<UInt64>()
  /// For each article: a number for who published it, the article's own where that is unknown.
  private(set) var outlet: [Int32] = []
  /// Names of who published the articles, as phrases are keyed.
  private(set) var publishers: Set<String> = []
  /// The actors that published the articles.
  private(set) var publishingActors: Set<Int32> = []
  /// Whether no article tells who published it.
  private(set) var hasOutlets = false

  /// Behind the words of the quotations of the article being added.
  private var outerEnd: UInt32 = 0

  /// How many quotations there are.
  var count: Int { article.count }

  /// Lays the segments side by side. O(everything in them).
  init(_ segments: [Segment], _ merged: MergedActors, lists: WordLists) {
    actors = merged.actors
    phrases = PhraseTable(segments, actors: merged.actors, lists: lists)
    var outlets: [String: Int32] = [:]
    var vocabulary = Vocabulary(lists)
    for (segment, phraseRows) in zip(segments, phrases.rowsOfSegments) {
      for row in 0..<segment.articleCount {
        let number = Int32(segment.firstArticle + row)
        guard let name = segment.outlet(row).map(ActorName.key), !name.isEmpty else {
          outlet.append(number)
          continue
        }
        hasOutlets = true
        publishers.insert(vocabulary.key(of: name))
        outlets[name] = outlets[name] ?? number
        outlet.append(outlets[name] ?? number)
      }
      for row in 0..<segment.articleCount { add(row, of: segment, phraseRows, merged.ofArticleActor) }
    }
    for (row, actor) in actors.enumerated() where outlets[ActorName.key(actor.name)] != nil {
      publishingActors.insert(Int32(row))
    }
  }

  /// Adds the quotations of an article.
  private func add(
    _ articleRow: Int, of segment: Segment, _ phraseRows: [Int32], _ merged: [ActorID]
  ) {
    let whole = segment.article(articleRow)
    let mentions = segment.mentions(articleRow)
    outerEnd = 0
    let quotations = segment.quotations(articleRow).map { (row: $0, quotation: segment.quotation($0)) }
    let questions = quotations.compactMap(\.quotation.asked).sorted { $0.start < $1.start }
    for (row, quotation) in quotations {
      let start = quotation.content.first?.start ?? 0
      let behind = questions.partitionPoint { $0.start > start }
      isInQuestion.append(behind > 0 && start < questions[behind - 1].end)
      isDirect.append(quotation.kind == .direct)
      confidence.append(quotation.confidence)
      article.append(Int32(segment.firstArticle + articleRow))
      date.append(segment.dateKey(row))
      addPlace(quotation, whole.parts)
      addActors(row, quotation, of: segment, phraseRows, mentions, merged)
      let words = segment.terms(row)
      terms.append(words.terms)
      subjects.append(words.subjects)
      marks.append(words.marks)
      claims.append(words.claims)
      framing.append(words.framing)
      addressed.append(
        named(beside: quotation, words.framing, in: whole.text, of: segment, mentions, articleRow, merged))
      wordings.append(words.wordings)
    }
  }

  private func addPlace(_ quotation: Quotation, _ parts: [ArticlePart]) {
    let start = quotation.content.first?.start ?? 0
    // Words that begin among another one's are nested, even where they end behind them.
    isNested.append(quotation.parent != nil || start < outerEnd)
    outerEnd = max(outerEnd, quotation.content.last?.end ?? 0)
    let part = parts.partitionPoint { $0.range.start > start }
    paragraph.append(Int32(part))
    isOutsideText.append(part > 0 && parts[part - 1].kind != .body)
  }

  /// Bytes behind a cue in which whoever is replied to is named.
  private static let widestAddress = 48
  private static let ends = Set(".,;:\"\u{201C}".utf8)

  /// Who is named in a cue that replies or agrees, or right behind it.
  private func named(
    beside quotation: Quotation, _ framing: Framing, in text: String, of segment: Segment,
    _ mentions: [Mention], _ articleRow: Int, _ merged: [ActorID]
  ) -> [Int32] {
    guard let cue = quotation.cue, !framing.isDisjoint(with: [.replies, .agrees, .denies]) else { return [] }
    let contents = quotation.content
    let behind = text.utf8.dropFirst(cue.upper).prefix(Self.widestAddress)
    var end = cue.upper + behind.prefix { !Self.ends.contains($0) }.count
    if let words = contents.first, words.lower >= cue.upper { end = min(end, words.lower) }
    let near = TextRange(cue.lower, end)
    let base = segment.firstActor + segment.actorRows(articleRow).lowerBound
    let named = mentions.compactMap { mention -> Int32? in
      guard let row = mention.actor, near.contains(mention.range.lower), mention.range != quotation.source,
        !contents.contains(where: { $0.overlaps(mention.range) })
      else { return nil }
      return merged[base + row].raw
    }
    return Set(named).subtracting(speakers[speakers.count - 1]).sorted()
  }

  /// Adds who said it and whom and what it speaks of: phrases that name an actor are that actor.
  private func addActors(
    _ row: Int, _ quotation: Quotation, of segment: Segment, _ phraseRows: [Int32], _ mentions: [Mention],
    _ merged: [ActorID]
  ) {
    func actor(_ row: Int32) -> Int32 { merged[segment.firstActor + Int(row)].raw }
    let speakers = Set(segment.speakerRows[row].map(actor)).sorted()
    self.speakers.append(speakers)
    var about = Set(segment.aboutRows[row].map(actor))
    var phrasesOf: [Int32] = []
    for local in segment.phraseRows(row) {
      let phrase = phraseRows[local]
      if let named = phrases.actors[Int(phrase)] {
        about.insert(named)
      } else if !phrasesOf.contains(phrase) {
        phrasesOf.append(phrase)
      }
    }
    self.about.append(about.subtracting(speakers).sorted())
    self.phrasesOf.append(phrasesOf)
    var asked: Set<Int32> = []
    if let question = quotation.asked {
      let base = Int32(segment.actorRows(segment.article(of: row)).lowerBound)
      for mention in mentions where question.contains(mention.range) {
        if let row = mention.actor { asked.insert(actor(base + Int32(row))) }
      }
    }
    self.asked.append(asked.subtracting(speakers).sorted())
  }

  /// Two quotations by when they were said; by where they stand in the corpus if that does not tell.
  func inOrder(_ a: Int, _ b: Int) -> (earlier: Int, later: Int) {
    let (x, y) = (date[a], date[b])
    let isBefore = x == 0 || y == 0 || x == y ? a < b : x < y
    return isBefore ? (a, b) : (b, a)
  }

  /// Whether one of the speakers of `a` is a speaker of `b`.
  func shareSpeaker(_ a: Int, _ b: Int) -> Bool { speakers[a].contains { speakers[b].contains($0) } }
}

/// The phrases of all segments, each key once.
struct PhraseTable {
  /// Stems joined by spaces.
  private(set) var keys: [String] = []
  /// The most frequent wording.
  private(set) var labels: [String] = []
  /// How many words each has.
  private(set) var words: [Int] = []
  /// The actor that a phrase names, where it is the name of just one.
  private(set) var actors: [Int32?] = []
  /// For each segment and each of its phrase rows: the row here.
  private(set) var rowsOfSegments: [[Int32]] = []
  /// Rows by key, its words run together: `health care` and `healthcare` are one.
  private var rows: [String: Int32] = [:]

  /// Numbers the phrases. O(phrases).
  init(_ segments: [Segment], actors named: [Actor], lists: WordLists) {
    var forms: [[(label: String, count: Int)]] = []
    for segment in segments {
      var counts = [Int](repeating: 0, count: segment.phraseCount)
      for row in 0..<segment.count { for phrase in segment.phraseRows(row) { counts[phrase] += 1 } }
      rowsOfSegments.append(
        (0..<segment.phraseCount).map { local in
          let phrase = segment.phrase(local)
          let joined = Self.joined(phrase.key)
          let row = rows[joined] ?? Int32(keys.count)
          if Int(row) == keys.count {
            rows[joined] = row
            keys.append(phrase.key)
            words.append(phrase.key.utf8.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) })
            forms.append([])
          }
          if let form = forms[Int(row)].firstIndex(where: { $0.label == phrase.label }) {
            forms[Int(row)][form].count += counts[local]
          } else {
            forms[Int(row)].append((phrase.label, counts[local]))
          }
          return row
        })
    }
    labels = forms.map(Self.label)
    actors = Array(repeating: nil, count: keys.count)
    nameActors(named, lists)
  }

  /// Persons are left out: their names are found as mentions, and a surname may be a word.
  private mutating func nameActors(_ named: [Actor], _ lists: WordLists) {
    var vocabulary = Vocabulary(lists)
    var claimed: [Int32: Bool] = [:]
    for (id, actor) in named.enumerated()
    where (actor.kind == .country || actor.kind == .place || actor.kind == .organisation)
      && actor.isNamed
    {
      for name in [actor.name] + actor.aliases where Actor.isName(name) {
        guard let row = rows[Self.joined(vocabulary.key(of: ActorName.key(name)))],
          actors[Int(row)] != Int32(id)
        else {
          continue
        }
        // `debate` is no `Debate`.
        guard isName(Int(row)) else { continue }
        // A name two actors bear names neither.
        actors[Int(row)] = claimed.updateValue(true, forKey: row) == nil ? Int32(id) : nil
      }
    }
  }

  /// Whether the wording shows a name: a capital that no sentence explains.
  func isName(_ row: Int) -> Bool { labels[row].first?.isUppercase ?? false }

  /// Whether the last word of the wording has a capital.
  func endsInName(_ row: Int) -> Bool {
    labels[row].split(separator: " ").last?.first?.isUppercase ?? false
  }

  /// Whether every word of the wording has a capital.
  func isAllName(_ row: Int) -> Bool {
    labels[row].split(separator: " ").allSatisfy { $0.first?.isUppercase ?? false }
  }

  /// The phrase without its first word, if it is one. O(key).
  func tail(of row: Int) -> Int? {
    let key = keys[row]
    guard let space = key.firstIndex(of: " ") else { return nil }
    return self.row(of: key[key.index(after: space)...])
  }

  /// The longest phrase that this one ends with (`drones` of `military drones`), of those for which `holds`.
  /// O(key squared).
  func ending(of row: Int, where holds: (Int) -> Bool) -> Int? {
    let words = keys[row].split(separator: " ")
    for start in words.indices.dropFirst() {
      if let found = self.row(of: words[start...].joined()), holds(found), found != row { return found }
    }
    return nil
  }

  /// The longest phrase that this one begins with (`drones` of `drone pilots`), of those for which `holds`.
  /// O(key squared).
  func beginning(of row: Int, where holds: (Int) -> Bool) -> Int? {
    let words = keys[row].split(separator: " ")
    for end in words.indices.dropFirst().reversed() {
      if let found = self.row(of: words[..<end].joined()), holds(found), found != row { return found }
    }
    return nil
  }

  /// The row of a phrase, if it is one. O(key).
  func row(of key: some StringProtocol) -> Int? { rows[Self.joined(key)].map(Int.init) }

  /// A key's words run together; without the last `e` that the stem of a longer word would not have either.
  private static func joined(_ key: some StringProtocol) -> String {
    guard key.utf8.contains(0x20) else { return String(key) }
    var joined = String(key)
    joined.removeAll { $0 == " " }
    if joined.hasSuffix("e") { joined.removeLast() }
    return joined
  }

  /// The most frequent wording; one in small letters goes before one in capitals that is not much more frequent,
  /// since headlines and titles write common words in capitals too.
  private static func label(_ forms: [(label: String, count: Int)]) -> String {
    func best(_ forms: [(label: String, count: Int)]) -> (label: String, count: Int)? {
      forms.dropFirst().reduce(forms.first) { best, form in
        (best?.count ?? 0) < form.count ? form : best
      }
    }
    guard let first = best(forms) else { return "" }
    guard first.label.first?.isUppercase == true,
      let small = best(forms.filter { $0.label.first?.isLowercase == true }), small.count * 4 >= first.count
    else { return first.label }
    return small.label
  }
}
