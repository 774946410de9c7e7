/// Names as merging compares them.
enum ActorName {
  /// The name folded, without a leading article. O(bytes).
  static func key(_ name: some StringProtocol) -> String {
    let folded = Folding.fold(name)
    for article in ["the ", "a ", "an "] where folded.hasPrefix(article) {
      return String(folded.dropFirst(article.utf8.count))
    }
    return folded
  }
}
