/// What language a text is in, told by the script it is written in and by the commonest words of the languages that news
/// is written in with Latin letters. English is what the parser reads; all else is only to be named.
public enum Language {
  /// How much of a text is looked at, in bytes: twice, to see that it is English; as a rule; where that does not tell.
  private static let (glance, sample, largeSample) = (250, 1200, 8000)

  /// The code (ISO 639-1) of the language a text is in; `nil` where it is too short to tell. O(sample).
  public static func detect(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      // Headlines and names stand at the beginning, prose in the middle.
      let middle = bytes.count / 2
      if bytes.count > 4 * glance, language(bytes[middle...].prefix(glance)) == "en",
        language(bytes[(middle / 2)...].prefix(glance)) == "en"
      {
        return "en"
      }
      let start = bytes.count > 4 * sample ? middle : 0
      return language(bytes[start...].prefix(sample)) ?? language(bytes.prefix(largeSample))
    }
  }

  private static func language(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    let (table, letters) = (table, WordHash.letters)
    var tally = Tally()
    var at = 0
    while at < bytes.count {
      let start = at
      var hash = WordHash()
      while at < bytes.count, case let letter = letters[Int(bytes[at])], letter != 0 {
        hash.add(letter)
        at += 1
      }
      if at > start {
        tally.add(table.languages(hash), UnsafeBufferPointer(rebasing: bytes[start..<at]))
      } else {
        at += 1
      }
    }
    return tally.language
  }

  /// FNV-1a over a word in lower case.
  private struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    mutating func add(_ letter: UInt8) { value = (value ^ UInt64(letter)) &* 0x100_0000_01B3 }

    /// For each byte the letter it is of a word, in lower case, or 0.
    static let letters = (0...UInt8.max).map { $0.isLetter || $0 >= 0x80 ? $0.lowercased : 0 }
  }

  /// The language a text with these tags is said to be in, as a code: `en` for `en-GB`; `nil` for what is no code.
  static func code(_ tag: String?) -> String? {
    guard let code = tag?.lowercased().prefix(while: { $0 != "-" && $0 != "_" }), 2...3 ~= code.utf8.count,
      code.utf8.allSatisfy(\.isLetter)
    else { return nil }
    return ["eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es"][String(code)]
      ?? String(code)
  }

  /// The name of a language, where it is one of those told here, else its code.
  public static func name(_ code: String) -> String { names[code] ?? code }

  /// Counts words by languages and scripts.
  private struct Tally {
    private var words = 0
    private var hits = Array(repeating: 0, count: Language.codes.count)
    private var scripts: [String: Int] = [:]

    /// A word, and the rows of the languages it is common in, as bits.
    mutating func add(_ languages: UInt32, _ word: UnsafeBufferPointer<UInt8>) {
      words += 1
      var left = languages
      while left != 0 {
        hits[left.trailingZeroBitCount] += 1
        left &= left - 1
      }
      guard word.count > 1, word[0] >= 0xC4 else { return }
      let scalars = String(decoding: word.prefix(60), as: UTF8.self).unicodeScalars
      guard let script = scalars.first.flatMap(Language.script) else { return }
      // Scripts without spaces have few, long words.
      let isUnspaced = ["zh", "ja", "th"].contains(script)
      scripts[script, default: 0] += isUnspaced ? word.count / 6 + 1 : 1
      if script == "zh", scalars.contains(where: { 0x3040...0x30FF ~= $0.value }) {
        scripts["ja", default: 0] += word.count
      }
    }

    private func hits(_ language: String) -> Int {
      Language.codes.firstIndex(of: language).map { hits[$0] } ?? 0
    }

    var language: String? {
      if let (script, count) = scripts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count * 2 > words
      {
        let others = script == "ru" ? ["uk", "bg", "sr"] : []
        return others.max { hits($0) < hits($1) }.flatMap { hits($0) > hits("ru") ? $0 : nil } ?? script
      }
      let english = hits[Language.english]
      var other = 0
      for row in hits.indices where row != Language.english && hits[row] > hits[other] { other = row }
      // Names and quoted words of another language make no foreign article.
      if other != Language.english, hits[other] >= 6, hits[other] > 2 * english, hits[other] * 12 > words {
        return Language.codes[other]
      }
      return english >= 3 && english * 20 > words ? "en" : nil
    }
  }

  /// A language by a script that, among those of news, is nearly its own.
  private static func script(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x0370...0x03FF: "el"
    case 0x0400...0x052F: "ru"
    case 0x0530...0x058F: "hy"
    case 0x0590...0x05FF: "he"
    case 0x0600...0x06FF: "ar"
    case 0x0900...0x097F: "hi"
    case 0x0980...0x09FF: "bn"
    case 0x0B80...0x0BFF: "ta"
    case 0x0E00...0x0E7F: "th"
    case 0x10A0...0x10FF: "ka"
    case 0x3040...0x30FF: "ja"
    case 0x4E00...0x9FFF: "zh"
    case 0xAC00...0xD7AF: "ko"
    default: nil
    }
  }

  private static let names = [
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek",
    "en": "English", "es": "Spanish", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian or Serbian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian",
    "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "ta": "Tamil", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
  ]

  /// The languages told by their words, in alphabetical order; `english` is the row of ours.
  private static let codes = common.keys.sorted()
  private static let english = codes.firstIndex(of: "en") ?? 0
  private static let table = WordTable(codes.map { common[$0] ?? "" })

  /// The languages of each common word, by its hash: open addressing, less than half of it full.
  private struct WordTable {
    private var slots: [(hash: UInt64, languages: UInt32)]

    /// Of lists of words apart by spaces, one a language, at most 32.
    init(_ lists: [String]) {
      let words = lists.reduce(0) { $0 + $1.utf8.count { $0 == UInt8(ascii: " ") } + 1 }
      slots = Array(repeating: (0, 0), count: 2 << (Int.bitWidth - words.leadingZeroBitCount))
      for (row, list) in lists.enumerated() {
        for word in list.utf8.split(separator: UInt8(ascii: " ")) {
          var hash = WordHash()
          for byte in word { hash.add(WordHash.letters[Int(byte)]) }
          let slot = slot(hash)
          slots[slot] = (hash.value, slots[slot].languages | 1 << UInt32(row))
        }
      }
    }

    /// The rows of the languages that have a word, as bits. O(1).
    func languages(_ hash: WordHash) -> UInt32 { slots[slot(hash)].languages }

    /// Where a word stands, or would stand.
    private func slot(_ hash: WordHash) -> Int {
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: hash.value) & mask
      while slots[slot].languages != 0, slots[slot].hash != hash.value { slot = (slot + 1) & mask }
      return slot
    }
  }
}
