import QuoteModel

extension DraftCheck.SpeakerMatch {
  /// Whether somebody is among both: names, aliases and roles are compared as the query language compares them.
  /// Where one side has no name, nothing can be said.
  init(_ drafted: [Actor], _ said: [Actor]) {
    let (draft, source) = (drafted.flatMap(\.wordings), said.flatMap(\.wordings))
    if draft.contains(where: { name in source.contains { name.abbreviates($0) || $0.abbreviates(name) } }) {
      self = .same
    } else if drafted.contains(where: \.hasName), said.contains(where: \.hasName) {
      self = .other
    } else {
      self = .unknown
    }
  }
}

extension Actor {
  fileprivate var wordings: [FoldedName] {
    ([name] + aliases + roles.map(\.title)).map { FoldedName($0) }
  }

  /// `Ruth Engel` and not `a spokeswoman`.
  fileprivate var hasName: Bool { name.contains(where: \.isUppercase) }
}
