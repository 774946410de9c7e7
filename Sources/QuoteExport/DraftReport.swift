import DraftCheck
import QuoteModel

/// What became of a draft's quotations, as text.
public struct DraftReport: Sendable {
  private let draft: Article
  private let findings: [DraftCheck.Finding]
  private let corpus: Corpus

  /// A report on one draft, held against that corpus.
  public init(_ draft: Article, _ findings: [DraftCheck.Finding], _ corpus: Corpus) {
    (self.draft, self.findings, self.corpus) = (draft, findings, corpus)
  }

  /// For a person: `draft.txt:12: altered: …`, the place below it, what differs below that. O(output + draft).
  public var plain: [UInt8] {
    var lines: [String] = []
    for finding in findings {
      let speaker = finding.speakers.isEmpty ? "" : " (\(names(finding.speakers)))"
      let place = "\(draft.path):\(line(of: finding))"
      lines.append("\(place): \(finding.verdict.rawValue): \(draft.text[finding.range])\(speaker)")
      guard let match = finding.match else { continue }
      let said = match.quotation.map { corpus.speakers(of: $0).map { corpus[$0] } } ?? []
      let article = corpus[match.article]
      let source = [article.name, article.date?.description, said.isEmpty ? "said by nobody" : names(said)]
      lines.append("  " + source.compactMap { $0 }.joined(separator: ", "))
      if finding.verdict == .altered {
        lines.append("  " + match.differences.map(marked).joined(separator: " "))
      }
    }
    return Array(lines.map { leading($0) + SafeText.oneLine($0) + "\n" }.joined().utf8)
  }

  /// For a program: a JSON object a line. O(output + draft).
  public var jsonLines: [UInt8] {
    var json = JSONText()
    let map = CodePointMap(draft.text)
    for finding in findings {
      json.object {
        $0.member("draft", draft.name)
        $0.key("line")
        $0.number(line(of: finding))
        $0.key("span")
        $0.span(finding.range, map)
        $0.member("text", draft.text[finding.range])
        $0.key("speakers")
        $0.array { for actor in finding.speakers { $0.string(actor.name) } }
        $0.member("verdict", finding.verdict.rawValue)
        $0.key("source")
        if let match = finding.match { $0.object { write(match, into: &$0) } } else { $0.null() }
      }
      json.endLine()
    }
    return json.bytes
  }

  private func write(_ match: DraftCheck.Match, into json: inout JSONText) {
    let article = corpus[match.article]
    json.member("doc", article.name)
    json.key("span")
    json.span(match.range, CodePointMap(article.text))
    json.member("text", article.text[match.range])
    json.key("id")
    json.optional(match.quotation.map { corpus.stableID(of: $0) })
    json.key("speakers")
    json.array { for id in match.quotation.map({ corpus.speakers(of: $0) }) ?? [] { $0.actor(corpus[id]) } }
    json.member("speaker", match.speaker.rawValue)
    json.key("differences")
    json.array {
      for difference in match.differences {
        $0.object {
          $0.member("kind", difference.kind.rawValue)
          $0.member("words", difference.words)
        }
      }
    }
    json.member("title", article.title)
    json.key("date")
    json.optional(article.date?.description)
  }

  private func marked(_ difference: DraftCheck.Difference) -> String {
    switch difference.kind {
    case .same: difference.words
    case .leftOut: "[-\(difference.words)-]"
    case .putIn: "{+\(difference.words)+}"
    case .skipped: "…"
    }
  }

  private func names(_ actors: [Actor]) -> String { actors.map(\.name).joined(separator: ", ") }
  private func leading(_ line: String) -> String { line.hasPrefix("  ") ? "  " : "" }

  /// The line of the draft that a quotation begins in, from 1.
  private func line(of finding: DraftCheck.Finding) -> Int {
    draft.text.utf8.prefix(finding.range.lower).count { $0 == UInt8(ascii: "\n") } + 1
  }
}
