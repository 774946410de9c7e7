import CNcurses
import Glibc
import Screen

/// What the terminal has to tell.
public enum TerminalEvent: Hashable, Sendable {
  /// The person did something.
  case input(InputEvent)
  /// Somebody asks the program to stop for a while: call `suspend`.
  case suspend
  /// This signal asks the program to end: save, `close`, then `Terminal.die(of:)`.
  case terminate(signal: Int32)
  /// The terminal is gone: save and end. Comes once.
  case hangUp
}

extension Terminal {
  /// Sleeps until there is something to read from the terminal, a signal came, a message waits in the mailbox,
  /// or the time is over; without a time it wakes for nothing else.
  public func wait<Message>(on mailbox: Mailbox<Message>, atMost time: Duration? = nil) {
    var sources = [input, signals.descriptor, mailbox.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    // A terminal that is gone is always ready.
    if hasHungUp { sources[0].fd = -1 }
    _ = poll(&sources, nfds_t(sources.count), time.map(Self.milliseconds) ?? -1)
  }

  /// Everything that happened since the last call, oldest first; never waits longer than an Escape takes to
  /// tell from a key that begins with one (25 ms).
  public func events() -> [TerminalEvent] {
    var all = signals.take().reduce(into: [TerminalEvent]()) { $0 += events(of: $1) }
    guard !hasHungUp else { return all }
    var source = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, 0) > 0 else { return all }
    let isGone =
      source.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 || terminal_bytes_pending(input) <= 0
    errno = 0
    let time = Self.now
    while let token = readToken() { all += decoder.feed(token, at: time).map { .input($0) } }
    let isBroken = errno == EIO || errno == ENXIO
    all += decoder.feed(.pause, at: time).map { .input($0) }
    if isGone || isBroken {
      hasHungUp = true
      all.append(.hangUp)
    }
    return all
  }

  /// What ncurses has read, `nil` when nothing waits.
  private func readToken() -> InputDecoder.Token? {
    var value: wint_t = 0
    switch wget_wch(window, &value) {
    case OK: return .character(value)
    // KEY_RESIZE among them, which `resizeterm` puts before the keys: it stands for no key.
    case KEY_CODE_YES: return .code(Int32(bitPattern: value))
    default: return nil
    }
  }

  private func events(of signal: Int32) -> [TerminalEvent] {
    switch signal {
    case SIGWINCH: return resize()
    case SIGTSTP: return [.suspend]
    // Stopped by a signal that cannot be caught, and back: the shell has had the terminal since.
    case SIGCONT:
      reset_prog_mode()
      reenter()
      return resize() + [.input(.resize(size))]
    default: return [.terminate(signal: signal)]
    }
  }

  /// Reads the size; bursts of signals come to one event, for the size is the same at the second. Everything is
  /// painted anew even where the size is as before: a terminal that was smaller for a moment has cut off what it
  /// showed.
  private func resize() -> [TerminalEvent] {
    redraw()
    var (rows, columns): (Int32, Int32) = (0, 0)
    guard terminal_read_size(output, &rows, &columns) else { return [] }
    guard rows != getmaxy(window) || columns != getmaxx(window) else { return [] }
    resizeterm(rows, columns)
    return [.input(.resize(size))]
  }

  /// Ends the process by a signal, after `close`, so that whoever waits for it sees which.
  public static func die(of signal: Int32) -> Never {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(signal, &action, nil)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(signal)
    exit(128 + signal)
  }

  private static func milliseconds(_ time: Duration) -> Int32 {
    let (seconds, attoseconds) = time.components
    let wait = Double(seconds) * 1000 + (Double(attoseconds) / 1e15).rounded(.up)
    return Int32(max(0, min(wait, 1e9)))
  }

  private static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
