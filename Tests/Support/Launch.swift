import Foundation

/// Runs a program to its end.
enum Launch {
  /// What a program wrote to its two outputs; throws `Tmux.Failure` if it cannot be run or does not return 0.
  ///
  /// Not by Foundation's `Process`, nor by a pipe: both wait for the end of a descriptor that the server tmux
  /// leaves behind holds open. And the threads of tests block signals, which a program would inherit.
  static func output(of arguments: [String]) throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("whosaid-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, path.path, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    // tmux draws what is not ASCII as underscores unless told that its client can show it.
    let variables = ProcessInfo.processInfo.environment.filter { $0.key != "TMUX" }
      .merging(["LC_ALL": "C.UTF-8"]) { $1 }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + environment { free(word) } }
    var (child, status): (pid_t, Int32) = (0, 0)
    let code = posix_spawnp(&child, arguments.first ?? "", &actions, &attributes, &words, &environment)
    guard code == 0 else {
      throw Tmux.Failure.tmux(arguments: arguments, message: String(cString: strerror(code)))
    }
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let text = String(decoding: (try? Data(contentsOf: path)) ?? Data(), as: UTF8.self)
    guard status == 0 else { throw Tmux.Failure.tmux(arguments: arguments, message: text) }
    return text
  }
}
