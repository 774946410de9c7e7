import Glibc

/// A thread that gets what processor time nobody else wants: the tasks of the language share their threads, so
/// none of those can be made to stand back.
enum BackgroundThread {
  /// Runs `work` on a thread of its own. Returns whether there was one to be had.
  ///
  /// Signals that are handled by the program are left to its other threads; those that a fault raises are not.
  static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
    let box = Unmanaged.passRetained(Work(work))
    var (blocked, before) = (sigset_t(), sigset_t())
    sigfillset(&blocked)
    for fault in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] { sigdelset(&blocked, fault) }
    pthread_sigmask(SIG_SETMASK, &blocked, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { pointer in
        // On Linux a priority is a thread's, and 0 the one that asks.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    guard failure == 0 else {
      box.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
