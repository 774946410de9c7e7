import ResourceFiles

/// The word lists that linking looks at. Words are matched by their stems.
public struct WordLists: Sendable {
  /// Words that say nothing by themselves.
  let stopwords: Set<UInt32>
  /// Words that are no topic by themselves: `people`, `year`, `statement`.
  let topicStopwords: Set<UInt32>
  /// Names of countries and organisations, by their other names; both folded.
  let otherNames: [String: String]

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
      otherNames: Self.otherNames(in: "Lexicons/countries.tsv", column: 2)
        + Self.otherNames(in: "Lexicons/organisations.tsv", column: 1))
  }

  /// Lists given by hand; `otherNames` pairs a name with its other names. O(words).
  public init(
    stopwords: some Sequence<some StringProtocol>, topicStopwords: some Sequence<some StringProtocol>,
    otherNames: [(name: String, others: [String])] = []
  ) {
    var names: [String: String] = [:]
    for (name, others) in otherNames {
      let key = ActorName.key(name)
      // A name two bear stays with the first.
      for other in others.map(ActorName.key) where other != key && names[other] == nil { names[other] = key }
    }
    self.otherNames = names
    self.stopwords = Self.stems(stopwords)
    self.topicStopwords = Self.stems(topicStopwords)
  }

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
      var folded: [UInt8] = []
      Folding.append(word.utf8, to: &folded)
      out.insert(FNV.hash32(stemmer.stem(folded)))
    }
    return out
  }
}
