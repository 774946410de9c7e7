import QuoteModel

/// The turns of a transcript: paragraphs that begin with a speaker's name and a colon, `RUIZ: …`, and the paragraphs
/// without a label that go on. Typography decides here, no tagger. O(tokens).
struct Transcript {
  /// What one speaker says until the next one's turn.
  struct Turn {
    /// The name before the colon.
    var label: Range<Int>
    /// What is said, paragraph by paragraph.
    var content: [Range<Int>]
    /// From the label to the end of what is said.
    var tokens: Range<Int> { label.lowerBound..<(content.last?.upperBound ?? label.upperBound) }
  }

  let turns: [Turn]
  /// The tokens of each.
  private let spans: [Range<Int>]
  private let words: Words
  private let context: TaggingContext

  /// The transcript in an article; no turns where too little speaks for one: three labels, two of them apart and one
  /// that comes again.
  init(_ words: Words, _ context: TaggingContext) {
    (self.words, self.context) = (words, context)
    let labels = context.paragraphs.map { Self.label(of: $0, words) }
    var counts: [UInt32: Int] = [:]
    for label in labels.compactMap({ $0 }) { counts[words.lower[label.upperBound - 1], default: 0] += 1 }
    let all = counts.values.reduce(0, +)
    guard all >= 3, counts.count >= 2, counts.values.contains(where: { $0 > 1 }) else {
      (turns, spans) = ([], [])
      return
    }
    turns = Self.turns(labels, words, context)
    spans = turns.map(\.tokens)
  }

  /// The label that a paragraph begins with: at most four words, all of them capitalised, and one a name.
  static func label(of paragraph: Range<Int>, _ words: Words) -> Range<Int>? {
    var at = paragraph.lowerBound
    while at < paragraph.upperBound, at - paragraph.lowerBound < 5, words.isWord(at), words.isCapital(at),
      words.form(at) != Form.colon
    {
      at += 1
    }
    guard at > paragraph.lowerBound, at + 1 < paragraph.upperBound, words.form(at) == Form.colon,
      at - paragraph.lowerBound < 5, words.count(at - 1) > 1
    else { return nil }
    let label = paragraph.lowerBound..<at
    return label.contains { words.tags[$0].isProperNoun || words.shapes[$0] & 7 == Shape.upper } ? label : nil
  }

  private static func turns(_ labels: [Range<Int>?], _ words: Words, _ context: TaggingContext) -> [Turn] {
    var out: [Turn] = []
    let last = labels.lastIndex { $0 != nil } ?? 0
    var isOpen = false
    for (row, paragraph) in context.paragraphs.enumerated() {
      if let label = labels[row] {
        out.append(Turn(label: label, content: [label.upperBound + 1..<paragraph.upperBound]))
        isOpen = true
      } else if isOpen, !isAside(paragraph, words) {
        // Behind the last label the reporter may take over.
        isOpen =
          !reports(paragraph, words, context)
          && (row < last || paragraph.contains { isFirstPerson($0, words) })
        if isOpen { out[out.count - 1].content.append(paragraph) }
      }
    }
    return out
  }

  /// `(Applause.)`
  private static func isAside(_ paragraph: Range<Int>, _ words: Words) -> Bool {
    let first = words.bytes[words.ranges[paragraph.lowerBound].lower]
    return first == UInt8(ascii: "(") || first == UInt8(ascii: "[")
  }

  /// Whether somebody named is said to say something: `Ruiz said`, `said Ruiz`.
  private static func reports(_ paragraph: Range<Int>, _ words: Words, _ context: TaggingContext) -> Bool {
    paragraph.contains { at in
      guard context.cue[at] >= 2, context.marks.places[at] == .outside else { return false }
      return at > paragraph.lowerBound && words.tags[at - 1].isProperNoun
        || at + 1 < paragraph.upperBound && words.tags[at + 1].isProperNoun
    }
  }

  private static let firstPersons = Form.set("i we me us my our")
  private static func isFirstPerson(_ at: Int, _ words: Words) -> Bool {
    firstPersons.contains(words.lower[at])
  }

  // MARK: Attributions

  /// The attributions of an article with the turns of its transcript for those found in their place. Within a turn
  /// stay the statements that it reports: those with a cue and a source of their own.
  func turned(_ found: [Attribution]) -> [Attribution] {
    guard !turns.isEmpty else { return found }
    var out: [Attribution] = []
    for attribution in found {
      guard let first = attribution.content.first, let turn = turn(holding: first.lowerBound) else {
        out.append(attribution)
        continue
      }
      guard var kept = reported(attribution, in: turn) else { continue }
      if let source = kept.source, source.count == 1, Self.isFirstPerson(source.lowerBound, words),
        context.marks.places[source.lowerBound] != .inside
      {
        // `I raised it` says no more than the turn does; `I told the press` does.
        guard let cue = kept.cue, cue.contains(where: { context.cue[$0] >= 2 }) else { continue }
        kept.voice = turn.label
      }
      out.append(kept)
    }
    for turn in turns {
      var said = Attribution(content: turn.content, source: turn.label)
      said.isTurn = true
      said.confidence = Self.confidence
      out.append(said)
    }
    return out.sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
  }

  /// A label is as sure as typography is.
  private static let confidence: Float = 0.95

  private func turn(holding at: Int) -> Turn? {
    let rows = Near.rows(spans, in: at..<at + 1)
    return rows.first.map { turns[$0] }
  }

  private func reported(_ attribution: Attribution, in turn: Turn) -> Attribution? {
    guard attribution.cue != nil, let source = attribution.source, source.lowerBound > turn.label.upperBound,
      turn.tokens.contains(source.lowerBound)
    else { return nil }
    var out = attribution
    out.content = attribution.content.filter {
      turn.tokens.contains($0.lowerBound) && $0.upperBound <= turn.tokens.upperBound
    }
    return out.content.isEmpty ? nil : out
  }
}
