/// How far a long work has come, in one line on standard error where that is a terminal: written over by the next,
/// gone at the end.
struct ProgressLine {
  /// What is over sooner needs no word.
  static let patience = Duration.seconds(1)
  /// No eye reads faster.
  static let pause = Duration.milliseconds(250)

  private let isShown: Bool
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant?
  private var width = 0

  init(isShown: Bool, from start: ContinuousClock.Instant = .now) {
    self.isShown = isShown
    self.start = start
  }

  /// Shows that so many of so many are done, and how long the rest will take where that is known, unless it is too
  /// soon. O(1).
  mutating func show(done: Int, of total: Int, _ what: String = "files", secondsLeft: Int? = nil) {
    if let text = text(done: done, of: total, what, secondsLeft: secondsLeft, at: .now) {
      StandardError.show(text)
    }
  }

  /// Takes the line back.
  mutating func clear() {
    if let text = clearing() { StandardError.show(text) }
  }

  /// What to write now, if anything.
  mutating func text(
    done: Int, of total: Int, _ what: String = "files", secondsLeft: Int? = nil,
    at now: ContinuousClock.Instant
  ) -> String? {
    guard isShown, total > 0, now - start >= Self.patience, last.map({ now - $0 >= Self.pause }) ?? true
    else {
      return nil
    }
    last = now
    let left = secondsLeft.map { $0 < 100 ? ", \($0) s left" : ", \(($0 + 30) / 60) min left" } ?? ""
    let line = "whosaid: \(done * 100 / total)%, \(done) of \(total) \(what)\(left)"
    defer { width = line.count }
    return "\r" + line + String(repeating: " ", count: max(0, width - line.count))
  }

  /// What takes it back, if there is anything to take back.
  mutating func clearing() -> String? {
    guard width > 0 else { return nil }
    defer { width = 0 }
    return "\r" + String(repeating: " ", count: width) + "\r"
  }
}
