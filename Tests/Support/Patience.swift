import Foundation
import Testing

/// How long tests wait for what hangs or comes to no end: so many times longer where the program runs under a sanitizer
/// (`make sanitize` sets `WHOSAID_PATIENCE`).
public enum Patience {
  static let factor = ProcessInfo.processInfo.environment["WHOSAID_PATIENCE"].flatMap { Int($0) } ?? 1

  /// A time limit of so many minutes on a machine that does nothing else.
  public static func minutes(_ count: Int) -> TimeLimitTrait.Duration { .minutes(count * factor) }
}
