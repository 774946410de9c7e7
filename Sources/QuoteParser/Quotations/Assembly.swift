import QuoteModel

/// A quotation while it is put together: spans of tokens.
package struct Attribution {
  package var content: [Range<Int>]
  package var cue: Range<Int>?
  package var source: Range<Int>?
  /// Whether the source was taken over from a neighbour.
  package var isInherited = false
  /// How sure the choices of cue and of source are, 0...1.
  package var cueChoice: Float = 1
  package var sourceChoice: Float = 1
  /// Whether it is a turn of a transcript.
  package var isTurn = false
  /// The label of the turn whose speaker the source, an `I`, stands for.
  package var voice: Range<Int>?
  /// How probable it is that content and source are right, 0...1, once that is known.
  package var confidence: Float = 0

  private static let saying = Form.set("said says")

  /// The same with source and cue the right way round where they were taken for one another: `[said]ˢ [Ruiz]ᶜ`.
  func straightened(_ words: Words) -> Attribution {
    guard let source, let cue, source.count == 1, Self.saying.contains(words.lower[source.lowerBound]),
      words.isCapital(cue.lowerBound)
    else { return self }
    var out = self
    (out.source, out.cue) = (cue, source)
    return out
  }

  /// Whether there is a statement in it. What stands between quotation marks always is one; else it takes
  /// a cue or somebody who says it, and more than a word.
  func saysSomething(_ words: Words, _ marks: QuotationMarks) -> Bool {
    let tokens = content.joined().filter { words.isWord($0) }
    if tokens.contains(where: { marks.stretchOf[$0] >= 0 }) { return true }
    guard cue != nil || source != nil else { return false }
    return tokens.count > 1
  }

  /// Whether it is sure enough to be shown. Of the others more than three in four are wrong; of what is long it is
  /// mostly who says it that is in doubt, and a statement of unknown source is better than none. Chosen on PolNeAR dev.
  var isSureEnough: Bool {
    confidence >= (content.reduce(0) { $0 + $1.count } >= Self.long ? 0.06 : 0.22)
  }

  /// In tokens.
  private static let long = 32
}

/// Puts the tagger's spans together: which cue and which source belong to which content, and which
/// contents are one. O(spans * spans near).
package struct Assembly {
  let words: Words
  let context: TaggingContext
  let links: any AttributionLinks
  private let candidates: LinkCandidates

  package init(_ words: Words, _ context: TaggingContext, _ roles: [Role], _ links: any AttributionLinks) {
    self.words = words
    self.context = context
    self.links = links
    let spans = SpanRepair(words, context, Spans(roles)).repaired()
    candidates = LinkCandidates(words, context, spans)
  }

  /// The attributions, in text order of their first content.
  package func attributions() -> [Attribution] {
    var out: [Attribution] = []
    var rowOfCue: [Int: Int] = [:]
    for content in candidates.spans.contents {
      if let clause = candidates.spans.clauses[content.lowerBound] {
        out.append(Attribution(content: [content], cue: clause.cue, source: clause.source))
        continue
      }
      let among = candidates.cues(of: content)
      let choice = links.cue(of: content, candidates, among)
      guard let cue = choice.row.map({ among[$0] }) else {
        if let last = out.last, goesOn(content, from: last) {
          out[out.count - 1].content.append(content)
          continue
        }
        let label = context.paragraphs(holding: content.lowerBound).flatMap {
          Transcript.label(of: $0, words)
        }
        var next = Attribution(content: [Self.behind(label, content)], cueChoice: choice.probability)
        next.source = label ?? looseSource(of: content)
        inherit(&next, from: out.last)
        out.append(next)
        continue
      }
      if let row = rowOfCue[cue], choice.probability > 0.5 {
        out[row].content.append(content)
        out[row].cueChoice = min(out[row].cueChoice, choice.probability)
        continue
      }
      rowOfCue[cue] = out.count
      var next = Attribution(
        content: [content], cue: candidates.spans.cues[cue], cueChoice: choice.probability)
      attach(candidates.spans.cues[cue], to: &next)
      out.append(next)
    }
    return out
  }

  private func attach(_ cue: Range<Int>, to attribution: inout Attribution) {
    let among = candidates.sources(of: cue)
    if let agent = candidates.agent(of: cue, among) {
      attribution.source = agent
      return
    }
    let choice = links.source(of: cue, candidates, among)
    attribution.source = choice.row.map { among[$0] }
    attribution.sourceChoice = choice.probability
  }

  /// The source of a content that has no cue, in a paragraph that no label leads (`Ruiz: …`): the nearest one of its
  /// sentences.
  private func looseSource(of content: Range<Int>) -> Range<Int>? {
    let first = Int(context.sentenceOf[content.lowerBound])
    let start = context.sentences[first].tokens.lowerBound
    let end = context.sentences[Int(context.sentenceOf[content.upperBound - 1])].tokens.upperBound
    let sources = candidates.spans.sources
    return Near.rows(sources, in: max(0, start - 4)..<end).map { sources[$0] }
      .filter { $0.upperBound <= content.lowerBound || $0.lowerBound >= content.upperBound }
      .min { gap($0, content) < gap($1, content) }
  }

  /// A content without the label that it begins with.
  private static func behind(_ label: Range<Int>?, _ content: Range<Int>) -> Range<Int> {
    guard let label, content.lowerBound <= label.upperBound, content.upperBound > label.upperBound + 1 else {
      return content
    }
    return label.upperBound + 1..<content.upperBound
  }

  private func gap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(b.lowerBound - a.upperBound, a.lowerBound - b.upperBound)
  }

  /// Whether a paragraph between marks follows on one that ends in the last statement's marks.
  private func goesOn(_ content: Range<Int>, from last: Attribution) -> Bool {
    guard context.isQuotedParagraph(content, words), let before = last.content.last,
      context.marks.stretchOf[before.upperBound - 1] >= 0
    else { return false }
    let first = Int(context.sentenceOf[content.lowerBound])
    return first > 0 && context.sentenceOf[before.upperBound - 1] == Int32(first - 1)
  }

  /// A free-standing quotation is said by whoever spoke before.
  private func inherit(_ next: inout Attribution, from last: Attribution?) {
    guard next.source == nil, let last, let content = next.content.first, let before = last.content.last,
      context.marks.stretchOf[content.lowerBound] >= 0,
      context.sentenceOf[content.lowerBound] - context.sentenceOf[before.lowerBound] <= 8
    else { return }
    next.source = last.source
    next.isInherited = true
  }
}
