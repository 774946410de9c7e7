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
  case merge(ActorMerge)
  case unmerge(ActorMerge)

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
      case .merge(let merge): ["merge", merge.name, merge.into]
      case .unmerge(let merge): ["unmerge", merge.name, merge.into]
      }
    return fields.map(Decision.clean).joined(separator: "\t")
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
    if fields[0] == "merge" || fields[0] == "unmerge" {
      let merge = ActorMerge(String(fields[1]), into: value)
      guard !merge.name.isEmpty, !merge.into.isEmpty else { return nil }
      self = fields[0] == "merge" ? .merge(merge) : .unmerge(merge)
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
  private(set) var merges: [ActorMerge] = []

  /// Every quotation something was decided about.
  var keys: Set<QuoteKey> {
    Set(marks.map(\.key)).union(notes.keys).union(speakers.keys).union(words.keys).union(rejected)
  }

  /// Whether anything changes the corpus.
  var correctsSomething: Bool { !(speakers.isEmpty && words.isEmpty && merges.isEmpty && rejected.isEmpty) }

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
    case .merge(let merge):
      if !merges.contains(merge) { merges.append(merge) }
      return .unmerge(merge)
    case .unmerge(let merge):
      merges.removeAll { $0 == merge }
      return .merge(merge)
    }
  }

  static func == (a: Decisions, b: Decisions) -> Bool {
    a.marks.elementsEqual(b.marks) { $0 == $1 } && a.notes == b.notes && a.speakers == b.speakers
      && a.words == b.words && a.rejected == b.rejected && a.merges == b.merges
  }
}
