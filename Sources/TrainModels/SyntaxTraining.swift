// swift-format-ignore-file: NeverForceUnwrap
import Foundation
import QuoteModel
import QuoteParser

/// Trains the dependency parser on GUM train and says what it scores on dev.
func trainSyntax(_ corpora: URL, _ tagger: PartOfSpeechTagger) throws -> [UInt8] {
  let folder = corpora.appending(path: "gum")
  let documents = try TaggedDocument.read(folder.appending(path: "train"))
  var training = SyntaxTraining(documents + documents.compactMap { $0.joinedAtHyphens() }, tagger)
  let file = training.model()
  for prefix in ["", "GUM_news"] {
    let dev = try TaggedDocument.read(folder.appending(path: "dev"), prefix: prefix)
    print("syntax: dev \(prefix) \(score(file, dev, tagger))")
  }
  return file
}

/// Learns actions and roles, over the tags that the tagger gives.
fileprivate struct SyntaxTraining {
  static let epochs = 12
  /// Of the steps that are not right, those that are taken all the same from the second epoch on (Goldberg & Nivre).
  static let explored = 0.9

  fileprivate struct Example {
    var words: Words
    var sentence: Range<Int>
    /// Heads and roles of its tokens, counted from its first; the number of tokens is the root.
    var heads: [Int32]
    var roles: [GrammaticalRole]
  }

  private var examples: [Example] = []
  private var actions = SparsePerceptron(features: [], labels: SyntaxState.Action.allCases.count)
  private var rows: [Int] = []
  private var scores = [Float](repeating: 0, count: SyntaxState.Action.allCases.count)
  private var random = FixedSeed()

  init(_ documents: [TaggedDocument], _ tagger: PartOfSpeechTagger) {
    for document in documents {
      // Lives as long as the training.
      let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: document.text.count)
      _ = bytes.initialize(from: document.text)
      var words = Words(UnsafeBufferPointer(bytes), document.ranges)
      words.tags = tagger.tag(words, document.sentences)
      for sentence in document.sentences.map(\.tokens) {
        let start = sentence.lowerBound
        examples.append(
          Example(
            words: words, sentence: sentence,
            heads: sentence.map {
              Int32(document.heads[$0] < 0 ? sentence.count : document.heads[$0] - start)
            },
            roles: sentence.map { document.roles[$0] }))
      }
    }
  }

  mutating func model() -> [UInt8] {
    let roles = learnRoles()
    actions = SparsePerceptron(features: frequentFeatures(), labels: SyntaxState.Action.allCases.count)
    FeatureBuffer.with(SyntaxFeatures.capacity) { buffer in
      for epoch in 1...Self.epochs {
        var (right, all) = (0, 0)
        for example in examples.shuffled(using: &random) {
          learn(example, explores: epoch > 1, &buffer, &right, &all)
        }
        print("syntax: epoch \(epoch), actions \(Double(right) / Double(all))")
      }
    }
    return actions.file(extra: roles, leaveOutBelow: 0.002, mostFeatures: 200_000)
  }

  /// Features seen so often on the way to the right trees.
  private static let leastSeen = 3

  private func frequentFeatures() -> [UInt32] {
    var counts: [UInt32: Int] = [:]
    for example in examples {
      example.eachStep { state in
        FeatureBuffer.with(SyntaxFeatures.capacity) { buffer in
          SyntaxFeatures.actions(state, &buffer)
          for feature in buffer.features { counts[feature, default: 0] += 1 }
        }
      } arc: { _, _ in
      }
    }
    return counts.filter { $0.value >= Self.leastSeen }.keys.sorted()
  }

  private mutating func learn(
    _ example: Example, explores: Bool, _ buffer: inout FeatureBuffer, _ right: inout Int, _ all: inout Int
  ) {
    var state = SyntaxState()
    state.begin(example.words, example.sentence)
    while !state.isDone {
      var action = state.onlyAction
      if action == nil {
        SyntaxFeatures.actions(state, &buffer)
        actions.rows(buffer.features, into: &rows)
        _ = actions.best(rows, &scores)
        let allowed = SyntaxState.Action.allCases.filter { state.allows($0) }
        let costs = allowed.map { example.cost($0, state) }
        let least = costs.min() ?? 0
        let guess = likeliest(allowed)
        let best = likeliest(zip(allowed, costs).filter { $0.1 == least }.map(\.0))
        let isRight = example.cost(guess, state) == least
        actions.learn(rows, right: best.rawValue, guess: isRight ? best.rawValue : guess.rawValue)
        right += isRight ? 1 : 0
        all += 1
        let follows = isRight || explores && Double.random(in: 0..<1, using: &random) < Self.explored
        action = follows ? guess : best
      }
      guard let action, let arc = state.arc(action) else {
        state.shift()
        continue
      }
      let isGold = example.heads[Int(arc.dependent)] == arc.head
      state.tie(arc, isGold ? example.roles[Int(arc.dependent)] : .other)
    }
  }

  private func likeliest(_ actions: [SyntaxState.Action]) -> SyntaxState.Action {
    actions.max { scores[$0.rawValue] < scores[$1.rawValue] } ?? .shift
  }

  /// Roles are learned over right trees, made in the order the parser makes them.
  private mutating func learnRoles() -> [UInt8] {
    var counts: [UInt32: Int] = [:]
    for example in examples {
      example.eachStep { _ in
      } arc: { features, _ in
        for feature in features { counts[feature, default: 0] += 1 }
      }
    }
    var model = SparsePerceptron(
      features: counts.filter { $0.value > 1 }.keys.sorted(), labels: GrammaticalRole.allCases.count)
    var rows: [Int] = []
    var scores = [Float](repeating: 0, count: model.labels)
    for epoch in 1...6 {
      var (right, all) = (0, 0)
      for example in examples.shuffled(using: &random) {
        example.eachStep { _ in
        } arc: { features, role in
          model.rows(features, into: &rows)
          let guess = model.best(rows, &scores)
          model.learn(rows, right: Int(role.rawValue), guess: guess)
          right += guess == Int(role.rawValue) ? 1 : 0
          all += 1
        }
      }
      print("syntax: epoch \(epoch), roles \(Double(right) / Double(all))")
    }
    return model.file(extra: [], leaveOutBelow: 0.01)
  }
}

