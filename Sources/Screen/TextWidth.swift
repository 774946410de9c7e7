/// How many cells a character takes.
public enum TextWidth {
  /// 0, 1 or 2.
  public static func columns(of character: Character) -> Int { 1 }
}
