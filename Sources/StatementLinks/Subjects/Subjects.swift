import ResourceFiles

/// The taxonomy of subjects, after IPTC Media Topics, and the words that tell of each.
///
/// A word or phrase tells of its subject by itself (weight 1) or only together with another or where the whole
/// article is about it (weight ½). Phrases are matched by the stems of their words, function words left out.
struct Subjects: Sendable {
  /// A subject of the taxonomy.
  struct Subject: Sendable {
    /// `medtop:20000574`.
    var code: String
    /// What the screen calls it.
    var label: String
    /// The subjects it lies under, the nearest first.
    var wider: [UInt8]
  }

  /// What a word or phrase tells of.
  struct Sign: Sendable, Equatable {
    /// Row of the subject.
    var subject: UInt8
    /// 1, or ½ where it takes more than that to be sure.
    var weight: Float
  }

  /// The subjects, each behind the one it lies under or before it, as the file has them.
  private(set) var all: [Subject] = []
  private var labels: Set<String> = []
  private var telling: Set<UInt32> = []
  private var signs: [UInt64: [Sign]] = [:]
  /// By the first word's stem: how many words the longest phrase that begins with it has.
  private var longest: [UInt32: Int] = [:]

  /// The subjects embedded in the program. O(their words).
  init(_ lists: WordLists) {
    self.init(lines: ResourceFiles.lines("Lexicons/subjects.tsv"), lists)
  }

  /// Subjects given by lines: code, code of what it lies under, label, words that tell by themselves, words that
  /// tell with others; tabs between, `|` between words. The code `-` gives phrases that tell of nothing.
  init(lines: [Substring], _ lists: WordLists) {
    let table = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      .filter { $0.count > 2 }
    var rows: [Substring: UInt8] = [:]
    var parents: [UInt8?] = []
    for columns in table where columns[0] != "-" && rows.count < Int(UInt8.max) {
      rows[columns[0]] = UInt8(rows.count)
    }
    for columns in table where rows[columns[0]] != nil { parents.append(rows[columns[1]]) }
    for columns in table where rows[columns[0]] != nil {
      var wider: [UInt8] = []
      var next = rows[columns[1]]
      while let row = next, !wider.contains(row) {
        wider.append(row)
        next = parents[Int(row)]
      }
      labels.insert(Folding.fold(columns[2]))
      all.append(Subject(code: String(columns[0]), label: String(columns[2]), wider: wider))
    }
    var vocabulary = Vocabulary(lists)
    for columns in table {
      for (column, weight) in [(3, Float(1)), (4, Float(0.5))] where columns.count > column {
        for words in columns[column].split(separator: "|") {
          add(words, rows[columns[0]].map { Sign(subject: $0, weight: weight) }, &vocabulary)
        }
      }
    }
  }

  private mutating func add(_ words: Substring, _ sign: Sign?, _ vocabulary: inout Vocabulary) {
    if sign?.weight == 1 {
      telling.insert(vocabulary.word(words.drop { $0 == "=" }.utf8).form)
    }
    let key: UInt64
    if words.first == "=" {
      key = Self.key(form: vocabulary.word(words.dropFirst().utf8).form)
    } else {
      let stems = words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D }).compactMap { part in
        let word = vocabulary.word(part)
        return word.isStopword ? nil : word.hash
      }
      guard let first = stems.first else { return }
      key = Self.key(stems)
      longest[first] = max(longest[first] ?? 0, stems.count)
    }
    guard let sign else {
      signs[key] = signs[key] ?? []
      return
    }
    if signs[key]?.contains(where: { $0.subject == sign.subject }) != true {
      signs[key, default: []].append(sign)
    }
  }

  /// The signs of the longest phrase that begins at a word, and how many words it has; `nil` where none does.
  /// O(1).
  func signs(
    at index: Int, of words: [SubjectReader.Word]
  ) -> (key: UInt64, signs: [Sign], words: Int)? {
    let word = words[index]
    if let most = longest[word.stem], most > 1 {
      for count in stride(from: min(most, words.count - index), to: 1, by: -1) {
        let key = Self.key(words[index..<(index + count)].lazy.map(\.stem))
        if let found = signs[key] { return (key, found, count) }
      }
    }
    let key = Self.key(form: word.form)
    if let found = signs[key] { return (key, found, 1) }
    guard longest[word.stem] != nil else { return nil }
    let stem = Self.key(CollectionOfOne(word.stem))
    return signs[stem].map { (stem, $0, 1) }
  }

  /// Whether some subject is called so. O(1).
  func isLabel(_ name: String) -> Bool { labels.contains(Folding.fold(name)) }

  /// Whether a word stands among those that tell of a subject by themselves, in this very form. O(1).
  func isTelling(form: UInt32) -> Bool { telling.contains(form) }

  /// Whether a single stem tells of a subject by itself. O(1).
  func isTelling(stem: UInt32) -> Bool {
    signs[Self.key(CollectionOfOne(stem))]?.contains { $0.weight == 1 } ?? false
  }

  private static func key(_ stems: some Sequence<UInt32>) -> UInt64 {
    stems.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  private static func key(form: UInt32) -> UInt64 { UInt64(form) }
}
