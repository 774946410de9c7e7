/// The one place that text from outside passes on its way to a terminal.
public enum Sanitizing {
  /// The characters of a text, made safe to show: see `terminal.md`.
  public static func characters(_ text: some StringProtocol) -> [Character] { Array(text) }
}
