/// Numbers as block graphics.
enum Bar {
  private static let eighths = Array(" ▏▎▍▌▋▊▉█")

  /// A bar from the left, by eighths of a cell; what is not nothing shows.
  static func text(_ value: Int, of most: Int, columns: Int) -> String {
    guard value > 0, most > 0, columns > 0 else { return "" }
    let parts = max(1, min(value, most) * columns * 8 / most)
    let rest = parts % 8
    return String(repeating: "█", count: parts / 8) + (rest > 0 ? String(eighths[rest]) : "")
  }
}

/// A row of numbers as bars from the foot of a line.
enum Sparkline {
  private static let levels = Array("▁▂▃▄▅▆▇█")

  /// A character a number: a blank for nothing, else its share of the most.
  static func text(_ values: [Int], of most: Int? = nil) -> String {
    let most = most ?? values.max() ?? 0
    return String(values.map { level($0, of: most) })
  }

  static func level(_ value: Int, of most: Int) -> Character {
    guard value > 0, most > 0 else { return " " }
    return levels[max(0, min(7, (min(value, most) * 8 + most - 1) / most - 1))]
  }

  /// Numbers put together so that no more than so many are left.
  static func gathered(_ values: [Int], into count: Int) -> [Int] {
    guard values.count > count, count > 0 else { return values }
    var out = [Int](repeating: 0, count: count)
    for (index, value) in values.enumerated() { out[index * count / values.count] += value }
    return out
  }
}

/// How dark a cell of a map is: the number stands beside it.
enum Shade {
  private static let shades = Array(" ░▒▓█")

  static func character(_ value: Int, of most: Int) -> Character {
    guard value > 0, most > 0 else { return " " }
    return shades[max(1, min(4, (value * 4 + most - 1) / most))]
  }
}
