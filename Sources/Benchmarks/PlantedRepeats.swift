import Accuracy
import ArticleImport
import Glibc
import QuoteModel
import QuoteParser
import Reading
import StatementLinks

/// Repeats planted in a large made-up corpus, and how linking grows with it. Statements are chains of words as they
/// follow one another in given articles, so that common words are as common and rare ones as rare.
struct PlantedRepeats {
  private static let quotationsOfArticle = 20
  private var dice = Dice(20_261)
  /// Each token of the articles as a row of `forms`, and the rows that follow each.
  private var forms: [(word: String, tag: PartOfSpeech)] = []
  private var successors: [[Int32]] = []
  private var openers: [Int32] = []
  private var byTag: [PartOfSpeech: [Int32]] = [:]

  /// A statement as rows of `forms`.
  private struct Made {
    var tokens: [Int32]
    var speaker: Int
    /// Which statement it repeats.
    var original: Int?
  }

  /// Plants `planted` repeats among `count` statements and prints how many are found, how many found are planted,
  /// and what linking takes of growing parts.
  static func print(_ planted: Int, among count: Int, _ folders: [String]) throws {
    var maker = PlantedRepeats()
    try maker.learn(folders)
    let statements = maker.statements(planted, among: count)
    let linker = Linker()
    let digests = maker.digests(statements, linker)
    var seconds: [(count: Int, seconds: Double)] = []
    for size in [5_000, 10_000, 20_000] where size <= count {
      let part = segments(Array(digests.prefix(size / quotationsOfArticle)))
      let start = ContinuousClock.now
      _ = linker.link(part)
      seconds.append((size, (ContinuousClock.now - start).milliseconds / 1e3))
      Swift.print("linking \(size) quotations: \(seconds[seconds.count - 1].seconds) s")
    }
    if let first = seconds.first, let last = seconds.last, first.count < last.count {
      let exponent = log(last.seconds / first.seconds) / log(Double(last.count) / Double(first.count))
      Swift.print("growth from \(first.count) to \(last.count): n^\(exponent)")
    }
    let start = ContinuousClock.now
    let links = linker.link(segments(digests))
    Swift.print("linking \(count) quotations: \((ContinuousClock.now - start).milliseconds / 1e3) s")
    var (found, right) = (0, 0)
    for row in statements.indices {
      for relation in links.relations[row] where relation.kind == .repeats && relation.isForward {
        found += 1
        let (a, b) = (
          statements[row].original ?? row, statements[relation.target.index].original ?? relation.target.index
        )
        if a == b { right += 1 }
      }
    }
    let kept = statements.indices.count { row in
      guard let original = statements[row].original else { return false }
      return links.fullestForms[QuotationID(row)] == links.fullestForms[QuotationID(original)]
    }
    Swift.print(
      "planted \(planted) in \(count): recall \(Double(kept) / Double(planted)), precision \(Double(right) / Double(max(1, found))) of \(found)"
    )
  }

  private mutating func learn(_ folders: [String]) throws {
    let parser = Parser()
    var rows: [String: Int32] = [:]
    for folder in folders {
      for name in try CorpusFiles.names(in: folder, ending: ".txt") {
        let text = String(decoding: try CorpusFiles.bytes(folder + "/" + name), as: UTF8.self)
        let parsed = parser.parse(Article(name: name, path: name, text: text))
        for sentence in parsed.sentences {
          var last: Int32?
          for token in sentence.tokens {
            let tag = parsed.tokens.tags[token]
            let word = String(parsed.article.text[parsed.tokens.ranges[token]])
            if [.openQuote, .closeQuote, .openBracket, .closeBracket].contains(tag) { continue }
            let row = rows[word + "/\(tag.rawValue)"] ?? Int32(forms.count)
            if Int(row) == forms.count {
              rows[word + "/\(tag.rawValue)"] = row
              forms.append((word, tag))
              successors.append([])
              byTag[tag, default: []].append(row)
            }
            if let last { successors[Int(last)].append(row) } else { openers.append(row) }
            last = row
          }
        }
      }
    }
  }

