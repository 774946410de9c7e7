import QuoteModel

/// What the taggers know of a token beside its words: marks, sentences, paragraphs, the nearest cues.
package struct TaggingContext {
  let marks: QuotationMarks
  /// For each token: its sentence's tokens.
  var sentenceOf: [Int32] = []
  var sentences: [Sentence]
  /// Tokens of each paragraph.
  var paragraphs: [Range<Int>]
  /// For each token: how surely it is a cue, 0...3.
  var cue: [UInt8] = []
  /// For each token: the nearest likely cue to the left and to the right in its sentence, -1 where none.
  var cueLeft: [Int32] = []
  var cueRight: [Int32] = []
  /// For each token: a hash of the first words of its sentence.
  var opening: [UInt32] = []

  package init(
    _ words: Words, sentences: [Sentence], paragraphs: [Range<Int>], marks: QuotationMarks, cues: CueLexicon
  ) {
    self.marks = marks
    self.sentences = sentences
    self.paragraphs = paragraphs
    sentenceOf = Array(repeating: 0, count: words.count)
    cue = words.lower.map { UInt8(cues[$0]) }
    cueLeft = Array(repeating: -1, count: words.count)
    cueRight = cueLeft
    for (row, sentence) in sentences.enumerated() {
      var nearest: Int32 = -1
      for at in sentence.tokens {
        sentenceOf[at] = Int32(row)
        cueLeft[at] = nearest
        if isLikelyCue(words, at) { nearest = Int32(at) }
      }
      nearest = -1
      for at in sentence.tokens.reversed() {
        cueRight[at] = nearest
        if isLikelyCue(words, at) { nearest = Int32(at) }
      }
    }
  }

  /// The paragraph that holds a token. O(log paragraphs).
  func paragraphs(holding at: Int) -> Range<Int>? {
    let rows = Near.rows(paragraphs, in: at..<at + 1)
    return rows.first.map { paragraphs[$0] }
  }

  /// Whether a stretch between marks is a whole paragraph that ends a sentence.
  func isQuotedParagraph(_ stretch: Range<Int>, _ words: Words) -> Bool {
    guard let paragraph = paragraphs(holding: stretch.lowerBound), stretch == paragraph else { return false }
    return stretch.suffix(2).contains { Self.sentenceEnds.contains(words.form($0)) }
  }

  private static let sentenceEnds = [Form.stop, Form.question, Form.exclamation, Form.ellipsis]

  private func isLikelyCue(_ words: Words, _ at: Int) -> Bool { cue[at] >= 2 && marks.places[at] == .outside }
}

