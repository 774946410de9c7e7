import QuoteModel

/// Names as merging compares them.
enum ActorName {
  /// The name folded, without a leading article. O(bytes).
  static func key(_ name: some StringProtocol) -> String {
    let folded = Folding.fold(name)
    return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
  }
}

/// A person's name in its parts, folded: titles and honours dropped, `al-` and `van der` no part of it.
struct PersonName: Hashable {
  /// The first name, with `jr` behind it where the name says so; `nil` where there is the surname alone.
  let given: String?
  /// Names and initials between.
  let middle: [String]
  /// The last name.
  let surname: String

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "hon",
    "sen", "senator", "rep", "gov", "governor", "gen", "general", "col", "colonel", "maj", "capt", "captain",
    "lt", "sgt", "adm", "president", "minister", "prime", "king", "queen", "prince", "princess", "pope",
    "judge",
    "justice", "mayor", "secretary", "ambassador", "chancellor", "sheikh", "sheik", "ayatollah", "imam",
  ]
  private static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
  private static let honours: Set<String> = ["phd", "md", "obe", "cbe", "mp"]
  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "di", "da", "del", "della", "la", "le", "al", "el", "bin", "ibn", "ben",
    "abu", "dos", "das", "du", "ter", "ten", "st", "zu",
  ]

  /// The parts of a name; `nil` where nothing is left of it. O(bytes).
  init?(_ name: some StringProtocol) {
    var words = Folding.fold(name).split { $0 == " " || $0 == "," }.map { word in
      let bare = word.hasPrefix("al-") || word.hasPrefix("el-") ? word.dropFirst(3) : word
      return String(bare.filter { $0 != "." })
    }
    words.removeAll(where: \.isEmpty)
    while words.count > 1, let first = words.first, Self.titles.contains(first) { words.removeFirst() }
    var generation = ""
    while words.count > 1, let last = words.last, Self.generations.union(Self.honours).contains(last) {
      if Self.generations.contains(last) { generation = " " + last }
      words.removeLast()
    }
    let startsWithParticle = words.first.map(Self.particles.contains) ?? false
    let core = words.filter { !Self.particles.contains($0) }
    guard let surname = core.last ?? words.last else { return nil }
    self.surname = surname
    given = core.count > 1 && !startsWithParticle ? core[0] + generation : nil
    middle = core.count > 2 && !startsWithParticle ? Array(core[1..<(core.count - 1)]) : []
  }

  /// Whether middle names may be one person's: the same as far as both go, initials standing for names.
  static func fit(_ a: [String], _ b: [String]) -> Bool {
    zip(a, b).allSatisfy { x, y in
      x == y || x.count == 1 && y.hasPrefix(x) || y.count == 1 && x.hasPrefix(y)
    }
  }
}
