/// Reads the text form of a query: `speaker:vucic topic:kosovo -kind:direct "great confidence"`.
public enum QueryParser {
  /// Why a text is no query, and which bytes of it are to blame.
  public struct Failure: Error, Sendable, Hashable {
    /// What is wrong with them.
    public enum Reason: Sendable, Hashable {
      /// The word before a colon names nothing.
      case unknownField(String)
      /// Nothing stands behind the colon or the minus.
      case missingValue
      /// A quotation mark is never closed.
      case unclosedQuote
      /// `kind:` takes direct, indirect or mixed.
      case unknownKind(String)
      /// `after:` and `before:` take `2024`, `2024-10` or `2024-10-11`.
      case notADate(String)
      /// What stands behind the `~` is no regular expression.
      case badPattern(String)
    }

    /// What is wrong.
    public var reason: Reason
    /// Where, in bytes of the query's text.
    public var range: TextRange

    /// A reason and its place.
    public init(reason: Reason, range: TextRange) {
      self.reason = reason
      self.range = range
    }

    /// What to tell the person who typed it.
    public var message: String {
      switch reason {
      case .unknownField(let name):
        let known = Query.Clause.Test.Field.allCases.map(\.rawValue).joined(separator: ", ")
        return "no field \(name): there are \(known)"
      case .missingValue: return "a value is missing"
      case .unclosedQuote: return "the quotation mark is not closed"
      case .unknownKind(let name): return "no kind \(name): direct, indirect or mixed"
      case .notADate(let text): return "\(text) is no date: 2024, 2024-10 or 2024-10-11"
      case .badPattern(let why): return "no pattern: \(why)"
      }
    }
  }

  /// Reads a query. O(text).
  public static func parse(_ text: String) throws(Failure) -> Query {
    var reader = Reader(scalars: Array(text.unicodeScalars))
    var clauses: [Query.Clause] = []
    while let clause = try reader.clause() { clauses.append(clause) }
    return Query(clauses)
  }

  private struct Reader {
    // Marks are told apart from accents that stand behind them.
    let scalars: [Unicode.Scalar]
    var at = 0

    mutating func clause() throws(Failure) -> Query.Clause? {
      while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
      guard at < scalars.count else { return nil }
      let start = at
      let isExcluded = scalars[at] == "-"
      if isExcluded { at += 1 }
      if at < scalars.count, scalars[at] == "~" { return try pattern(start, isExcluded) }
      let name = fieldName()
      let valueStart = at
      let value = try value()
      guard !value.isEmpty else { throw failure(.missingValue, start) }
      guard let name else { return Query.Clause(.words(value), isExcluded: isExcluded) }
      guard let field = Query.Clause.Test.Field(rawValue: name.lowercased()) else {
        throw failure(.unknownField(name), start)
      }
      return Query.Clause(try test(field, value, valueStart), isExcluded: isExcluded)
    }

    private mutating func pattern(_ start: Int, _ isExcluded: Bool) throws(Failure) -> Query.Clause {
      at += 1
      let value = try value()
      guard !value.isEmpty else { throw failure(.missingValue, start) }
      do throws(Pattern.Failure) {
        return Query.Clause(.pattern(try Pattern(value)), isExcluded: isExcluded)
      } catch {
        throw failure(.badPattern(error.message), start)
      }
    }

    /// Reads a run of letters up to a colon and steps behind it; leaves everything as it was where none is.
    private mutating func fieldName() -> String? {
      var end = at
      while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
      guard end > at, end < scalars.count, scalars[end] == ":" else { return nil }
      defer { at = end + 1 }
      return String(String.UnicodeScalarView(scalars[at..<end]))
    }

    private mutating func value() throws(Failure) -> String {
      var out = ""
      guard at < scalars.count, scalars[at] == "\"" else {
        while at < scalars.count, !scalars[at].properties.isWhitespace {
          out.unicodeScalars.append(scalars[at])
          at += 1
        }
        return out
      }
      let start = at
      at += 1
      while at < scalars.count, scalars[at] != "\"" {
        if scalars[at] == "\\", at + 1 < scalars.count { at += 1 }
        out.unicodeScalars.append(scalars[at])
        at += 1
      }
      guard at < scalars.count else { throw failure(.unclosedQuote, start) }
      at += 1
      return out
    }

    private func test(
      _ field: Query.Clause.Test.Field, _ value: String, _ start: Int
    ) throws(Failure) -> Query.Clause.Test {
      switch field {
      case .speaker: return .speaker(value)
      case .topic: return .topic(value)
      case .about: return .about(value)
      case .outlet: return .outlet(value)
      case .kind:
        let kind = Quotation.Kind.allCases.first { $0.name == value.lowercased() }
        guard let kind else { throw failure(.unknownKind(value), start) }
        return .kind(kind)
      case .after, .before:
        guard let date = PartialDate(value), date.year != nil else { throw failure(.notADate(value), start) }
        return field == .after ? .after(date) : .before(date)
      }
    }

    private func failure(_ reason: Failure.Reason, _ start: Int) -> Failure {
      func bytes(_ count: Int) -> Int { scalars[..<count].reduce(0) { $0 + UTF8.width($1) } }
      return Failure(reason: reason, range: TextRange(bytes(start), bytes(at)))
    }
  }
}
