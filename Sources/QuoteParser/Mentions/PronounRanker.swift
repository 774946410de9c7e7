import QuoteModel

/// A source's pronoun with the features of whom it may stand for: what a trainer learns from.
package struct PronounChoice {
  /// Where the pronoun stands, in UTF-8 bytes.
  package var range: TextRange
  /// Actors, as rows of the article's.
  package var actors: [Int]
  package var features: [[UInt32]]

  /// The same among the rows that actors went to; those that went nowhere are -1.
  func placed(_ rows: [Int?]) -> PronounChoice {
    var out = self
    out.actors = actors.map { rows[$0] ?? -1 }
    return out
  }
}

/// Chooses whom the pronoun of a source stands for: a log-linear choice among candidates (as mention ranking, Denis &
/// Baldridge 2008), learned from the sources of PolNeAR train.
package struct PronounRanker: Sendable {
  private let model: LinearModel

  package init(_ model: LinearModel) { self.model = model }

  /// The likeliest; the first of those as likely. O(candidates).
  func best(_ evidence: PronounEvidence) -> Int? {
    var best: (score: Float, actor: Int)?
    FeatureBuffer.with(PronounEvidence.capacity) { buffer in
      for (row, candidate) in evidence.candidates.enumerated() {
        evidence.features(row, &buffer)
        let score = model.sum(buffer.features)
        if best.map({ score > $0.score }) ?? true { best = (score, candidate.actor) }
      }
    }
    return best?.actor
  }
}

/// What speaks for each of those whom the pronoun of a source may stand for.
struct PronounEvidence {
  static let capacity = 48

  let candidates: [SpeakerCandidate]
  private let people: Coreference
  private let pronoun: Int
  private let resolved: Int
  /// Who spoke last before it.
  private let last: (actor: Int, source: Range<Int>)?
  /// Who is named in the words said.
  private let named: Set<Int>
  /// Where it stands: behind quotation marks, at the beginning of its sentence, elsewhere; and between quotation marks.
  private let place: UInt32
  private let isInside: UInt32
  /// Sentences since the last source, 9 where there is none, and whether it is in the same paragraph.
  private let sinceLast: Int
  private let isSameParagraph: Bool
  private let goesOn: Bool
  /// Whether somebody is known to be of the pronoun’s gender.
  private let isAnyKnown: Bool

  init(
    _ people: Coreference, _ pronoun: Int, resolved: Int, content: [Range<Int>],
    candidates: [SpeakerCandidate]
  ) {
    (self.people, self.pronoun, self.resolved, self.candidates) = (people, pronoun, resolved, candidates)
    var named: Set<Int> = []
    for part in content where !part.isEmpty {
      let sentences =
        Int(people.context.sentenceOf[part.lowerBound])...Int(people.context.sentenceOf[part.upperBound - 1])
      for row in people.index.rows(in: sentences) {
        let mention = people.mentions[row]
        if mention.kind == .name, part.contains(mention.tokens.lowerBound), let actor = mention.actor {
          named.insert(actor)
        }
      }
    }
    self.named = named
    let sentence = Int(people.context.sentenceOf[pronoun])
    let begins = people.context.sentences[sentence].tokens.lowerBound
    let isBehindMarks = pronoun > begins && people.context.marks.stretchOf[pronoun - 1] >= 0
    place = isBehindMarks ? 2 : pronoun - begins < 2 ? 1 : 0
    isInside = people.context.marks.places[pronoun] == .inside ? 1 : 0
    last = people.lastSpeaker.flatMap { $0.source.upperBound <= pronoun ? $0 : nil }
    if let source = last?.source {
      sinceLast = min(8, sentence - Int(people.context.sentenceOf[source.lowerBound]))
      isSameParagraph = people.context.paragraphs(holding: pronoun)?.contains(source.lowerBound) ?? false
    } else {
      (sinceLast, isSameParagraph) = (9, false)
    }
    goesOn = people.goesOn(pronoun)
    isAnyKnown = candidates.contains { people.actors[$0.actor].gender != .unknown }
  }

  /// The choice, for a trainer.
  func choice(at range: TextRange) -> PronounChoice {
    FeatureBuffer.with(Self.capacity) { buffer in
      PronounChoice(
        range: range, actors: candidates.map(\.actor),
        features: candidates.indices.map { row in
          features(row, &buffer)
          return Array(buffer.features)
        })
    }
  }

