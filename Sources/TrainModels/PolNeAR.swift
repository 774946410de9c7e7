import Foundation
import QuoteModel
import QuoteParser

/// An article of the PolNeAR corpus: its text and, a byte, the role the first annotator gave it.
struct AttributedArticle {
  var name: String
  var text: [UInt8]
  /// 0 outside, 1 content, 2 source, 3 cue; a span's first byte has 4 added.
  var roles: [UInt8]
  /// The attributions: the bytes of each one's content, cue and source.
  var attributions: [Gold] = []

  /// An attribution as the annotator marked it: byte ranges, by role.
  struct Gold {
    var content: [Range<Int>] = []
    var cue: [Range<Int>] = []
    var source: [Range<Int>] = []
  }

  /// Every article of a split.
  static func read(_ split: URL) throws -> [AttributedArticle] {
    var first: [String: URL] = [:]
    for file in try FileManager.default.contentsOfDirectory(
      at: split.appending(path: "attributions"), includingPropertiesForKeys: nil
    ).sorted(by: { $0.lastPathComponent < $1.lastPathComponent }) where file.pathExtension == "ann" {
      let stem = file.deletingPathExtension().lastPathComponent
      guard let cut = stem.lastIndex(of: "_") else { continue }
      let name = String(stem[..<cut])
      if first[name] == nil { first[name] = file }
    }
    return try first.sorted { $0.key < $1.key }.map { name, file in
      let text = [UInt8](try Data(contentsOf: split.appending(path: "text/\(name).txt")))
      return AttributedArticle(name: name, text: text, brat: try String(contentsOf: file, encoding: .utf8))
    }
  }

  /// Content wins over the sources and cues inside it: a nested attribution is left to its outer one.
  init(name: String, text: [UInt8], brat: String) {
    self.name = name
    self.text = text
    roles = Array(repeating: 0, count: text.count)
    var bytes: [Int] = []
    for (at, byte) in text.enumerated() where byte & 0xC0 != 0x80 { bytes.append(at) }
    bytes.append(text.count)
    var spans: [(role: UInt8, range: Range<Int>)] = []
    var named: [Substring: [Range<Int>]] = [:]
    for line in brat.split(separator: "\n") where line.hasPrefix("T") {
      let fields = line.split(separator: "\t")
      guard fields.count > 1, let cut = fields[1].firstIndex(of: " ") else { continue }
      let role: UInt8? = ["Content": 1, "Source": 2, "Cue": 3][String(fields[1][..<cut])]
      guard let role else { continue }
      for part in fields[1][fields[1].index(after: cut)...].split(separator: ";") {
        let ends = part.split(separator: " ").compactMap { Int($0) }
        guard ends.count == 2, ends[0] < ends[1], ends[1] < bytes.count else { continue }
        spans.append((role, bytes[ends[0]]..<bytes[ends[1]]))
        named[fields[0], default: []].append(bytes[ends[0]]..<bytes[ends[1]])
      }
    }
    attributions = Self.events(brat, named)
    // Short spans first, so that what lies inside a long content is written over by it.
    for span in spans.sorted(by: {
      ($0.role == 1 ? 1 : 0, $0.range.count) < ($1.role == 1 ? 1 : 0, $1.range.count)
    }) {
      for at in span.range { roles[at] = span.role }
      roles[span.range.lowerBound] |= 4
    }
  }

  private static func events(_ brat: String, _ spans: [Substring: [Range<Int>]]) -> [Gold] {
    var out: [Gold] = []
    for line in brat.split(separator: "\n") where line.hasPrefix("E") {
      let fields = line.split(separator: "\t")
      guard fields.count > 1 else { continue }
      var gold = Gold()
      for pair in fields[1].split(separator: " ") {
        let halves = pair.split(separator: ":")
        guard halves.count == 2, let ranges = spans[halves[1]] else { continue }
        switch halves[0].prefix(while: \.isLetter) {
        case "Content": gold.content += ranges
        case "Cue": gold.cue += ranges
        case "Source": gold.source += ranges
        default: continue
        }
      }
      if !gold.content.isEmpty { out.append(gold) }
    }
    return out
  }

  /// The label of each token, taken from the first byte of it that has a role.
  func labels(_ words: Words) -> [Role] {
    var out: [Role] = []
    var before: UInt8 = 0
    var end = 0
    for range in words.ranges {
      let role = roles[range.lower] & 3
      let begins = roles[end..<range.upper].contains { $0 & 4 != 0 && $0 & 3 == role } || role != before
      let label: Role =
        switch role {
        case 1: begins ? .beginContent : .content
        case 2: begins ? .beginSource : .source
        case 3: begins ? .beginCue : .cue
        default: .outside
        }
      out.append(label)
      before = role
      end = range.upper
    }
    return out
  }
}
