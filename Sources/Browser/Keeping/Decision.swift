import QuoteModel

/// Names a quotation by its article's text and where its words stand there, so that it is found again when the
/// articles are read again, under whatever name and in whatever order.
public struct QuoteKey: Hashable, Sendable {
  /// Tells the text of one article from that of another.
  public var fingerprint: UInt64
  /// From the first byte of the words to the last, as the parser found them.
  public var range: TextRange

  init(fingerprint: UInt64, range: TextRange) {
    (self.fingerprint, self.range) = (fingerprint, range)
  }

  /// `3f0c…-1542-1610`.
  var text: String {
    let digits = String(fingerprint, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits + "-\(range.lower)-\(range.upper)"
  }

  init?(_ text: Substring) {
    let parts = text.split(separator: "-")
    guard parts.count == 3, let fingerprint = UInt64(parts[0], radix: 16), let lower = Int(parts[1]),
      let upper = Int(parts[2]), lower >= 0, upper >= lower, upper <= Int(UInt32.max)
    else { return nil }
    self.init(fingerprint: fingerprint, range: TextRange(lower, upper))
  }

  /// The fingerprint of a text: its length and samples of its bytes. O(1).
  static func fingerprint(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { $0.forEach(add) }
      let sample = 256
      for start in [0, bytes.count / 2, bytes.count - sample] {
        for at in max(0, start)..<max(0, min(bytes.count, start + sample)) { add(bytes[at]) }
      }
      return hash
    }
  }
}

/// One thing a person has decided about quotations or actors: a line of the journal.
enum Decision: Hashable, Sendable {
  case mark(QuoteKey, Character?)
  case unmark(QuoteKey)
  /// An empty note is none.
  case note(QuoteKey, String)
  /// Who said it; `nil` leaves it to the parser again.
  case speaker(QuoteKey, String?)
  /// Which words were said; `nil` leaves it to the parser again.
  case words(QuoteKey, [TextRange]?)
  /// Whether it is a quotation at all.
  case isQuote(QuoteKey, Bool)
  /// Whether names are one actor or two.
  case actors(ActorCorrections.Correction)
  /// Leaves that to the evidence again.
  case unsaid(ActorCorrections.Correction)

  /// What leaves it to the parser again.
  var inverse: Decision {
    switch self {
    case .mark(let key, _), .unmark(let key): .unmark(key)
    case .note(let key, _): .note(key, "")
    case .speaker(let key, _): .speaker(key, nil)
    case .words(let key, _): .words(key, nil)
    case .isQuote(let key, _): .isQuote(key, true)
    case .actors(let said), .unsaid(let said): .unsaid(said)
    }
  }

  /// The line, fields between tabs.
  var line: String {
    let fields: [String] =
      switch self {
      case .mark(let key, let letter): ["mark", key.text, letter.map(String.init) ?? ""]
      case .unmark(let key): ["unmark", key.text]
      case .note(let key, let text): ["note", key.text, text]
      case .speaker(let key, let name): ["speaker", key.text, name ?? ""]
      case .words(let key, let ranges):
        ["words", key.text, (ranges ?? []).map { "\($0.lower)-\($0.upper)" }.joined(separator: ",")]
      case .isQuote(let key, let isOne): [isOne ? "quote" : "no-quote", key.text]
      case .actors(let said): [said.isSame ? "merge" : "split"] + Decision.names(said)
      case .unsaid(let said): [said.isSame ? "unmerge" : "unsplit"] + Decision.names(said)
      }
    return fields.map(Decision.clean).joined(separator: "\t")
  }

  /// Both names, and behind them the articles they are meant in, where that is not all.
  private static func names(_ said: ActorCorrections.Correction) -> [String] {
    let articles = [said.first.article, said.second.article]
    let names = [said.first.name, said.second.name]
    return articles == [nil, nil] ? names : names + articles.map { $0 ?? "" }
  }

  private static func correction(_ fields: ArraySlice<Substring>, isSame: Bool) -> ActorCorrections
    .Correction?
  {
    let fields = fields.map(String.init)
    guard fields.count >= 2, !fields[0].isEmpty, !fields[1].isEmpty else { return nil }
    func name(_ at: Int) -> ActorCorrections.Name {
      ActorCorrections.Name(fields[at], in: fields.element(at: at + 2).flatMap { $0.isEmpty ? nil : $0 })
    }
    return name(0) == name(1) ? nil : ActorCorrections.Correction(name(0), name(1), isSame: isSame)
  }

  /// A field holds no tab and no end of a line.
  private static func clean(_ field: String) -> String {
    field.contains { $0 == "\t" || $0.isNewline }
      ? String(field.map { $0 == "\t" || $0.isNewline ? " " : $0 }) : field
  }

