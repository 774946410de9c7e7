/// What was typed before, the latest last, for each kind of line.
struct Histories: Equatable, Sendable {
  enum Kind: String, CaseIterable, Sendable {
    // swift-format-ignore
    case filters, searches, commands, files
  }

  private(set) var lines: [Kind: [String]] = [:]
  private static let limit = 100

  mutating func remember(_ line: String, _ kind: Kind) {
    guard line.contains(where: { $0 != " " }) else { return }
    lines[kind, default: []].removeAll { $0 == line }
    lines[kind, default: []].append(line)
    if lines[kind, default: []].count > Histories.limit { lines[kind]?.removeFirst() }
  }

  /// The line that was typed `age` lines ago, of those that begin as what is typed now.
  func recall(_ kind: Kind, age: Int, beginningWith start: String) -> String? {
    let fitting = lines[kind, default: []].filter { $0.hasPrefix(start) && $0 != start }
    return fitting.element(at: fitting.count - age)
  }
}