  /// Puts the features of a candidate into the buffer.
  func features(_ row: Int, _ buffer: inout FeatureBuffer) {
    buffer.clear()
    let one = candidates[row]
    let actor = one.actor
    let isResolved: UInt32 = actor == resolved ? 1 : 0
    let isLast: UInt32 = actor == last?.actor ? 1 : 0
    let isNamed: UInt32 = named.contains(actor) ? 1 : 0
    let who = isResolved | isLast << 1
    let since = UInt32(min(sinceLast, 5)) | (isSameParagraph ? 8 : 0)
    let gap = UInt32(min(one.gap, 6))
    let role = one.nearest.map { UInt32($0.role.rawValue) } ?? 7
    let kind = one.nearest.map { $0.kind == .name ? 0 : $0.kind == .pronoun ? 1 : 2 } ?? 3 as UInt32
    let rank = UInt32(min(row, 3))
    buffer.add(300, who, place | isInside << 2)
    buffer.add(301, isLast, since)
    buffer.add(302, who, isNamed)
    buffer.add(303, isNamed, WordHash.mix(isLast, since))
    buffer.add(304, WordHash.mix(gap, role), kind)
    buffer.add(305, gap, paragraphs(to: one))
    buffer.add(306, rank, UInt32(min(candidates.count, 4)))
    buffer.add(307, UInt32(min(one.subjectGap, 6)), isLast)
    buffer.add(308, UInt32(min(one.nameGap, 6)), isLast)
    standing(one, gap, isLast, &buffer)
    buffer.add(314, goesOn ? 1 : 0, who)
    buffer.add(315, UInt32(min(one.count, 5)), isLast)
    buffer.add(316, one.count > 0 && one.quoted == one.count ? 1 : 0, isLast)
    buffer.add(317, isSubjectSince(actor) ? 1 : 0, WordHash.mix(isLast, place))
    buffer.add(318, WordHash.mix(who, rank), since)
    buffer.add(319, WordHash.mix(gap, role), WordHash.mix(place, isLast))
    buffer.add(320, WordHash.mix(gap, isInside), isResolved)
    let own = UInt32(min(one.ownGap, 6))
    buffer.add(322, own, isLast)
    buffer.add(323, own, WordHash.mix(who, since))
    buffer.add(324, WordHash.mix(own, isNamed), WordHash.mix(place, isLast))
    buffer.add(325, WordHash.mix(own, gap), isResolved)
    buffer.add(326, WordHash.mix(gap, role), WordHash.mix(who, place))
    buffer.add(327, WordHash.mix(gap, role), WordHash.mix(who, kind))
    buffer.add(321, firstSubject(actor), WordHash.mix(place, isLast))
  }

  /// What the article so far says of somebody.
  private func standing(
    _ one: SpeakerCandidate, _ gap: UInt32, _ isLast: UInt32, _ buffer: inout FeatureBuffer
  ) {
    let actor = one.actor
    let total = people.totals[actor]
    let share = people.mostNamed == 0 ? 0 : total * 8 / people.mostNamed
    buffer.add(309, UInt32(min(share, 8)), gap)
    buffer.add(310, total == people.mostNamed ? 1 : 0, isLast)
    let isKnown: UInt32 = people.actors[actor].gender == .unknown ? 0 : 1
    let isPerson: UInt32 = people.actors[actor].kind == .person ? 1 : 0
    let hasFirstName: UInt32 = people.hasFirstName(actor) ? 1 : 0
    buffer.add(311, people.isRole[actor] ? 1 : 0, gap)
    buffer.add(312, isKnown | isPerson << 1 | hasFirstName << 2, people.isRole[actor] ? 1 : 0)
    buffer.add(328, isKnown == 1 ? 2 : isAnyKnown ? 1 : 0, WordHash.mix(gap, isLast))
    buffer.add(313, UInt32(min(people.spoken[actor] ?? 0, 4)), isLast)
  }

  /// 0 for a mention in the pronoun's paragraph, 1 for one in another, 2 for none near.
  private func paragraphs(to one: SpeakerCandidate) -> UInt32 {
    guard let nearest = one.nearest else { return 2 }
    let isSame = people.context.paragraphs(holding: pronoun)?.contains(nearest.tokens.lowerBound) ?? false
    return isSame ? 0 : 1
  }

  /// Whether somebody was a sentence's subject, by name and between no quotation marks, since the last source.
  private func isSubjectSince(_ actor: Int) -> Bool {
    guard let source = last?.source else { return false }
    return people.near(max(source.lowerBound, pronoun - 120)..<pronoun + 1).contains {
      $0.actor == actor && $0.kind != .pronoun && $0.tokens.lowerBound >= source.upperBound
        && $0.tokens.lowerBound < pronoun && people.context.marks.stretchOf[$0.tokens.lowerBound] < 0
        && $0.role == .subject
    }
  }

  /// How many sentences back somebody is the first subject of a sentence, 0...2; 3 where he is so in none of them.
  private func firstSubject(_ actor: Int) -> UInt32 {
    let here = Int(people.context.sentenceOf[pronoun])
    for back in 0...min(2, here) {
      let first = people.index.rows(in: here - back...here - back)
        .map { people.mentions[$0] }
        .filter {
          $0.role == .subject && $0.tokens.upperBound <= pronoun && $0.actor != nil
            && people.context.marks.stretchOf[$0.tokens.lowerBound] < 0
        }
        .min { $0.tokens.lowerBound < $1.tokens.lowerBound }
      if first?.actor == actor { return UInt32(back) }
    }
    return 3
  }
}
