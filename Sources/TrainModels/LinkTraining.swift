// swift-format-ignore-file: NeverForceUnwrap
import Foundation
import QuoteModel
import QuoteParser

/// Trains the linker: which cue a content has, which source a cue has, on spans that the tagger found in articles
/// it never saw.
struct LinkTraining {
  let training: AttributionTraining
  static let epochs = 6
  static let bits = 17

  init(_ training: AttributionTraining) { self.training = training }

  /// One choice to learn: the features of each candidate, "none" first, and the right one.
  private struct Choice {
    var candidates: [[UInt32]] = []
    var right = 0
    var isSource = false
  }

  /// The model file of the linker; says how often it chooses rightly on every tenth article, left out of a first run.
  func model(_ articles: [AttributedArticle], _ unseen: [TaggedWords]) -> [UInt8] {
    let choices = articles.indices.map { self.choices(articles[$0], unseen[$0].roles) }
    let held = choices.indices.filter { $0 % 10 == 9 }.flatMap { choices[$0] }
    let trial = learn(choices.indices.filter { $0 % 10 != 9 }.flatMap { choices[$0] })
    for (name, isSource) in [("cue of a content", false), ("source of a cue", true)] {
      let asked = held.filter { $0.isSource == isSource }
      let right = asked.count { trial.best($0.candidates) == $0.right }
      print("links: \(name) right \(Double(right) / Double(asked.count)) of \(asked.count)")
    }
    return learn(choices.flatMap { $0 }).file()
  }

  private func learn(_ choices: [Choice]) -> LogLinear {
    var model = LogLinear(bits: Self.bits)
    var random = FixedSeed()
    for epoch in 1...Self.epochs {
      for choice in choices.shuffled(using: &random) { model.learn(choice.candidates, right: choice.right) }
      if epoch > Self.epochs / 2 { model.keep() }
    }
    return model
  }

  private func choices(_ article: AttributedArticle, _ roles: [Role]) -> [Choice] {
    training.parts(article) { words, context in
      let candidates = LinkCandidates(words, context, Spans(roles))
      let gold = GoldTokens(article, words)
      return candidates.spans.contents.compactMap { cueChoice($0, candidates, gold) }
        + candidates.spans.cues.compactMap { sourceChoice($0, candidates, gold) }
    }
  }

  private func cueChoice(_ content: Range<Int>, _ candidates: LinkCandidates, _ gold: GoldTokens) -> Choice? {
    guard let row = gold.attribution(of: content) else { return nil }
    let among = candidates.cues(of: content)
    var choice = Choice()
    if let right = among.firstIndex(where: { gold.isCue(candidates.spans.cues[$0], of: row) }) {
      choice.right = right + 1
    }
    choice.candidates = FeatureBuffer.with(LinkFeatures.capacity) { buffer in
      ([nil] + among.map(Optional.some)).map { candidate in
        LinkFeatures.cue(candidates, content, candidate, among, &buffer)
        return Array(buffer.features)
      }
    }
    return choice
  }

  private func sourceChoice(_ cue: Range<Int>, _ candidates: LinkCandidates, _ gold: GoldTokens) -> Choice? {
    guard let row = gold.attribution(ofCue: cue) else { return nil }
    let among = candidates.sources(of: cue)
    var choice = Choice(isSource: true)
    let shares = among.map { gold.sourceShare($0, of: row) }
    if let best = shares.max(), best > 0 {
      choice.right = shares.firstIndex(of: best)! + 1
    } else if gold.hasSource(row) {
      return nil
    }
    choice.candidates = FeatureBuffer.with(LinkFeatures.capacity) { buffer in
      ([nil] + among.map(Optional.some)).map { candidate in
        LinkFeatures.source(candidates, cue, candidate, among, &buffer)
        return Array(buffer.features)
      }
    }
    return choice
  }
}

/// The annotator's attributions as sets of tokens.
struct GoldTokens {
  private let contentOf: [Int32]
  private let cueOf: [Int32]
  let sources: [Set<Int>]
  let contents: [Set<Int>]

  init(_ article: AttributedArticle, _ words: Words) {
    func tokens(_ ranges: [Range<Int>]) -> Set<Int> {
      var out: Set<Int> = []
      for range in ranges {
        var at = words.ranges.firstRow { $0.upper > range.lowerBound }
        while at < words.count, words.ranges[at].lower < range.upperBound {
          out.insert(at)
          at += 1
        }
      }
      return out
    }
    var contentOf = [Int32](repeating: -1, count: words.count)
    var cueOf = contentOf
    for (row, gold) in article.attributions.enumerated() {
      for at in tokens(gold.content) { contentOf[at] = Int32(row) }
      for at in tokens(gold.cue) { cueOf[at] = Int32(row) }
    }
    (self.contentOf, self.cueOf) = (contentOf, cueOf)
    sources = article.attributions.map { tokens($0.source) }
    contents = article.attributions.map { tokens($0.content) }
  }

  /// The attribution that holds most of a content; `nil` where half of it is nobody's.
  func attribution(of span: Range<Int>) -> Int? { most(contentOf, span) }

  func attribution(ofCue span: Range<Int>) -> Int? { most(cueOf, span) }

  private func most(_ rows: [Int32], _ span: Range<Int>) -> Int? {
    var counts: [Int32: Int] = [:]
    for at in span where rows[at] >= 0 { counts[rows[at], default: 0] += 1 }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value * 2 >= span.count
    else {
      return nil
    }
    return Int(best.key)
  }

  func isCue(_ span: Range<Int>, of row: Int) -> Bool { span.contains { cueOf[$0] == Int32(row) } }

  func hasSource(_ row: Int) -> Bool { !sources[row].isEmpty }

  /// How much of a span and of an attribution's source is shared, 0...1.
  func sourceShare(_ span: Range<Int>, of row: Int) -> Double {
    let both = span.count { sources[row].contains($0) }
    return 2 * Double(both) / Double(span.count + sources[row].count)
  }
}
