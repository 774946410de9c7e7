import QuoteModel

/// An article's parse as bytes: what is in a `DigestedArticle` beside the article itself, without tokens and sentences,
/// which nothing needs once the article is digested.
///
/// The first byte is the version; a program reads every version up to its own. Behind everything stands a checksum.
enum DigestCodec {
  static let version: UInt8 = 2

  /// O(parse).
  static func encode(_ digest: DigestedArticle) -> [UInt8] {
    var out = ByteWriter()
    out.byte(version)
    write(digest.parsed.article.parts, &out)
    out.list(digest.parsed.actors) { write($1, &$0) }
    var place = 0
    out.list(digest.parsed.mentions) { out, mention in
      out.range(mention.range, behind: &place)
      out.byte(mention.kind.rawValue)
      out.optional(mention.actor)
    }
    place = 0
    out.list(digest.parsed.quotations) { write($1, behind: &place, &$0) }
    out.list(digest.terms) { write($1, &$0) }
    out.fixed(Checksum.of(out.bytes))
    return out.bytes
  }

  /// The parse of `article`, whose own parts give way to those found by the parser. O(bytes).
  static func decode(
    _ bytes: UnsafeRawBufferPointer, of article: Article
  ) throws(DecodingFailure) -> DigestedArticle {
    let body = try Checksum.verified(bytes)
    var reader = ByteReader(body)
    let written = try reader.byte()
    guard (1...version).contains(written) else { throw reader.failure("is of an unknown version") }
    let limit = article.text.utf8.count
    var parsed = ParsedArticle(article: article)
    parsed.article.parts = try parts(&reader, limit: limit)
    parsed.actors = try reader.list(actor)
    let actors = parsed.actors.count
    for actor in parsed.actors where actor.members.contains(where: { $0 >= actors }) {
      throw reader.failure("names an actor that is not there")
    }
    var place = 0
    parsed.mentions = try reader.list { reader throws(DecodingFailure) in
      let range = try reader.range(behind: &place, limit: limit)
      let kind = try reader.one(of: Mention.Kind.self)
      return Mention(range, kind, actor: try row(try reader.optional(), below: actors, reader))
    }
    place = 0
    parsed.quotations = try reader.list { reader throws(DecodingFailure) in
      try quotation(&reader, behind: &place, limit: limit, actors: actors)
    }
    for quotation in parsed.quotations {
      _ = try row(quotation.parent, below: parsed.quotations.count, reader)
    }
    let terms = try reader.list { reader throws(DecodingFailure) in try Self.terms(&reader, written) }
    guard terms.count == parsed.quotations.count, reader.isAtEnd else {
      throw reader.failure("holds more or less than it says")
    }
    return DigestedArticle(parsed: parsed, terms: terms)
  }

  private static func row(
    _ row: Int?, below count: Int, _ reader: ByteReader
  ) throws(DecodingFailure) -> Int? {
    if let row, row >= count { throw reader.failure("names a row that is not there") }
    return row
  }

  // MARK: Parts.

  /// The parts of an article, as they stand in its row too.
  static func encode(_ parts: [ArticlePart]) -> [UInt8] {
    var out = ByteWriter()
    write(parts, &out)
    return out.bytes
  }

  static func decodeParts(_ bytes: UnsafeRawBufferPointer, limit: Int) throws(DecodingFailure)
    -> [ArticlePart]
  {
    var reader = ByteReader(bytes)
    return try parts(&reader, limit: limit)
  }

  private static func write(_ parts: [ArticlePart], _ out: inout ByteWriter) {
    var place = 0
    out.list(parts) { out, part in
      out.range(part.range, behind: &place)
      out.byte(part.kind.rawValue)
    }
  }

  private static func parts(_ reader: inout ByteReader, limit: Int) throws(DecodingFailure) -> [ArticlePart] {
    var place = 0
    return try reader.list { reader throws(DecodingFailure) in
      let range = try reader.range(behind: &place, limit: limit)
      return ArticlePart(range, try reader.one())
    }
  }

  // MARK: Actors.

  private static func write(_ actor: Actor, _ out: inout ByteWriter) {
    out.text(actor.name)
    out.byte(actor.kind.rawValue)
    out.byte(actor.gender.rawValue)
    out.list(actor.aliases) { $0.text($1) }
    out.list(actor.roles) { out, role in
      out.text(role.title)
      out.text(role.office)
      out.text(role.place)
      out.text(role.side)
      out.date(role.first)
      out.date(role.last)
      out.number(role.count)
    }
    out.list(actor.members) { $0.number($1) }
  }

  private static func actor(_ reader: inout ByteReader) throws(DecodingFailure) -> Actor {
    let (name, kind, gender) = (
      try reader.text(), try reader.one(of: Actor.Kind.self), try reader.one(of: Actor.Gender.self)
    )
    let aliases = try reader.list { reader throws(DecodingFailure) in try reader.text() }
    let roles = try reader.list { reader throws(DecodingFailure) in
      var role = Actor.Role(try reader.text())
      (role.office, role.place, role.side) = (
        try reader.optionalText(), try reader.optionalText(), try reader.optionalText()
      )
      (role.first, role.last, role.count) = (try reader.date(), try reader.date(), try reader.number())
      return role
    }
    let members = try reader.list { reader throws(DecodingFailure) in try reader.number() }
    return Actor(name: name, kind: kind, gender: gender, aliases: aliases, roles: roles, members: members)
  }

