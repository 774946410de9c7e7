import Foundation
import Testing

/// How long tests wait for what hangs or comes to no end. A test's clock runs while it waits for a core, and hundreds of
/// tests share two: a limit is many times what the test takes by itself, and more where the program runs under a sanitizer
/// (`make sanitize` sets `WHOSAID_PATIENCE`).
public enum Patience {
  static let factor = ProcessInfo.processInfo.environment["WHOSAID_PATIENCE"].flatMap { Int($0) } ?? 5

  /// A time limit of so many minutes on a machine that does nothing else.
  public static func minutes(_ count: Int) -> TimeLimitTrait.Duration { .minutes(count * factor) }
}
