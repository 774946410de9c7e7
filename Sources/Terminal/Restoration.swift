import Glibc

/// What signal handlers need: plain memory behind a pointer that never changes, as a handler may neither
/// allocate nor wait for a lock.
struct HandlerState {
  /// Where the handlers write which signal came; -1 while the terminal is not ours.
  var wake: Int32 = -1
  /// The terminal to restore; -1 while there is none.
  var output: Int32 = -1
  var restoration: UnsafeMutablePointer<UInt8>?
  var restorationCount = 0
  var settings = termios()
}

// Only the main thread writes, before handlers are set or after they are gone.
nonisolated(unsafe) let handlerState: UnsafeMutablePointer<HandlerState> = {
  let state = UnsafeMutablePointer<HandlerState>.allocate(capacity: 1)
  state.initialize(to: HandlerState())
  return state
}()

/// Brings the terminal back on the ways out that ncurses does not cover: a trap, a bare `exit`.
enum Restoration {
  private static let crashes = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]
  private static let stackSize = 64 * 1024

  /// From now on, writes `string` to `output` and sets the terminal to `settings` if the program crashes or
  /// exits without `disarm`.
  static func arm(output: Int32, string: String, settings: termios) {
    let bytes = Array(string.utf8)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    copy.update(from: bytes, count: bytes.count)
    handlerState.pointee.restoration?.deallocate()
    handlerState.pointee.restoration = copy
    handlerState.pointee.restorationCount = bytes.count
    handlerState.pointee.settings = settings
    handlerState.pointee.output = output
    _ = installOnce
  }

  /// The terminal has been restored in order.
  static func disarm() { handlerState.pointee.output = -1 }

  /// What handlers run on where the stack is what has failed; never freed.
  private nonisolated(unsafe) static let handlerStack = UnsafeMutableRawPointer.allocate(
    byteCount: stackSize, alignment: 16)

  // The handlers stay for good: disarmed, they only pass the signal on.
  private static let installOnce: Void = {
    var stack = stack_t(ss_sp: handlerStack, ss_flags: 0, ss_size: stackSize)
    sigaltstack(&stack, nil)
    for signal in crashes {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = restoreAndDie
      // SA_RESETHAND is the sign bit.
      action.sa_flags = SA_ONSTACK | Int32(truncatingIfNeeded: Int64(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
    atexit(restoreTerminal)
  }()
}

/// Restores the terminal with nothing but what a signal handler may call.
private func restoreTerminal() {
  let state = handlerState.pointee
  guard state.output >= 0, let bytes = state.restoration else { return }
  handlerState.pointee.output = -1
  var (start, left) = (UnsafePointer(bytes), state.restorationCount)
  while left > 0 {
    let written = write(state.output, start, left)
    if written < 0, errno == EINTR { continue }
    if written <= 0 { break }
    start += written
    left -= written
  }
  // Behind the string, which the settings of the program let through untouched.
  _ = tcsetattr(state.output, TCSANOW, &handlerState.pointee.settings)
}

private func restoreAndDie(_ signal: Int32) {
  restoreTerminal()
  // SA_RESETHAND has put the default back; the signal is delivered when this handler returns.
  raise(signal)
}
