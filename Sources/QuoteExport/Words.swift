import QuoteModel

// The words that exports use for the model's values.

extension Quotation.Kind {
  var name: String {
    switch self {
    case .indirect: "indirect"
    case .mixed: "mixed"
    case .direct: "direct"
    }
  }
}

extension Actor.Kind {
  var name: String {
    switch self {
    case .unknown: "unknown"
    case .person: "person"
    case .country: "country"
    case .organisation: "organisation"
    case .place: "place"
    case .group: "group"
    }
  }
}

extension Topic.Kind {
  var name: String {
    switch self {
    case .phrase: "phrase"
    case .actor: "actor"
    case .subject: "subject"
    }
  }
}

extension Mention.Kind {
  var name: String {
    switch self {
    case .name: "name"
    case .role: "role"
    case .pronoun: "pronoun"
    case .group: "group"
    case .demonym: "demonym"
    }
  }
}

extension Quotation {
  /// The words said, the spans joined by `…` where words lie between them.
  func words(in text: String) -> String {
    content.map { String(text[$0]) }.joined(separator: " … ")
  }
}
