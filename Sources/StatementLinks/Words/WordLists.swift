import ResourceFiles

/// The word lists that linking looks at. Words are matched by their stems.
public struct WordLists: Sendable {
  /// Words that say nothing by themselves.
  let stopwords: Set<UInt32>
  /// Words that are no topic by themselves: `people`, `year`, `statement`.
  let topicStopwords: Set<UInt32>
  /// Nouns and phrases that say too little by themselves to be a topic: `ability`, `track record`.
  let plainNouns: Set<UInt32>
  /// What one person may be called by his role, folded: `prime minister`.
  let roles: Set<String>
  /// What the people of a country are called, and it by them: `Serbians`, `Serbian`.
  let peoples: Set<UInt32>
  /// Names of countries and organisations, by their other names; both folded.
  let otherNames: [String: String]
  /// Given names by the short ones that may stand for them; both folded.
  let fullNames: [String: [String]]

  /// Whether a word, folded, is a given name. The embedded list is read when it is first asked for, and seldom is.
  let isGivenName: @Sendable (String) -> Bool

  /// Days and months: part of a date, never of a topic.
  static let calendar = stems([
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan",
    "feb", "aug", "sept", "oct", "nov", "dec",
  ])

  /// The lists embedded in the program; a list that is not there is empty.
  public init() {
    self.init(
      stopwords: ResourceFiles.lines("Lexicons/stopwords.txt"),
      topicStopwords: ResourceFiles.lines("Lexicons/topic_stopwords.txt"),
      plainNouns: ResourceFiles.lines("Lexicons/plain_nouns.txt"),
      peoples: ResourceFiles.lines("Lexicons/countries.tsv").flatMap { line in
        line.split(separator: "\t").flatMap { $0.split(separator: "|") }
      },
      roles: ResourceFiles.lines("Lexicons/roles.txt").compactMap { $0.split(separator: "\t").first },
      otherNames: Self.otherNames(in: "Lexicons/countries.tsv", column: 2)
        + Self.otherNames(in: "Lexicons/organisations.tsv", column: 1),
      nicknames: Self.otherNames(in: "Lexicons/nicknames.tsv", column: 1),
      isGivenName: { Self.embeddedGivenNames.contains($0) })
  }

  /// Lists given by hand; `otherNames` pairs a name with its other names, `nicknames` a given name with its short ones.
  /// O(words).
  public init(
    stopwords: some Sequence<some StringProtocol>, topicStopwords: some Sequence<some StringProtocol>,
    plainNouns: [Substring] = [], peoples: [Substring] = [], roles: [Substring] = [],
    otherNames: [(name: String, others: [String])] = [], nicknames: [(name: String, others: [String])] = [],
    isGivenName: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.isGivenName = isGivenName
    var fullNames: [String: [String]] = [:]
    for (name, short) in nicknames {
      for short in short { fullNames[Folding.fold(short), default: []].append(Folding.fold(name)) }
    }
    self.fullNames = fullNames
    var names: [String: String] = [:]
    for (name, others) in otherNames {
      let key = ActorName.key(name)
      // A name two bear stays with the first.
      for other in others.map(ActorName.key) where other != key && names[other] == nil { names[other] = key }
    }
    self.otherNames = names
    self.stopwords = Self.stems(stopwords)
    self.topicStopwords = Self.stems(topicStopwords)
    self.plainNouns = Self.stems(plainNouns)
    self.peoples = Self.stems(peoples)
    self.roles = Set(roles.map { Folding.fold($0) })
  }

  private static let embeddedGivenNames = Set(
    ResourceFiles.lines("Lexicons/first_names.tsv").compactMap { line in
      line.split(separator: "\t").first.map { Folding.fold($0) }
    })

  private static func otherNames(in file: String, column: Int) -> [(name: String, others: [String])] {
    ResourceFiles.lines(file).compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count > column else { return nil }
      return (String(columns[0]), columns[column].split(separator: "|").map(String.init))
    }
  }

  static func stems(_ words: some Sequence<some StringProtocol>) -> Set<UInt32> {
    let stemmer = Stemmer()
    var out: Set<UInt32> = []
    for word in words {
      var key: [UInt8] = []
      for part in word.utf8.split(separator: 0x20) {
        var folded: [UInt8] = []
        Folding.append(part, to: &folded)
        if !key.isEmpty { key.append(0x20) }
        key += stemmer.stem(folded)
      }
      out.insert(FNV.hash32(key))
    }
    return out
  }
}
