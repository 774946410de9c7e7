import QuoteModel
import ResourceFiles

/// Tells pointers to other articles and what a page says about itself from the running text, by how a
/// paragraph begins. A pointer that was run together with the next sentence (`… DronesAsked whether`) ends
/// where lower case meets upper case inside a word. O(paragraphs).
struct FurnitureFinder: Sendable {
  private let openings: [(words: [UInt8], kind: ArticlePart.Kind, isWhole: Bool)]

  init() {
    openings = ResourceFiles.lines("Lexicons/teasers.txt").compactMap { line in
      let fields = line.split(separator: "\t")
      guard fields.count >= 2 else { return nil }
      let kind: ArticlePart.Kind? =
        switch fields[1] {
        case "teaser": .teaser
        case "furniture": .furniture
        case "caption": .caption
        default: nil
        }
      return kind.map { (Array(fields[0].lowercased().utf8), $0, fields.count > 2 && fields[2] == "line") }
    }
  }

  /// The same parts with furniture told apart; a teaser run together with body text becomes two.
  func classify(_ bytes: UnsafeBufferPointer<UInt8>, _ parts: [ArticlePart]) -> [ArticlePart] {
    var out: [ArticlePart] = []
    out.reserveCapacity(parts.count)
    for part in parts {
      guard part.kind == .body, let kind = opening(bytes, part.range) else {
        out.append(part)
        continue
      }
      if kind == .teaser, let glue = glue(bytes, part.range) {
        out.append(ArticlePart(TextRange(part.range.lower, glue), .teaser))
        out.append(ArticlePart(TextRange(glue, part.range.upper), .body))
      } else if part.range.count < 300 {
        out.append(ArticlePart(part.range, kind))
      } else {
        out.append(part)
      }
    }
    return out
  }

  private func opening(_ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange) -> ArticlePart.Kind? {
    for opening in openings where opening.words.count <= range.count {
      if opening.isWhole, range.count > opening.words.count + 2 { continue }
      var same = true
      for (offset, byte) in opening.words.enumerated() {
        let here = bytes[range.lower + offset]
        if (ByteKind.isUpper(here) ? here | 0x20 : here) != byte {
          same = false
          break
        }
      }
      if same { return opening.kind }
    }
    return nil
  }

  private func glue(_ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange) -> Int? {
    var run = 0
    for at in range.lower..<range.upper {
      if ByteKind.isUpper(bytes[at]), run >= 3, at + 1 < range.upper, ByteKind.isLower(bytes[at + 1]) {
        return at
      }
      run = ByteKind.isLower(bytes[at]) ? run + 1 : 0
    }
    return nil
  }
}
