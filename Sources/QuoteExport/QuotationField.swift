import QuoteModel

/// What can be told of a quotation: the keys of its JSON object, the columns of its table.
public enum QuotationField: String, CaseIterable, Sendable {
  // swift-format-ignore
  case doc, id, kind, spans, text, cue, speaker
  case cueText = "cue_text"
  case speakerText = "speaker_text"
  // swift-format-ignore
  case actors, topics, when, asked, parent, confidence, article
  // swift-format-ignore
  case title, byline, date, outlet, url, language, context

  /// The keys of an object.
  static let ofObject: [QuotationField] = [
    .doc, .id, .kind, .spans, .text, .cue, .speaker, .speakerText, .actors, .topics, .when, .asked, .parent,
    .confidence, .article,
  ]
  /// The columns of a table.
  static let ofTable: [QuotationField] = [
    .id, .doc, .when, .actors, .speakerText, .cueText, .kind, .text, .topics, .confidence, .title, .outlet,
    .date,
    .url,
  ]

  /// What it holds, for the documentation.
  public var summary: String {
    switch self {
    case .doc: "the article's name: its path below the folder named"
    case .id: "the quotation's name, the same from run to run"
    case .kind: "direct, indirect or mixed"
    case .spans: "where the words stand, in code points"
    case .text: "the words"
    case .cue: "where the cue stands, in code points"
    case .speaker: "where the words for the speaker stand, in code points"
    case .cueText: "the cue, such as said"
    case .speakerText: "the words for the speaker, such as she"
    case .actors: "who said it"
    case .topics: "what it is about"
    case .when: "when it was said"
    case .asked: "the question it answers"
    case .parent: "the id of the quotation it stands in"
    case .confidence: "how sure the parser is, 0 to 1"
    case .article: "the article's title, date, outlet and address"
    case .title: "the article's title"
    case .byline: "who wrote the article"
    case .date: "when the article was published"
    case .outlet: "who published the article"
    case .url: "the article's address"
    case .language: "the article's language, as in en"
    case .context: "the paragraphs it stands in"
    }
  }
}

extension QuotedArticle {
  /// Writes a field's value as JSON.
  func write(_ field: QuotationField, _ row: Row, into json: inout JSONText) {
    let quotation = row.quotation
    switch field {
    case .doc, .id, .kind, .text, .title, .context: json.string(value(field, row) ?? "")
    case .cueText, .speakerText, .when, .asked, .parent, .byline, .date, .outlet, .url, .language:
      json.optional(value(field, row))
    case .spans: json.array { for range in quotation.content { $0.span(range, map) } }
    case .cue: json.optionalSpan(quotation.cue, map)
    case .speaker: json.optionalSpan(quotation.source, map)
    case .actors: json.array { for actor in row.speakers { $0.actor(actor) } }
    case .topics: json.array { for topic in row.topics { $0.tag(topic) } }
    case .confidence: json.share(quotation.confidence)
    case .article:
      json.object {
        for field in [QuotationField.title, .date, .outlet, .url] {
          $0.key(field.rawValue)
          write(field, row, into: &$0)
        }
      }
    }
  }

  /// A field's value as a cell of a table, with nothing in it that a terminal obeys.
  func cell(_ field: QuotationField, _ row: Row) -> String {
    switch field {
    case .spans: row.quotation.content.map(place).joined(separator: " ")
    case .cue: row.quotation.cue.map(place) ?? ""
    case .speaker: row.quotation.source.map(place) ?? ""
    case .actors: SafeText.oneLine(row.speakers.map(\.name).joined(separator: "; "))
    case .topics: SafeText.oneLine(row.topics.map(\.label).joined(separator: "; "))
    case .confidence: JSONText.share(row.quotation.confidence)
    case .article: SafeText.oneLine(article.title)
    default: SafeText.oneLine(value(field, row) ?? "")
    }
  }

  private func value(_ field: QuotationField, _ row: Row) -> String? {
    let (quotation, text) = (row.quotation, article.text)
    switch field {
    case .doc: return article.name
    case .id: return row.id
    case .kind: return quotation.kind.name
    case .text: return row.words
    case .cueText: return quotation.cue.map { String(text[$0]) }
    case .speakerText: return quotation.source.map { String(text[$0]) }
    case .when: return quotation.time?.date.description
    case .asked: return quotation.asked.map { String(text[$0]) }
    case .parent: return row.parent
    case .title: return article.title
    case .byline: return article.byline
    case .date: return article.date?.description
    case .outlet: return article.outlet
    case .url: return article.url
    case .language: return article.language
    case .context: return context(of: row).map { String(text[$0]) }.joined(separator: "\n")
    case .spans, .cue, .speaker, .actors, .topics, .confidence, .article: return nil
    }
  }

  private func place(_ range: TextRange) -> String {
    let (start, end) = map.codePoints(in: range)
    return "\(start)-\(end)"
  }
}