  /// Reads a line; `nil` where it says nothing that is known.
  init?(_ line: some StringProtocol) {
    let fields = Substring(line).split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count >= 2 else { return nil }
    let value = fields.count > 2 ? String(fields[2]) : ""
    if ["merge", "unmerge", "split", "unsplit"].contains(fields[0]) {
      let isSame = fields[0].hasSuffix("merge")
      guard let said = Decision.correction(fields.dropFirst(), isSame: isSame) else { return nil }
      self = fields[0].hasPrefix("un") ? .unsaid(said) : .actors(said)
      return
    }
    guard let key = QuoteKey(fields[1]) else { return nil }
    switch fields[0] {
    case "mark": self = .mark(key, value.first)
    case "unmark": self = .unmark(key)
    case "note": self = .note(key, value)
    case "speaker": self = .speaker(key, value.isEmpty ? nil : value)
    case "words": self = .words(key, value.isEmpty ? nil : Decision.ranges(value))
    case "quote": self = .isQuote(key, true)
    case "no-quote": self = .isQuote(key, false)
    default: return nil
    }
  }

  private static func ranges(_ text: String) -> [TextRange] {
    text.split(separator: ",").compactMap { part in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, 0 <= ends[0], ends[0] < ends[1], ends[1] <= Int(UInt32.max) else { return nil }
      return TextRange(ends[0], ends[1])
    }.sorted()
  }
}

/// What all lines of the journal come to.
struct Decisions: Equatable, Sendable {
  /// Marked quotations in the order marked.
  private(set) var marks: [(key: QuoteKey, letter: Character?)] = []
  private(set) var notes: [QuoteKey: String] = [:]
  private(set) var speakers: [QuoteKey: String] = [:]
  private(set) var words: [QuoteKey: [TextRange]] = [:]
  private(set) var rejected: Set<QuoteKey> = []
  private(set) var actors = ActorCorrections()

  /// Every quotation something was decided about.
  var keys: Set<QuoteKey> {
    Set(marks.map(\.key)).union(notes.keys).union(speakers.keys).union(words.keys).union(rejected)
  }

  /// Whether anything changes the corpus.
  var correctsSomething: Bool {
    !(speakers.isEmpty && words.isEmpty && actors.all.isEmpty && rejected.isEmpty)
  }

  /// A line each that comes to all of it: a journal without what was taken back.
  var lines: [String] {
    func sorted(_ decisions: [Decision]) -> [String] { decisions.map(\.line).sorted() }
    return marks.map { Decision.mark($0.key, $0.letter).line } + sorted(notes.map { .note($0.key, $0.value) })
      + sorted(corrections)
  }

  /// Those that change the corpus.
  var corrections: [Decision] {
    speakers.map { .speaker($0.key, $0.value) } + words.map { .words($0.key, $0.value) }
      + rejected.map { .isQuote($0, false) } + actors.sorted.map { .actors($0) }
  }

  /// Takes a decision and returns the one that takes it back. O(marks).
  @discardableResult
  mutating func take(_ decision: Decision) -> Decision {
    switch decision {
    case .mark(let key, let letter):
      let before = marks.firstIndex { $0.key == key }
      if let before {
        let old = marks[before].letter
        marks[before].letter = letter
        return .mark(key, old)
      }
      marks.append((key, letter))
      return .unmark(key)
    case .unmark(let key):
      let letter = marks.first { $0.key == key }?.letter
      marks.removeAll { $0.key == key }
      return .mark(key, letter)
    case .note(let key, let text):
      let before = notes[key] ?? ""
      notes[key] = text.isEmpty ? nil : text
      return .note(key, before)
    case .speaker(let key, let name):
      defer { speakers[key] = name }
      return .speaker(key, speakers[key])
    case .words(let key, let ranges):
      defer { words[key] = ranges }
      return .words(key, words[key])
    case .isQuote(let key, let isOne):
      let before = !rejected.contains(key)
      if isOne { rejected.remove(key) } else { rejected.insert(key) }
      return .isQuote(key, before)
    case .actors(let said), .unsaid(let said):
      let before = [said, said.opposite].first { actors.all.contains($0) }
      if case .actors = decision { actors.add(said) } else { actors.remove(said) }
      return before.map { .actors($0) } ?? .unsaid(said)
    }
  }

  static func == (a: Decisions, b: Decisions) -> Bool {
    a.marks.elementsEqual(b.marks) { $0 == $1 } && a.notes == b.notes && a.speakers == b.speakers
      && a.words == b.words && a.rejected == b.rejected && a.actors == b.actors
  }
}
