import QuoteModel

/// Quotations in the vocabulary of schema.org, as JSON-LD (W3C JSON-LD 1.1; schema.org/Quotation).
public struct SchemaOrg: Export {
  /// One form only.
  public init() {}

  /// `schema-org`.
  public var name: String { "schema-org" }
  /// As such files are usually called.
  public var ending: String { "jsonld" }
  /// For the help.
  public var summary: String { "schema.org Quotation objects (JSON-LD)" }

  /// Opens the graph.
  public func head(_ request: ExportRequest) -> [UInt8] {
    Array(#"{"@context": "https://schema.org", "@graph": ["#.utf8)
  }

  /// A node a quotation.
  public func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8] {
    JSONText.items(page.rows.count, after: written.quotations) { number, json in
      let row = page.rows[number]
      json.object {
        $0.member("@type", "Quotation")
        $0.member("@id", "urn:whosaid:quotation:" + row.id)
        $0.member("text", row.words)
        $0.key("spokenByCharacter")
        $0.array { for actor in row.speakers { speaker(actor, into: &$0) } }
        $0.key("keywords")
        $0.array { for topic in row.topics { $0.string(topic.label) } }
        if let date = row.quotation.time?.date, date.year != nil {
          $0.member("dateCreated", date.description)
        }
        $0.key("isPartOf")
        $0.object { work(page.article, into: &$0) }
      }
    }
  }

  /// Closes it.
  public func tail(_ request: ExportRequest, after written: Written) -> [UInt8] { Array("\n]}\n".utf8) }

  private func speaker(_ actor: Actor, into json: inout JSONText) {
    json.object {
      let type =
        switch actor.kind {
        case .person: "Person"
        case .country: "Country"
        case .place: "Place"
        case .organisation, .group: "Organization"
        case .unknown: "Thing"
        }
      $0.member("@type", type)
      $0.member("@id", "urn:whosaid:actor:" + actor.stableID)
      $0.member("name", actor.name)
    }
  }

  private func work(_ article: Article, into json: inout JSONText) {
    json.member("@type", "NewsArticle")
    if let address = SafeText.webAddress(article.url) {
      json.member("@id", address)
      json.member("url", address)
    }
    json.member("identifier", article.name)
    json.member("headline", article.title)
    json.member("inLanguage", ifAny: article.language)
    if let date = article.date, date.year != nil { json.member("datePublished", date.description) }
    let people = Citation(article).authors
    if !people.isEmpty {
      json.key("author")
      json.array {
        for name in people {
          $0.object {
            $0.member("@type", "Person")
            $0.member("name", name)
          }
        }
      }
    }
    guard let outlet = article.outlet else { return }
    json.key("publisher")
    json.object {
      $0.member("@type", "Organization")
      $0.member("name", outlet)
    }
  }
}
