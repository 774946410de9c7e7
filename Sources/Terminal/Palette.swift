import CNcurses
import Glibc
import Screen

/// Styles as ncurses wants them: attributes and a colour pair, as many colours as the terminal has.
struct Palette {
  private let colors: Int
  private let isDirect: Bool

  init() {
    let wanted = getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    if wanted, has_colors() {
      start_color()
      use_default_colors()
      colors = Int(whosaid_colors())
    } else {
      colors = 0
    }
    isDirect = colors > 256 && tigetflag("RGB") > 0
  }

  func attributes(of style: Style) -> attr_t {
    var out: attr_t = 0
    if style.attributes.contains(.bold) { out |= whosaid_bold }
    if style.attributes.contains(.dim) { out |= whosaid_dim }
    if style.attributes.contains(.italic) { out |= whosaid_italic }
    if style.attributes.contains(.underline) { out |= whosaid_underline }
    if style.attributes.contains(.reverse) { out |= whosaid_reverse }
    return out
  }

  func pair(of style: Style) -> Int32 {
    guard colors > 0 else { return 0 }
    let (foreground, background) = (number(style.foreground), number(style.background))
    return foreground < 0 && background < 0 ? 0 : max(0, alloc_pair(foreground, background))
  }

  private func number(_ color: Color) -> Int32 {
    switch color {
    case .standard: return -1
    case .palette(let index): return Int(index) < colors ? Int32(index) : Int32(index % 8)
    case .rgb(let red, let green, let blue):
      if isDirect { return Int32(red) << 16 | Int32(green) << 8 | Int32(blue) }
      return colors >= 256 ? Int32(Self.nearest(red, green, blue)) : Self.named(red, green, blue)
    }
  }

  /// The nearest of the 6x6x6 cube.
  static func nearest(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
    func step(_ value: UInt8) -> Int { value < 48 ? 0 : value < 115 ? 1 : (Int(value) - 35) / 40 }
    return 16 + 36 * step(red) + 6 * step(green) + step(blue)
  }

  /// The nearest of the eight named ones.
  static func named(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int32 {
    (red > 127 ? 1 : 0) + (green > 127 ? 2 : 0) + (blue > 127 ? 4 : 0)
  }
}
