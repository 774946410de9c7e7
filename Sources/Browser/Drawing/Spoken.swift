import QuoteModel
import Screen

/// The browser in words, for people who hear it or whose terminal shows lines only: the same state, keys and commands,
/// and one line for each thing.
extension BrowserState {
  /// What is at hand: what the last key had to say, then the line being typed, the list that is open, or the row under
  /// the cursor. Made safe to print. O(screen).
  public var spoken: [String] {
    var lines = note.map { [$0] } ?? []
    if let prompt {
      lines.append(prompt.purpose.label + prompt.line.text)
      if let problem = prompt.problem { lines.append(problem.message) }
    } else if let popup {
      lines.append(Menu.of(popup.kind).title(self, popup))
      lines += takesText ? spokenRows(5) : [spokenRow(of: popup)]
    } else {
      lines += spokenRow(of: focus)
    }
    return lines.map { Sanitizing.line($0.onOneLine) }
  }

  /// `305 quotes in 15 articles`.
  public var counted: String {
    Wording.count(corpus.quotationCount, "quote") + " in " + Wording.count(corpus.articleCount, "article")
  }

  /// The rows from the cursor on, a line each, numbered from 1 as `:` knows them.
  public func spokenRows(_ count: Int) -> [String] {
    if let popup {
      let rows = popupRows(popup)
      let first = popup.position.cursor
      return rows.indices.dropFirst(first).prefix(count).map {
        "\($0 + 1). " + Sanitizing.line(words(of: rows[$0]))
      }
    }
    let first = focus == .reader ? readerTop : cursor(focus)
    return (first..<max(first, min(rowCount(focus), first + count))).map {
      "\($0 + 1). " + Sanitizing.line(rowInWords(focus, $0).onOneLine)
    }
  }

  /// Whether what is typed next is text rather than keys.
  public var takesText: Bool { prompt != nil || popup.map { Menu.of($0.kind).takesText } ?? false }

  private func words(of row: PopupRow) -> String {
    row.right.isEmpty ? row.left : row.left + ", " + row.right
  }

  private func spokenRow(of popup: Popup) -> String {
    let rows = popupRows(popup)
    guard let row = rows.element(at: popup.position.cursor) else { return Menu.of(popup.kind).empty }
    return "\(popup.position.cursor + 1) of \(rows.count): \(words(of: row))"
  }

  private func spokenRow(of pane: Pane) -> [String] {
    let count = rowCount(pane)
    let asked = query.isEmpty ? "" : ", filter \(query.description)"
    guard count > 0 else { return ["\(pane.name), nothing\(asked)"] }
    if pane == .reader { return ["Reader\(asked): " + readerInWords] }
    let title = page?.kind.title ?? pane.name
    return ["\(title) \(cursor(pane) + 1) of \(count)\(asked): " + rowInWords(pane, cursor(pane))]
  }

  private func rowInWords(_ pane: Pane, _ row: Int) -> String {
    switch pane {
    case .actors:
      results.actors.element(at: row).map {
        corpus[$0].name + ", " + Wording.count(Int(results.facets.actors[$0.index]), "quote")
      } ?? ""
    case .topics:
      results.topics.element(at: row).map {
        corpus[$0].label + ", " + Wording.count(Int(results.facets.topics[$0.index]), "quote")
      } ?? ""
    case .quotes: results.quotes.element(at: row).map(inWords) ?? ""
    case .related:
      related.element(at: row).map { "\($0.kind.name), \(inWords($0.target)); because \($0.evidence)" } ?? ""
    case .reader: readerPage?.lines.element(at: row)?.runs.map(\.text).joined() ?? ""
    case .page: pageContent?.lines.element(at: row)?.runs.map(\.text).joined() ?? ""
    case .timeline:
      timeline.buckets.element(at: row).map { bucket in
        let day = PartialDate(sortKey: bucket.isLongAgo ? bucket.end : bucket.first).map(Wording.date) ?? ""
        return (bucket.isLongAgo ? "before " : "from ") + "\(day), " + Wording.count(bucket.count, "quote")
      } ?? ""
    }
  }

  /// `Ilse Marin-Vogel, 11 Oct 2024, direct: “…”, sure to .94, 3 related, marked a`.
  private func inWords(_ id: QuotationID) -> String {
    let date = PartialDate(sortKey: dateKey(id)).map { ", " + Wording.date($0) } ?? ""
    let related = relations(of: id).count
    let mark = marks[id].map { ", marked" + ($0.letter.map { " \($0)" } ?? "") } ?? ""
    let sure = Wording.confidence(corpus[id].confidence).drop { $0 == " " }
    return (speakerNames(id) ?? "unknown") + date + ", " + corpus[id].kind.name + ": " + corpus.text(of: id)
      + ", sure to " + sure + (related > 0 ? ", \(related) related" : "") + mark
  }

  /// The article's title, and the paragraph that is at the top of the Reader.
  private var readerInWords: String {
    guard let reading else { return "" }
    let article = corpus[corpus.article(of: reading)]
    let (number, count) = place(of: reading)
    let head = [article.title, article.outlet, article.date.map(Wording.date), "quote \(number) of \(count)"]
    let lines = readerPage?.lines.dropFirst(readerTop).prefix(max(1, layout.height(.reader))) ?? []
    return head.compactMap(\.self).joined(separator: ", ") + ". "
      + lines.map { $0.runs.map(\.text).joined() }.joined(separator: " ")
  }
}
