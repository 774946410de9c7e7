/// Words that point away from an article: to others, to a newsletter, to the outlet's own pages.
enum Teasers {
  /// Whether the words begin as such a pointer does. O(list).
  static func opens(_ words: String) -> Bool {
    let bytes = Array(words.utf8.prefix(48))
    let start = bytes.firstIndex { $0.isLetter } ?? 0
    return openings.contains { bytes.has($0, at: start) }
  }

  private static let openings: [StaticString] = [
    "advertisement", "also read", "also see", "also on ", "click here", "comments", "continue reading",
    "don't miss", "don’t miss", "download our",
    "download the", "editor's picks", "editors' picks", "follow us", "for more ", "get the latest",
    "join our", "keep reading", "latest stories", "leave a comment",
    "like us on", "more from", "more great", "more in ", "more news", "more on ", "more stories",
    "most popular", "most read", "must read", "must-read",
    "newsletter", "popular stories", "read also", "read more", "read next", "read the full", "read this next",
    "recommended", "related", "see also",
    "share this", "sign up", "stay up to date", "story continues below", "subscribe",
    "this article was originally", "top stories", "trending", "watch:", "watch more", "watch now",
    "what to read next", "you may also", "you might also", "you might like",
  ]
}
