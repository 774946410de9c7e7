import QuoteModel
import QuoteParser

/// Who makes the statements of a text.
func speakers(_ text: String) -> [[String]] {
  let parsed = Parser().parse(Article(name: "a", path: "a", text: text))
  return parsed.quotations.map { $0.speakers.map { parsed.actors[$0].name } }
}

/// Who makes the last statement of a text.
func last(_ text: String) -> [String] { speakers(text).last ?? [] }
