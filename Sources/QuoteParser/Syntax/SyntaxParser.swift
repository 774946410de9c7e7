import QuoteModel

/// A greedy transition-based dependency parser (arc-hybrid, dynamic oracle: Goldberg & Nivre 2013) over hashed
/// features. What a word is to its head is chosen when the two are tied. O(tokens).
package struct SyntaxParser: Sendable {
  private let actions: LinearModel
  private let roles: LinearModel

  /// A parser with those weights: a model of actions, a model of roles in its extra bytes.
  package init?(_ model: LinearModel) {
    guard let roles = LinearModel(model.extra), model.labels >= SyntaxState.Action.allCases.count,
      roles.labels == GrammaticalRole.allCases.count
    else { return nil }
    actions = model
    self.roles = roles
  }

  /// Parses the tokens as one sentence and writes the heads, as rows of the article's tokens.
  package func parse(
    _ words: Words, _ sentence: Range<Int>, _ state: inout SyntaxState, into tokens: inout Tokens
  ) {
    guard !sentence.isEmpty else { return }
    state.begin(words, sentence)
    FeatureBuffer.with(SyntaxFeatures.capacity) { buffer in
      while !state.isDone {
        let action = action(state, &buffer)
        guard let arc = state.arc(action) else {
          state.shift()
          continue
        }
        state.tie(arc, role(arc, state, &buffer))
      }
    }
    for (at, node) in zip(sentence, state.nodes) {
      tokens.heads[at] = Int(node.head) < state.count ? Int32(sentence.lowerBound) + node.head : -1
      tokens.roles[at] = node.role
    }
  }

  private func action(_ state: borrowing SyntaxState, _ buffer: inout FeatureBuffer) -> SyntaxState.Action {
    if let only = state.onlyAction { return only }
    SyntaxFeatures.actions(state, &buffer)
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: actions.labels) { scores in
      scores.initialize(repeating: 0)
      guard let base = scores.baseAddress else { return .left }
      actions.add(buffer.features, to: base)
      var best = SyntaxState.Action.left
      if state.allows(.shift), base[SyntaxState.Action.shift.rawValue] > base[best.rawValue] { best = .shift }
      if state.allows(.right), base[SyntaxState.Action.right.rawValue] > base[best.rawValue] { best = .right }
      return best
    }
  }

  private func role(
    _ arc: (head: Int32, dependent: Int32), _ state: borrowing SyntaxState, _ buffer: inout FeatureBuffer
  ) -> GrammaticalRole {
    guard Int(arc.head) < state.count else { return .root }
    SyntaxFeatures.roles(state, arc, &buffer)
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: roles.labels) { scores in
      scores.initialize(repeating: 0)
      guard let base = scores.baseAddress else { return .other }
      roles.add(buffer.features, to: base)
      var best = 0
      for role in 1..<roles.labels where base[role] > base[best] { best = role }
      return GrammaticalRole(rawValue: UInt8(best)) ?? .other
    }
  }
}
