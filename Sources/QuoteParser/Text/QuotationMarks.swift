import QuoteModel

/// For each token, whether it stands between quotation marks. Marks pair within a paragraph, whatever their
/// style; one left open goes on over paragraphs that begin with a mark of their own. O(tokens).
package struct QuotationMarks {
  /// What a token is to the marks around it.
  enum Place: UInt8 {
    // swift-format-ignore
    case outside, open, inside, close
  }

  /// One entry a token.
  private(set) var places: [Place]
  /// For each token inside, or at a mark: index of the stretch it belongs to; -1 outside.
  private(set) var stretchOf: [Int32]
  /// The stretches between marks, marks included.
  private(set) var stretches: [Range<Int>] = []

  package init(_ words: Words, paragraphs: [Range<Int>]) {
    places = Array(repeating: .outside, count: words.count)
    stretchOf = Array(repeating: -1, count: words.count)
    for (row, paragraph) in paragraphs.enumerated() {
      let next = row + 1 < paragraphs.count ? paragraphs[row + 1] : nil
      let goesOn = next.map { !$0.isEmpty && Self.opens(words, $0.lowerBound, paragraph: $0) } ?? false
      pair(words, paragraph, goesOn: goesOn)
    }
  }

  private static func opens(_ words: Words, _ at: Int, paragraph: Range<Int>) -> Bool {
    switch words.form(at) {
    case Form.openDouble, Form.backticks, Form.lowDouble, Form.openGuillemet: return true
    case Form.straightDouble, Form.twoApostrophes:
      return at == paragraph.lowerBound || words.hasSpaceBefore(at) || prior(words, at)
    default: return false
    }
  }

  /// Whether the mark looks the same on both sides of a quotation: `"`, or two apostrophes.
  private static func isTwoFaced(_ form: UInt32) -> Bool {
    form == Form.straightDouble || form == Form.twoApostrophes
  }

  /// Whether an opening bracket or dash stands right before, so that a straight mark opens.
  private static func prior(_ words: Words, _ at: Int) -> Bool {
    at > 0 && !words.isWord(at - 1)
      && ![Form.stop, Form.comma, Form.question, Form.exclamation, Form.ellipsis].contains(words.form(at - 1))
  }

  private static func closes(_ words: Words, _ at: Int) -> Bool {
    switch words.form(at) {
    case Form.closeDouble, Form.twoApostrophes, Form.closeGuillemet, Form.straightDouble: true
    default: false
    }
  }

  private mutating func pair(_ words: Words, _ paragraph: Range<Int>, goesOn: Bool) {
    var start: Int?
    for at in paragraph {
      let form = words.form(at)
      if let begun = start {
        if Self.isTwoFaced(form), words.hasSpaceBefore(at), at + 1 < paragraph.upperBound,
          !words.hasSpaceBefore(at + 1), at > begun + 1, words.isWord(at + 1)
        {
          // A second opening mark: the first was never closed.
          mark(begun..<sentenceEnd(words, begun, at))
          start = at
        } else if Self.closes(words, at) {
          mark(begun..<at + 1)
          start = nil
        }
      } else if Self.opens(words, at, paragraph: paragraph) {
        start = at
      }
    }
    guard let begun = start else { return pairSingle(words, paragraph) }
    mark(begun..<(goesOn ? paragraph.upperBound : sentenceEnd(words, begun, paragraph.upperBound)))
    pairSingle(words, paragraph)
  }

  /// Single marks count only where no double ones stand around them.
  private mutating func pairSingle(_ words: Words, _ paragraph: Range<Int>) {
    var start: Int?
    for at in paragraph where places[at] == .outside {
      let form = words.form(at)
      let straight = form == Form.straightSingle
      if form == Form.openSingle || straight && words.hasSpaceBefore(at) && start == nil {
        start = at
      } else if form == Form.closeSingle || straight, let begun = start, !words.hasSpaceBefore(at) {
        if at - begun > 2 { mark(begun..<at + 1) }
        start = nil
      }
    }
  }

  private func sentenceEnd(_ words: Words, _ start: Int, _ limit: Int) -> Int {
    var at = start + 1
    while at < limit {
      if words.form(at) == Form.stop { return at + 1 }
      at += 1
    }
    return limit
  }

  private mutating func mark(_ range: Range<Int>) {
    guard range.count > 1 else { return }
    let index = Int32(stretches.count)
    stretches.append(range)
    for at in range {
      places[at] = .inside
      stretchOf[at] = index
    }
    places[range.lowerBound] = .open
    places[range.upperBound - 1] = .close
  }
}
