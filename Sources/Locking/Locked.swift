import Glibc

/// A value that one thread at a time may touch.
///
/// As `Mutex` of the standard library, on a POSIX mutex: how `Mutex` waits for another thread lies in a library that is
/// not built for the thread sanitizer, which then takes every lock that was waited for as a race (Swift 6.2, Linux).
public final class Locked<Value>: @unchecked Sendable {
  private var value: Value
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  /// A value that nobody else has.
  public init(_ value: sending Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Waits until nobody else touches the value, then shows it to `body`, which must not ask for it again.
  public func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
