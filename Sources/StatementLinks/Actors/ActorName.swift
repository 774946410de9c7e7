/// Names as merging compares them.
enum ActorName {
  /// The name folded, without a leading article. O(bytes).
  static func key(_ name: some StringProtocol) -> String {
    let folded = Folding.fold(name)
    return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
  }
}
