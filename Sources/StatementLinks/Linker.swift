import QuoteModel

/// Many parsed articles -> merged actors, topics and relations.
public struct Linker: Sendable {
  private let lists: WordLists
  private let subjects: Subjects
  private let background: Background
  private let stances = StanceLists()
  /// What a person says of actors: it wins over all evidence.
  public var corrections = ActorCorrections()
  /// How many threads linking may use; what comes out does not depend on it.
  private let jobs: Int

  /// A linker with the embedded word lists, which links on so many threads.
  public init(jobs: Int = 1) {
    self.jobs = jobs
    lists = WordLists()
    subjects = Subjects(lists)
    background = Background()
  }

  /// A linker with word lists of one's own, and subjects as lines of `subjects.tsv`; no word is common in its
  /// background.
  public init(lists: WordLists, subjects: [Substring] = []) {
    (self.lists, jobs) = (lists, 1)
    self.subjects = Subjects(lines: subjects, lists)
    background = Background(UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// Folds the words of an article's quotations for linking. One article at a time, on any thread.
  /// O(words of the article).
  public func digest(_ parsed: ParsedArticle) -> DigestedArticle {
    var digest = Digest(parsed, subjects: subjects, lists: lists, stances: stances)
    return DigestedArticle(parsed: parsed, terms: digest.terms())
  }

  /// A corpus of those articles alone. O(n log n) in quotations.
  public func corpus(of articles: [DigestedArticle]) -> Corpus {
    let segments = [Segment(articles, firstArticle: 0, firstQuotation: 0, firstActor: 0)]
    return Corpus(segments: segments, links: link(segments))
  }

  /// Links everything in the segments, whose rows follow one another. O(n log n) in quotations.
  public func link(_ segments: [Segment]) -> Links {
    let merged = ActorMerging.merge(segments, lists: lists, corrections: corrections)
    let index = LinkIndex(segments, merged, lists: lists)
    let judge = PhraseJudge(index, subjects, lists: lists, background: background)
    let topics = Topics(index, subjects, judge)
    var links = Links()
    links.actors = merged.actors
    links.actorOfArticleActor = merged.ofArticleActor
    links.corrections = corrections
    links.unheldCorrections = merged.unheld
    links.topics = topics.topics
    links.quotationsByTopic = topics.quotationsByTopic
    links.topicsOfQuotation = topics.topicsOfQuotation
    var pairs: [(row: Int, quotation: QuotationID)] = []
    for quotation in 0..<index.count {
      for speaker in index.speakers[quotation] { pairs.append((Int(speaker), QuotationID(quotation))) }
    }
    links.quotationsBySpeaker = PackedLists(count: merged.actors.count, pairs: pairs)
    let relations = Relations(index, stances, segments, jobs: jobs)
    links.relations = relations.lists
    links.fullestForms = relations.fullestForms
    links.trim()
    return links
  }

  /// The links of a corpus and of a segment behind it, which is linked with the articles it touches alone: to be shown
  /// until everything is linked. O(n log n) in the segment's quotations, O(links) for the rest.
  public func extend(_ links: Links, of corpus: [Segment], by segment: Segment) -> Links {
    let touched = Neighbourhood(of: segment, in: corpus).articles
    let around = Segment(
      touched.map { $0.segment.digested($0.row) }, firstArticle: 0, firstQuotation: 0, firstActor: 0)
    let new = Segment(
      segment, firstArticle: around.articleCount, firstQuotation: around.count, firstActor: around.actorCount)
    return links.extended(by: link([around, new]), around: Surroundings(touched))
  }

  /// For pairs of quotations what tells whether they are about one subject, in the order of
  /// `Similarity.weights`, and the likelihood made of it. For fitting and measuring.
  package func similarities(_ segments: [Segment], _ pairs: [(Int, Int)]) -> [(
    features: [Float], likelihood: Float
  )] {
    let index = LinkIndex(segments, ActorMerging.merge(segments, lists: lists), lists: lists)
    let context = RelationContext(index, stances)
    var articles = Similarity.Articles(context.similarity)
    return pairs.map { a, b in
      let overlap = context.space.overlap(a, b)
      let features = context.similarity.features(overlap, articles: articles.cosine(a, b))
      return (features.values, Similarity.probability(features))
    }
  }
}
