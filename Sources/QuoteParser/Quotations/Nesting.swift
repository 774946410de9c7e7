import QuoteModel

/// Finds the statements that are told inside another one's words: `Ruiz said [she had told the board that it was
/// late]`. PolNeAR marks none of them, so no tagger learned them: these are rules, and as a rule has it right or has
/// nothing, only finite verbs of saying with a source of their own and a clause or a pair of marks behind count.
/// O(tokens in contents).
struct Nesting {
  private let words: Words
  private let phrases: NounPhraseFinder
  private let clauses: ClauseRoles
  private let context: TaggingContext

  /// How often such a statement has the right words and the right source, by a count that
  /// `docs/accuracy.md` shows.
  static let confidence: Float = 0.85

  init(_ words: Words, _ context: TaggingContext) {
    (self.words, self.context) = (words, context)
    phrases = NounPhraseFinder(words: words, context: context)
    clauses = ClauseRoles(words: words)
  }

  /// The statements inside one span of a content, in text order.
  func inside(_ content: Range<Int>) -> [Attribution] {
    content.compactMap { at in
      words.tags[at].isVerb && Self.sayings.contains(words.lower[at]) ? statement(at, content) : nil
    }
  }

  private static let sayings = Form.set(
    "said says tells told announced announces warned warns argued argues claimed claims insisted insists denied "
      + "denies asserted asserts admitted admits acknowledged acknowledges declared declares promised promises vowed "
      + "complained complains wrote writes tweeted testified alleged stated states replied replies predicted predicts"
  )
  /// Those that say to whom before they say what.
  private static let addressing = Form.set("told tells warned warns promised promises")
  private static let auxiliaries = Form.set("has have had 's 've 'd ’s ’ve ’d")
  private static let negations = Form.set("not n't n’t never nobody no none neither hardly")

  /// The statement whose cue stands at `at`, if one does.
  private func statement(_ at: Int, _ content: Range<Int>) -> Attribution? {
    let sentence = context.sentences[Int(context.sentenceOf[at])].tokens
    let scope = max(content.lowerBound, sentence.lowerBound)..<min(content.upperBound, sentence.upperBound)
    guard isFinite(at, scope), let source = source(before: at, scope),
      let told = told(behind: at, scope)
    else { return nil }
    var attribution = Attribution(content: [told], cue: at..<at + 1, source: source)
    attribution.confidence = Self.confidence
    return attribution
  }

  /// `said`, `has said`; but not `the said plan`, `was told`, `to say`.
  private func isFinite(_ at: Int, _ scope: Range<Int>) -> Bool {
    switch words.tags[at] {
    case .VBD, .VBZ, .VBP: return true
    case .VBN:
      return (max(scope.lowerBound, at - 3)..<at).contains { Self.auxiliaries.contains(words.lower[$0]) }
        && !(max(scope.lowerBound, at - 2)..<at).contains { words.lower[$0] == Self.been }
    default: return false
    }
  }

  private static let been = WordHash.lowercased("been")

  /// The noun phrase that says it, where nothing between denies that it was said.
  private func source(before at: Int, _ scope: Range<Int>) -> Range<Int>? {
    guard let found = phrases.before(at..<at + 1, scope) else { return nil }
    let source = narrowed(found, scope)
    guard !(source.lowerBound..<at).contains(where: { Self.negations.contains(words.lower[$0]) }),
      !isRelative(source, scope)
    else { return nil }
    return source
  }

  /// One noun phrase of what the tags run together: `18 million [he]`, `the centers [the board]`; and the one that a
  /// preposition ties it to: `[the Commission on Debates]`.
  private func narrowed(_ found: Range<Int>, _ scope: Range<Int>) -> Range<Int> {
    let last = found.upperBound - 1
    if words.tags[last] == .PRP || words.tags[last] == .WP { return last..<found.upperBound }
    if let start = found.dropFirst().last(where: { words.tags[$0] == .DT || words.tags[$0] == .PRPS }) {
      return start..<found.upperBound
    }
    let before = found.lowerBound - 1
    guard before > scope.lowerBound, Self.tying.contains(words.lower[before]), words.tags[before - 1].isNoun,
      let head = phrases.before(before..<before + 1, scope), head.upperBound == before,
      words.tags[head.lowerBound] == .DT || words.tags[head.lowerBound] == .CD
    else { return found }
    return head.lowerBound..<found.upperBound
  }

  private static let tying = Form.set("of for on")

  /// `of what Ruiz said`, `as Ruiz said`, `the system that he claims`, `the money he says`: no clause of its own.
  private func isRelative(_ source: Range<Int>, _ scope: Range<Int>) -> Bool {
    let before = source.lowerBound - 1
    if Self.wholes.contains(words.lower[source.lowerBound]) { return true }
    guard before >= scope.lowerBound else { return false }
    if words.form(before) == Form.that, before > scope.lowerBound, words.tags[before - 1].isNoun {
      return true
    }
    return Self.leads.contains(words.lower[before]) || words.tags[before] == .WDT || words.tags[before].isNoun
      || words.tags[before] == .CD
  }

  private static let leads = Form.set("what as whatever than like if")
  /// `everything Ruiz says`
  private static let wholes = Form.set("everything anything something nothing all what")