  private mutating func statements(_ planted: Int, among count: Int) -> [Made] {
    var made: [Made] = []
    for _ in 0..<(count - planted) { made.append(Made(tokens: sentence(), speaker: dice.roll(0..<2000))) }
    for _ in 0..<planted {
      let original = dice.roll(0..<(count - planted))
      made.append(
        Made(tokens: changed(made[original].tokens), speaker: made[original].speaker, original: original))
    }
    return made
  }

  /// 12 to 40 words.
  private mutating func sentence() -> [Int32] {
    let length = dice.roll(12..<41)
    var tokens: [Int32] = []
    while tokens.count < length {
      guard let last = tokens.last, !successors[Int(last)].isEmpty else {
        tokens.append(openers[dice.roll(0..<openers.count)])
        continue
      }
      tokens.append(successors[Int(last)][dice.roll(0..<successors[Int(last)].count)])
    }
    return tokens
  }

  /// Cut to at least 60 %, or other commas, or up to one word in eight another of its kind, or all of it.
  private mutating func changed(_ tokens: [Int32]) -> [Int32] {
    var tokens = tokens
    let how = dice.roll(0..<4)
    if how == 0 || how == 3 {
      let kept = max(10, tokens.count * dice.roll(60..<95) / 100)
      let start = dice.roll(0..<max(1, tokens.count - kept + 1))
      tokens = Array(tokens[start..<min(tokens.count, start + kept)])
    }
    if how == 1 || how == 3 { tokens.removeAll { forms[Int($0)].tag == .comma } }
    if how == 2 || how == 3 {
      for _ in 0..<max(1, tokens.count / 8) {
        let at = dice.roll(0..<tokens.count)
        let others = byTag[forms[Int(tokens[at])].tag] ?? []
        if !others.isEmpty { tokens[at] = others[dice.roll(0..<others.count)] }
      }
    }
    return tokens
  }

  private func digests(_ statements: [Made], _ linker: Linker) -> [DigestedArticle] {
    stride(from: 0, to: statements.count, by: Self.quotationsOfArticle).map { start in
      let own = statements[start..<min(start + Self.quotationsOfArticle, statements.count)]
      var text = ""
      var parsed = ParsedArticle(article: Article(name: "\(start)", path: "\(start)", text: ""))
      for statement in own {
        let (begin, first) = (text.utf8.count, parsed.tokens.count)
        for token in statement.tokens {
          let form = forms[Int(token)]
          parsed.tokens.ranges.append(TextRange(text.utf8.count, text.utf8.count + form.word.utf8.count))
          parsed.tokens.tags.append(form.tag)
          text += form.word + " "
        }
        let speaker = "Speaker Number\(statement.speaker)"
        let row = parsed.actors.firstIndex { $0.name == speaker } ?? parsed.actors.count
        if row == parsed.actors.count { parsed.actors.append(Actor(name: speaker, kind: .person)) }
        parsed.sentences.append(
          Sentence(tokens: first..<parsed.tokens.count, part: parsed.article.parts.count))
        parsed.quotations.append(Quotation(content: [TextRange(begin, text.utf8.count - 1)], speakers: [row]))
        parsed.article.parts.append(ArticlePart(TextRange(begin, text.utf8.count)))
      }
      parsed.article.text = text
      return linker.digest(parsed)
    }
  }

  static func segments(_ digests: [DigestedArticle]) -> [Segment] {
    var out: [Segment] = []
    for start in stride(from: 0, to: digests.count, by: 256) {
      let last = out.last
      out.append(
        Segment(
          Array(digests[start..<min(start + 256, digests.count)]),
          firstArticle: last.map { $0.firstArticle + $0.articleCount } ?? 0,
          firstQuotation: last.map { $0.firstQuotation + $0.count } ?? 0,
          firstActor: last.map { $0.firstActor + $0.actorCount } ?? 0))
    }
    return out
  }
}
