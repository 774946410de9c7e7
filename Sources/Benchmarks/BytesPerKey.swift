import Glibc

/// How many bytes the built program sends a terminal for each key: `Benchmarks --bytes [PATH]…`.
enum BytesPerKey {
  private static let rounds: [(name: String, keys: [String])] = [
    ("move in Quotes (j)", Array(repeating: "j", count: 60)),
    ("half a page (C-d)", Array(repeating: "\u{4}", count: 20)),
    ("switch panes (Tab)", Array(repeating: "\t", count: 40)),
    (
      "filter on an actor, drop it (1, Enter, Backspace)",
      Array(repeating: ["1", "\r", "\u{7F}"], count: 10).flatMap(\.self)
    ),
    (
      "search as you type (/, letters, Esc)",
      Array(repeating: ["/", "t", "h", "e", "\u{1B}"], count: 6).flatMap(\.self)
    ),
    ("open a page, close it (ga, q)", Array(repeating: ["g", "a", "q"], count: 10).flatMap(\.self)),
  ]

  static func measure(_ paths: [String]) {
    for (columns, rows) in [(80, 24), (200, 60)] as [(UInt16, UInt16)] {
      for type in ["xterm-256color", "linux", "vt100"] {
        guard let stage = Stage(["--quick"] + paths, type: type, columns: columns, rows: rows) else {
          return print("not measured: there is no whosaid beside the benchmarks, or no terminal to be had")
        }
        let first = stage.bytesUntilQuiet()
        print("\(type), \(columns)x\(rows): \(first) bytes until everything is read; a key:")
        for (name, keys) in rounds {
          stage.press("3")
          _ = stage.bytesUntilQuiet()
          let bytes = keys.map { key in
            stage.press(key)
            return stage.bytesUntilQuiet()
          }.sorted()
          print("  \(name): median \(bytes[bytes.count / 2]), most \(bytes.last ?? 0) of \(keys.count)")
        }
      }
    }
  }
}

/// The built program on a terminal of its own.
final class Stage {
  private let master: Int32
  private let child: pid_t

  /// Starts it; `nil` where there is none, or no terminal.
  init?(_ arguments: [String], type: String, columns: UInt16, rows: UInt16) {
    let own = realpath("/proc/self/exe", nil)
    defer { free(own) }
    let folder =
      own.map { String(cString: $0).split(separator: "/").dropLast().map { "/" + $0 }.joined() } ?? ""
    let path = folder + "/whosaid"
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard access(path, X_OK) == 0, openpty(&master, &slave, nil, nil, &size) == 0 else { return nil }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_adddup2(&actions, slave, descriptor)
    }
    let words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] =
      [strdup("TERM=" + type), strdup("LC_ALL=C.UTF-8"), nil]
    defer { for word in words + variables { free(word) } }
    var child: pid_t = 0
    let status = posix_spawn(&child, path, &actions, nil, words, variables)
    close(slave)
    (self.master, self.child) = (master, child)
    guard status == 0 else { return nil }
  }

  deinit {
    if child > 0 {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    close(master)
  }

  func press(_ key: String) {
    let bytes = Array(key.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// What it sends next, as soon as there is something; `nil` where it has ended.
  func read() -> ArraySlice<UInt8>? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(master, &buffer, buffer.count)
    return count > 0 ? buffer[..<count] : nil
  }

  /// Counts what it sends until it has been quiet for a fifth of a second.
  func bytesUntilQuiet() -> Int {
    var count = 0
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&source, 1, 200) > 0, let bytes = read() { count += bytes.count }
    return count
  }
}
