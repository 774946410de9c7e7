import QuoteModel
import StatementLinks

/// A statement in tagged words: `Serbia/NNP@1 will/MD buy/VB drones/NNS`; `@1` marks a name of the article's
/// second actor, and neighbouring words of one actor are one mention.
struct Statement {
  var words: String
  var speakers: [Int] = []
  var about: [Int] = []
  var asked = ""
  var date: String?
  var kind = Quotation.Kind.indirect
  /// Words before it that name who says it and tell that he does, tagged.
  var source = ""
  var cue = ""
  var confidence: Float = 1
}

/// Builds parsed articles by hand: a paragraph a list of statements, a sentence each.
func article(
  name: String = "a", outlet: String? = nil, date: String? = nil, actors: [Actor] = [],
  headline: Statement? = nil, _ paragraphs: [[Statement]]
) -> ParsedArticle {
  var builder = ArticleBuilder()
  let paragraphs = (headline.map { [[$0]] } ?? []) + paragraphs
  for (part, statements) in paragraphs.enumerated() {
    let start = builder.text.utf8.count
    for statement in statements { builder.add(statement, part: part, date: statement.date ?? date) }
    let kind: ArticlePart.Kind = part == 0 && headline != nil ? .headline : .body
    builder.parts.append(ArticlePart(TextRange(start, builder.text.utf8.count), kind))
    builder.text += "\n"
  }
  let day = date.flatMap { PartialDate($0) }
  let article = Article(
    name: name, path: name, outlet: outlet, date: day, text: builder.text, parts: builder.parts)
  return ParsedArticle(
    article: article, tokens: builder.tokens, sentences: builder.sentences, actors: actors,
    mentions: builder.mentions, quotations: builder.quotations)
}

private struct ArticleBuilder {
  var text = ""
  var parts: [ArticlePart] = []
  var tokens = Tokens()
  var sentences: [Sentence] = []
  var mentions: [Mention] = []
  var quotations: [Quotation] = []

  mutating func add(_ statement: Statement, part: Int, date: String?) {
    let first = tokens.count
    let asked = statement.asked.isEmpty ? nil : add(statement.asked)
    let source = statement.source.isEmpty ? nil : add(statement.source)
    let cue = statement.cue.isEmpty ? nil : add(statement.cue)
    let content = add(statement.words)
    _ = add("./.")
    sentences.append(Sentence(tokens: first..<tokens.count, part: part))
    quotations.append(
      Quotation(
        content: [content], cue: cue, source: source, speakers: statement.speakers, about: statement.about,
        kind: statement.kind, asked: asked,
        time: date.flatMap { PartialDate($0) }.map { Quotation.Time($0, isStated: false) },
        confidence: statement.confidence))
  }

  private mutating func add(_ words: String) -> TextRange {
    let start = text.utf8.count
    var last: Int?
    for entry in words.split(separator: " ") {
      let fields = entry.split(separator: "/", maxSplits: 1)
      let marks = fields[1].split(separator: "@")
      let actor = marks.count > 1 ? Int(marks[1]) : nil
      let range = TextRange(text.utf8.count, text.utf8.count + fields[0].utf8.count)
      text += fields[0] + " "
      tokens.ranges.append(range)
      tokens.tags.append(PartOfSpeech.allCases.first { "\($0)" == marks[0] } ?? .period)
      if let actor, actor == last, let before = mentions.popLast() {
        mentions.append(Mention(TextRange(before.range.lower, range.upper), .name, actor: actor))
      } else if let actor {
        mentions.append(Mention(range, .name, actor: actor))
      }
      last = actor
    }
    return TextRange(start, text.utf8.count - 1)
  }
}

/// A linker with lists short enough to read here.
let linker = Linker(
  lists: WordLists(
    stopwords: ["the", "be", "is", "have", "will", "would", "we", "other", "last", "more"],
    topicStopwords: ["people", "year", "day", "week", "time", "statement", "thing", "way"],
    otherNames: [("Turkey", ["Türkiye"]), ("United Nations", ["UN", "U.N."])]))

/// A corpus of those articles, a segment for each so many.
func corpus(_ articles: [ParsedArticle], segmentSize: Int = 1000, by linker: Linker = linker) -> Corpus {
  var segments: [Segment] = []
  var rest = articles[...]
  while !rest.isEmpty {
    let batch = rest.prefix(segmentSize).map(linker.digest)
    rest = rest.dropFirst(segmentSize)
    let last = segments.last
    segments.append(
      Segment(
        batch, firstArticle: last.map { $0.firstArticle + $0.articleCount } ?? 0,
        firstQuotation: last.map { $0.firstQuotation + $0.count } ?? 0,
        firstActor: last.map { $0.firstActor + $0.actorCount } ?? 0))
  }
  return Corpus(segments: segments, links: linker.link(segments))
}

extension Corpus {
  /// Labels of a quotation's topics, the strongest first.
  func topicLabels(_ quotation: Int) -> [String] {
    links.topicsOfQuotation[quotation].map { self[$0].label }
  }

  /// The relation between two quotations as the first has it.
  func relation(_ from: Int, _ to: Int) -> Relation? {
    links.relations[from].first { $0.target.index == to }
  }
}