/// The features of the source–cue–content tagger.
package enum AttributionFeatures {
  /// Fills `buffer` with what the tagger sees of token `at`.
  package static func features(
    _ words: Words, _ context: TaggingContext, _ at: Int, _ buffer: inout FeatureBuffer
  ) {
    buffer.clear()
    let count = words.count
    let word = words.lower[at]
    let tag = UInt32(words.tags[at].rawValue)
    let place = UInt32(context.marks.places[at].rawValue)
    let sentence = context.sentences[Int(context.sentenceOf[at])].tokens
    let fromStart = UInt32(min(at - sentence.lowerBound, 6))
    let toEnd = UInt32(min(sentence.upperBound - 1 - at, 4))
    func lower(_ i: Int) -> UInt32 { i >= 0 && i < count ? words.lower[i] : 7 }
    func pos(_ i: Int) -> UInt32 { i >= 0 && i < count ? UInt32(words.tags[i].rawValue) : 77 }
    func cue(_ i: Int) -> UInt32 { i >= 0 && i < count ? UInt32(context.cue[i]) : 9 }
    func quote(_ i: Int) -> UInt32 { i >= 0 && i < count ? UInt32(context.marks.places[i].rawValue) : 9 }
    buffer.add(1, word)
    buffer.add(2, lower(at - 1))
    buffer.add(3, lower(at + 1))
    buffer.add(4, lower(at - 1), word)
    buffer.add(5, word, lower(at + 1))
    buffer.add(6, lower(at - 2), lower(at - 1))
    buffer.add(7, lower(at + 1), lower(at + 2))
    buffer.add(8, tag, place)
    buffer.add(9, pos(at - 1), tag)
    buffer.add(10, tag, pos(at + 1))
    buffer.add(11, WordHash.mix(pos(at - 2), pos(at - 1)), tag)
    buffer.add(12, tag, WordHash.mix(pos(at + 1), pos(at + 2)))
    buffer.add(13, UInt32(words.shapes[at]), fromStart)
    buffer.add(14, words.suffix(at, 3), tag)
    buffer.add(15, place, quote(at - 1) &* 8 &+ quote(at + 1))
    buffer.add(16, UInt32(context.cue[at]), place)
    buffer.add(17, word, place)
    buffer.add(18, cue(at - 1), cue(at + 1))
    buffer.add(19, WordHash.mix(cue(at - 1), cue(at - 2)), tag)
    buffer.add(20, WordHash.mix(cue(at + 1), cue(at + 2)), tag)
    buffer.add(21, fromStart, toEnd)
    buffer.add(22, 0)
    nearest(words, context, at, place, tag, sentence, &buffer)
    stretch(words, context, at, place, &buffer)
    // How the sentence begins and ends tells headlines, transcripts and indirect speech apart.
    let first = sentence.lowerBound
    buffer.add(23, lower(first), fromStart == 0 ? 1 : 0)
    buffer.add(24, WordHash.mix(lower(first), lower(first + 1)), place)
    let paragraph = words.lower[at] == Form.colon ? 1 : 0
    buffer.add(25, UInt32(paragraph), fromStart)
    if at >= 1 { buffer.add(26, words.suffix(at - 1, 3), tag) }
    buffer.add(27, lower(at - 1), pos(at + 1))
    buffer.add(28, pos(at - 1), lower(at + 1))
    if at + 2 < count { buffer.add(29, lower(at + 2), tag) }
    if at >= 2 { buffer.add(30, lower(at - 2), tag) }
  }

  private static func nearest(
    _ words: Words, _ context: TaggingContext, _ at: Int, _ place: UInt32, _ tag: UInt32,
    _ sentence: Range<Int>,
    _ buffer: inout FeatureBuffer
  ) {
    let left = Int(context.cueLeft[at])
    let right = Int(context.cueRight[at])
    let leftWord: UInt32 = left >= 0 ? words.lower[left] : 3
    let rightWord: UInt32 = right >= 0 ? words.lower[right] : 4
    let leftGap = bucket(left >= 0 ? at - left : 0)
    let rightGap = bucket(right >= 0 ? right - at : 0)
    buffer.add(31, leftWord, place)
    buffer.add(32, rightWord, place)
    buffer.add(33, leftGap, WordHash.mix(rightGap, place))
    buffer.add(34, leftWord, leftGap)
    buffer.add(35, rightWord, rightGap)
    buffer.add(36, WordHash.mix(leftGap, tag), place)
    buffer.add(37, WordHash.mix(rightGap, tag), place)
    if left >= 0 {
      let next: UInt32 = left + 1 < words.count ? words.lower[left + 1] : 5
      buffer.add(38, leftWord, next)
      buffer.add(39, between(words, left + 1, at), place)
      buffer.add(40, next, WordHash.mix(leftGap, place))
    }
    if right >= 0 {
      buffer.add(41, between(words, at + 1, right), place)
      buffer.add(42, right + 1 < words.count ? words.lower[right + 1] : 5, WordHash.mix(rightGap, place))
      buffer.add(43, UInt32(words.tags[max(0, right - 1)].rawValue), WordHash.mix(rightGap, tag))
    }
  }

  /// What stands between two tokens: commas, `that`, another verb, a quotation mark.
  static func between(_ words: Words, _ from: Int, _ to: Int) -> UInt32 {
    var out: UInt32 = 0
    for at in from..<max(from, min(to, from + 25)) {
      let form = words.lower[at]
      if form == Form.comma { out |= 1 }
      if form == Form.that { out |= 2 }
      if form == Form.colon { out |= 4 }
      if form == Form.to { out |= 8 }
      if form == Form.and { out |= 32 }
      if words.tags[at].isVerb || words.tags[at] == .MD { out |= 16 }
    }
    return out
  }

  private static func stretch(
    _ words: Words, _ context: TaggingContext, _ at: Int, _ place: UInt32, _ buffer: inout FeatureBuffer
  ) {
    let index = Int(context.marks.stretchOf[at])
    guard index >= 0 else {
      // Behind a closing mark, before an opening one: where attributions stand.
      let before = at > 0 && context.marks.places[at - 1] == .close
      let after = at + 1 < words.count && context.marks.places[at + 1] == .open
      buffer.add(50, before ? 1 : 0, after ? 1 : 0)
      return
    }
    let range = context.marks.stretches[index]
    let length = bucket(range.count)
    let last = range.upperBound - 2
    let ending: UInt32 = last > range.lowerBound ? words.lower[last] : 0
    let isEnd = [Form.comma, Form.stop, Form.question, Form.exclamation].contains(ending)
    let outer: UInt32 = range.lowerBound > 0 ? words.lower[range.lowerBound - 1] : 6
    let next: UInt32 = range.upperBound < words.count ? words.lower[range.upperBound] : 8
    let sentence = context.sentences[Int(context.sentenceOf[range.lowerBound])].tokens
    let starts: UInt32 = sentence.lowerBound == range.lowerBound ? 1 : 0
    buffer.add(51, length, WordHash.mix(isEnd ? 1 : 0, starts))
    buffer.add(52, WordHash.mix(length, place), isEnd ? 1 : 0)
    buffer.add(53, outer, length)
    buffer.add(54, next, length)
    buffer.add(55, ending, place)
    buffer.add(56, UInt32(min(3, at - range.lowerBound)), WordHash.mix(length, starts))
    let cued = context.cueLeft[range.lowerBound] >= 0 || context.cueRight[range.upperBound - 1] >= 0
    buffer.add(57, cued ? 1 : 0, length)
  }

  static func bucket(_ gap: Int) -> UInt32 {
    switch gap {
    case ...4: UInt32(max(0, gap))
    case 5...7: 5
    case 8...12: 6
    case 13...20: 7
    case 21...40: 8
    default: 9
    }
  }
}
