import QuoteModel
import ResourceFiles

/// Article -> ParsedArticle: the stages of the parser in their order. Never throws; any text is an article.
public struct Parser: Sendable {
  private let layout = TextLayout()
  private let gazetteer = Gazetteer()
  private let partOfSpeech: PartOfSpeechTagger?
  private let attribution: AttributionTagger?
  private let links: SpanLinker?
  private let confidence: Confidence?
  private let entities: EntityTagger?
  private let careful: CarefulTagger?
  private let pronouns: PronounRanker?

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
    confidence = Self.model("confidence").map { Confidence($0) }
    entities = Self.model("entities").flatMap { EntityTagger($0) }
    pronouns = Self.model("pronouns").map { PronounRanker($0) }
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
    var choices: [PronounChoice]?
    return text.withUTF8 { parse(article, $0, isStopped, pronouns, &choices) }
  }

  /// What there was to choose from for each pronoun that is the source of a statement, for a trainer, where `ranker` chose;
  /// or nobody.
  package func pronounChoices(
    _ article: Article, by ranker: PronounRanker?
  ) -> (article: ParsedArticle, choices: [PronounChoice]) {
    var text = article.text
    var choices: [PronounChoice]? = []
    let parsed = text.withUTF8 { parse(article, $0, { false }, ranker, &choices) }
    return (parsed, choices ?? [])
  }

  private func parse(
    _ article: Article, _ bytes: UnsafeBufferPointer<UInt8>, _ isStopped: () -> Bool,
    _ pronouns: PronounRanker?, _ choices: inout [PronounChoice]?
  ) -> ParsedArticle {
    var parsed = ParsedArticle(article: article)
    guard let partOfSpeech, let attribution else { return parsed }
    var laid = layout(bytes, parts: article.parts)
    laid.words.tags = partOfSpeech.tag(laid.words, laid.sentences)
    let marks = QuotationMarks(laid.words, paragraphs: laid.paragraphs)
    let context = TaggingContext(
      laid.words, sentences: laid.sentences, paragraphs: laid.paragraphs, marks: marks, cues: attribution.cues
    )
    let told = Self.nested(in: attributions(laid.words, context, isStopped), laid.words, context)
    let attributions = told.map(\.attribution)
    var people = Coreference(laid.words, context, gazetteer, entities, pronouns, date: article.date)
    people.recorded = choices
    let times = Times(laid.words, article: article.date)
    for (row, (attribution, parent)) in told.enumerated() {
      let tellers =
        parent.flatMap { parent -> [Int]? in
          guard parent < row, let source = attribution.source else { return nil }
          // In her own words nobody calls herself `she`.
          let isWords =
            told[parent].attribution.isTurn || context.marks.places[source.lowerBound] == .inside
          return isWords ? parsed.quotations[parent].speakers : nil
        } ?? []
      var quotation = quotation(attribution, laid.words, context, &people, article, told: tellers)
      let outer = parent.map { told[$0].attribution.content }
      let near = max(0, row - Self.near)...min(told.count - 1, row + Self.near)
      let taken = near.filter { $0 != row && $0 != parent }.flatMap { told[$0].attribution.content }
      quotation.time = times.time(
        of: attribution, in: scope(of: attribution, context, within: outer), taken: taken)
      quotation.parent = parent
      if let parent, let source = attribution.source {
        people.adjust(&quotation.speakers, of: source, told: parsed.quotations[parent].speakers)
      }
      parsed.quotations.append(quotation)
    }
    for (row, original) in RepeatedWords(laid.words).originals(of: attributions)
    where !Self.isOneSentence(attributions[row], context)
      || !people.isNamed(parsed.quotations[row].speakers)
    {
      parsed.quotations[row].speakers = parsed.quotations[original].speakers
    }
    for (attribution, quotation) in zip(attributions, parsed.quotations) {
      people.addFirstPersons(attribution.content, quotation.speakers, isTurn: attribution.isTurn)
    }
    carryTimes(&parsed.quotations, attributions, context)
    people.nameRoles()
    let rows = people.dropPassers(speaking: Set(parsed.quotations.flatMap(\.speakers)))
    choices = people.recorded.map { $0.map { $0.placed(rows) } }
    for index in parsed.quotations.indices {
      parsed.quotations[index].speakers = parsed.quotations[index].speakers.compactMap { rows[$0] }
    }
    fill(&parsed, laid, people)
    return parsed
  }

  /// Whether a statement's source stands in its sentence, and so is not that of the paragraph beside it.
  private static func isOneSentence(_ attribution: Attribution, _ context: TaggingContext) -> Bool {
    guard let source = attribution.source else { return false }
    return context.sentenceOf[source.lowerBound] == context.sentenceOf[attribution.content[0].lowerBound]
  }

  /// What the article's sources said, each with how sure that is.
  private func attributions(
    _ words: Words, _ context: TaggingContext, _ isStopped: () -> Bool
  ) -> [Attribution] {
    guard let attribution, let links, let confidence else { return [] }
    let (tagged, ties): (TaggedWords, any AttributionLinks) =
      careful?.tag(words, context, isStopped: isStopped) ?? (attribution.tag(words, context), links)
    let found = Assembly(words, context, tagged.roles, ties).attributions().compactMap {
      found -> Attribution? in
      // What somebody was asked is kept with the answer.
      guard found.saysSomething(words, context.marks),
        !(found.cue.map { Asked.isQuestion(words, $0) } ?? false)
      else { return nil }
      var found = found.straightened(words)
      found.confidence = confidence.of(found, words, context, tagged)
      return found.isSureEnough ? found : nil
    }
    return Transcript(words, context).turned(found)
  }

  private func quotation(
    _ attribution: Attribution, _ words: Words, _ context: TaggingContext, _ people: inout Coreference,
    _ article: Article, told outer: [Int]
  ) -> Quotation {
    let anchor = attribution.cue ?? attribution.content[0]
    let sentence = context.sentences[Int(context.sentenceOf[anchor.lowerBound])].tokens
    let asked = Asked.question(words, sentence, before: attribution.source ?? anchor)
    var quotation = Quotation(content: attribution.content.map { words.range($0) })
    quotation.cue = attribution.cue.map { words.range($0) }
    quotation.source = attribution.source.map { words.range($0) }
    quotation.speakers =
      (attribution.voice ?? attribution.source).map {
        people.speakers(of: $0, saying: attribution.content, outer: outer)
      } ?? []
    if attribution.isTurn { people.name(quotation.speakers) }
    quotation.kind = attribution.isTurn ? .direct : Quotation.Kind(attribution.content, words, context.marks)
    quotation.asked = asked.map { words.range($0) }
    quotation.confidence = attribution.confidence
    return quotation
  }

  /// How many statements before and behind may share a sentence.
  private static let near = 3

  /// Where the time of a saying may stand: its sentence, or what of it lies in the words that tell of it.
  private func scope(
    of attribution: Attribution, _ context: TaggingContext, within outer: [Range<Int>]?
  ) -> Range<Int> {
    let anchor = (attribution.cue ?? attribution.content[0]).lowerBound
    let sentence = context.sentences[Int(context.sentenceOf[anchor])].tokens
    guard let outer = outer?.first(where: { $0.contains(anchor) }) else { return sentence }
    return sentence.clamped(to: outer)
  }

  /// What somebody adds in the same sentence was said at the same time: `said on Friday that …, adding that …`.
  private func carryTimes(
    _ quotations: inout [Quotation], _ attributions: [Attribution], _ context: TaggingContext
  ) {
    func sentence(_ row: Int) -> Int32 {
      context.sentenceOf[(attributions[row].cue ?? attributions[row].content[0]).lowerBound]
    }
    for row in quotations.indices.dropFirst()
    where quotations[row].time?.isStated != true && quotations[row - 1].time?.isStated == true
      && !quotations[row].speakers.isEmpty && quotations[row].speakers == quotations[row - 1].speakers
      && sentence(row) == sentence(row - 1)
    { quotations[row].time = quotations[row - 1].time }
  }

  private func fill(_ parsed: inout ParsedArticle, _ laid: TextLayout.Result, _ people: Coreference) {
    parsed.article.parts = laid.parts
    parsed.tokens = Tokens(ranges: laid.words.ranges, tags: laid.words.tags)
    parsed.sentences = laid.sentences
    parsed.actors = people.actors
    parsed.mentions = people.mentions.map { Mention(laid.words.range($0.tokens), $0.kind, actor: $0.actor) }
      .sorted { $0.range < $1.range }
    let spoken = parsed.mentions.filter { $0.kind != .pronoun }
    for index in parsed.quotations.indices {
      parsed.quotations[index].about = about(parsed.quotations[index], spoken)
    }
  }

  /// Who is spoken of in a quotation, in text order: of those mentions, sorted by where they begin, the ones inside.
  /// O(log mentions + mentions inside).
  private func about(_ quotation: Quotation, _ mentions: [Mention]) -> [Int] {
    var out: [Int] = []
    for content in quotation.content {
      let low = mentions.firstRow { $0.range.start >= content.start }
      for mention in mentions[low...].prefix(while: { $0.range.start < content.end }) {
        guard let actor = mention.actor, content.contains(mention.range), !out.contains(actor),
          !quotation.speakers.contains(actor)
        else { continue }
        out.append(actor)
      }
    }
    return out
  }
}
