import Glibc
import Locking

/// Messages from any thread to the one loop, which sleeps until one comes.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Locked<[Message]>([])
  private let pipe: WakePipe

  /// An empty mailbox; fails where no more files can be opened.
  public init() throws(TerminalError) { pipe = try WakePipe() }

  /// What to poll: readable while messages wait.
  public var descriptor: Int32 { pipe.reading }

  /// Puts a message in, from any thread; never blocks on the reader. O(1).
  public func send(_ message: Message) {
    let wasEmpty = messages.withLock { waiting in
      waiting.append(message)
      return waiting.count == 1
    }
    if wasEmpty { pipe.wake() }
  }

  /// Takes everything out, oldest first; empty if there is nothing.
  public func take() -> [Message] {
    // Emptied first: a message that comes between the two wakes the loop once too often, never too seldom.
    pipe.drain()
    return messages.withLock { waiting in
      let taken = waiting
      waiting = []
      return taken
    }
  }
}

/// A pipe whose bytes mean "look": both ends non-blocking and closed in children.
struct WakePipe: ~Copyable, Sendable {
  let reading: Int32
  let writing: Int32

  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system("pipe", errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  func wake() {
    var byte: UInt8 = 0
    _ = write(writing, &byte, 1)
  }

  /// Reads everything there is.
  @discardableResult
  func drain() -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(reading, &buffer, buffer.count)
      if count > 0 { all += buffer[..<count] }
      if count <= 0, !(count < 0 && errno == EINTR) { return all }
    }
  }
}
