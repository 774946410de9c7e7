import QuoteModel

/// What those are called who bear no name: `a spokeswoman (Harbor Board)`, `the director`. With their article and in
/// small letters they cannot be taken for somebody's name.
extension Coreference {
  private static let prepositions = Form.set("for of at with from in")
  private static let own = WordHash.lowercased("own")
  private static let definite = Form.set("the this that his her their its our my")

  /// Names every actor that is a role, but for those who speak as a group. O(mentions).
  mutating func nameRoles() {
    var isNamed = Array(repeating: false, count: actors.count)
    for mention in mentions where mention.kind == .role {
      guard let actor = mention.actor, isRole[actor], !isNamed[actor], actors[actor].kind != .group else {
        continue
      }
      isNamed[actor] = true
      let name = roleName(mention.tokens)
      guard !name.isEmpty, name != actors[actor].name else { continue }
      if !actors[actor].aliases.contains(actors[actor].name) {
        actors[actor].aliases.append(actors[actor].name)
      }
      actors[actor].name = name
    }
  }

  private func roleName(_ tokens: Range<Int>) -> String {
    var start = tokens.lowerBound
    let first = words.lower[start]
    var article = ""
    // `one supporter`, but not `one in four`
    if Form.indefinites.contains(first), tokens.count > 1, words.tags[start + 1] != .IN { article = "a" }
    if Self.definite.contains(first) { article = "the" }
    let isOwned = words.tags[start] == .PRPS
    if !article.isEmpty, tokens.count > 1 { start += 1 }
    let stop = (start..<tokens.upperBound).first {
      Self.prepositions.contains(words.lower[$0]) || words.form($0) == Form.comma
        || words.tags[$0] == .WP || words.tags[$0] == .WDT
    }
    var head = start..<(stop ?? tokens.upperBound)
    var whose: String?
    if isOwned { whose = name(at: tokens.lowerBound) }
    if let owner = head.first(where: { words.tags[$0] == .POS || Form.possessive.contains(words.lower[$0]) }),
      owner + 1 < head.upperBound
    {
      // The last: `Democratic candidate Ana Ruiz's speech`.
      let names = names(within: head.lowerBound..<owner)
      whose = names.last?.actor.map { actors[$0].name } ?? whose
      guard whose != nil else { return plain(tokens, article) }
      // `the Harbor Courier’s own reviewer`
      let isOwn = words.lower[owner + 1] == Self.own && owner + 2 < head.upperBound
      (head, article) = (owner + (isOwn ? 2 : 1)..<head.upperBound, "the")
    } else if let inside = named(within: head), inside.tokens.lowerBound == head.lowerBound,
      inside.tokens.upperBound < head.upperBound, inside.kind == .name,
      words.form(inside.tokens.upperBound) != Form.and
    {
      // `Harbor Board spokeswoman`
      whose = inside.actor.map { actors[$0].name }
      head = inside.tokens.upperBound..<head.upperBound
    }
    let end = stop ?? tokens.upperBound
    if whose == nil, end + 1 < words.count, Self.prepositions.contains(words.lower[end]),
      words.lower[end] != WordHash.lowercased("in")
    {
      let after = Self.definite.contains(words.lower[end + 1]) ? end + 2 : end + 1
      whose = after < words.count ? name(startingAt: after) : nil
      if whose == nil { return plain(tokens, article) }
    }
    guard !head.isEmpty, let whose else { return plain(tokens, article) }
    // `Ruiz Campaign` of a headline
    if article.isEmpty, words.shapes[head.lowerBound] & 7 == Shape.capital {
      return words.text(head).lowercased() + " (\(whose))"
    }
    return (article.isEmpty ? "" : withArticle(article, words.text(head.lowerBound)) + " ")
      + lowered(words.text(head), head.lowerBound) + " (\(whose))"
  }

  /// The words up to the first comma, with the article.
  private func plain(_ tokens: Range<Int>, _ article: String) -> String {
    let end = tokens.dropFirst().first {
      words.form($0) == Form.comma || words.tags[$0] == .WP || words.tags[$0] == .WDT
    }
    let span = tokens.lowerBound..<(end ?? tokens.upperBound)
    guard !article.isEmpty, span.count > 1, words.tags[span.lowerBound] != .PRPS else {
      return lowered(words.text(span), span.lowerBound)
    }
    return withArticle(article, words.text(span.lowerBound + 1)) + " "
      + words.text(span.lowerBound + 1..<span.upperBound)
  }

  private func withArticle(_ article: String, _ next: String) -> String {
    article == "a" && "aeiouAEIOU".contains(next.prefix(1)) && !next.isEmpty ? "an" : article
  }

  /// A text without the capital that its first word has for leading a sentence.
  func lowered(_ text: String, _ at: Int) -> String {
    guard words.shapes[at] & 7 == Shape.capital, !words.tags[at].isProperNoun else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private func named(within span: Range<Int>) -> Placed? { names(within: span).first }

  private func names(within span: Range<Int>) -> [Placed] {
    guard !span.isEmpty else { return [] }
    return near(span).filter {
      ($0.kind == .name || $0.kind == .demonym) && span.contains($0.tokens.lowerBound) && $0.actor != nil
    }
  }

  /// The name that begins at a token, or behind one or two words that narrow it.
  private func name(startingAt at: Int) -> String? {
    near(at..<at + 1).first { found in
      guard let actor = found.actor, !isRole[actor] else { return false }
      let isRoleWithArticle = found.kind == .role && found.tokens.lowerBound == at - 1
      return found.kind == .name && found.tokens.lowerBound == at || isRoleWithArticle
    }?.actor.map { actors[$0].name }
  }

  /// Whom a possessive pronoun stands for, if that is somebody with a name.
  private func name(at pronoun: Int) -> String? {
    near(pronoun..<pronoun + 1).first { $0.kind == .pronoun && $0.tokens.lowerBound == pronoun }?.actor
      .flatMap { isRole[$0] ? nil : actors[$0].name }
  }
}
