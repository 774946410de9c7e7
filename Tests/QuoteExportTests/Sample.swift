import QuoteModel

/// An article with a quotation that every export has trouble with: two spans, letters beyond ASCII, a control.
enum Sample {
  /// `Vučić said “no”, and then “never \t”.`, quoted by the article's one actor.
  static func digested() -> DigestedArticle {
    let text = "Vučić said “no”, and then “never \t”."
    func range(_ words: String) -> TextRange {
      let start = Array(text.utf8).firstRange(of: Array(words.utf8))?.lowerBound ?? 0
      return TextRange(start, start + words.utf8.count)
    }
    let article = Article(
      name: "drones.txt", path: "/a/drones.txt", title: "A \"title\"\\", byline: "By Ann Lee and Bo Chen",
      outlet: "Harbor News", date: PartialDate(year: 2024, month: 10, day: 11),
      url: "https://example.org/a?b=1&c=%20", text: text)
    let quotation = Quotation(
      content: [range("“no”"), range("“never \t”")], cue: range("said"), source: range("Vučić"),
      speakers: [0], about: [1], kind: .direct, time: Quotation.Time(PartialDate(year: 2024), isStated: true),
      confidence: 0.94)
    let parsed = ParsedArticle(
      article: article,
      actors: [Actor(name: "Aleksandar Vučić", kind: .person), Actor(name: "Serbia", kind: .country)],
      mentions: [Mention(range("Vučić"), .name, actor: 0), Mention(range("then"), .role)],
      quotations: [quotation])
    let terms = QuotationTerms(phrases: [.init(key: "drone", label: "drones")])
    return DigestedArticle(parsed: parsed, terms: [terms])
  }

  /// An article whose one quotation is all of its text.
  static func saying(_ words: String, title: String = "", speaker: String = "Ann Lee") -> DigestedArticle {
    let quotation = Quotation(content: [TextRange(0, words.utf8.count)], speakers: [0])
    return DigestedArticle(
      parsed: ParsedArticle(
        article: Article(name: "a.txt", path: "a.txt", title: title, text: words),
        actors: [Actor(name: speaker)], quotations: [quotation]),
      terms: [])
  }
}
