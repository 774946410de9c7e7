import QuoteModel

/// A quotation while it is put together: spans of tokens.
struct Attribution {
  var content: [Range<Int>]
  var cue: Range<Int>?
  var source: Range<Int>?
  /// Whether cue or source were taken over from a neighbour.
  var isInherited = false

  /// Whether there is a statement in it. What stands between quotation marks always is one; else it takes
  /// somebody who says it, and a verb where it is short: `the racial divide` is a subject, no statement.
  /// The lengths were chosen on PolNeAR dev.
  func saysSomething(_ words: Words, _ marks: QuotationMarks) -> Bool {
    let tokens = content.joined().filter { words.isWord($0) }
    if tokens.contains(where: { marks.stretchOf[$0] >= 0 }) { return true }
    guard source != nil else { return cue != nil && tokens.count > 5 }
    if tokens.count > 5 { return true }
    return tokens.count > 2 && tokens.contains { words.tags[$0].isVerb }
  }
}

/// Puts the tagger's spans together: which cue and which source belong to which content, and which
/// contents are one. Each rule is a function of its own. O(spans * spans of a sentence).
struct Assembly {
  let words: Words
  let context: TaggingContext
  private var contents: [Range<Int>] = []
  private var sources: [Range<Int>] = []
  private var cues: [Range<Int>] = []

  init(_ words: Words, _ context: TaggingContext, _ roles: [Role]) {
    self.words = words
    self.context = context
    var at = 0
    while at < roles.count {
      let begin = roles[at]
      guard begin == .beginContent || begin == .beginSource || begin == .beginCue else {
        at += 1
        continue
      }
      let start = at
      at += 1
      while at < roles.count, roles[at].rawValue == begin.rawValue + 1 { at += 1 }
      switch begin {
      case .beginContent: contents.append(start..<at)
      case .beginSource: sources.append(start..<at)
      default: cues.append(start..<at)
      }
    }
    absorbClauses()
    claimClauses()
    fillGaps()
    contents = contents.flatMap { trimmed($0) }
  }

  /// The attributions, in text order.
  func attributions() -> [Attribution] {
    var out: [Attribution] = []
    for content in contents {
      var next = Attribution(content: [content])
      next.cue = cue(of: content)
      if let cue = next.cue { next.source = source(of: cue) }
      if next.cue == nil { next.source = looseSource(of: content) }
      if joins(next, out.last) {
        out[out.count - 1].content.append(content)
        continue
      }
      inherit(&next, from: out.last)
      out.append(next)
    }
    return out
  }

  // MARK: Cues

