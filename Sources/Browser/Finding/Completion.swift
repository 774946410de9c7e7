import QuoteModel

/// What the word being typed in a filter could become: a field, or one of a field's values.
struct Completion: Equatable, Sendable {
  struct Candidate: Equatable, Sendable {
    /// What takes the place of the word.
    var text: String
    /// What it is, or how many quotations it would leave.
    var about: String
  }

  private(set) var candidates: [Candidate] = []
  /// Which of them stands in the line.
  var chosen: Int?
  /// The characters of the line that a candidate takes the place of.
  var word = 0..<0

  /// How many are offered.
  static let limit = 8

  init() {}

  /// Works out what could stand where the cursor is. O(actors + topics).
  init(_ line: LineEditor, _ state: BrowserState) {
    let typed = line.characters[..<line.cursor]
    var start = typed.startIndex
    var isQuoted = false
    for (index, character) in typed.enumerated() {
      if character == "\"" { isQuoted.toggle() }
      if character == " ", !isQuoted { start = index + 1 }
    }
    if start < typed.endIndex, typed[start] == "-" { start += 1 }
    word = start..<line.cursor
    let parts = String(typed[start...]).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !first.hasPrefix("\""), !first.hasPrefix("~") else { return }
    if parts.count == 2, let field = Query.Clause.Test.Field(rawValue: first.lowercased()) {
      let value = parts[1].filter { $0 != "\"" }
      candidates = Completion.values(of: field, beginningWith: value, state)
    } else if parts.count == 1 {
      candidates = Query.Clause.Test.Field.allCases.filter { $0.rawValue.hasPrefix(first.lowercased()) }
        .map { Candidate(text: $0.rawValue + ":", about: $0.about) }
    }
  }

  private static func values(
    of field: Query.Clause.Test.Field, beginningWith start: String, _ state: BrowserState
  ) -> [Candidate] {
    let corpus = state.corpus
    func candidate(_ test: Query.Clause.Test, _ about: String) -> Candidate {
      Candidate(text: Query.Clause(test).description, about: about)
    }
    switch field {
    case .speaker:
      return ranked(corpus.links.actors.map(\.name), state.results.facets.actors, start)
        .map { candidate(.speaker($0.name), Wording.number($0.count)) }
    case .about:
      let counts = corpus.links.actors.indices.map { row in
        row < corpus.links.quotationsBySpeaker.count ? Int32(corpus.links.quotationsBySpeaker[row].count) : 0
      }
      return ranked(corpus.links.actors.map(\.name), counts, start)
        .map { candidate(.about($0.name), "speaks \(Wording.number($0.count))") }
    case .topic:
      return ranked(corpus.links.topics.map(\.label), state.results.facets.topics, start)
        .map { candidate(.topic($0.name), Wording.number($0.count)) }
    case .outlet:
      var counts: [String: Int32] = [:]
      for segment in corpus.segments {
        for outlet in (0..<segment.articleCount).compactMap(segment.outlet) {
          counts[outlet, default: 0] += 1
        }
      }
      let names = counts.keys.sorted()
      return ranked(names, names.map { counts[$0] ?? 0 }, start)
        .map { candidate(.outlet($0.name), Wording.count($0.count, "article")) }
    case .kind:
      return Quotation.Kind.allCases.filter { $0.name.hasPrefix(start.lowercased()) }
        .map { candidate(.kind($0), "") }
    case .after, .before:
      return []
    }
  }

  /// Names with a word that begins as typed, the most frequent first.
  private static func ranked(_ names: [String], _ counts: [Int32], _ start: String) -> [(
    name: String, count: Int
  )] {
    let wanted = FoldedName(start)
    var best: [(name: String, count: Int)] = []
    for (row, name) in names.enumerated() {
      let count = Int(counts.element(at: row) ?? 0)
      if best.count == limit, let last = best.last, last.count >= count { continue }
      guard start.isEmpty || wanted.abbreviates(FoldedName(name)) else { continue }
      let place = best.firstIndex { $0.count < count } ?? best.count
      best.insert((name, count), at: place)
      if best.count > limit { best.removeLast() }
    }
    return best
  }
}

extension Prompt {
  /// Tab: puts the next candidate into the line.
  mutating func choose(_ step: Int) {
    let count = completion.candidates.count
    guard count > 0 else { return }
    let next = ((completion.chosen ?? (step > 0 ? -1 : count)) + step + count) % count
    guard let candidate = completion.candidates.element(at: next) else { return }
    line.replace(completion.word, with: candidate.text)
    completion.word = completion.word.lowerBound..<line.cursor
    completion.chosen = next
    problem = nil
  }
}

extension Query.Clause.Test.Field {
  /// What a field asks, in a few words.
  var about: String {
    switch self {
    case .speaker: "said by"
    case .topic: "about this subject"
    case .about: "speaks of somebody"
    case .kind: "direct, indirect or mixed"
    case .after: "on this day or later: 2024-10"
    case .before: "before this day: 2024-10"
    case .outlet: "published by"
    }
  }
}
