/// How long the built program takes from its start to the first quotations on a terminal.
enum FirstPaint {
  static func measure() {
    var (screen, quotes) = (Timings(), Timings())
    for _ in 0..<30 {
      guard let times = start() else { return print("first paint: not measured, no program or no terminal") }
      screen.add(times.screen)
      quotes.add(times.quotes)
    }
    print("first paint on the samples, 80x24:")
    print("  from start to the empty screen: \(screen.text)")
    print("  from start to the first quotes: \(quotes.text)")
  }

  /// Starts the program on a terminal of its own, waits for its screen and for a row under the cursor, and
  /// ends it.
  private static func start() -> (screen: Duration, quotes: Duration)? {
    let clock = ContinuousClock()
    let start = clock.now
    guard let stage = Stage([], type: "xterm-256color", columns: 80, rows: 24) else { return nil }
    var seen: [UInt8] = []
    var screen: Duration?
    while let bytes = stage.read() {
      seen += bytes
      if screen == nil, seen.contains("┏") { screen = clock.now - start }
      if let screen, seen.contains("▸") { return (screen, clock.now - start) }
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
