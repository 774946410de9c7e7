import CNcurses
import Glibc

/// Signals as bytes in a pipe: a handler does nothing else, and it does not matter which thread it runs on.
final class Signals {
  private static let caught = [SIGHUP, SIGINT, SIGTERM, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH]
  private let pipe: WakePipe
  private var before: [(signal: Int32, action: sigaction)] = []

  /// What to poll.
  var descriptor: Int32 { pipe.reading }

  init() throws(TerminalError) { pipe = try WakePipe() }

  /// Takes the signals over, those ncurses has set handlers for too.
  func install() {
    handlerState.pointee.wake = pipe.writing
    for signal in Self.caught {
      var (action, old) = (sigaction(), sigaction())
      action.__sigaction_handler.sa_handler = noteSignal
      action.sa_flags = Int32(SA_RESTART)
      guard sigaction(signal, nil, &old) == 0 else { continue }
      // `nohup` and shells that start jobs behind our back ask for it.
      if old.__sigaction_handler.sa_handler.isIgnore, signal != SIGWINCH { continue }
      if sigaction(signal, &action, nil) == 0 { before.append((signal, old)) }
    }
  }

  /// Gives the signals back.
  func remove() {
    for entry in before {
      var action = entry.action
      sigaction(entry.signal, &action, nil)
    }
    before = []
    handlerState.pointee.wake = -1
  }

  /// The signals that came since, oldest first.
  func take() -> [Int32] { pipe.drain().map { Int32($0) } }

  /// Stops the whole job, as `C-z` does in a program that leaves the key to the terminal, and comes back
  /// when it is continued.
  static func stopJob() {
    var (action, old) = (sigaction(), sigaction())
    // The others of a pipeline first; a thread that stops itself has stopped when the call returns.
    action.__sigaction_handler.sa_handler = SIG_IGN
    sigaction(SIGTSTP, &action, &old)
    kill(0, SIGTSTP)
    action.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &action, nil)
    // A thread of a pool, as the main actor's is on Linux, blocks signals: raised there, this one would wait
    // for good.
    var (open, mask) = (sigset_t(), sigset_t())
    sigemptyset(&open)
    sigaddset(&open, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &open, &mask)
    raise(SIGTSTP)
    pthread_sigmask(SIG_SETMASK, &mask, nil)
    sigaction(SIGTSTP, &old, nil)
  }
}

private func noteSignal(_ signal: Int32) {
  let saved = errno
  var byte = UInt8(truncatingIfNeeded: signal)
  _ = write(handlerState.pointee.wake, &byte, 1)
  errno = saved
}

extension Optional where Wrapped == @convention(c) (Int32) -> Void {
  /// Whether it is `SIG_IGN`, which is the number 1 in the place of a function.
  fileprivate var isIgnore: Bool { unsafeBitCast(self, to: Int.self) == 1 }
}
