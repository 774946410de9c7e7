/// What one or two neighbouring cells show, and which bytes of the text it stands for.
public struct Glyph: Hashable, Sendable {
  /// One code point that takes room and at most four marks over it.
  public let character: Character
  /// 1 or 2.
  public let columns: Int
  /// UTF-8 offsets from the start of the text, what was left out behind the character included.
  public let bytes: Range<Int>

  /// The code point that takes the room. Comparing it costs far less than comparing characters.
  let base: Unicode.Scalar
}

/// A text as the glyphs a terminal is shown, made as they are asked for.
public struct Glyphs: Sequence {
  /// What is done with the ends of lines.
  public enum LineBreaks: Sendable {
    /// Pictures stand for them, as for all controls.
    case pictures
    /// A blank stands for each.
    case blanks
  }

  private let text: Substring
  private let lineBreaks: LineBreaks

  init(_ text: Substring, lineBreaks: LineBreaks) {
    self.text = text
    self.lineBreaks = lineBreaks
  }

  /// The glyphs from the first.
  public func makeIterator() -> Iterator { Iterator(text.unicodeScalars.makeIterator(), lineBreaks) }

  /// Makes one glyph after the other.
  public struct Iterator: IteratorProtocol {
    /// A cell of ncurses keeps five code points.
    private static let mostMarks = 4

    private var scalars: Substring.UnicodeScalarView.Iterator
    private var pending: Unicode.Scalar?
    private var offset = 0
    private let lineBreaks: LineBreaks

    init(_ scalars: Substring.UnicodeScalarView.Iterator, _ lineBreaks: LineBreaks) {
      self.scalars = scalars
      self.lineBreaks = lineBreaks
      pending = self.scalars.next()
    }

    /// The next glyph. O(its code points).
    public mutating func next() -> Glyph? {
      while let scalar = pending {
        let start = offset
        advance(over: scalar)
        switch classify(scalar) {
        case .dropped: continue
        case .mark: return gather("\u{25CC}", [scalar], columns: 1, from: start)
        case .shown(let shown, let columns):
          // No mark and nothing that is dropped is ASCII.
          if pending.map(\.isASCII) ?? true {
            return Glyph(character: Character(shown), columns: columns, bytes: start..<offset, base: shown)
          }
          return gather(shown, [], columns: columns, from: start)
        }
      }
      return nil
    }

    private mutating func advance(over scalar: Unicode.Scalar) {
      offset += UTF8.width(scalar)
      pending = scalars.next()
    }

    private func classify(_ scalar: Unicode.Scalar) -> ScalarClass {
      if lineBreaks == .blanks, scalar.endsLine { return .shown(" ", columns: 1) }
      return ScalarClass(scalar)
    }

    /// The glyph of a base with what follows over it.
    private mutating func gather(
      _ base: Unicode.Scalar, _ first: [Unicode.Scalar], columns: Int, from start: Int
    ) -> Glyph {
      var marks = first
      reading: while let scalar = pending {
        switch classify(scalar) {
        case .shown: break reading
        case .mark: if marks.count < Self.mostMarks { marks.append(scalar) }
        case .dropped: break
        }
        advance(over: scalar)
      }
      return Glyph(character: Self.join(base, marks), columns: columns, bytes: start..<offset, base: base)
    }

    private static func join(_ base: Unicode.Scalar, _ marks: [Unicode.Scalar]) -> Character {
      if marks.isEmpty { return Character(base) }
      var text = String(base)
      text.unicodeScalars.append(contentsOf: marks)
      // Korean letters out of order do not join; only what does is shown.
      return text.first ?? Character(base)
    }
  }
}

extension Unicode.Scalar {
  /// Whether text editors end a line here.
  var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
