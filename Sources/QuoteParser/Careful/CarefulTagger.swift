import CKernels
import Glibc
import QuoteModel

/// Tags and links an article by the careful network, window by window.
package struct CarefulTagger: Sendable {
  private let network: CarefulNetwork
  /// Pieces that one window shares with the next.
  private static let overlap = 48

  package init(_ network: CarefulNetwork) { self.network = network }

  /// The roles of the words, and the links between them. O(words * weights of the network).
  ///
  /// Looks at `isStopped` before every window, some 200 words, and tags no further once it is true.
  package func tag(
    _ words: Words, _ context: TaggingContext, isStopped: () -> Bool = { false }
  ) -> (TaggedWords, PointedLinks) {
    let laid = lay(words, context)
    let labels = Role.allCases.count
    var scores = [Int32](repeating: 0, count: words.count * labels)
    var windows: [PointedLinks.Window] = []
    var start = 0
    let size = CarefulNetwork.window - 1
    var work = Workspace()
    while start < laid.pieces.count, !isStopped() {
      let end = min(laid.pieces.count, start + size)
      let ids = [network.pieces.classify] + laid.pieces[start..<end].map(\.id)
      let answer = network.run(ids, casing: [0] + laid.pieces[start..<end].map(\.casing), &work)
      // Of what two windows see, each answers for the half that is nearer to its middle.
      let low = start == 0 ? 0 : start + Self.overlap / 2
      let high = end == laid.pieces.count ? end : end - Self.overlap / 2
      windows.append(PointedLinks.Window(pieces: start..<end, answers: low..<high, points: answer.points))
      for at in words.lower.indices where low <= laid.pieceOf[at] && laid.pieceOf[at] < high {
        let row = (Int(laid.pieceOf[at]) - start + 1) * CarefulNetwork.labels
        let sum = (0..<labels).reduce(Float(0)) { $0 + expf(answer.tags[row + $1]) }
        for label in 0..<labels {
          scores[at * labels + label] = Int32((answer.tags[row + label] - logf(sum)) * Self.unit)
        }
      }
      if end == laid.pieces.count { break }
      start = end - Self.overlap
    }
    let free = [Int32](repeating: 0, count: labels * labels)
    let roles = Viterbi.best(scores, transitions: free, labels: labels)
    let tagged = TaggedWords(roles, scores: scores, scale: 1 / Self.unit)
    return (tagged, PointedLinks(pieceOf: laid.pieceOf, windows: windows, near: network.near))
  }

  /// Whole numbers a nat, for the Viterbi that the quick tagger uses too.
  private static let unit: Float = 256

  /// The pieces of an article, paragraphs set apart, and for each word the piece that answers for it.
  private func lay(_ words: Words, _ context: TaggingContext) -> (pieces: [WordPieces.Piece], pieceOf: [Int])
  {
    var pieces: [WordPieces.Piece] = []
    var pieceOf = [Int](repeating: 0, count: words.count)
    for paragraph in context.paragraphs where !paragraph.isEmpty {
      let range = words.ranges[paragraph.lowerBound].lower..<words.ranges[paragraph.upperBound - 1].upper
      let found = network.pieces.pieces(words.bytes, in: range)
      var next = 0
      var answering = pieces.count
      for at in paragraph {
        while next < found.count, Int(found[next].start) <= words.ranges[at].lower {
          if found[next].isFirst { answering = pieces.count + next }
          next += 1
        }
        pieceOf[at] = answering
      }
      pieces += found
      pieces.append(WordPieces.Piece(id: network.pieces.separator, isFirst: true, start: 0, casing: 0))
    }
    return (pieces, pieceOf)
  }
}

/// The links that the careful network points out.
package struct PointedLinks: AttributionLinks {
  /// One window's queries and keys, and the pieces it answers for.
  struct Window {
    var pieces: Range<Int>
    var answers: Range<Int>
    var points: [Float]
  }

  let pieceOf: [Int]
  let windows: [Window]
  let near: UnsafePointer<Float>

  package func cue(of content: Range<Int>, _ candidates: LinkCandidates, _ among: [Int]) -> LinkChoice {
    // Every word of the content points; at most sixteen are asked.
    let step = max(1, content.count / 16)
    let asked = stride(from: content.lowerBound, to: content.upperBound, by: step)
    return choose(Array(asked), among.map { candidates.spans.cues[$0].lowerBound }, pointer: 0)
  }

  package func source(of cue: Range<Int>, _ candidates: LinkCandidates, _ among: [Range<Int>]) -> LinkChoice {
    choose([cue.lowerBound], among.map(\.lowerBound), pointer: 1)
  }

  /// The target that those words point at together, as a share of what they give to all targets and to "none".
  private func choose(_ asked: [Int], _ targets: [Int], pointer: Int) -> LinkChoice {
    var totals = [Float](repeating: 0, count: targets.count + 1)
    for at in asked {
      let piece = pieceOf[at]
      guard let window = windows.first(where: { $0.answers.contains(piece) }) else { continue }
      let scores =
        [score(window, piece, nil, pointer)] + targets.map { score(window, piece, pieceOf[$0], pointer) }
      let top = scores.max() ?? 0
      let sum = scores.reduce(Float(0)) { $0 + expf($1 - top) }
      for row in scores.indices { totals[row] += expf(scores[row] - top) / sum }
    }
    let best = totals.indices.max { totals[$0] < totals[$1] } ?? 0
    let probability = totals[best] / Float(max(1, asked.count))
    return LinkChoice(row: best == 0 ? nil : best - 1, probability: probability)
  }

  /// How strongly one piece points at another, `nil` for none, in nats; far less where the window does not see it.
  private func score(_ window: Window, _ from: Int, _ to: Int?, _ pointer: Int) -> Float {
    let size = CarefulNetwork.pointer
    let here = from - window.pieces.lowerBound + 1
    var there = 0
    if let to {
      guard window.pieces.contains(to) else { return -30 }
      there = to - window.pieces.lowerBound + 1
    }
    let dot = window.points.withUnsafeBufferPointer { points -> Float in
      guard let base = points.baseAddress else { return 0 }
      return kernel_dot(
        base + here * 4 * size + 2 * pointer * size, base + there * 4 * size + (2 * pointer + 1) * size,
        Int32(size))
    }
    return dot / 8 + near[pointer * 2 * CarefulNetwork.window + there - here + CarefulNetwork.window]
  }
}
