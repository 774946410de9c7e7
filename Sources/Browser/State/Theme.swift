import QuoteModel
import Screen

/// How things look. Colour never tells something alone: a shape, a letter or an attribute says it too.
struct Theme: Hashable, Sendable {
  let name: String
  /// What a cell without a look of its own has; the terminal's own in themes that keep its colours.
  let base: Style
  let faint, strong, source, cue, content, problem: Style
  /// What a search has found.
  let match: Style
  let otherQuote = Style(.standard, .underline)

  /// The row under the cursor: reversed where keys go to it, bold elsewhere.
  func cursor(isFocused: Bool) -> Style.Attributes { isFocused ? .reverse : .bold }

  /// How a sign of a relation looks: what goes against another statement as a problem, what goes along with it
  /// as content.
  func relation(_ kind: Relation.Kind) -> Style {
    switch kind {
    case .contrasts, .shifts: problem
    case .agrees, .repeats, .elaborates: content
    case .answers, .continues: source
    case .sameSubject: .plain
    }
  }

  /// Every theme, by the name that the configuration gives; the first is the one at the start.
  static let all: [Theme] = [terminal, dark, light, safe, plain]

  /// The terminal's own ink on its own paper, whatever they are. The colours are those of the 256 that stand out from
  /// white as well as from black.
  static let terminal = Theme(
    name: "terminal", base: .plain, faint: Style(.standard, .dim), strong: Style(.standard, .bold),
    source: Style(.palette(30), [.bold, .underline]), cue: Style(.palette(130), [.bold, .italic]),
    content: Style(.palette(28), .bold), problem: Style(.palette(162), .bold),
    match: Style(.palette(130), [.bold, .reverse]))

  static let dark = Theme(
    name: "dark", paper: 0x121212, ink: 0xD0D0D0, faint: 0x8A8A8A, source: 0x5FD7FF, cue: 0xFFD75F,
    content: 0x87D787, problem: 0xFF8787, match: (0x121212, 0xFFD75F))

  static let light = Theme(
    name: "light", paper: 0xFAFAFA, ink: 0x1C1C1C, faint: 0x5F5F5F, source: 0x005F87, cue: 0x7A4A00,
    content: 0x005F00, problem: 0xAF0000, match: (0x1C1C1C, 0xFFD75F))

  /// Colours that people who see red and green alike tell apart (Okabe & Ito 2008).
  static let safe = Theme(
    name: "safe", paper: 0x101010, ink: 0xE4E4E4, faint: 0x9E9E9E, source: 0x56B4E9, cue: 0xF0E442,
    content: 0x00C08B, problem: 0xE69F00, match: (0x101010, 0xF0E442))

  /// No colour at all.
  static let plain = Theme(
    name: "plain", base: .plain, faint: Style(.standard, .dim), strong: Style(.standard, .bold),
    source: Style(.standard, [.bold, .underline]), cue: Style(.standard, [.bold, .italic]),
    content: Style(.standard, .bold), problem: Style(.standard, [.italic, .underline]),
    match: Style(.standard, [.bold, .reverse]))

  private init(
    name: String, base: Style, faint: Style, strong: Style, source: Style, cue: Style, content: Style,
    problem: Style, match: Style
  ) {
    (self.name, self.base, self.faint, self.strong) = (name, base, faint, strong)
    (self.source, self.cue, self.content, self.problem) = (source, cue, content, problem)
    self.match = match
  }

  /// A theme with a background of its own; colours as `0xRRGGBB`.
  private init(
    name: String, paper: UInt32, ink: UInt32, faint: UInt32, source: UInt32, cue: UInt32, content: UInt32,
    problem: UInt32, match: (UInt32, UInt32)
  ) {
    self.init(
      name: name, base: Style(.hex(ink), on: .hex(paper)), faint: Style(.hex(faint), []),
      strong: Style(.standard, .bold), source: Style(.hex(source), [.bold, .underline]),
      cue: Style(.hex(cue), [.bold, .italic]), content: Style(.hex(content), .bold),
      problem: Style(.hex(problem), .bold), match: Style(.hex(match.0), on: .hex(match.1), .bold))
  }
}

extension Color {
  fileprivate static func hex(_ value: UInt32) -> Color {
    .rgb(
      UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
      UInt8(truncatingIfNeeded: value))
  }
}

extension Style {
  init(_ foreground: Color, _ attributes: Attributes) {
    self.init(foreground, on: .standard, attributes)
  }

  /// The same look with some attributes turned the other way, so that a match stays in sight on a row that is
  /// reversed.
  func toggling(_ some: Attributes) -> Style {
    Style(foreground, on: background, attributes.symmetricDifference(some))
  }
}

extension Quotation.Kind {
  var letter: Character {
    switch self {
    case .indirect: "I"
    case .mixed: "M"
    case .direct: "D"
    }
  }
}

extension Relation.Kind {
  var symbol: Character {
    switch self {
    case .repeats: "="
    case .continues: "→"
    case .answers: "↩"
    case .elaborates: "+"
    case .agrees: "≈"
    case .contrasts: "⇄"
    case .shifts: "⇅"
    case .sameSubject: "●"
    }
  }

  var name: String {
    switch self {
    case .repeats: "repeats"
    case .continues: "continues"
    case .answers: "answers"
    case .elaborates: "elaborates"
    case .agrees: "agrees"
    case .contrasts: "contrasts"
    case .shifts: "shifts"
    case .sameSubject: "same subject"
    }
  }
}
