import Glibc
import Synchronization

/// Messages from any thread to the one loop: a guarded list and a pipe that `poll` sees.
public final class Mailbox<Message: Sendable>: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let writeEnd: Int32
  /// What the loop polls.
  public let fileDescriptor: Int32

  /// An empty mailbox.
  public init() {
    (fileDescriptor, writeEnd) = WakePipe.open()
  }

  deinit {
    close(fileDescriptor)
    close(writeEnd)
  }

  /// Adds a message and wakes the loop. Any thread.
  public func post(_ message: Message) {
    let wasEmpty = waiting.withLock { list in
      list.append(message)
      return list.count == 1
    }
    var byte: UInt8 = 1
    if wasEmpty { _ = write(writeEnd, &byte, 1) }
  }

  /// Everything posted since the last call.
  public func take() -> [Message] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(fileDescriptor, &bytes, 64) > 0 {}
    return waiting.withLock { list in
      defer { list = [] }
      return list
    }
  }
}

/// A pipe for waking `poll`: neither end blocks, no child inherits it.
enum WakePipe {
  static func open() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }
}
