import Glibc
import QuoteModel

/// A relation found, before the strongest of each quotation are chosen.
struct Finding {
  /// Why two quotations are related, as numbers; words are made of those that are kept.
  enum Reason {
    /// The same words; whether one is cut short, whether the speakers are the same.
    case sameWords(isCut: Bool, otherSpeaker: Bool)
    /// The same speaker goes on; in the same paragraph or the next.
    case goesOn(inParagraph: Bool)
    /// Takes up what an actor said.
    case takesUp(actor: Int32, how: Uptake, days: Int?, subjects: [Int32])
    /// Says more of what a statement says, perhaps a joint one.
    case more(isJoint: Bool, subjects: [Int32])
    /// Stands on the same ground or on another; by whom, and how much later.
    case ground(StanceComparison.Ground, days: Int?)
    /// Agrees, by the cue's own word.
    case saysSo(actor: Int32, subjects: [Int32])
    /// Disagrees, by the words around it.
    case disagrees(actor: Int32)
    /// Both take a side on these.
    case sides([Int32])
    /// Set against each other by `but` or `while`.
    case setAgainst(days: Int?, subjects: [Int32])
    /// Both speak of these; how much later the same speaker comes back to them.
    case about([Int32], days: Int?)
  }

  /// How a quotation takes up another one.
  enum Uptake {
    /// It names who said it.
    case name
    /// The question it answers names who said it.
    case asked
    /// Its cue says that it replies.
    case cue
    /// It is the next turn after a question.
    case question
    /// It is the next turn.
    case turn
  }

  /// What was said first.
  var earlier: Int32
  /// What was said later: it repeats, continues or answers the other.
  var later: Int32
  /// What the later is to the earlier.
  var kind: Relation.Kind
  /// How strong the evidence is, 0...1.
  var score: Float
  /// Why.
  var reason: Reason

  /// The same for both directions.
  var pair: UInt64 { UInt64(UInt32(min(earlier, later))) << 32 | UInt64(UInt32(max(earlier, later))) }
}

/// What judging a pair needs: an object, so that handing it to a judge copies nothing.
final class RelationContext {
  let index: LinkIndex
  let space: FeatureSpace
  let similarity: Similarity
  let stances: Stances
  /// Who speaks.
  let voices: Voices
  /// For each quotation: the one before it in its article, nested ones left out, or -1.
  private(set) var previous: [Int32] = []
  /// For each quotation: how many stand before it in its article, nested ones not counted.
  private(set) var place: [Int32] = []
  /// For each article its first quotation.
  private(set) var firstOfArticle: [Int32: Int32] = [:]
  /// For each article whoever asks the questions in it.
  private var interviewers: [Int32: Set<Int32>] = [:]
  /// For each transcript how many turns each speaker has.
  private var turns: [Int32: [Int32: Int]] = [:]
  /// For each actor whether it is several known ones.
  let isGroup: [Bool]
  /// Least weight of a term that statements can agree or disagree on.
  let leastAnchor: Float
  /// What thresholds are multiplied by: in a small corpus no word is rare, so cosines are lower.
  let strictness: Float

  /// A context for judging pairs of a corpus. O(everything in it).
  init(_ index: LinkIndex, _ lists: StanceLists) {
    self.index = index
    space = FeatureSpace(index)
    similarity = Similarity(index, space)
    stances = Stances(index, lists)
    voices = Voices(index.actors)
    isGroup = index.actors.map { !$0.members.isEmpty }
    let all = Double(index.count + 1)
    strictness = Float(min(1, max(0.4, log2(all) / 12)))
    // One in 50 statements of a corpus of 20,000 speaks of it, one in 5 of a few hundred.
    leastAnchor = Float(min(0.4 * log2(all), max(1.6, 0.53 * log2(all) - 1.85)))
    for quotation in 0..<index.count {
      let opens = quotation == 0 || index.article[quotation - 1] != index.article[quotation]
      if opens { firstOfArticle[index.article[quotation]] = Int32(quotation) }
      let isAfterNested = !opens && index.isNested[quotation - 1]
      previous.append(
        opens ? -1 : isAfterNested ? previous[quotation - 1] : Int32(quotation - 1))
      place.append(opens ? 0 : place[quotation - 1] + (isAfterNested ? 0 : 1))
    }
    findInterviewers()
  }

  /// No collection is so small that less is enough.
  static let leastScaled: Float = 0.64

  /// A likelihood that is enough in a collection of 20,000 quotations, as it is enough in this one: where a quotation
  /// meets half as many others, half as many look like it by chance. Odds grow with the root of the size.
  func scaled(_ likelihood: Float, least: Float = leastScaled) -> Float {
    let odds = likelihood / (1 - likelihood) * Float(min(1, Double(index.count) / 20_000)).squareRoot()
    return max(odds / (1 + odds), min(likelihood, least))
  }

