import QuoteModel

/// What an article is known by: the SHA-256 of everything that was read of it, but for the file it was read from.
struct ContentHash: Hashable, Sendable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Of an article as it was read, before it is parsed. O(text).
  init(of article: Article) {
    var out = ByteWriter()
    out.text(article.title)
    for field in [article.byline, article.outlet, article.date?.description, article.url, article.language] {
      out.text(field)
    }
    out.text(article.text)
    let parts = DigestCodec.encode(article.parts)
    bytes = SHA256.hash(out.bytes + parts)
  }
}