  // MARK: Quotations.

  /// Which of a quotation's parts are there.
  private struct Presence: OptionSet {
    let rawValue: UInt8
    static let cue = Presence(rawValue: 1)
    static let source = Presence(rawValue: 2)
    static let asked = Presence(rawValue: 4)
    static let time = Presence(rawValue: 8)
    static let isStated = Presence(rawValue: 16)
    static let isExact = Presence(rawValue: 32)
  }

  private static func write(_ quotation: Quotation, behind place: inout Int, _ out: inout ByteWriter) {
    var presence: Presence = []
    if quotation.cue != nil { presence.insert(.cue) }
    if quotation.source != nil { presence.insert(.source) }
    if quotation.asked != nil { presence.insert(.asked) }
    if let time = quotation.time {
      presence.insert(.time)
      if time.isStated { presence.insert(.isStated) }
      if time.isExact { presence.insert(.isExact) }
    }
    out.byte(presence.rawValue)
    out.byte(quotation.kind.rawValue)
    out.list(quotation.content) { $0.range($1, behind: &place) }
    for range in [quotation.cue, quotation.source, quotation.asked] {
      if let range { out.range(range, behind: &place) }
    }
    if let time = quotation.time { out.date(time.date) }
    out.list(quotation.speakers) { $0.number($1) }
    out.list(quotation.about) { $0.number($1) }
    out.optional(quotation.parent)
    out.fixed(quotation.confidence.bitPattern)
  }

  private static func quotation(
    _ reader: inout ByteReader, behind place: inout Int, limit: Int, actors: Int
  ) throws(DecodingFailure) -> Quotation {
    let presence = Presence(rawValue: try reader.byte())
    let kind = try reader.one(of: Quotation.Kind.self)
    var quotation = Quotation(
      content: try reader.list { reader throws(DecodingFailure) in
        try reader.range(behind: &place, limit: limit)
      }, kind: kind)
    if presence.contains(.cue) { quotation.cue = try reader.range(behind: &place, limit: limit) }
    if presence.contains(.source) { quotation.source = try reader.range(behind: &place, limit: limit) }
    if presence.contains(.asked) { quotation.asked = try reader.range(behind: &place, limit: limit) }
    if presence.contains(.time), let date = try reader.date() {
      quotation.time = Quotation.Time(
        date, isStated: presence.contains(.isStated), isExact: presence.contains(.isExact))
    }
    quotation.speakers = try reader.list { reader throws(DecodingFailure) in try reader.number() }
    quotation.about = try reader.list { reader throws(DecodingFailure) in try reader.number() }
    for row in quotation.speakers + quotation.about where row >= actors {
      throw reader.failure("names an actor that is not there")
    }
    quotation.parent = try reader.optional()
    quotation.confidence = Float(bitPattern: try reader.fixed())
    return quotation
  }

  // MARK: Terms.

  private static func write(_ terms: QuotationTerms, _ out: inout ByteWriter) {
    out.list(terms.phrases) { out, phrase in
      out.text(phrase.key)
      out.text(phrase.label)
    }
    out.list(terms.terms) { $0.fixed($1) }
    for mark in terms.marks { out.byte(mark.rawValue) }
    out.list(terms.subjects) { $0.byte($1) }
    out.fixed(terms.framing.rawValue)
    out.list(terms.wordings) { $0.fixed($1) }
    out.list(terms.claims) { out, claim in
      for word in claim.words { out.fixed(word) }
      out.fixed(claim.marks.rawValue)
    }
  }

  private static func claim(_ reader: inout ByteReader) throws(DecodingFailure) -> Claim {
    var words: [UInt32] = []
    for _ in 0..<4 { words.append(try reader.fixed(UInt32.self)) }
    return Claim(words, Claim.Marks(rawValue: try reader.fixed(UInt16.self)))
  }

  private static func terms(
    _ reader: inout ByteReader, _ version: UInt8
  ) throws(DecodingFailure) -> QuotationTerms {
    let phrases = try reader.list { reader throws(DecodingFailure) in
      let key = try reader.text()
      return QuotationTerms.Phrase(key: key, label: try reader.text())
    }
    let terms = try reader.list { reader throws(DecodingFailure) in try reader.fixed(UInt32.self) }
    var marks: [TermMarks] = []
    marks.reserveCapacity(terms.count)
    for _ in terms { marks.append(TermMarks(rawValue: try reader.byte())) }
    let subjects = try reader.list { reader throws(DecodingFailure) in try reader.byte() }
    // Version 1 had fewer framings and no claims.
    let framing = Framing(
      rawValue: version > 1 ? try reader.fixed() : UInt32(try reader.fixed(UInt16.self)))
    let wordings = try reader.list { reader throws(DecodingFailure) in try reader.fixed(UInt64.self) }
    let claims = version > 1 ? try reader.list(claim) : []
    return QuotationTerms(
      phrases: phrases, terms: terms, subjects: subjects, marks: marks, claims: claims, framing: framing,
      wordings: wordings)
  }
}
