import ResourceFiles

/// What the word lists know: countries with their adjectives and capitals, organisations, places, titles,
/// roles and first names. Keys are words in lower case, joined by one space.
package struct Gazetteer: Sendable {
  /// What a list says of a name.
  struct Entry: Sendable {
    enum Kind: Sendable { case country, demonym, seat, organisation, place }
    var kind: Kind
    /// The name it goes by: a country for its adjective or its capital.
    var name: String
  }

  /// What a title or role says of whoever bears it.
  enum Gender: Sendable { case unknown, female, male }

  private(set) var names: [String: Entry] = [:]
  private(set) var titles: [String: Gender] = [:]
  private(set) var roles: [String: (gender: Gender, isPlural: Bool)] = [:]
  private(set) var groups: Set<String> = []
  private(set) var suffixes: Set<String> = []
  private(set) var firstNames: [String: Gender] = [:]

  /// Parties by the words before a role and by the letters behind a name; a member's word by party.
  private(set) var partyWords: [String: String] = [:]
  private(set) var partyLetters: [String: String] = [:]
  private(set) var members: [String: String] = [:]
  /// States by their abbreviations.
  private(set) var states: [String: String] = [:]

  /// Words too common to be a name for standing at the head of a sentence.
  private(set) var common: Set<String> = []

  /// Roles by the hash of their word.
  private var rolesByHash: [UInt32: (gender: Gender, isPlural: Bool)] = [:]

  func role(_ word: UInt32) -> (gender: Gender, isPlural: Bool)? { rolesByHash[word] }

  /// Who held the highest offices of state.
  let holders = OfficeHolders(Gazetteer.table("holders.tsv"))

  func isCommon(_ word: String) -> Bool { common.contains(word) }

  /// The embedded lists.
  package init() {
    for line in Self.table("places.txt") {
      line.first.map { names[$0.lowercased()] = Entry(kind: .place, name: $0) }
    }
    for line in Self.table("organisations.tsv") {
      for name in [line[0]] + Self.names(line, 1) {
        names[name.lowercased()] = Entry(kind: .organisation, name: line[0])
      }
    }
    for line in Self.table("countries.tsv") { addCountry(line) }
    for line in Self.table("titles.tsv") { titles[line[0].lowercased()] = Self.gender(line, 1) }
    for line in Self.table("roles.txt") {
      roles[line[0].lowercased()] = (Self.gender(line, 2), false)
      if line.count > 1, !line[1].isEmpty { roles[line[1].lowercased()] = (Self.gender(line, 2), true) }
    }
    for (word, role) in roles { rolesByHash[WordHash.lowercased(word)] = role }
    for file in ["stopwords.txt", "topic_stopwords.txt"] {
      for line in Self.table(file) { common.insert(line[0].lowercased()) }
    }
    for line in Self.table("group_nouns.txt") { groups.insert(line[0].lowercased()) }
    for line in Self.table("org_suffixes.txt") { suffixes.insert(line[0].lowercased()) }
    for line in Self.table("parties.tsv") {
      for word in Self.names(line, 1) where partyWords[word] == nil { partyWords[word] = line[0] }
      for word in Self.names(line, 2) where partyLetters[word] == nil { partyLetters[word] = line[0] }
      let words = Self.names(line, 1)
      members[line[0]] = words.first { roles[$0.lowercased()] != nil } ?? words.first
    }
    for line in Self.table("states.tsv") { for word in Self.names(line, 1) { states[word] = line[0] } }
    for line in Self.table("first_names.tsv") { firstNames[line[0].lowercased()] = Self.gender(line, 1) }
  }

  private mutating func addCountry(_ line: [String]) {
    for name in [line[0]] + Self.names(line, 2) {
      names[name.lowercased()] = Entry(kind: .country, name: line[0])
    }
    for name in Self.names(line, 3) { names[name.lowercased()] = Entry(kind: .demonym, name: line[0]) }
    for name in Self.names(line, 4) + Self.names(line, 5) where names[name.lowercased()]?.kind != .country {
      names[name.lowercased()] = Entry(kind: .seat, name: line[0])
    }
  }

  private static func table(_ file: String) -> [[String]] {
    ResourceFiles.lines("Lexicons/" + file).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }.filter { !$0[0].isEmpty }
  }

  private static func names(_ line: [String], _ column: Int) -> [String] {
    line.count > column ? line[column].split(separator: "|").map(String.init) : []
  }

  private static func gender(_ line: [String], _ column: Int) -> Gender {
    switch line.count > column ? line[column] : "" {
    case "f": .female
    case "m": .male
    default: .unknown
    }
  }
}
