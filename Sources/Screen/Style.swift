/// A colour, as far as the terminal can show it.
public enum Color: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// One of the terminal's palette: 0...15 the sixteen named ones, 16...255 the cube and the greys.
  case palette(UInt8)
  /// 24 bits; shown as the nearest of the palette where the terminal has no more.
  case rgb(UInt8, UInt8, UInt8)
}

/// How a cell looks. Colour never carries a meaning alone.
public struct Style: Hashable, Sendable {
  /// What a terminal can do to a letter.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Attributes of those bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted.
    public static let italic = Attributes(rawValue: 4)
    /// Underlined.
    public static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 16)
  }

  /// The letter's colour.
  public var foreground: Color
  /// The cell's colour.
  public var background: Color
  /// Bold, underlined and so on.
  public var attributes: Attributes

  /// The terminal's own look.
  public static let plain = Style()

  /// A look.
  public init(
    _ foreground: Color = .standard, on background: Color = .standard, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The same look with more attributes.
  public func adding(_ more: Attributes) -> Style {
    Style(foreground, on: background, attributes.union(more))
  }
}