  /// Whether the first of these is a person.
  func isPerson(_ speakers: ArraySlice<Int32>) -> Bool {
    speakers.first.map { index.actors[Int($0)].kind == .person } ?? false
  }

  /// Whether the first of these is a person with a name.
  func isNamedPerson(_ speakers: ArraySlice<Int32>) -> Bool {
    isPerson(speakers) && speakers.first.map { index.actors[Int($0)].isNamed } == true
  }

  /// The person among those who said something who is spoken of, unless it is one whom the speakers speak for:
  /// `Mr. Ryan's office` does not reply to Mr. Ryan.
  func person(of said: ArraySlice<Int32>, in about: ArraySlice<Int32>, besides speakers: ArraySlice<Int32>)
    -> Int32?
  {
    said.first { actor in
      guard about.contains(actor), index.actors[Int(actor)].kind == .person else { return false }
      let surname = Folding.fold(name(actor))
      return !speakers.contains { Folding.fold(index.actors[Int($0)].name).contains(surname) }
    }
  }

  /// Whether somebody only asks in an article: no turn of theirs is an answer.
  func isInterviewer(_ speakers: ArraySlice<Int32>, in article: Int32) -> Bool {
    guard let asking = interviewers[article] else { return false }
    return speakers.contains { asking.contains($0) }
  }

  /// Whether both have a word that is neither a name nor a figure.
  func sharePlainWord(_ a: Int, _ b: Int) -> Bool {
    zip(index.terms[a], index.marks[a]).contains { term in
      term.1.isDisjoint(with: [.name, .number]) && index.terms[b].contains(term.0)
    }
  }

  /// Things said, as they are named by who takes them up.
  static let sayings = WordLists.stems([
    "accusation", "allegation", "assertion", "charge", "claim", "criticism", "doubt", "remark", "comment",
    "suggestion", "argument", "answer", "reply", "critique", "characterization", "complaint", "contention",
    "notion",
  ])

  /// Whether a quotation names a thing said: `the Governor's claims about …`.
  func namesSaying(_ quotation: Int) -> Bool {
    zip(index.terms[quotation], index.marks[quotation]).contains {
      Self.sayings.contains($0.0) && $0.1.isDisjoint(with: [.verb, .name])
    }
  }

  /// Whether both give figures, and none the same; `million` is none.
  func giveOtherNumbers(_ a: Int, _ b: Int) -> Bool {
    func numbers(_ quotation: Int) -> Set<UInt32> {
      let marked = zip(index.terms[quotation], index.marks[quotation]).filter { $0.1.contains(.number) }
      return Set(marked.map(\.0)).subtracting(Self.sizes)
    }
    let (x, y) = (numbers(a), numbers(b))
    return !x.isEmpty && !y.isEmpty && x.isDisjoint(with: y)
  }

  private static let sizes = WordLists.stems(["hundred", "thousand", "million", "billion", "trillion"])

  /// Whether a turn is a row of figures and no speech.
  func isTable(_ quotation: Int) -> Bool {
    let marks = index.marks[quotation]
    return !index.framing[quotation].contains(.isQuestion)
      && marks.count { $0.contains(.number) } * 3 >= marks.count
      && marks.count < 8 || index.terms[quotation].isEmpty
  }

  /// Whoever asks at least so many questions of a transcript, and asks in a third of all turns.
  private static let leastQuestions = 2

  private func findInterviewers() {
    var turns: [Int32: [Int32: (asked: Int, all: Int)]] = [:]
    for quotation in 0..<index.count where index.framing[quotation].contains(.isTurn) {
      guard let speaker = index.speakers[quotation].first else { continue }
      let isQuestion = index.framing[quotation].contains(.isQuestion)
      turns[index.article[quotation], default: [:]][speaker, default: (0, 0)].asked += isQuestion ? 1 : 0
      turns[index.article[quotation], default: [:]][speaker, default: (0, 0)].all += 1
    }
    self.turns = turns.mapValues { $0.mapValues(\.all) }
    interviewers = turns.mapValues { speakers in
      Set(
        speakers.filter { $0.value.asked >= Self.leastQuestions && $0.value.asked * 3 >= $0.value.all }.keys)
    }
  }

  /// How many turns the first of some speakers has in a transcript.
  func turns(of speakers: ArraySlice<Int32>, in article: Int32) -> Int {
    speakers.first.flatMap { turns[article]?[$0] } ?? 0
  }

  /// Speakers with the members of groups in the place of the groups, where these are known.
  func members(_ speakers: ArraySlice<Int32>) -> [Int32] {
    var out: [Int32] = []
    for speaker in speakers {
      let own = index.actors[Int(speaker)].members
      for member in own.isEmpty ? [speaker] : own.map(Int32.init) where !out.contains(member) {
        out.append(member)
      }
    }
    return out
  }

  /// Whether both name people, and not one is the same: what they say cannot be set against each other.
  func speakOfOthers(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (people(a), people(b))
    return !x.isEmpty && !y.isEmpty && !x.contains { y.contains($0) }
  }

