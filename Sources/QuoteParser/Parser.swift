import QuoteModel
import ResourceFiles

/// Article -> ParsedArticle: the stages of the parser in their order. Never throws; any text is an article.
public struct Parser: Sendable {
  private let layout = TextLayout()
  private let gazetteer = Gazetteer()
  private let partOfSpeech: PartOfSpeechTagger?
  private let attribution: AttributionTagger?
  private let links: SpanLinker?
  private let careful: CarefulTagger?

  /// A parser with the embedded models and word lists. Takes some milliseconds: make one and share it.
  ///
  /// A careful one tags by a neural network instead of the linear models: better, and many times slower.
  public init(careful: Bool = false) {
    partOfSpeech = Self.model("part-of-speech").map { PartOfSpeechTagger(model: $0) }
    attribution = Self.model("attribution").map {
      AttributionTagger(first: $0, second: Self.model("attribution-second"))
    }
    self.careful =
      careful
      ? ResourceFiles.bytes("Models/careful.model").flatMap { CarefulNetwork($0) }.map { CarefulTagger($0) }
      : nil
    links = Self.model("links").map { SpanLinker($0) }
  }

  private static func model(_ name: String) -> LinearModel? {
    ResourceFiles.bytes("Models/\(name).model").flatMap { LinearModel($0) }
  }

  /// Reads one article. O(text).
  ///
  /// A careful parser asks `isStopped` now and then and gives up once it is true; what it gives then is to be
  /// thrown away.
  public func parse(_ article: Article, isStopped: () -> Bool = { false }) -> ParsedArticle {
    var text = article.text
    return text.withUTF8 { parse(article, $0, isStopped) }
  }

  private func parse(
    _ article: Article, _ bytes: UnsafeBufferPointer<UInt8>, _ isStopped: () -> Bool
  ) -> ParsedArticle {
    var parsed = ParsedArticle(article: article)
    guard let partOfSpeech, let attribution, let links else { return parsed }
    var laid = layout(bytes, parts: article.parts)
    laid.words.tags = partOfSpeech.tag(laid.words, laid.sentences)
    let marks = QuotationMarks(laid.words, paragraphs: laid.paragraphs)
    let context = TaggingContext(
      laid.words, sentences: laid.sentences, paragraphs: laid.paragraphs, marks: marks, cues: attribution.cues
    )
    let (roles, ties): ([Role], any AttributionLinks) =
      careful?.tag(laid.words, context, isStopped: isStopped) ?? (attribution.tag(laid.words, context), links)
    let attributions = Assembly(laid.words, context, roles, ties).attributions().filter {
      // What somebody was asked is kept with the answer.
      $0.saysSomething(laid.words, marks) && $0.cue.map { !Asked.isQuestion(laid.words, $0) } ?? true
    }
    var people = Coreference(laid.words, context, gazetteer, date: article.date)
    parsed.quotations = attributions.map { quotation($0, laid.words, context, &people, article) }
    fill(&parsed, laid, people)
    return parsed
  }

  private func quotation(
    _ attribution: Attribution, _ words: Words, _ context: TaggingContext, _ people: inout Coreference,
    _ article: Article
  ) -> Quotation {
    let anchor = attribution.cue ?? attribution.content[0]
    let sentence = context.sentences[Int(context.sentenceOf[anchor.lowerBound])].tokens
    let asked = Asked.question(words, sentence, before: attribution.source ?? anchor)
    var quotation = Quotation(content: attribution.content.map { words.range($0) })
    quotation.cue = attribution.cue.map { words.range($0) }
    quotation.source = attribution.source.map { words.range($0) }
    quotation.speakers = attribution.source.map { people.speakers(of: $0) } ?? []
    quotation.kind = Quotation.Kind(attribution.content, words, context.marks)
    quotation.asked = asked.map { words.range($0) }
    quotation.time = Times.time(words, sentence, outside: attribution.content, article: article.date)
    quotation.confidence = Confidence.of(attribution, quotation)
    return quotation
  }

  private func fill(_ parsed: inout ParsedArticle, _ laid: TextLayout.Result, _ people: Coreference) {
    parsed.article.parts = laid.parts
    parsed.tokens = Tokens(ranges: laid.words.ranges, tags: laid.words.tags)
    parsed.sentences = laid.sentences
    parsed.actors = people.actors
    parsed.mentions = people.mentions.map { Mention(laid.words.range($0.tokens), $0.kind, actor: $0.actor) }
      .sorted { $0.range < $1.range }
    for index in parsed.quotations.indices {
      var about: [Int] = []
      for mention in parsed.mentions where mention.kind != .pronoun {
        guard let actor = mention.actor, !about.contains(actor),
          !parsed.quotations[index].speakers.contains(actor),
          parsed.quotations[index].content.contains(where: { $0.contains(mention.range) })
        else { continue }
        about.append(actor)
      }
      parsed.quotations[index].about = about
    }
  }
}