  /// The words said: a clause that `that` leads or that has a subject and a verb, or what stands between marks.
  private func told(behind cue: Int, _ scope: Range<Int>) -> Range<Int>? {
    var at = cue + 1
    if at < scope.upperBound, Self.addressing.contains(words.lower[cue]),
      let addressee = phrases.behind(cue..<at, scope)
    {
      at = addressee.upperBound
    }
    if let marked = marked(at, scope) { return marked }
    guard let start = clause(at, scope) else { return nil }
    return trimmed(start..<end(of: start, scope))
  }

  /// Up to the end of the sentence, or where the marks around close.
  private func end(of start: Int, _ scope: Range<Int>) -> Int {
    let stretch = context.marks.stretchOf[start]
    guard stretch >= 0 else { return scope.upperBound }
    return min(scope.upperBound, context.marks.stretches[Int(stretch)].upperBound - 1)
  }

  /// `tells so many lies that …`
  private static let degrees = Form.set("so such")

  /// Where a clause begins at or a few words behind `at`: `told the board [on Monday] that …`.
  private func clause(_ at: Int, _ scope: Range<Int>) -> Int? {
    let reach = min(scope.upperBound, at + 5)
    for next in at..<max(at, reach) {
      if words.form(next) == Form.that, next + 2 < scope.upperBound { return next }
      if !words.isWord(next) || words.tags[next].isVerb || Self.degrees.contains(words.lower[next]) { break }
    }
    guard at < scope.upperBound, words.isWord(at), words.tags[at] != .WP,
      let subject = phrases.behind(at - 1..<at, scope), !holdsTwo(subject),
      subject.upperBound < scope.upperBound, clauses.leadsVerb(subject.upperBound)
    else { return nil }
    return at
  }

  /// `says [the things people] want`: a noun and, behind it, the subject of its clause.
  private func holdsTwo(_ phrase: Range<Int>) -> Bool {
    phrase.dropLast().contains { words.tags[$0] == .NNS && words.tags[$0 + 1].isNoun }
  }

  // MARK: Marks inside marks

  private static let openings: Set<UInt32> = [
    Form.openSingle, Form.straightSingle, Form.openDouble, Form.straightDouble,
  ]
  private static let closings: Set<UInt32> = [
    Form.closeSingle, Form.straightSingle, Form.closeDouble, Form.straightDouble,
  ]

  /// `, 'We will go,'`: the words between the marks that open behind a comma or colon, marks included.
  private func marked(_ at: Int, _ scope: Range<Int>) -> Range<Int>? {
    var start = at
    if start < scope.upperBound, words.form(start) == Form.comma || words.form(start) == Form.colon {
      start += 1
    }
    guard start + 1 < scope.upperBound, Self.openings.contains(words.form(start)) else { return nil }
    let close = (start + 2..<scope.upperBound).first { isClosing($0, scope) }
    return start..<(close.map { $0 + 1 } ?? scope.upperBound)
  }

  /// A mark behind punctuation or before a space, which no apostrophe is.
  private func isClosing(_ at: Int, _ scope: Range<Int>) -> Bool {
    guard Self.closings.contains(words.form(at)), !words.hasSpaceBefore(at) else { return false }
    return !words.isWord(at - 1) || at + 1 == scope.upperBound || words.hasSpaceBefore(at + 1)
      || !words.isWord(at + 1)
  }

  private func trimmed(_ span: Range<Int>) -> Range<Int>? {
    var high = span.upperBound
    while high > span.lowerBound, !words.isWord(high - 1) { high -= 1 }
    let told = span.lowerBound..<high
    // Two words and their verb at the least.
    return told.count > 2 && told.contains(where: { words.tags[$0].isVerb || words.tags[$0] == .MD })
      ? told : nil
  }
}

extension Parser {
  /// The statements found, those told inside them among them, each with the row of the innermost one that holds it. In
  /// text order. O(tokens in contents + n log n).
  static func nested(
    in found: [Attribution], _ words: Words, _ context: TaggingContext
  ) -> [(attribution: Attribution, parent: Int?)] {
    let nesting = Nesting(words, context)
    let cues = Set(found.compactMap { $0.cue?.lowerBound })
    let told = found.flatMap { $0.content.flatMap { nesting.inside($0) } }
      .filter { inner in inner.cue.map { !cues.contains($0.lowerBound) } ?? false }
    let all = (found + told).enumerated().sorted {
      ($0.element.content[0].lowerBound, $0.offset) < ($1.element.content[0].lowerBound, $1.offset)
    }
    var out: [(attribution: Attribution, parent: Int?)] = []
    // The first row that may hold what comes.
    var outer = 0
    for (_, attribution) in all {
      // Of a statement in several pieces, others may stand between them.
      let holder = out[min(outer, max(0, out.count - 8))...].lastIndex { holds($0.attribution, attribution) }
      if holder == nil { outer = out.count }
      out.append((attribution, holder))
    }
    return out
  }

  /// Whether a statement's cue and words stand among the words of another one.
  private static func holds(_ outer: Attribution, _ inner: Attribution) -> Bool {
    guard let cue = inner.cue, let told = inner.content.first else { return false }
    return outer.content.contains {
      $0.lowerBound <= min(cue.lowerBound, told.lowerBound)
        && max(cue.upperBound, told.upperBound) <= $0.upperBound
    }
  }
}