  /// Whether one names people who neither say nor are spoken of in the other.
  func speaksOfOthers(_ a: Int, than b: Int) -> Bool {
    people(a).contains { !index.about[b].contains($0) && !index.speakers[b].contains($0) }
  }

  /// Whether both name places, and not one is the same: `in Ohio`, `in Florida`.
  func speakOfOtherPlaces(_ a: Int, _ b: Int) -> Bool {
    func places(_ quotation: Int) -> [Int32] {
      index.about[quotation].filter { [.place, .country].contains(index.actors[Int($0)].kind) }
    }
    let (x, y) = (places(a) + index.speakers[a], places(b) + index.speakers[b])
    return !places(a).isEmpty && !places(b).isEmpty && !x.contains { y.contains($0) }
  }

  /// Whether one names people.
  func speaksOfPeople(_ quotation: Int) -> Bool { !people(quotation).isEmpty }

  /// Whether the first of these is a named organisation or person, or a person at all.
  func isSomebody(_ speakers: ArraySlice<Int32>) -> Bool {
    speakers.first.map { voices.standing[Int($0)] != .thing } ?? false
  }

  private func people(_ quotation: Int) -> [Int32] {
    index.about[quotation].filter { index.actors[Int($0)].kind == .person }
  }

  /// Whether `but` or `while` stands between two statements of an article, or between one in between and the
  /// one before that.
  func isSetAgainst(_ first: Int, _ second: Int) -> Bool {
    ((first + 1)...max(first + 1, second)).contains {
      !index.isNested[$0] && index.framing[$0].contains(.setAgainst)
    }
  }

  /// Whether a feature is rare enough to tell statements apart.
  func isTelling(_ feature: Int32) -> Bool {
    Float(TopicPhrases.rarity(space.postings[Int(feature)].count, of: index.count)) >= leastAnchor
  }

  /// At most two subjects to name, none that says another again, none of `besides`.
  func telling(_ subjects: [Int32], besides: ArraySlice<Int32> = [], most: Int = 2) -> [Int32] {
    var out: [Int32] = []
    for subject in subjects where out.count < most {
      if subject >= space.firstActor, besides.contains(subject - space.firstActor) { continue }
      let key = self.key(subject)
      if !out.contains(where: { Self.covers(self.key($0), key) }) { out.append(subject) }
    }
    return out
  }

  /// The same; where the two share no phrase and no actor, the rarest word they share, if it is rare enough.
  func telling(_ overlap: FeatureSpace.Overlap, besides: ArraySlice<Int32> = []) -> [Int32] {
    let subjects = telling(overlap.subjects, besides: besides)
    guard subjects.isEmpty, let word = overlap.word, isTelling(word) else { return subjects }
    return [word]
  }

  /// What two take a side on, to be named: the subject they share, else the rarest word.
  func things(_ overlap: FeatureSpace.Overlap) -> [Int32] {
    let subjects = telling(overlap.subjects, most: 1)
    return subjects.isEmpty ? overlap.word.map { [$0] } ?? [] : subjects
  }

  /// Whether one says all that the other does: `minimum wage` and `wage`. Of a name the words are not stems: `13th
  /// amendment` covers `amend`.
  private static func covers(_ a: String, _ b: String) -> Bool {
    if a.hasSuffix(b) || b.hasSuffix(a) || a.hasPrefix(b) || b.hasPrefix(a) { return true }
    let (long, short) = a.utf8.count > b.utf8.count ? (a, b) : (b, a)
    guard let start = long.lastIndex(of: " "), !short.contains(" ") else { return false }
    return long[long.index(after: start)...].hasPrefix(short)
  }

  /// What tells subjects apart: stems, so that `minimum wage` holds `wages`.
  func key(_ subject: Int32) -> String {
    if subject >= space.firstActor { return Folding.fold(index.actors[Int(subject - space.firstActor)].name) }
    return index.phrases.keys[Int(subject - space.firstPhrase)]
  }

  /// Whether a subject is a phrase of several words.
  func isCompound(_ subject: Int32) -> Bool {
    let phrase = Int(subject - space.firstPhrase)
    return index.phrases.words.indices.contains(phrase) && index.phrases.words[phrase] > 1
  }

  /// What the screen calls a phrase or an actor.
  func label(_ subject: Int32) -> String {
    if subject >= space.firstActor { return name(subject - space.firstActor) }
    if subject < space.firstPhrase { return "it" }
    return index.phrases.labels[Int(subject - space.firstPhrase)]
  }

  /// A person's surname, anybody else's name; who belongs to somebody (`the spokesman (Tomas Oseiv)`) in full.
  func name(_ actor: Int32) -> String {
    let actor = index.actors[Int(actor)]
    guard actor.kind == .person, !actor.name.hasSuffix(")") else { return actor.name }
    let last = actor.name.split(separator: " ").last { !["Jr.", "Sr.", "II", "III"].contains($0) }
    return last.map(String.init) ?? actor.name
  }
}
