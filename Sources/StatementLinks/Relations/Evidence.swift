import QuoteModel

/// Says in words why two quotations are related.
struct Evidence {
  private let context: RelationContext
  private let clusters: RepeatClusters
  private let wording: Wording

  /// Evidence for the findings of a corpus.
  init(_ context: RelationContext, _ clusters: RepeatClusters, _ wording: Wording) {
    self.context = context
    self.clusters = clusters
    self.wording = wording
  }

  /// The reason, in a few words: `same words, 3 outlets`.
  func words(_ finding: Finding) -> String {
    switch finding.reason {
    case .sameWords(let isCut, let otherSpeaker):
      return "same words, " + spread(finding, isCut: isCut, otherSpeaker: otherSpeaker)
    case .goesOn(let inParagraph):
      return inParagraph ? "goes on in the same paragraph" : "goes on in the next paragraph"
    case .takesUp(let actor, let how, let days, let subjects):
      return joined([uptake(how, context.name(actor)), time(days), both(subjects, finding)])
    case .more(let isJoint, let subjects):
      return (isJoint ? "one of the speakers says more about " : "says more about ") + list(subjects, finding)
    case .ground(let ground, let days): return joined([words(ground, finding), time(days)])
    case .saysSo(let actor, let subjects):
      return joined(["agrees with \(context.name(actor))", both(subjects, finding)])
    case .disagrees(let actor): return "disagrees with \(context.name(actor))"
    case .setAgainst(let days, let subjects):
      return joined([
        finding.kind == .shifts ? "another tone than before" : "set against each other", time(days),
        both(subjects, finding),
      ])
    case .sides(let subjects):
      return (finding.kind == .agrees ? "same side on " : "opposite sides on ") + list(subjects, finding)
    case .about(let subjects, let days): return joined([both(subjects, finding), time(days)])
    }
  }

  private func spread(_ finding: Finding, isCut: Bool, otherSpeaker: Bool) -> String {
    if otherSpeaker { return "under another name" }
    if isCut { return "cut short" }
    let index = context.index
    if index.article[Int(finding.earlier)] == index.article[Int(finding.later)] { return "same article" }
    let count =
      clusters.outlets[clusters.fullest[Int(finding.earlier)]]
      ?? clusters.outlets[clusters.fullest[Int(finding.later)]] ?? 1
    return count < 2 ? "same outlet" : "\(count) \(index.hasOutlets ? "outlets" : "articles")"
  }

  private func uptake(_ how: Finding.Uptake, _ name: String) -> String {
    switch how {
    case .name: "replies to \(name) by name"
    case .asked: "asked about \(name)"
    case .cue: "replies to \(name)"
    case .question: "answers \(name)’s question"
    case .turn: "takes up \(name)’s words"
    }
  }

  /// What they agree or disagree in: `fees: rise / not rise`.
  private func words(_ ground: StanceComparison.Ground, _ finding: Finding) -> String {
    let (first, second) = (min(finding.earlier, finding.later), max(finding.earlier, finding.later))
    let anchor =
      wording.word(ground.anchor, in: Int(first)) ?? wording.word(ground.anchor, in: Int(second)) ?? "it"
    func said(_ hash: UInt32, _ quotation: Int32, _ isDenied: Bool) -> String? {
      wording.word(hash, in: Int(quotation)).map { isDenied ? "not \($0)" : $0 }
    }
    var sides = [
      said(ground.first, first, ground.isFirstDenied), said(ground.second, second, ground.isSecondDenied),
    ].compactMap(\.self)
    if finding.earlier != first { sides.reverse() }
    let isSame = finding.kind == .agrees
    let what =
      switch ground.kind {
      case .predicate: isSame ? "same of" : "opposite of"
      case .antonyms: isSame ? "same of" : "opposite of"
      case .verdict: isSame ? "same verdict on" : "opposite verdict on"
      }
    if sides.count == 2, isSame, sides[0].lowercased() == sides[1].lowercased() { sides.removeLast() }
    return sides.isEmpty ? "\(what) \(anchor)" : "\(what) \(anchor): \(sides.joined(separator: " / "))"
  }

  private func time(_ days: Int?) -> String? { days.map(TimeGap.words) }

  private func both(_ subjects: [Int32], _ finding: Finding) -> String? {
    subjects.isEmpty ? nil : "both about \(list(subjects, finding))"
  }

  private func joined(_ parts: [String?]) -> String { parts.compactMap(\.self).joined(separator: ", ") }

  private func list(_ subjects: [Int32], _ finding: Finding) -> String {
    subjects.map { subject in
      if subject >= context.space.firstActor { return context.label(subject) }
      guard subject < context.space.firstPhrase else {
        return printed(subject, in: [Int(finding.later), Int(finding.earlier)])
      }
      return wording.word(context.space.hashes[Int(subject)], in: Int(finding.later))
        ?? context.label(subject)
    }.joined(separator: " and ")
  }

  /// A phrase as most print it, or as one of two does where none of them prints it so: `officers`, not `office`.
  private func printed(_ phrase: Int32, in quotations: [Int]) -> String {
    let label = context.label(phrase)
    let stems = context.key(phrase).split(separator: " ").map { FNV.hash32($0.utf8) }
    var own: String?
    for quotation in quotations {
      guard let words = wording.words(stems, in: quotation) else { continue }
      if words.lowercased() == label.lowercased() { return label }
      own = own ?? (label.first?.isLowercase == true ? words.lowercased() : words)
    }
    return own ?? label
  }
}

/// The words behind term hashes, read again from the articles for the few that are shown.
struct Wording {
  private let segments: [Segment]
  private let stemmer = StemmedWords()

  init(_ segments: [Segment]) { self.segments = segments }

  /// The first word of a quotation that has this stem, as printed. O(its words).
  func word(_ hash: UInt32, in quotation: Int) -> String? {
    hash != 0 ? words([hash], in: quotation) : nil
  }

  /// The first words of a quotation in a row that have these stems, as printed. O(its words).
  func words(_ hashes: [UInt32], in quotation: Int) -> String? {
    let segment = segments[max(0, segments.partitionPoint { $0.firstQuotation > quotation } - 1)]
    let row = quotation - segment.firstQuotation
    let text = segment.text(segment.article(of: row))
    for span in segment.contentSpans(row) {
      let words = text[span].split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
        .map { $0.trimmingPrefix { "'’".contains($0) } }
      let stems = words.map(stemmer.hash)
      guard stems.count >= hashes.count else { continue }
      for start in 0...(stems.count - hashes.count)
      where stems[start..<(start + hashes.count)].elementsEqual(hashes) {
        return words[start..<(start + hashes.count)].joined(separator: " ")
      }
    }
    return nil
  }
}

/// Stems words one at a time.
private final class StemmedWords {
  private let stemmer = Stemmer()

  func hash(_ word: Substring) -> UInt32 {
    var folded: [UInt8] = []
    Folding.append(word.utf8, to: &folded)
    return FNV.hash32(stemmer.stem(folded))
  }
}
