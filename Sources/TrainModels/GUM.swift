import Foundation
import QuoteModel
import QuoteParser

/// A document of the GUM corpus: its words, their tags and what they depend on, sentence by sentence.
struct TaggedDocument {
  var text: [UInt8] = []
  var ranges: [TextRange] = []
  var tags: [PartOfSpeech] = []
  /// The word that each depends on, -1 for the head of a sentence.
  var heads: [Int] = []
  /// What each is to that word.
  var roles: [GrammaticalRole] = []
  var sentences: [Sentence] = []

  /// Every document of a folder of CoNLL-U files whose name has the prefix.
  static func read(_ folder: URL, prefix: String = "") throws -> [TaggedDocument] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "conllu" && $0.lastPathComponent.hasPrefix(prefix) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { TaggedDocument(conllu: try String(contentsOf: $0, encoding: .utf8)) }
  }

  /// A document of no words.
  init() {}

  /// Reads CoNLL-U. Where a line of several words (`8-9`) stands before its words, it alone says what stands behind.
  init(conllu: String) {
    var start = 0
    var spaceAfter: [Int: Bool] = [:]
    for line in conllu.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if ranges.count > start { sentences.append(Sentence(tokens: start..<ranges.count, part: 0)) }
        start = ranges.count
        text += [0x0A]
        spaceAfter = [:]
        continue
      }
      let fields = line.split(separator: "\t")
      guard fields.count == 10 else { continue }
      let space = !fields[9].contains("SpaceAfter=No")
      let ids = fields[0].split(separator: "-").compactMap { Int($0) }
      if ids.count == 2 {
        for id in ids[0]..<ids[1] { spaceAfter[id] = false }
        spaceAfter[ids[1]] = space
        continue
      }
      guard let id = Int(fields[0]) else { continue }
      append(fields[1].utf8, Self.tag(String(fields[4])), spaceAfter: spaceAfter[id] ?? space)
      let head = Int(fields[6]) ?? 0
      heads.append(head > 0 ? start + head - 1 : -1)
      roles.append(Self.role(fields[7]))
    }
  }

  private mutating func append(_ form: some Collection<UInt8>, _ tag: PartOfSpeech, spaceAfter: Bool) {
    ranges.append(TextRange(text.count, text.count + form.count))
    text += form
    if spaceAfter { text += [0x20] }
    tags.append(tag)
  }

  private static func role(_ name: Substring) -> GrammaticalRole {
    switch name.prefix(while: { $0 != ":" }) {
    case "root": .root
    case "nsubj", "csubj": name.hasSuffix(":pass") ? .passiveSubject : .subject
    case "obj", "iobj": .object
    case "obl": .oblique
    case "nmod": .nominalModifier
    case "amod": .adjective
    case "advmod": .adverb
    case "det", "nummod": .determiner
    case "aux": .auxiliary
    case "cop": .copula
    case "mark": .marker
    case "case": .preposition
    case "cc", "punct": .separator
    case "conj": .conjunct
    case "xcomp": .openComplement
    case "ccomp": .complement
    case "advcl": .adverbialClause
    case "acl": .adnominalClause
    case "compound", "flat", "fixed": .compound
    default: .other
    }
  }

  private static func tag(_ name: String) -> PartOfSpeech {
    switch name {
    case "PRP$": .PRPS
    case "WP$": .WPS
    case ",": .comma
    case ".": .period
    case ":": .colon
    case "``": .openQuote
    case "''": .closeQuote
    case "-LRB-": .openBracket
    case "-RRB-": .closeBracket
    case "$": .dollar
    default: PartOfSpeech.allCases.first { "\($0)" == name } ?? .NN
    }
  }
}

extension TaggedDocument {
  /// The sentences with hyphens between words, such words made one as our tokenizer leaves them; `nil` where there
  /// are none.
  func joinedAtHyphens() -> TaggedDocument? {
    var out = TaggedDocument()
    for sentence in sentences where sentence.tokens.contains(where: { tags[$0] == .HYPH }) {
      let start = out.ranges.count
      // For each word the one it became part of, and for each of those which word it takes its head from.
      var joined: [Int: Int] = [:]
      var tops: [Int] = []
      var at = sentence.tokens.lowerBound
      while at < sentence.tokens.upperBound {
        var last = at
        while last + 2 < sentence.tokens.upperBound, tags[last + 1] == .HYPH,
          ranges[last].end == ranges[last + 2].start - UInt32(ranges[last + 1].count)
        {
          last += 2
        }
        let end = ranges[last].upper
        let next = last + 1 < sentence.tokens.upperBound ? last + 1 : nil
        out.append(
          text[ranges[at].lower..<end], last > at ? compound(at, last, before: next) : tags[at],
          spaceAfter: next.map { ranges[$0].lower > end } ?? true)
        for part in at...last { joined[part] = out.ranges.count - 1 }
        tops.append((at...last).first { !(at...last).contains(heads[$0]) } ?? last)
        at = last + 1
      }
      out.heads += tops.map { joined[heads[$0]] ?? -1 }
      out.roles += tops.map { roles[$0] }
      out.text += [0x0A]
      out.sentences.append(Sentence(tokens: start..<out.ranges.count, part: 0))
    }
    return out.sentences.isEmpty ? nil : out
  }

  /// The tag of words joined by hyphens, as the Penn Treebank's guidelines have it (Santorini 1990): that of the last,
  /// but an adjective before a noun.
  private func compound(_ first: Int, _ last: Int, before next: Int?) -> PartOfSpeech {
    switch tags[last] {
    case .NN, .NNS, .VB, .VBP: next.map { tags[$0].isNoun } == true ? .JJ : tags[last]
    case .VBN, .VBD, .VBG: .JJ
    case .CD where tags[first] != .CD: next.map { tags[$0].isNoun } == true ? .JJ : .CD
    default: tags[last]
    }
  }
}
