import QuoteModel

/// Who held high offices of state, of `holders.tsv`: what an article about two of one surname, or about several
/// presidents, takes for granted.
struct OfficeHolders: Sendable {
  private struct Term {
    var office: String
    var place: String
    /// Years.
    var first: Int
    var last: Int
  }

  /// Offices that a country gives to one at a time.
  private static let single: Set<String> = [
    "president", "vice president", "prime minister", "chancellor", "first lady", "secretary of state",
  ]

  /// By first name and surname, folded.
  private var terms: [String: [Term]] = [:]
  /// Offices by surname, in capitals.
  private var surnames: [String: Set<String>] = [:]

  /// Rows as the list has them.
  init(_ table: [[String]]) {
    for line in table where line.count >= 5 {
      guard let first = Int(line[4]) else { continue }
      let last = line.count > 5 ? Int(line[5]) ?? .max : .max
      if Self.single.contains(line[2]), let surname = line[0].split(separator: " ").last {
        surnames[surname.uppercased(), default: []].insert(line[2])
      }
      for key in Set(([line[0]] + line[1].split(separator: "|").map(String.init)).map(Self.key)) {
        terms[key, default: []].append(Term(office: line[2], place: line[3], first: first, last: last))
      }
    }
  }

  /// The offices somebody held before an article or holds when it is written, `former president`, `president`; none for one
  /// of another name. Of an article without a date it is not told whether they are over. O(name).
  func roles(of name: String, seen date: PartialDate?) -> [Actor.Role] {
    guard name.contains(" "), let terms = terms[Self.key(name)] else { return [] }
    let year = date?.year ?? .max
    return terms.filter { $0.first <= year }.map { term in
      // In the year of a change both are called so.
      let isOver = term.last < year && date != nil
      var role = Actor.Role((isOver ? "former " : "") + term.office, seen: date)
      (role.office, role.place) = (term.office, term.place)
      return role
    }
  }

  /// Whether somebody of a surname, in capitals, ever held an office that a title names and one bears at a time: `President`.
  func knows(_ surname: String, as title: String) -> Bool {
    surnames[surname]?.contains { title.hasSuffix($0) } ?? false
  }

  /// Without accents and what stands between first name and surname, but for what tells two of one name.
  private static func key(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
    let folded = isPlain ? name.lowercased() : String(decoding: Folding.bytes(name), as: UTF8.self)
    var words = folded.split(separator: " ")
    if words.last == "jr." || words.last == "sr." { words.removeLast() }
    guard let first = words.first, let last = words.last, words.count > 1 else { return "" }
    let initials = words.dropFirst().dropLast().filter { $0.hasSuffix(".") }.joined()
    return "\(first) \(initials == "h.w." || initials == "w." ? initials + " " : "")\(last)"
  }
}
