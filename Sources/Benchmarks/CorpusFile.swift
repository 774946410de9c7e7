import Glibc
import QuoteModel

/// A corpus as one file: the bytes of each segment and at last those of the links, each behind their number.
enum CorpusFile {
  static func write(_ corpus: Corpus, to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    func write(_ bytes: [UInt8]) {
      var count = UInt64(bytes.count)
      fwrite(&count, 8, 1, file)
      fwrite(bytes, 1, bytes.count, file)
    }
    for segment in corpus.segments { write(segment.bytes()) }
    write(corpus.links.bytes())
  }

  static func read(_ path: String) -> Corpus? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
      return nil
    }
    defer { munmap(start, size) }
    var rest = UnsafeRawBufferPointer(start: start, count: size)
    var (segments, next): ([Segment], Segment?) = ([], nil)
    while rest.count >= 8 {
      let count = Int(rest.loadUnaligned(as: UInt64.self))
      let bytes = UnsafeRawBufferPointer(rebasing: rest[8..<8 + count])
      rest = UnsafeRawBufferPointer(rebasing: rest[(8 + count)...])
      if rest.isEmpty {
        return (try? Links(bytes: bytes, for: segments)).map { Corpus(segments: segments, links: $0) }
      }
      next = try? Segment(
        bytes: bytes, firstArticle: next.map { $0.firstArticle + $0.articleCount } ?? 0,
        firstQuotation: next.map { $0.firstQuotation + $0.count } ?? 0,
        firstActor: next.map { $0.firstActor + $0.actorCount } ?? 0)
      guard let next else { return nil }
      segments.append(next)
    }
    return nil
  }
}
