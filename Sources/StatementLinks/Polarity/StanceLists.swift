import QuoteModel
import ResourceFiles

/// What single words say for or against what they are said of. Words are matched by the hash of their stems.
struct StanceLists: Sendable {
  /// How a word takes sides, each as one part of speech.
  struct Sense: OptionSet, Sendable {
    let rawValue: UInt8
    static let good = Sense(rawValue: 1)
    static let bad = Sense(rawValue: 2)
    static let merit = Sense(rawValue: 4)
    static let fault = Sense(rawValue: 8)
    static let forIt = Sense(rawValue: 16)
    static let againstIt = Sense(rawValue: 32)
    static let saying = Sense(rawValue: 64)

    /// 1 for it, -1 against it, 0 where the word is another part of speech or does not tell.
    func sign(_ marks: TermMarks) -> Int {
      let (plus, minus): (Sense, Sense) =
        marks.contains(.adjective)
        ? (.good, .bad) : marks.contains(.verb) ? (.forIt, .againstIt) : (.merit, .fault)
      return (contains(plus) ? 1 : 0) - (contains(minus) ? 1 : 0)
    }
  }

  /// What a word says of what stands beside it.
  let senses: [UInt32: Sense]
  /// What a word of a cue tells of the content.
  let cues: [UInt32: Framing]
  /// Words that cannot be true where a word is.
  let opposites: [UInt32: Set<UInt32>]

  /// The embedded lists; a list that is not there is empty.
  init() {
    let classes: [Substring: Sense] = [
      "good": .good, "bad": .bad, "merit": .merit, "fault": .fault, "for": .forIt, "against": .againstIt,
      "saying": .saying,
    ]
    var senses: [UInt32: Sense] = [:]
    for (name, stems) in Self.rows("Lexicons/stance.tsv") {
      guard let sense = classes[name] else { continue }
      for stem in stems { senses[stem, default: []].insert(sense) }
    }
    let framings: [Substring: Framing] = [
      "supports": .supports, "opposes": .opposes, "denies": .denies, "replies": .replies, "agrees": .agrees,
      "retorts": .retorts, "praises": .praises,
    ]
    var cues: [UInt32: Framing] = [:]
    for (name, stems) in Self.rows("Lexicons/cues.tsv") {
      guard let framing = framings[name] else { continue }
      for stem in stems { cues[stem, default: []].insert(framing) }
    }
    var opposites: [UInt32: Set<UInt32>] = [:]
    for line in ResourceFiles.lines("Lexicons/opposites.tsv") {
      let sides = line.split(separator: "\t").map { WordLists.stems($0.split(separator: "|")) }
      guard sides.count == 2 else { continue }
      for one in sides[0] {
        for other in sides[1] where one != other {
          opposites[one, default: []].insert(other)
          opposites[other, default: []].insert(one)
        }
      }
    }
    (self.senses, self.cues, self.opposites) = (senses, cues, opposites)
  }

  private static func rows(_ file: String) -> [(Substring, Set<UInt32>)] {
    ResourceFiles.lines(file).compactMap { line in
      let columns = line.split(separator: "\t")
      return columns.count == 2 ? (columns[0], WordLists.stems(columns[1].split(separator: "|"))) : nil
    }
  }
}
