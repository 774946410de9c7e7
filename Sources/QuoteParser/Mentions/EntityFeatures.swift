import QuoteModel

/// What a name stands for, as far as it matters who can speak: a country is a place that the word lists know.
package enum EntityType: UInt8, CaseIterable, Sendable {
  case person, organisation, place
  /// A work, an event, a thing, a day: nobody.
  case other
}

/// The names of an article with what the type tagger sees of them. O(tokens).
package struct NamedEntities {
  let words: Words
  let sentences: [Sentence]
  let gazetteer: Gazetteer
  let found: [FoundName]
  let clusters: NameClusters
  /// For each cluster: what its names' surroundings say, all taken together.
  private let signs: [UInt32]

  /// Finds the names of tagged words and tells which are one actor's.
  package init(_ words: Words, _ sentences: [Sentence], _ gazetteer: Gazetteer) {
    (self.words, self.sentences, self.gazetteer) = (words, sentences, gazetteer)
    found = NameFinder(words: words, gazetteer: gazetteer, sentences: sentences).names(sentences)
    clusters = NameClusters(
      found, words, gazetteer.holders, headline: sentences.first?.tokens.upperBound ?? 0)
    var signs = [UInt32](repeating: 0, count: clusters.clusters.count)
    for (row, name) in found.enumerated() {
      signs[clusters.clusterOf[row]] |= Self.signs(name, words, gazetteer)
    }
    self.signs = signs
  }

  /// How many names there are.
  package var count: Int { found.count }
  /// The tokens of a name, its titles left out.
  package func tokens(_ row: Int) -> Range<Int> { found[row].tokens }
  /// The tokens of a name with its titles.
  package func titled(_ row: Int) -> Range<Int> {
    (found[row].title?.lowerBound ?? found[row].tokens.lowerBound)..<found[row].tokens.upperBound
  }
  /// Which names are one actor's.
  package func cluster(_ row: Int) -> Int { clusters.clusterOf[row] }
  /// What the rules make of the actor of a name.
  package func ruled(_ row: Int) -> Actor.Kind { clusters.clusters[clusters.clusterOf[row]].kind }
  /// Whether a word list knows the name; then it is decisive.
  package func isKnown(_ row: Int) -> Bool { clusters.clusters[clusters.clusterOf[row]].canonical != nil }
  /// Whether the name is an adjective of a country.
  package func isDemonym(_ row: Int) -> Bool { found[row].isDemonym }

  private static let placing = Form.set("in at near into across throughout inside outside around from")
  private static let titled: UInt32 = 1
  private static let placed: UInt32 = 2
  private static let determined: UInt32 = 4
  private static let acting: UInt32 = 8
  private static let owning: UInt32 = 16
  private static let firstNamed: UInt32 = 32
  private static let bodily: UInt32 = 64
  private static let several: UInt32 = 128
  private static let narrowing: UInt32 = 256
  private static let roleBeside: UInt32 = 512
  private static let bits = 10

  private static func signs(_ name: FoundName, _ words: Words, _ gazetteer: Gazetteer) -> UInt32 {
    var out: UInt32 = 0
    let (start, end) = (name.title?.lowerBound ?? name.tokens.lowerBound, name.tokens.upperBound)
    if name.title != nil { out |= titled }
    if start > 0 {
      if placing.contains(words.lower[start - 1]) { out |= placed }
      if words.tags[start - 1] == .DT { out |= determined }
      if words.isLowercase(start - 1), gazetteer.role(words.lower[start - 1]) != nil { out |= roleBeside }
    }
    if end < words.count {
      switch words.tags[end] {
      case .VBD, .VBZ, .MD: out |= acting
      case .POS: out |= owning
      case .NN, .NNS: out |= narrowing
      default: break
      }
      if apposed(end, words, gazetteer) != nil { out |= roleBeside }
    }
    if name.words.count > 1 { out |= several }
    if name.gender != .unknown || name.loneGender != .unknown { out |= firstNamed }
    if name.kind == .organisation { out |= bodily }
    return out
  }

  /// The role noun of an apposition that begins at a comma: `, the mayor of …`.
  private static func apposed(_ comma: Int, _ words: Words, _ gazetteer: Gazetteer) -> UInt32? {
    guard words.form(comma) == Form.comma else { return nil }
    for at in comma + 1..<max(comma + 1, min(words.count, comma + 6)) {
      if words.tags[at].isNoun, words.isLowercase(at), gazetteer.role(words.lower[at]) != nil {
        return words.lower[at]
      }
      guard words.isWord(at), words.tags[at] != .IN, !words.tags[at].isVerb else { return nil }
    }
    return nil
  }

  // MARK: Features

  package static let capacity = 96
  private static let most = 6

  /// Fills `buffer` with what the tagger sees of a name.
  package func features(_ row: Int, _ buffer: inout FeatureBuffer) {
    buffer.clear()
    let name = found[row]
    let first = name.tokens.lowerBound
    let last = name.tokens.upperBound - 1
    nameFeatures(name, first, last, &buffer)
    contextFeatures(name.title?.lowerBound ?? first, last + 1, UInt32(min(4, name.words.count)), &buffer)
    let cluster = clusters.clusters[clusters.clusterOf[row]]
    let signs = signs[clusters.clusterOf[row]]
    for bit in 0..<UInt32(Self.bits) { buffer.add(70, bit << 1 | (signs >> bit & 1)) }
    buffer.add(71, signs)
    buffer.add(72, UInt32(cluster.kind.rawValue), UInt32(min(4, cluster.places.count)))
    buffer.add(73, signs & (Self.titled | Self.placed | Self.acting | Self.owning))
    let longest = UInt32(min(5, cluster.names.reduce(0) { max($0, $1.count) }))
    buffer.add(74, longest, UInt32(min(4, cluster.places.count)))
    buffer.add(75, longest, signs & (Self.placed | Self.determined | Self.firstNamed))
  }

  private func nameFeatures(_ name: FoundName, _ first: Int, _ last: Int, _ buffer: inout FeatureBuffer) {
    let count = UInt32(min(5, name.words.count))
    let kind = UInt32(name.kind.rawValue)
    buffer.add(1, count)
    buffer.add(2, kind, count)
    var whole: UInt32 = 0
    for at in name.tokens { whole = WordHash.mix(whole, words.lower[at]) }
    for at in name.tokens.prefix(Self.most) {
      buffer.add(3, words.lower[at])
      buffer.add(4, words.suffix(at, 3))
    }
    buffer.add(5, whole)
    buffer.add(6, words.lower[first])
    buffer.add(7, words.lower[last])
    buffer.add(8, words.suffix(last, 2), count)
    buffer.add(9, words.suffix(last, 3), count)
    buffer.add(10, words.suffix(last, 4))
    buffer.add(11, words.prefix(last, 3))
    buffer.add(12, words.prefix(first, 4))
    buffer.add(13, UInt32(words.shapes[first]), count)
    buffer.add(14, UInt32(words.shapes[last]), count)
    buffer.add(15, UInt32(min(12, words.count(last))), count)
    buffer.add(16, name.gender == .unknown ? 0 : 1, count)
    buffer.add(17, name.loneGender == .unknown ? 0 : 1, kind)
    buffer.add(18, UInt32(words.tags[last].rawValue), count)
    let inner = name.tokens.contains { words.isLowercase($0) }
    buffer.add(19, inner ? 1 : 0, count)
    if name.canonical != nil { buffer.add(20, kind) }
    if let title = name.title {
      buffer.add(21, 1)
      buffer.add(22, words.lower[title.upperBound - 1])
    }
  }

  private func contextFeatures(_ start: Int, _ end: Int, _ count: UInt32, _ buffer: inout FeatureBuffer) {
    let before = start > 0 ? words.lower[start - 1] : 0
    let before2 = start > 1 ? words.lower[start - 2] : 0
    let after = end < words.count ? words.lower[end] : 0
    let after2 = end + 1 < words.count ? words.lower[end + 1] : 0
    let tagBefore = start > 0 ? UInt32(words.tags[start - 1].rawValue) : 99
    let tagAfter = end < words.count ? UInt32(words.tags[end].rawValue) : 99
    buffer.add(40, before, count)
    buffer.add(41, before)
    buffer.add(42, before2, before)
    buffer.add(43, after)
    buffer.add(44, after, after2)
    buffer.add(45, tagBefore, count)
    buffer.add(46, tagAfter, count)
    buffer.add(47, tagBefore, tagAfter)
    buffer.add(48, before, tagAfter)
    buffer.add(49, tagBefore, after)
    buffer.add(50, before2)
    buffer.add(51, after2, tagAfter)
    if start > 0, words.isLowercase(start - 1), gazetteer.role(before) != nil { buffer.add(52, count) }
    if end < words.count, let role = Self.apposed(end, words, gazetteer) {
      buffer.add(53, 1)
      buffer.add(54, role)
    }
  }
}
