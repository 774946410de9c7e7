/// What a person asks of a corpus: every clause must hold.
///
/// Clauses name actors and topics by their words, so a query stays good when ids change.
public struct Query: Sendable, Hashable {
  /// One condition, or its opposite.
  public struct Clause: Sendable, Hashable {
    /// What a quotation is held against.
    public enum Test: Sendable, Hashable {
      /// Said by an actor of that name.
      case speaker(String)
      /// About a topic of that name.
      case topic(String)
      /// Speaks of an actor of that name.
      case about(String)
      /// Quoted in that way.
      case kind(Quotation.Kind)
      /// Said on the first day of that date or later.
      case after(PartialDate)
      /// Said before the first day of that date.
      case before(PartialDate)
      /// Published by an outlet whose name holds these letters.
      case outlet(String)
      /// Holds these words as they stand.
      case words(String)
      /// Holds what matches this pattern.
      case pattern(Pattern)
    }

    /// What a quotation is held against.
    public var test: Test
    /// Whether it must fail.
    public var isExcluded: Bool

    /// A condition.
    public init(_ test: Test, isExcluded: Bool = false) {
      self.test = test
      self.isExcluded = isExcluded
    }
  }

  /// The conditions, in the order given.
  public var clauses: [Clause]

  /// A query of those clauses; of none, it lets everything through.
  public init(_ clauses: [Clause] = []) { self.clauses = clauses }

  /// Whether it lets everything through.
  public var isEmpty: Bool { clauses.isEmpty }
}

extension Query: CustomStringConvertible {
  /// The text form, which `QueryParser` reads back.
  public var description: String { clauses.map(\.description).joined(separator: " ") }
}

extension Query.Clause: CustomStringConvertible {
  /// The text form: `speaker:vucic`, `-kind:direct`, `"great confidence"`.
  public var description: String {
    let field = test.field.map { $0.rawValue + ":" } ?? ""
    return (isExcluded ? "-" : "") + field + test.quotedValue
  }

  /// The value alone, as a breadcrumb shows it.
  public var value: String { test.value }
}

extension Query.Clause.Test {
  /// The word before the colon; words stand without one.
  public enum Field: String, CaseIterable, Sendable {
    // swift-format-ignore
    case speaker, topic, about, kind, after, before, outlet
  }

  /// The word of this test, `nil` for words and patterns.
  public var field: Field? {
    switch self {
    case .speaker: .speaker
    case .topic: .topic
    case .about: .about
    case .kind: .kind
    case .after: .after
    case .before: .before
    case .outlet: .outlet
    case .words, .pattern: nil
    }
  }

  var value: String {
    switch self {
    case .speaker(let name), .topic(let name), .about(let name), .outlet(let name), .words(let name): name
    case .kind(let kind): kind.name
    case .pattern(let pattern): "~" + pattern.source
    case .after(let date), .before(let date): date.description
    }
  }

  /// What is looked for in the words of quotations, for tests of that kind.
  public var search: TextSearch? {
    switch self {
    case .words(let words): TextSearch(phrase: words)
    case .pattern(let pattern): TextSearch(pattern)
    default: nil
    }
  }

  var quotedValue: String {
    if case .pattern(let pattern) = self {
      return "~" + Query.Clause.Test.quoted(pattern.source, isNamed: true)
    }
    return Query.Clause.Test.quoted(value, isNamed: field != nil)
  }

  private static func quoted(_ bare: String, isNamed: Bool) -> String {
    let scalars = bare.unicodeScalars
    let isPlain =
      !bare.isEmpty && scalars.allSatisfy { !$0.properties.isWhitespace && $0 != "\"" && $0 != "\\" }
    // Words that look like a field or a minus must not be read as one.
    if isPlain, isNamed || (!scalars.contains(":") && scalars.first != "-" && scalars.first != "~") {
      return bare
    }
    var out = "\""
    for scalar in scalars {
      if scalar == "\"" || scalar == "\\" { out.append("\\") }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}

extension Quotation.Kind {
  /// What queries and the screen call it.
  public var name: String {
    switch self {
    case .indirect: "indirect"
    case .mixed: "mixed"
    case .direct: "direct"
    }
  }
}
