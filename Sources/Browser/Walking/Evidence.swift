import QuoteModel

/// One step of why the program believes that somebody said something.
struct EvidenceStep: Equatable, Sendable {
  /// What the step is about, in the field's terms.
  var title: String
  /// Where it stands in the article's text; `nil` for what stands nowhere, such as how sure the parser is.
  var range: TextRange?
  var explanation: String
}

extension BrowserState {
  /// From the words back to a name: content, cue, source, each earlier mention that the source stands for, the
  /// actor. O(mentions of the article).
  func evidence(for id: QuotationID) -> [EvidenceStep] {
    let (quotation, article) = (corpus[id], corpus.article(of: id))
    let text = corpus.text(of: article)
    var steps = quotation.content.map {
      EvidenceStep(title: "content", range: $0, explanation: "\(quotation.kind.name) speech")
    }
    if let asked = quotation.asked {
      steps.append(EvidenceStep(title: "asked", range: asked, explanation: "the question it answers"))
    }
    if let cue = quotation.cue {
      steps.append(EvidenceStep(title: "cue", range: cue, explanation: "the words that mark the saying"))
    }
    guard let source = quotation.source else {
      steps.append(EvidenceStep(title: "source", range: nil, explanation: "none in the text"))
      return steps + [conclusion(id)]
    }
    let mentions = corpus.mentions(in: article)
    let own =
      mentions.first { $0.mention.range == source } ?? mentions.first { source.contains($0.mention.range) }
    steps.append(
      EvidenceStep(
        title: "source", range: source, explanation: own.map { $0.mention.kind.words } ?? "as the text has it"
      ))
    if let own, let actor = own.actor {
      steps += hops(from: own.mention, actor, mentions, text)
    }
    return steps + [conclusion(id)]
  }

  /// Earlier mentions of the same actor, each one that says more than the one behind it, up to a name.
  private func hops(
    from mention: Mention, _ actor: ActorID, _ mentions: [(mention: Mention, actor: ActorID?)], _ text: String
  ) -> [EvidenceStep] {
    var (steps, here) = ([EvidenceStep](), mention)
    let earlier = mentions.filter { $0.actor == actor && $0.mention.range.lower < mention.range.lower }
    for other in earlier.reversed().map(\.mention)
    where other.kind.says(moreThan: here.kind)
      || (other.kind == .name && here.kind == .name && other.range.count > here.range.count)
    {
      let words = text[here.range]
      steps.append(
        EvidenceStep(
          title: other.kind.words, range: other.range, explanation: "\u{201C}\(words)\u{201D} stands for it"))
      here = other
    }
    return steps
  }

  private func conclusion(_ id: QuotationID) -> EvidenceStep {
    let names = corpus.speakers(of: id).map { actor in
      let aliases = corpus[actor].aliases.prefix(3).joined(separator: ", ")
      return corpus[actor].name + (aliases.isEmpty ? "" : " (also \(aliases))")
    }
    return EvidenceStep(
      title: "speaker", range: nil,
      explanation: (names.isEmpty ? "unknown" : names.joined(separator: ", "))
        + ", sure to \(Wording.confidence(corpus[id].confidence).drop { $0 == " " })")
  }

  /// ]e: the Reader points at the next step, and the foot says what it is.
  mutating func stepAlongEvidence(_ isForward: Bool) {
    guard let reading else { return note = "no quote whose evidence could be shown" }
    let steps = evidence(for: reading)
    let next = evidenceStep.map { $0 + (isForward ? 1 : -1) } ?? (isForward ? 0 : steps.count - 1)
    guard let step = steps.element(at: next) else {
      evidenceStep = nil
      return note = "the evidence ends here; ]e begins again"
    }
    evidenceStep = next
    let words = step.range.map {
      " “" + String(corpus.text(of: corpus.article(of: reading))[$0]).onOneLine.clipped(to: 30) + "”"
    }
    note = "evidence \(next + 1)/\(steps.count): \(step.title)\(words ?? ""): \(step.explanation)"
  }

  /// Where the evidence that is pointed at stands.
  var evidenceRange: TextRange? {
    guard let evidenceStep, let reading else { return nil }
    return evidence(for: reading).element(at: evidenceStep)?.range
  }
}

extension Mention.Kind {
  fileprivate var words: String {
    switch self {
    case .name: "name"
    case .role: "role"
    case .pronoun: "pronoun"
    case .group: "group"
    case .demonym: "adjective of a country"
    }
  }

  private var rank: Int {
    switch self {
    case .pronoun: 0
    case .group, .demonym: 1
    case .role: 2
    case .name: 3
    }
  }

  fileprivate func says(moreThan other: Mention.Kind) -> Bool { rank > other.rank }
}
