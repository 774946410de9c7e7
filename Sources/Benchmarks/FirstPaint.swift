import Glibc

/// How long the built program takes from its start to the first quotations on a terminal.
enum FirstPaint {
  static func measure() {
    let program = "/proc/self/exe".withCString { realpath($0, nil) }
    guard let program else { return }
    defer { free(program) }
    let path =
      String(cString: program).split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/whosaid"
    guard access(path, X_OK) == 0 else {
      return print("first paint: not measured, there is no whosaid beside the benchmarks")
    }
    var (screen, quotes) = (Timings(), Timings())
    for _ in 0..<30 {
      guard let times = start(path) else { return print("first paint: not measured, no terminal to be had") }
      screen.add(times.screen)
      quotes.add(times.quotes)
    }
    print("first paint on the samples, 80x24:")
    print("  from start to the empty screen: \(screen.text)")
    print("  from start to the first quotes: \(quotes.text)")
  }

  /// Starts the program on a terminal of its own, waits for its screen and for a row under the cursor, and
  /// ends it.
  private static func start(_ path: String) -> (screen: Duration, quotes: Duration)? {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else { return nil }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    defer { close(master) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_adddup2(&actions, slave, descriptor)
    }
    let words: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
    let variables: [UnsafeMutablePointer<CChar>?] =
      [strdup("TERM=xterm-256color"), strdup("LC_ALL=C.UTF-8"), nil]
    defer { for word in words + variables { free(word) } }
    let clock = ContinuousClock()
    let start = clock.now
    var child: pid_t = 0
    guard posix_spawn(&child, path, &actions, nil, words, variables) == 0 else { return nil }
    close(slave)
    defer {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    var seen: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var screen: Duration?
    while true {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return nil }
      seen += buffer[..<count]
      if screen == nil, seen.contains("┏") { screen = clock.now - start }
      if let screen, seen.contains("▸") { return (screen, clock.now - start) }
    }
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
