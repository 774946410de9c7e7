// What articles hold beside their text, as records: written once when a segment is packed, read where it is shown.

extension RecordWriter {
  /// An article without its text, its title first.
  mutating func article(_ article: Article) {
    text(article.title)
    text(article.name)
    optional(article.outlet)
    date(article.date)
    text(article.path)
    for detail in [article.byline, article.url, article.language] { optional(detail) }
    var end = 0
    list(article.parts) { writer, part in
      writer.signed(part.range.lower - end)
      writer.number(part.range.count << 3 | Int(part.kind.rawValue))
      end = part.range.upper
    }
  }

  mutating func actor(_ actor: Actor) {
    number(Int(actor.kind.rawValue) << 2 | Int(actor.gender.rawValue))
    text(actor.name)
    list(actor.aliases) { $0.text($1) }
    list(actor.roles) { $0.role($1) }
    list(actor.members) { $0.signed($1) }
  }

  private mutating func role(_ role: Actor.Role) {
    text(role.title)
    for part in [role.office, role.place, role.side] { optional(part) }
    date(role.first)
    date(role.last)
    number(role.count)
  }

  mutating func mentions(_ mentions: [Mention]) {
    var start = 0
    list(mentions) { writer, mention in
      writer.signed(mention.range.lower - start)
      writer.number(mention.range.count << 3 | Int(mention.kind.rawValue))
      writer.row(mention.actor)
      start = mention.range.lower
    }
  }

  mutating func topic(_ topic: Topic) {
    text(topic.label)
    number(topic.kind.rawValue)
    row(topic.actor?.index)
    optional(topic.code)
    row(topic.parent?.index)
  }
}

extension RecordReader {
  mutating func article(text: String) -> Article {
    var article = Article(name: "", path: "", title: self.text(), text: text)
    article.name = self.text()
    article.outlet = optional()
    article.date = date()
    article.path = self.text()
    (article.byline, article.url, article.language) = (optional(), optional(), optional())
    var end = 0
    article.parts = list { reader in
      let start = end &+ reader.signed()
      let number = reader.number()
      let range = reader.range(start, count: number >> 3)
      end = range.upper
      return ArticlePart(range, ArticlePart.Kind(rawValue: UInt8(number & 7)) ?? .body)
    }
    return article
  }

  mutating func actor() -> Actor {
    let head = number()
    var actor = Actor(name: text())
    actor.kind = Actor.Kind(rawValue: UInt8(truncatingIfNeeded: head >> 2)) ?? .unknown
    actor.gender = Actor.Gender(rawValue: UInt8(head & 3)) ?? .unknown
    actor.aliases = list { $0.text() }
    actor.roles = list { $0.role() }
    actor.members = list { $0.signed() }
    return actor
  }

  private mutating func role() -> Actor.Role {
    var role = Actor.Role(text())
    (role.office, role.place, role.side) = (optional(), optional(), optional())
    (role.first, role.last) = (date(), date())
    role.count = Int(Int32(clamping: number()))
    return role
  }

  mutating func mentions(actors: Int) -> [Mention] {
    var start = 0
    return list { reader in
      start = start &+ reader.signed()
      let number = reader.number()
      let range = reader.range(start, count: number >> 3)
      let kind = Mention.Kind(rawValue: UInt8(number & 7)) ?? .name
      return Mention(range, kind, actor: reader.row(of: actors))
    }
  }

  /// A topic; `actors` and `topics` are how many there are to point at.
  mutating func topic(actors: Int, topics: Int) -> Topic {
    var topic = Topic(
      label: text(), kind: Topic.Kind(rawValue: UInt8(truncatingIfNeeded: number())) ?? .phrase)
    topic.actor = row(of: actors).map { ActorID($0) }
    topic.code = optional()
    topic.parent = row(of: topics).map { TopicID($0) }
    return topic
  }
}
