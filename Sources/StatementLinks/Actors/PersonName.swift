/// A person's name in its parts, folded: titles and honours dropped, `al-` and `van der` no part of it.
struct PersonName: Hashable {
  /// The first name; `nil` where there is the surname alone.
  let given: String?
  /// Names and initials between.
  let middle: [String]
  /// The last name.
  let surname: String
  /// `jr`, `sr`, `iii`, where the name says so.
  let generation: String?

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "hon",
    "sen", "senator", "senators", "sens", "rep", "gov", "governor", "gen", "general", "col", "colonel", "maj",
    "capt", "captain", "lt", "sgt", "adm", "president", "minister", "prime", "king", "queen", "prince",
    "princess", "pope", "judge", "justice", "mayor", "secretary", "ambassador", "chancellor", "sheikh",
    "sheik", "ayatollah", "imam", "congressman", "congresswoman", "representative",
  ]
  private static let generations: [String: String] = [
    "jr": "jr", "sr": "sr", "ii": "ii", "iii": "iii", "iv": "iv", "elder": "sr", "younger": "jr",
  ]
  private static let honours: Set<String> = ["phd", "md", "obe", "cbe", "mp", "the"]
  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "di", "da", "del", "della", "la", "le", "al", "el", "bin", "ibn", "ben",
    "abu", "dos", "das", "du", "ter", "ten", "st", "zu",
  ]
  /// Particles that are given names too: `Ben Carson`, `Al Gore`.
  private static let alsoGiven: Set<String> = ["ben", "al"]
  /// Family names that stand first; those in the second list only where two more words or syllables follow.
  private static let familyFirst: Set<String> = [
    "xi", "li", "wang", "zhang", "chen", "liu", "zhao", "zhou", "wu", "hu", "wen", "deng", "mao", "xu",
    "jiang", "nguyen", "tran", "pham",
  ]
  private static let familyFirstOfThree: Set<String> = [
    "kim", "lee", "park", "moon", "yoon", "choi", "ban", "roh", "han",
  ]

  /// The parts of a name; `nil` where nothing is left of it. O(bytes).
  init?(_ name: some StringProtocol) {
    var words = Folding.fold(name).split { $0 == " " || $0 == "," || $0 == "\n" }.map { word in
      let bare = word.hasPrefix("al-") || word.hasPrefix("el-") ? word.dropFirst(3) : word
      return String(bare.filter { $0 != "." })
    }
    words.removeAll(where: \.isEmpty)
    while words.count > 1, let first = words.first, Self.titles.contains(first) { words.removeFirst() }
    var generation: String?
    while words.count > 1, let last = words.last,
      Self.generations[last] != nil || Self.honours.contains(last)
    {
      generation = Self.generations[last] ?? generation
      words.removeLast()
    }
    let startsWithParticle =
      words.count < 3
      && words.first.map { Self.particles.contains($0) && !Self.alsoGiven.contains($0) } ?? false
      || words.count == 3 && words.dropLast().allSatisfy(Self.particles.contains)
    let core = words.enumerated().filter { $0 == 0 && !startsWithParticle || !Self.particles.contains($1) }
      .map(\.element)
    guard let surname = core.last ?? words.last else { return nil }
    self.surname = surname
    self.generation = generation
    given = core.count > 1 && !startsWithParticle ? core[0] : nil
    middle = core.count > 2 && !startsWithParticle ? Array(core[1..<(core.count - 1)]) : []
  }

  private init(given: String?, middle: [String], surname: String, generation: String?) {
    (self.given, self.middle, self.surname, self.generation) = (given, middle, surname, generation)
  }

  /// The words of it, in order.
  var words: [String] { (given.map { [$0] } ?? []) + middle + [surname] }

  /// The single names that can stand for whoever bears this one as a surname does.
  var surnames: [String] {
    guard let given else { return [surname] }
    let isThree = middle.count == 1 || surname.contains("-")
    let isFirst = Self.familyFirst.contains(given) || isThree && Self.familyFirstOfThree.contains(given)
    return isFirst ? [given, surname] : [surname]
  }

  /// The full names left where the first word or the last is left out: `Tayyip Erdogan` and `Recep Erdogan`'s namesake
  /// `Recep Tayyip` of `Recep Tayyip Erdogan`. Initials are no names.
  var shortened: [PersonName] {
    let words = words
    guard words.count > 2 else { return [] }
    let tail = Array(words.dropFirst())
    let head = Array(words.dropLast())
    return [tail, head].compactMap { rest in
      guard let last = rest.last, last.count > 1, rest[0].count > 1 else { return nil }
      return PersonName(
        given: rest[0], middle: Array(rest.dropFirst().dropLast()), surname: last, generation: generation)
    }
  }

  /// The letters of it, hyphens, apostrophes and blanks left out. O(bytes).
  var letters: String { words.joined().filter { $0 != "-" && $0 != "'" } }

  /// What spellings of one name have in common: doubled letters once, `dj` as `d`, `oe` as `o` and so on. O(bytes).
  var sounds: String { Self.sounds(letters) }

  /// The same of the first and the last word alone.
  static func sounds(_ given: String, _ surname: String) -> String {
    sounds((given + surname).filter { $0 != "-" && $0 != "'" })
  }

  private static func sounds(_ letters: String) -> String {
    var bytes = Array(letters.utf8)
    for (from, to) in spellings { replace(from, with: to, in: &bytes) }
    var out: [UInt8] = []
    for byte in bytes where out.last != byte || byte >= 0x80 { out.append(byte) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Puts `to`, which is no longer, in the place of every `from`. O(bytes).
  private static func replace(_ from: [UInt8], with to: [UInt8], in bytes: inout [UInt8]) {
    var (read, write) = (0, 0)
    while read < bytes.count {
      if bytes[read] == from[0], bytes.count - read >= from.count,
        from.indices.allSatisfy({ bytes[read + $0] == from[$0] })
      {
        for byte in to {
          bytes[write] = byte
          write += 1
        }
        read += from.count
      } else {
        bytes[write] = bytes[read]
        (read, write) = (read + 1, write + 1)
      }
    }
    bytes.removeLast(bytes.count - write)
  }

  private static let spellings: [(from: [UInt8], to: [UInt8])] = [
    ("dj", "d"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("kh", "h"), ("ph", "f"), ("sch", "s"), ("sh", "s"),
    ("tch", "c"), ("ch", "c"), ("zh", "z"), ("ou", "u"), ("iy", "i"), ("ij", "i"), ("ii", "i"), ("y", "i"),
    ("q", "k"), ("w", "v"),
  ].map { (from: Array($0.utf8), to: Array($1.utf8)) }

  /// Whether middle names may be one person's: the same as far as both go, initials standing for names.
  static func fit(_ a: [String], _ b: [String]) -> Bool {
    zip(a, b).allSatisfy { x, y in
      x == y || x.count == 1 && y.hasPrefix(x) || y.count == 1 && x.hasPrefix(y)
    }
  }
}
