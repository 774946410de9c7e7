/// What a person does at the terminal.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// Text was pasted; never commands.
  case paste(String)
  /// The terminal has another size now.
  case resize(Size)
}

/// A key with what was held.
public struct Key: Hashable, Sendable {
  /// Which key.
  public enum Code: Hashable, Sendable {
    /// A key that types a character, shift already in it: `a`, `A`, `č`, ` `.
    case character(Character)
    // swift-format-ignore
    /// A key with a name.
    case enter, tab, backTab, escape, backspace, delete, up, down, left, right, home, end, pageUp, pageDown
    /// A function key, from 1.
    case function(Int)
  }

  /// Which key.
  public var code: Code
  /// Whether Control was held (never with what a terminal cannot tell apart: `C-i` is Tab).
  public var control: Bool
  /// Whether Alt was held, or Escape pressed just before.
  public var alt: Bool

  /// A key.
  public init(_ code: Code, control: Bool = false, alt: Bool = false) {
    self.code = code
    self.control = control
    self.alt = alt
  }

  /// The key that types a character.
  public init(_ character: Character) { self.init(.character(character)) }
}

/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  /// What it did.
  public enum Action: Hashable, Sendable {
    // swift-format-ignore
    /// The left button, once or twice; the wheel.
    case press, drag, release, doublePress, scrollUp, scrollDown
  }

  /// What it did.
  public var action: Action
  /// Over which cell.
  public var point: Point

  /// An action at a place.
  public init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}
