import Foundation
import QuoteModel
import QuoteParser

/// A document of the GUM corpus with its entities: how it types each, and which bytes name it.
struct EntityDocument {
  /// A mention whose head is a proper noun.
  struct Named {
    /// A day, a month, a century: the finder leaves those out.
    var isTime: Bool
    var type: EntityType
    /// The tokens that the corpus holds for the mention's least form.
    var least: [TextRange]
    /// The whole name in the text, its determiner left out.
    var span: TextRange
  }

  var document: TaggedDocument
  var named: [Named] = []

  static func read(_ folder: URL, prefix: String = "") throws -> [EntityDocument] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "conllu" && $0.lastPathComponent.hasPrefix(prefix) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { EntityDocument(conllu: try String(contentsOf: $0, encoding: .utf8)) }
  }

  private struct Open {
    var id: Substring
    var type: EntityType
    var least: [Int]
    var start: Int
    var isTime: Bool
  }

  init(conllu: String) {
    document = TaggedDocument(conllu: conllu)
    var open: [Open] = []
    var at = -1
    var sentence = 0
    var heads: [Int] = []
    for line in conllu.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { sentence = at + 1 }
      let fields = line.split(separator: "\t")
      guard fields.count == 10, Int(fields[0]) != nil else { continue }
      at += 1
      heads.append(sentence + (Int(fields[6]) ?? 0) - 1)
      guard let entity = fields[9].split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) else {
        continue
      }
      for (part, opens, closes) in Self.brackets(entity.dropFirst(7)) {
        if opens {
          let parts = part.split(separator: "-", omittingEmptySubsequences: false)
          guard parts.count > 5 else { continue }
          let least = parts[5].split(separator: ",").compactMap { Int($0) }.map { $0 - 1 + at }
          open.append(
            Open(id: parts[0], type: Self.type(parts[1]), least: least, start: at, isTime: parts[1] == "time")
          )
        }
        let id = opens ? part.prefix { $0 != "-" } : part
        if closes, let row = open.lastIndex(where: { $0.id == id }) {
          close(open.remove(at: row), at + 1, heads)
        }
      }
    }
  }

  /// The parts of `(1-person-…(2-place-…)1)` with whether they open and close a mention.
  private static func brackets(_ text: Substring) -> [(part: Substring, opens: Bool, closes: Bool)] {
    var out: [(Substring, Bool, Bool)] = []
    var rest = text
    while !rest.isEmpty {
      let opens = rest.first == "("
      if opens { rest = rest.dropFirst() }
      let part = rest.prefix { $0 != "(" && $0 != ")" }
      rest = rest.dropFirst(part.count)
      let closes = rest.first == ")"
      if closes { rest = rest.dropFirst() }
      if !part.isEmpty { out.append((part, opens, closes)) }
    }
    return out
  }

  private static func type(_ name: Substring) -> EntityType {
    switch name {
    case "person": .person
    case "organization": .organisation
    case "place": .place
    default: .other
    }
  }

  /// Keeps a mention that begins at `open.start` and ends before `end`, if its head is a proper noun.
  private mutating func close(_ open: Open, _ end: Int, _ heads: [Int]) {
    let tokens = open.start..<end
    guard let head = tokens.first(where: { !tokens.contains(heads[$0]) }), document.tags[head].isProperNoun
    else { return }
    let least = open.least.filter { tokens.contains($0) }.map { document.ranges[$0] }
    // The capitalised words around the head, with the small words between.
    var (low, high) = (head, head + 1)
    while low > tokens.lowerBound, isPart(low - 1, toward: low - 2, tokens) { low -= 1 }
    while high < tokens.upperBound, isPart(high, toward: high + 1, tokens) { high += 1 }
    named.append(
      Named(
        isTime: open.isTime, type: open.type, least: least,
        span: TextRange(document.ranges[low].lower, document.ranges[high - 1].upper)))
  }

  private func isPart(_ at: Int, toward next: Int, _ tokens: Range<Int>) -> Bool {
    if isCapital(at) { return document.tags[at] != .DT }
    guard tokens.contains(next), isCapital(next) || next == at + 1 && isSmall(next) else { return false }
    return isSmall(at)
  }

  private func isCapital(_ at: Int) -> Bool {
    let byte = document.text[document.ranges[at].lower]
    return byte >= 0x41 && byte <= 0x5A || byte == 0xC3
  }

  private func isSmall(_ at: Int) -> Bool {
    let form = String(
      decoding: document.text[document.ranges[at].lower..<document.ranges[at].upper], as: UTF8.self)
    return ["of", "the", "de", "la", "von", "van", "del", "der", "for", "and", "&", "-", "."].contains(form)
  }

  /// The names that stand in no other.
  var outermost: [TextRange] {
    var out: [TextRange] = []
    for span in Set(named.filter { !$0.isTime }.map(\.span)).sorted(by: {
      ($0.lower, $1.upper) < ($1.lower, $0.upper)
    })
    where out.last.map({ span.lower >= $0.upper }) ?? true {
      out.append(span)
    }
    return out
  }

  /// The sentences as bytes.
  var sentences: [TextRange] {
    document.sentences.map {
      TextRange(document.ranges[$0.tokens.lowerBound].lower, document.ranges[$0.tokens.upperBound - 1].upper)
    }
  }

  /// What a name in those bytes stands for; `other` where the corpus has no entity there, `nil` where none agrees
  /// with it by half.
  func type(of name: TextRange) -> EntityType? {
    var best: (share: Double, type: EntityType)?
    for mention in named {
      let shared = mention.least.reduce(0) { $0 + Self.shared($1, name) }
      guard shared > 0 else { continue }
      let whole = mention.least.reduce(0) { $0 + $1.count }
      let share = 2 * Double(shared) / Double(whole + name.count)
      if best.map({ share > $0.share }) ?? true { best = (share, mention.type) }
    }
    guard let best else { return .other }
    return best.share < 0.5 ? nil : best.type
  }

  private static func shared(_ a: TextRange, _ b: TextRange) -> Int {
    max(0, min(a.upper, b.upper) - max(a.lower, b.lower))
  }
}