extension SyntaxTraining.Example {
  /// How many arcs of the right tree an action puts out of reach (Goldberg & Nivre 2013).
  func cost(_ action: SyntaxState.Action, _ state: SyntaxState) -> Int {
    let end = Int32(sentence.count)
    let top = state.stack[state.stack.count - 1]
    let below = state.stack.count > 1 ? state.stack[state.stack.count - 2] : nil
    switch action {
    case .left:
      let head = heads[Int(top)]
      let isLost = head == below || head > state.next
      return (isLost ? 1 : 0) + waiting(for: top, state)
    case .right:
      return (heads[Int(top)] >= state.next ? 1 : 0) + waiting(for: top, state)
    case .shift:
      guard state.next < end else { return 9 }
      let head = heads[Int(state.next)]
      let isLost = head != top && state.stack.dropLast().contains(head)
      return (isLost ? 1 : 0) + state.stack.count { heads[Int($0)] == state.next }
    }
  }

  /// Tokens still to come that depend on the top of the stack.
  private func waiting(for top: Int32, _ state: SyntaxState) -> Int {
    (Int(state.next)..<sentence.count).count { heads[$0] == top }
  }

  /// Goes the way of a parser that errs as little as it can: calls `step` where there is a choice, and `arc` with the
  /// features and the role of each right arc.
  func eachStep(
    _ step: (SyntaxState) -> Void, arc body: (UnsafeBufferPointer<UInt32>, GrammaticalRole) -> Void
  ) {
    var state = SyntaxState()
    state.begin(words, sentence)
    FeatureBuffer.with(SyntaxFeatures.capacity) { buffer in
      while !state.isDone {
        if state.onlyAction == nil { step(state) }
        let action =
          state.onlyAction
          ?? SyntaxState.Action.allCases.filter { state.allows($0) }.min { cost($0, state) < cost($1, state) }
        guard let action, let arc = state.arc(action) else {
          state.shift()
          continue
        }
        let role = roles[Int(arc.dependent)]
        if arc.head < Int32(sentence.count), heads[Int(arc.dependent)] == arc.head {
          SyntaxFeatures.roles(state, arc, &buffer)
          body(buffer.features, role)
        }
        state.tie(arc, role)
      }
    }
  }
}

private let marks: Set<PartOfSpeech> = [
  .comma, .period, .colon, .openQuote, .closeQuote, .openBracket, .closeBracket, .HYPH, .NFP,
]

/// Shares of words, punctuation left out, with the right head, and with the right head and role.
private func score(_ file: [UInt8], _ documents: [TaggedDocument], _ tagger: PartOfSpeechTagger) -> String {
  file.withUnsafeBytes { bytes in
    let parser = SyntaxParser(LinearModel(bytes)!)!
    var (heads, both, seen, all) = (0, 0, 0, 0)
    var time = Duration.zero
    let clock = ContinuousClock()
    for document in documents {
      document.text.withUnsafeBufferPointer { text in
        var words = Words(text, document.ranges)
        words.tags = tagger.tag(words, document.sentences)
        var tokens = Tokens(ranges: document.ranges, tags: words.tags)
        tokens.heads = Array(repeating: -1, count: tokens.count)
        tokens.roles = Array(repeating: .root, count: tokens.count)
        var state = SyntaxState()
        time += clock.measure {
          for sentence in document.sentences { parser.parse(words, sentence.tokens, &state, into: &tokens) }
        }
        all += tokens.count
        for at in tokens.heads.indices where !marks.contains(document.tags[at]) {
          seen += 1
          guard Int(tokens.heads[at]) == document.heads[at] else { continue }
          heads += 1
          both += tokens.roles[at] == document.roles[at] ? 1 : 0
        }
      }
    }
    let share = { (count: Int) in Double(count * 10_000 / max(1, seen)) / 100 }
    return "head \(share(heads)), head and role \(share(both)), \(seen) words, \(time / max(1, all)) a word"
  }
}
