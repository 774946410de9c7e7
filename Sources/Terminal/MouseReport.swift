import Screen

/// What a terminal sends for the mouse (mode 1006), without the sequence that introduces it: `0;12;5M`.
struct MouseReport: Equatable {
  /// Which button, and what else the terminal packs with it.
  let bits: Int
  /// Where.
  let point: Point
  /// Whether a button went up.
  let isRelease: Bool

  init?(_ text: String) {
    guard let last = text.last, last == "M" || last == "m" else { return nil }
    let numbers = text.dropLast().split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let bits = numbers[0], let column = numbers[1], let row = numbers[2],
      bits >= 0, column > 0, row > 0
    else { return nil }
    self.bits = bits
    point = Point(row: row - 1, column: column - 1)
    isRelease = last == "m"
  }

  /// What the left button or the wheel did; `nil` for other buttons.
  var action: MouseEvent.Action? {
    // Bits 4, 8 and 16 are the modifiers.
    switch bits & ~0b11100 {
    case 0: isRelease ? .release : .press
    case 32: .drag
    case 64: .scrollUp
    case 65: .scrollDown
    default: nil
    }
  }
}

/// Tells a second press on one cell from the first.
struct ClickCounter {
  private static let longest = Duration.milliseconds(400)
  private var last: (point: Point, time: Duration)?

  /// The event of a report that came at `time`.
  mutating func event(for report: MouseReport, at time: Duration) -> MouseEvent? {
    guard let action = report.action else { return nil }
    guard action == .press else { return MouseEvent(action, at: report.point) }
    if let last, last.point == report.point, time - last.time <= Self.longest {
      self.last = nil
      return MouseEvent(.doublePress, at: report.point)
    }
    last = (report.point, time)
    return MouseEvent(.press, at: report.point)
  }
}
