import CNcurses
import Glibc

extension Terminal {
  /// Stops the program and its job, and paints everything anew when it comes back.
  public func suspend() {
    runOutside { Signals.stopJob() }
  }

  /// Leaves the terminal to something else for as long as `body` runs, in the state it was found in.
  public func runOutside<Result>(_ body: () throws -> Result) rethrows -> Result {
    send((mouseIsOn ? Escapes.mouseOff : "") + Escapes.pasteOff)
    endwin()
    defer { reenter() }
    return try body()
  }

  /// Runs a program on the terminal, such as an editor or a pager, in a process group of its own, and returns
  /// its exit status, or 128 and the number of the signal that ended it. `text` becomes its standard input.
  /// No shell is involved: the first argument is the program, looked for in `PATH`.
  public func run(_ arguments: [String], text: String? = nil) throws(TerminalError) -> Int32 {
    let input =
      try text.map { (text) throws(TerminalError) in try Self.temporaryFile(text) } ?? dup(self.input)
    defer { Glibc.close(input) }
    let result: Result<Int32, TerminalError> = runOutside {
      do throws(TerminalError) {
        let child = try Self.spawn(arguments, input: input, output: output, terminal: self.input)
        return .success(waitFor(child))
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Waits for a child that has the terminal; if it stops, so do we.
  private func waitFor(_ child: pid_t) -> Int32 {
    var status: Int32 = 0
    while true {
      guard waitpid(child, &status, WUNTRACED) >= 0 else {
        if errno == EINTR { continue }
        break
      }
      // The low byte says how: 0x7F stopped, 0 ended, else the signal; the next one says by what.
      guard status & 0xFF == 0x7F else { break }
      Self.takeTerminal(input, for: getpgrp())
      Signals.stopJob()
      Self.takeTerminal(input, for: child)
      kill(-child, SIGCONT)
    }
    Self.takeTerminal(input, for: getpgrp())
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Makes a group the one in front; a group behind must not be stopped for asking.
  private static func takeTerminal(_ terminal: Int32, for group: pid_t) {
    var (block, before) = (sigset_t(), sigset_t())
    sigemptyset(&block)
    sigaddset(&block, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &block, &before)
    tcsetpgrp(terminal, group)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private static func spawn(
    _ arguments: [String], input: Int32, output: Int32, terminal: Int32
  ) throws(TerminalError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The child itself takes the terminal, so that it cannot read before it has it.
    terminal_spawn_takes_terminal(&actions, terminal)
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    do throws(TerminalError) {
      return try spawn(arguments, &actions)
    } catch {
      // The child took it before it failed to become the program.
      takeTerminal(terminal, for: getpgrp())
      throw error
    }
  }

  /// Starts a program beside this one, which has nothing to do with the terminal and is not waited for; `text` is its
  /// standard input, and what it writes is lost.
  public static func start(_ arguments: [String], text: String) throws(TerminalError) {
    let input = try temporaryFile(text)
    defer { Glibc.close(input) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    let child = try spawn(arguments, &actions)
    // Somebody has to hear of its end, or it would stay a zombie.
    var thread = pthread_t()
    let number = UnsafeMutableRawPointer(bitPattern: Int(child))
    pthread_create(
      &thread, nil,
      { number in
        waitpid(pid_t(Int(bitPattern: number)), nil, 0)
        return nil
      }, number)
    pthread_detach(thread)
  }

  /// Starts a program in a process group of its own, its signals as nobody has touched them.
  private static func spawn(
    _ arguments: [String], _ actions: inout posix_spawn_file_actions_t
  ) throws(TerminalError) -> pid_t {
    guard let program = arguments.first else { throw .system("spawn", EINVAL) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGHUP, SIGINT, SIGTERM, SIGQUIT, SIGTSTP, SIGCONT, SIGPIPE, SIGTTOU] {
      sigaddset(&defaults, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    // What our thread blocks, the program must not: its C-c would be lost.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, program, &actions, &attributes, &words, environ)
    guard code == 0 else { throw .system(program, code) }
    return child
  }

  /// A file without a name that holds a text and is read from its start: unlike a pipe it is never full.
  private static func temporaryFile(_ text: String) throws(TerminalError) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/whosaid-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { throw .system("mkstemp", errno) }
    unlink(path)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = errno
        Glibc.close(file)
        throw .system("write", code)
      }
      rest = rest.dropFirst(count)
    }
    lseek(file, 0, SEEK_SET)
    return file
  }
}
