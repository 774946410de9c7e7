import QuoteModel

/// When something was said: of the times that its sentence states, the one that goes with the saying and not with what
/// is said or with another clause; without one, the article's date. O(sentence).
struct Times {
  let words: Words
  let article: PartialDate?
  private let expressions: TimeExpressions

  init(_ words: Words, article: PartialDate?) {
    (self.words, self.article) = (words, article)
    expressions = TimeExpressions(words, article: article)
  }

  /// The time of an attribution whose saying stands in `scope`; what others say there, `taken`, tells nothing of it.
  func time(of attribution: Attribution, in scope: Range<Int>, taken: [Range<Int>] = []) -> Quotation.Time? {
    var best: (cost: Int, found: TimeExpression)?
    for found in expressions.find(in: scope) {
      if taken.contains(where: { $0.overlaps(found.tokens) }) { continue }
      guard let cost = distance(found, attribution, scope), cost <= Self.farthest else { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, found) }
    }
    if let found = best?.found {
      return Quotation.Time(found.date, isStated: true, isExact: found.isExact)
    }
    return article.map { Quotation.Time($0, isStated: false, isExact: false) }
  }

  private static let farthest = 24

  /// Prepositions behind which a time is another one than the saying's: `by Friday`, `since 2012`.
  private static let others = Form.set(
    "by until till before after since from through to between next for than of every each")
  private static let places = Form.set("at in during on")
  private static let determiners = Form.set("the a an this that late early mid")

  /// How far an expression is from the saying; `nil` where it is no part of it.
  private func distance(_ found: TimeExpression, _ attribution: Attribution, _ scope: Range<Int>) -> Int? {
    let tokens = found.tokens
    let anchor = attribution.cue ?? attribution.source ?? attribution.content[0]
    if let content = attribution.content.first(where: { $0.overlaps(tokens) }) {
      // `said Friday the port would open`: the words said may begin with when they were.
      guard let cue = attribution.cue, cue.upperBound <= tokens.lowerBound else { return nil }
      let isFirst =
        tokens.lowerBound <= cue.upperBound + 2 && tokens.lowerBound <= content.lowerBound + 1
        && !words.tags[content.lowerBound].isVerb && follows(tokens.upperBound, content)
      return isFirst ? 1 : nil
    }
    if anchor.overlaps(tokens) { return 0 }
    if isOthers(tokens, scope) { return nil }
    // `said he would leave [on Friday]` where the content was cut short.
    if let content = attribution.content.last(where: { $0.upperBound <= tokens.lowerBound }),
      content.lowerBound >= anchor.upperBound, tokens.lowerBound - content.upperBound <= 1
    {
      return nil
    }
    return tokens.lowerBound >= anchor.upperBound
      ? behind(tokens, anchor, attribution) : ahead(tokens, anchor, attribution, scope)
  }

  /// Whether a statement goes on behind the time that stands at its head: `that`, or its subject.
  private func follows(_ at: Int, _ content: Range<Int>) -> Bool {
    guard at + 1 < content.upperBound else { return false }
    let at = words.form(at) == Form.comma ? at + 1 : at
    let tag = words.tags[at]
    return words.form(at) == Form.that || tag == .PRP || tag == .DT || tag == .PRPS || tag.isProperNoun
  }

  /// Whether a preposition or a noun makes it the time of something else: `until Friday`, `the Friday report`.
  private func isOthers(_ tokens: Range<Int>, _ scope: Range<Int>) -> Bool {
    var at = tokens.lowerBound - 1
    while scope.contains(at), Self.determiners.contains(words.lower[at]) { at -= 1 }
    let preposition = scope.contains(at) ? words.lower[at] : 0
    if Self.others.contains(preposition) { return true }
    let next = tokens.upperBound
    guard scope.contains(next) else { return false }
    let isPossessor = words.tags[next] == .POS || Form.possessive.contains(words.lower[next])
    let narrows = words.tags[next] == .NN || words.tags[next] == .NNS
    // `at Friday's debate`, `in a Friday interview` tell when it was said.
    return (isPossessor || narrows) && !Self.places.contains(preposition)
  }

  /// An expression behind the saying, in its clause: `said on Friday`, `said in a letter last week`.
  private func behind(_ tokens: Range<Int>, _ anchor: Range<Int>, _ attribution: Attribution) -> Int? {
    let gap = anchor.upperBound..<tokens.lowerBound
    if gap.contains(where: { isRelative($0) && !isInside($0, attribution) }) { return nil }
    return cost(gap, attribution)
  }

  /// An expression ahead of the saying: `On Friday, Ruiz said`, `Ruiz on Friday said`.
  private func ahead(
    _ tokens: Range<Int>, _ anchor: Range<Int>, _ attribution: Attribution, _ scope: Range<Int>
  ) -> Int? {
    let gap = tokens.upperBound..<anchor.lowerBound
    let commaAfter = gap.first { words.form($0) == Form.comma }
    var at = tokens.lowerBound - 1
    var isAlone = true
    while scope.contains(at), tokens.lowerBound - at < 14 {
      if words.form(at) == Form.comma { break }
      // `Ruiz, who was elected in 2012, said`
      if commaAfter != nil, isRelative(at) { return nil }
      if words.tags[at] != .IN, !Self.determiners.contains(words.lower[at]), words.tags[at] != .RB {
        isAlone = false
      }
      at -= 1
    }
    // `Ruiz, elected in 2012, said`: other words between the same commas, behind the source.
    let source = attribution.source ?? anchor
    if commaAfter != nil, !isAlone, at > source.lowerBound { return nil }
    return cost(gap, attribution)
  }

  /// Words between, finite verbs and joints above all: what belongs together stands together.
  private func cost(_ gap: Range<Int>, _ attribution: Attribution) -> Int {
    var out = 0
    for at in gap where !isInside(at, attribution) {
      out += 1
      if words.tags[at] == .VBD || words.tags[at] == .VBZ || words.tags[at] == .VBP || words.tags[at] == .MD {
        out += 6
      }
      let form = words.form(at)
      if form == Form.semicolon || form == Form.colon { out += 20 }
    }
    return out
  }

  private func isInside(_ at: Int, _ attribution: Attribution) -> Bool {
    attribution.content.contains { $0.contains(at) }
  }

  private func isRelative(_ at: Int) -> Bool {
    let tag = words.tags[at]
    return tag == .WDT || tag == .WP || tag == .WPS || tag == .WRB
  }
}
