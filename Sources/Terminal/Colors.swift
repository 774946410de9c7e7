import Screen

/// How many colours a terminal shows.
enum ColorDepth: Equatable {
  /// None, or none wanted.
  case monochrome
  // swift-format-ignore
  /// The named ones.
  case eight, sixteen
  /// The named ones, a cube of 216 and 24 greys.
  case palette
  /// Every one; terminfo calls it RGB. Numbers below 8 are still the named ones.
  case direct

  /// What terminfo's `colors` and `RGB` come to; `NO_COLOR` wins over both.
  init(colors: Int, isRGB: Bool, noColor: Bool) {
    self =
      if noColor || colors < 8 { .monochrome } else if isRGB, colors > 256 { .direct } else if colors >= 256 {
        .palette
      } else if colors >= 16 { .sixteen } else { .eight }
  }

  /// The number ncurses knows a colour by, -1 for the terminal's own. O(1).
  func number(of color: Color) -> Int32 {
    switch (self, color) {
    case (_, .standard), (.monochrome, _): return -1
    case (.direct, .palette(let index)):
      return index < 8 ? Int32(index) : Palette.packed(Palette.rgb(index))
    // Numbers below 8 are names there: the darkest blues give way to black's neighbour.
    case (.direct, .rgb(let red, let green, let blue)):
      return max(Palette.packed((red, green, blue)), 8)
    case (.palette, .palette(let index)): return Int32(index)
    case (.palette, .rgb(let red, let green, let blue)):
      return Int32(Palette.nearest(to: (red, green, blue), among: 16...255))
    case (.sixteen, .palette(let index)) where index < 16: return Int32(index)
    case (.eight, .palette(let index)) where index < 16: return Int32(index % 8)
    case (_, .palette(let index)): return named(Palette.rgb(index))
    case (_, .rgb(let red, let green, let blue)): return named((red, green, blue))
    }
  }

  /// The nearest of the named colours, as many as there are: a hue for what has one, so that it does not sink into the
  /// background as the nearest grey may.
  private func named(_ color: Palette.RGB) -> Int32 {
    let parts = [color.red, color.green, color.blue]
    let isGrey = (parts.max() ?? 0) - (parts.min() ?? 0) < 48
    let names: [UInt8] = isGrey ? [0, 7, 8, 15] : [1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14]
    return Int32(Palette.nearest(to: color, among: names.filter { self == .sixteen || $0 < 8 }))
  }
}

/// The 256 colours as xterm has them.
enum Palette {
  typealias RGB = (red: UInt8, green: UInt8, blue: UInt8)

  private static let named: [RGB] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  static func rgb(_ index: UInt8) -> RGB {
    switch index {
    case 0...15: return named[Int(index)]
    case 16...231:
      func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
      let cube = index - 16
      return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  static func packed(_ color: RGB) -> Int32 {
    Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue)
  }

  /// The nearest by distance weighted as the eye weighs red, green and blue. O(candidates).
  static func nearest(to color: RGB, among candidates: some Collection<UInt8>) -> UInt8 {
    func distance(_ other: RGB) -> Int {
      let red = Int(color.red) - Int(other.red)
      let green = Int(color.green) - Int(other.green)
      let blue = Int(color.blue) - Int(other.blue)
      return 3 * red * red + 6 * green * green + blue * blue
    }
    return candidates.min { distance(rgb($0)) < distance(rgb($1)) } ?? 7
  }
}