  /// The cue nearest to a content among those of the sentences it begins or ends in. One between two
  /// contents goes to both.
  private func cue(of content: Range<Int>) -> Range<Int>? {
    let scope = sentence(content.lowerBound).lowerBound..<sentence(content.upperBound - 1).upperBound
    var best: (cost: Int, cue: Range<Int>)?
    for cue in cues where cue.lowerBound >= scope.lowerBound - 1 && cue.upperBound <= scope.upperBound {
      let isLeft = cue.upperBound <= content.lowerBound
      let gap = isLeft ? content.lowerBound - cue.upperBound : cue.lowerBound - content.upperBound
      guard gap >= 0 else { continue }
      let low = isLeft ? cue.upperBound : content.upperBound
      let high = isLeft ? content.lowerBound : cue.lowerBound
      var cost = gap * 2
      for other in contents where other.lowerBound >= low && other.upperBound <= high {
        cost += 4 - other.count
      }
      // A cue that leads another content of its own is less likely to close this one.
      if !isLeft, leads(cue), gap > 0 { cost += 9 }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, cue) }
    }
    return best?.cue
  }

  /// Whether a content begins right behind the cue (a listener between them allowed).
  private func leads(_ cue: Range<Int>) -> Bool {
    contents.contains { $0.lowerBound >= cue.upperBound && $0.lowerBound - cue.upperBound <= 1 }
  }

  // MARK: Sources

  /// The source of a cue: the nearest in its sentence with no other cue between, the left one first; else
  /// the source of the cue before it (`he said, adding …`).
  private func source(of cue: Range<Int>) -> Range<Int>? {
    let scope = sentence(cue.lowerBound)
    var best: (cost: Int, source: Range<Int>)?
    for source in sources where source.lowerBound >= scope.lowerBound && source.upperBound <= scope.upperBound
    {
      let isLeft = source.upperBound <= cue.lowerBound
      let gap = isLeft ? cue.lowerBound - source.upperBound : source.lowerBound - cue.upperBound
      guard gap >= 0 else { continue }
      let low = isLeft ? source.upperBound : cue.upperBound
      let high = isLeft ? cue.lowerBound : source.lowerBound
      var cost = gap * 2 + (isLeft ? 0 : 1)
      if !isLeft, gap > 1 { cost += 8 }
      for other in contents where other.lowerBound >= low && other.upperBound <= high {
        cost += 12 - other.count
      }
      for other in cues where other.lowerBound >= low && other.upperBound <= high { cost += isLeft ? 1 : 12 }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, source) }
    }
    return best?.source
  }

  /// The source of a content that has no cue: `Ruiz: …`, `RUIZ: …`, or a name that leads on to it by a colon.
  private func looseSource(of content: Range<Int>) -> Range<Int>? {
    let scope = sentence(content.lowerBound).lowerBound..<sentence(content.upperBound - 1).upperBound
    let inside = sources.filter { $0.lowerBound >= scope.lowerBound - 4 && $0.upperBound <= scope.upperBound }
    return inside.min { gap($0, content) < gap($1, content) }
  }

  private func gap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(b.lowerBound - a.upperBound, a.lowerBound - b.upperBound)
  }

  // MARK: Joining and inheriting

  /// Whether a content goes on the one before: both in quotation marks around one cue (`"…," he said, "…"`).
  private func joins(_ next: Attribution, _ last: Attribution?) -> Bool {
    guard let last, let content = next.content.first, let before = last.content.last else { return false }
    guard paragraph(before.lowerBound) == paragraph(content.lowerBound) else { return false }
    let quoted = isQuoted(content) && isQuoted(before)
    if quoted, next.cue != nil, next.cue == last.cue, let cue = next.cue {
      return cue.lowerBound >= before.upperBound && cue.upperBound <= content.lowerBound
    }
    // A new sentence of the same speech behind `…," he said.`
    if quoted, next.cue == nil, next.source == nil, let cue = last.cue, cue.lowerBound >= before.upperBound {
      return content.lowerBound - before.upperBound < 40
    }
    return false
  }

  /// A free-standing quotation is said by whoever spoke before, or by the source a colon leads on from.
  private func inherit(_ next: inout Attribution, from last: Attribution?) {
    guard next.source == nil, let last, let content = next.content.first, let before = last.content.last
    else { return }
    let distance = context.sentenceOf[content.lowerBound] - context.sentenceOf[before.lowerBound]
    if next.cue != nil {
      if distance <= 2 { next.source = last.source }
    } else if isQuoted(content), distance <= 8 {
      next.source = last.source
      next.isInherited = true
    }
  }

  // MARK: Repair

  private static let openers = Form.set("that whether if how why")

  /// A content that is only `that` leads the clause behind it, whatever else was seen in there: up to the
  /// next participle cue behind a comma (`, adding`) or the sentence's end.
  private mutating func absorbClauses() {
    for index in contents.indices {
      let content = contents[index]
      guard content.count == 1, Self.openers.contains(words.lower[content.lowerBound]) else { continue }
      let end = sentence(content.lowerBound).upperBound
      let stop = cues.first {
        $0.lowerBound > content.upperBound && $0.lowerBound < end
          && words.form($0.lowerBound - 1) == Form.comma
      }
      contents[index] = content.lowerBound..<(stop?.lowerBound ?? end)
    }
    contents = contents.reduce(into: []) { kept, next in
      if let last = kept.last, last.upperBound >= next.upperBound { return }
      kept.append(next)
    }
    let inside = contents
    let isFree: (Range<Int>) -> Bool = { span in
      !inside.contains { $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound }
    }
    sources = sources.filter(isFree)
    cues = cues.filter(isFree)
  }

  /// `Turkey confirmed its resolve, Ruiz said, …`: a cue whose source stands behind a comma, with a comma or a
  /// full stop after it, claims the clause before it, whatever else was seen in there.
  private mutating func claimClauses() {
    for cue in cues where words.text(cue).lowercased() == "said" || words.text(cue).lowercased() == "says" {
      guard let source = sources.first(where: { $0.upperBound == cue.lowerBound }), source.lowerBound > 1,
        words.form(source.lowerBound - 1) == Form.comma, cue.upperBound < words.count,
        words.form(cue.upperBound) == Form.comma || words.form(cue.upperBound) == Form.stop
      else { continue }
      let end = source.lowerBound - 1
      let start = sentence(cue.lowerBound).lowerBound
      guard let last = contents.lastIndex(where: { $0.upperBound == end && $0.lowerBound > start }),
        end - start > 3,
        let other = cues.first(where: { $0.lowerBound > start && $0.upperBound <= contents[last].lowerBound }
        ),
        !contents.contains(where: { $0.lowerBound >= start && $0.upperBound <= other.lowerBound })
      else { continue }
      contents[last] = start..<end
      let claimed = contents[last]
      sources.removeAll { claimed.contains($0.lowerBound) }
      cues.removeAll { claimed.contains($0.lowerBound) }
    }
  }

  /// Two contents of one sentence with a few words and no source or cue between are one.
  private mutating func fillGaps() {
    contents = contents.reduce(into: []) { out, next in
      guard let last = out.last, isOne(last, next) else { return out.append(next) }
      out[out.count - 1] = last.lowerBound..<next.upperBound
    }
  }

  private func isOne(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard b.lowerBound >= a.upperBound, b.lowerBound - a.upperBound <= Self.widestGap,
      context.sentenceOf[a.upperBound - 1] == context.sentenceOf[b.lowerBound]
    else { return false }
    let isBetween: (Range<Int>) -> Bool = { $0.lowerBound >= a.upperBound && $0.upperBound <= b.lowerBound }
    if sources.contains(where: isBetween) || cues.contains(where: isBetween) { return false }
    // `… and that …` begins another.
    return !(a.upperBound...b.lowerBound).contains { words.form($0) == Form.that }
  }

  /// Tokens a gap may hold; chosen on PolNeAR dev.
  private static let widestGap = 8

  // MARK: Edges

  /// The content without the punctuation at its ends; one mark out of balance is left out too.
  private func trimmed(_ span: Range<Int>) -> [Range<Int>] {
    var (low, high) = (span.lowerBound, span.upperBound)
    while low < high, isEdge(low), context.marks.places[low] != .open { low += 1 }
    while high > low, isEdge(high - 1), context.marks.places[high - 1] != .close,
      !(context.marks.places[high - 1] == .inside)
    {
      high -= 1
    }
    guard (low..<high).contains(where: { words.isWord($0) }) else { return [] }
    return [low..<high]
  }

  private func isEdge(_ at: Int) -> Bool {
    [Form.comma, Form.colon, Form.semicolon, Form.stop].contains(words.form(at))
      || !words.isWord(at) && words.count(at) > 1
  }

  private func isQuoted(_ span: Range<Int>) -> Bool { context.marks.stretchOf[span.lowerBound] >= 0 }
  private func sentence(_ at: Int) -> Range<Int> { context.sentences[Int(context.sentenceOf[at])].tokens }
  private func paragraph(_ at: Int) -> Int { context.sentences[Int(context.sentenceOf[at])].part }
}
