import QuoteModel

/// Subtitles and transcripts with times: SubRip (SRT) and WebVTT. What is said is put together into sentences and
/// paragraphs; who speaks, where that is given, stands before it as in a transcript.
public struct Subtitles: ArticleFormat {
  /// Reads both kinds.
  public init() {}

  /// What messages call it.
  public var name: String { "SRT, WebVTT" }

  /// By `WEBVTT`, or by a line of two times early on.
  public func recognizes(_ document: Document) -> Bool {
    if document.bytes.begins("WEBVTT") || document.bytes.starts(with: "\u{FEFF}WEBVTT".utf8) {
      return true
    }
    guard document.bytes.find("-->", from: 0, to: 512) != nil else { return false }
    let lines = document.bytes.prefix(512).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true
    ).prefix(3)
    return lines.contains { Self.times($0.text) != nil }
  }

  /// The one article. O(bytes).
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    guard let text = Charset.decode(document.bytes) else { throw document.failure("is a binary file") }
    var speech = Speech()
    var title = ""
    var block: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) + [""[...]] {
      if line.allSatisfy(\.isWhitespace) {
        if let row = block.firstIndex(where: { Self.times($0) != nil }),
          let (start, end) = Self.times(block[row])
        {
          speech.add(block[(row + 1)...], from: start, to: end)
        } else if let first = block.first, first.hasPrefix("WEBVTT") {
          title = String(first.dropFirst(6).drop { $0 == " " || $0 == "-" || $0 == "\t" })
        }
        block = []
      } else {
        block.append(line)
      }
    }
    let out = speech.text()
    guard !out.isEmpty else { throw document.failure("holds no text") }
    return [Article(name: document.name, path: document.path, title: title, text: out.text, parts: out.parts)]
  }

  /// `00:01:02,500 --> 00:01:04,000` in seconds.
  private static func times(_ line: some StringProtocol) -> (Double, Double)? {
    guard let arrow = line.firstRange(of: "-->") else { return nil }
    let end = line[arrow.upperBound...].trimmed.prefix { !$0.isWhitespace }
    guard let from = seconds(line[..<arrow.lowerBound].trimmed), let to = seconds(end) else { return nil }
    return (from, to)
  }

  private static func seconds(_ text: some StringProtocol) -> Double? {
    let fields = text.split(separator: ":").map { Double($0.map { $0 == "," ? "." : String($0) }.joined()) }
    guard 2...3 ~= fields.count else { return nil }
    return fields.reduce(0) { sum, field in sum.flatMap { sum in field.map { sum * 60 + $0 } } }
  }
}

/// What is said, as the cues give it piece by piece.
private struct Speech {
  private struct Turn {
    var speaker: String?
    var words: String
    var end: Double
  }

  private var turns: [Turn] = []
  /// A pause that begins a paragraph, in seconds, and how long one becomes without, in bytes.
  private static let (pause, longest) = (3.0, 600)

  mutating func add(_ lines: ArraySlice<Substring>, from start: Double, to end: Double) {
    for line in lines {
      var speaker: String?
      var words = Self.plain(line, &speaker)
      // Two who speak in one cue, a dash before each.
      let isNew = words.hasPrefix("- ") || words.hasPrefix("– ") || words.hasPrefix(">>")
      if isNew { words = String(words.drop { "->– ".contains($0) }) }
      guard !words.isEmpty, words != turns.last?.words else { continue }
      if !isNew, speaker == nil || speaker == turns.last?.speaker, let last = turns.last,
        goesOn(last, words, start)
      {
        turns[turns.count - 1].words += " " + words
        turns[turns.count - 1].end = end
      } else {
        turns.append(Turn(speaker: speaker ?? (isNew ? nil : turns.last?.speaker), words: words, end: end))
      }
    }
  }

  private func goesOn(_ last: Turn, _ words: String, _ start: Double) -> Bool {
    let isOver = last.words.last { !"\"”’'»)".contains($0) }.map { ".?!…".contains($0) } ?? false
    return !isOver || start - last.end < Self.pause && last.words.utf8.count < Self.longest
  }

  /// Without markup; `<v Ann Lee>` tells who speaks.
  private static func plain(_ line: Substring, _ speaker: inout String?) -> String {
    var (out, rest) = ("", line)
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      out += rest[..<open]
      let tag = rest[rest.index(after: open)..<close]
      if tag.hasPrefix("v "), !tag.dropFirst(2).isEmpty { speaker = tag.dropFirst(2).trimmed.description }
      rest = rest[rest.index(after: close)...]
    }
    out += rest
    // `{\an8}` places a cue.
    if out.hasPrefix("{\\"), let close = out.firstIndex(of: "}") {
      out = String(out[out.index(after: close)...])
    }
    return Entities.decode(Array(out.utf8)[...]).oneLine
  }

  func text() -> ArticleText {
    var (out, speaker): (ArticleText, String?) = (ArticleText(), nil)
    for turn in turns {
      let isNew = turn.speaker != nil && turn.speaker != speaker
      out.append(isNew ? "\(turn.speaker?.uppercased() ?? ""): \(turn.words)" : turn.words)
      speaker = turn.speaker
    }
    return out
  }
}
