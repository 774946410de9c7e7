import Foundation
import QuoteModel

/// The source of a statement in a corpus, and whom readers took it to mean.
public struct KeyedSource: Sendable {
  /// The part of the corpus: `train`, `dev`.
  public let part: String
  /// The article's file.
  public let article: String
  /// Where the source stands, in UTF-8 bytes.
  public let range: Range<Int>
  /// Who is meant; empty where it is nobody.
  public let who: [String]

  /// The rows of a key: part, article, first byte, the byte behind, and who, `; ` between several, `-` for nobody.
  /// Throws where the file cannot be read.
  public static func read(_ file: String) throws -> [KeyedSource] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap { KeyedSource($0) }
  }

  private init?(_ line: Substring) {
    let columns = line.split(separator: "\t")
    guard columns.count == 5, let start = Int(columns[2]), let end = Int(columns[3]), start < end else {
      return nil
    }
    (part, article, range) = (String(columns[0]), String(columns[1]), start..<end)
    who = columns[4] == "-" ? [] : columns[4].split(separator: ";").map { Self.trimmed($0) }
  }

  private static func trimmed(_ name: Substring) -> String { name.trimmingCharacters(in: .whitespaces) }

  /// Whether the speakers who have a name, each by all its names, are those meant who have one.
  public func isRight(_ speakers: [[String]]) -> Bool {
    let named = speakers.filter { $0.first.map(Self.isNamed) ?? false }
    let wanted = who.filter(Self.isNamed)
    return named.count == wanted.count
      && wanted.allSatisfy { one in named.contains { $0.contains { Self.isSame($0, one) } } }
  }

  /// Somebody's campaign is told by his name.
  private static func isNamed(_ name: String) -> Bool {
    Actor.isName(name) || name.hasPrefix("the campaign (")
  }

  /// Whether two names are one: equal without accents and middle initials; or by the surname, where first names agree in two letters
  /// or one is left out.
  public static func isSame(_ name: String, _ other: String) -> Bool {
    let (one, two) = (words(name), words(other))
    guard let last = one.last, !two.isEmpty else { return false }
    if one == two { return true }
    guard last == two.last, !name.hasSuffix(")"), !other.hasSuffix(")") else { return false }
    return one.count == 1 || two.count == 1 || one[0].prefix(2) == two[0].prefix(2)
  }

  private static func words(_ name: String) -> [Substring] {
    var out = String(decoding: Folding.bytes(name), as: UTF8.self).replacing("’", with: "'").split(
      separator: " "
    ).filter {
      !($0.count == 2 && $0.hasSuffix("."))
    }
    if let suffix = out.last, ["jr.", "jr", "sr.", "sr"].contains(suffix) { out.removeLast() }
    return out
  }
}
