import QuoteModel
import Screen

/// How things look: the terminal's own colours, and never a colour without a shape or letter beside it.
enum Theme {
  static let faint = Style(.standard, .dim)
  static let strong = Style(.standard, .bold)
  static let source = Style(.palette(6), [.bold, .underline])
  static let cue = Style(.palette(3), [.bold, .italic])
  static let content = Style(.palette(2), .bold)
  static let otherQuote = Style(.standard, .underline)
  static let problem = Style(.palette(1), .bold)

  /// The row under the cursor: reversed where keys go to it, bold elsewhere.
  static func cursor(isFocused: Bool) -> Style.Attributes { isFocused ? .reverse : .bold }
}

extension Style {
  fileprivate init(_ foreground: Color, _ attributes: Attributes) {
    self.init(foreground, on: .standard, attributes)
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
