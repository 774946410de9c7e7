import QuoteModel
import QuoteParser
import Testing

/// What depends on what in the words quoted.
@Suite struct SyntaxTests {
  /// The words quoted, each with its head and what it is to it.
  private func tree(_ text: String) -> [String: (head: String?, role: GrammaticalRole)] {
    let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
    func word(_ token: Int) -> String { String(parsed.article.text[parsed.tokens.ranges[token]]) }
    var out: [String: (String?, GrammaticalRole)] = [:]
    for content in parsed.quotations.flatMap(\.content) {
      for token in parsed.tokens.ranges.indices where content.contains(parsed.tokens.ranges[token]) {
        let head = Int(parsed.tokens.heads[token])
        out[word(token)] = (head < 0 ? nil : word(head), parsed.tokens.roles[token])
      }
    }
    return out
  }

  @Test func subjectVerbAndObjectAreFound() {
    let tree = tree("Mayor Anna Dahl said the council did not raise the port fees.")
    #expect(tree["council"]?.head == "raise")
    #expect(tree["council"]?.role == .subject)
    #expect(tree["fees"]?.head == "raise")
    #expect(tree["fees"]?.role == .object)
    #expect(tree["not"]?.head == "raise")
  }

  @Test func aJudgementIsTheHeadOfItsClause() {
    let tree = tree("“The plan is a mistake,” Mayor Anna Dahl said.")
    #expect(tree["plan"]?.head == "mistake")
    #expect(tree["plan"]?.role == .subject)
    #expect(tree["is"]?.role == .copula)
  }

  @Test func everyTextHasATreeAndNoneLoops() {
    let parsed = Parser().parse(
      Article(name: "a", path: "a", text: "“No no no, of of of, that that, ((( ,, !” said Anna Dahl."))
    #expect(parsed.tokens.heads.count == parsed.tokens.count)
    for token in parsed.tokens.heads.indices {
      var (walk, steps) = (token, 0)
      while parsed.tokens.heads[walk] >= 0, steps <= parsed.tokens.count {
        walk = Int(parsed.tokens.heads[walk])
        steps += 1
      }
      #expect(steps <= parsed.tokens.count)
    }
  }
}
