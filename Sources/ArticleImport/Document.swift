import QuoteModel

/// A file's bytes and what it is called; what a format makes articles of.
public struct Document: Sendable {
  /// What exports call it: the path below the folder named, or the file's name.
  public var name: String
  /// Where it was read from.
  public var path: String
  /// Where in that file it stands, as messages say it: `line 12`, `a/b.html`; empty for the whole.
  public var place: String = ""
  /// Its content, as stored.
  public var bytes: [UInt8]
  /// What its container says of it, for an article that does not say it itself.
  var known = Known()
  /// How many archives it lies in.
  var depth = 0
  /// How much more the archives around it may expand to.
  var allowance: Allowance?
  /// Which fields of a table or an object are meant, where they are not called as usual.
  public var fields = FieldNames()

  static let deepest = 4

  /// A document of those bytes; `path` is `name` where it lies in no file.
  public init(name: String, path: String? = nil, bytes: [UInt8] = []) {
    self.name = name
    self.path = path ?? name
    self.bytes = bytes
  }

  /// What is known of a document from outside of it.
  struct Known: Sendable {
    var title: String?
    var byline: String?
    var outlet: String?
    var date: PartialDate?
    var url: String?
    var language: String?
    /// The encoding it is said to be in.
    var charset: String?
  }

  /// Whether its name ends with one of those endings, however capitalised. O(endings).
  func isCalled(_ endings: StaticString...) -> Bool {
    var name = name
    return name.withUTF8 { name in
      endings.contains { name.has($0, at: name.count - $0.utf8CodeUnitCount) }
    }
  }

  /// An error that names this document.
  func failure(_ reason: String, at inner: String = "") -> ImportError {
    let places = [place, inner].filter { !$0.isEmpty }
    return ImportError(path: path, place: places.joined(separator: ": "), reason: reason)
  }

  /// A document that lies in this one; its bytes are still to come.
  func inner(_ name: String, place: String) -> Document {
    var out = Document(name: name, path: path)
    out.place = [self.place, place].filter { !$0.isEmpty }.joined(separator: ": ")
    (out.known, out.depth, out.allowance, out.fields) = (known, depth, allowance, fields)
    return out
  }

  /// The article with what is known of the document where the article itself lacks it.
  func completed(_ article: Article) -> Article {
    var out = article
    if out.title.isEmpty { out.title = known.title ?? "" }
    if out.title.isEmpty, let first = out.parts.first {
      out.title = FrontMatter.shortened(out.text[first.range])
    }
    out.byline = out.byline ?? known.byline
    out.outlet = out.outlet ?? known.outlet
    out.date = out.date ?? known.date
    out.url = out.url ?? known.url
    // What a page declares is often only what its template says.
    out.language = Language.detect(out.text) ?? Language.code(out.language) ?? Language.code(known.language)
    return out
  }
}

/// Which fields hold an article's text and the rest, where they are not called as usual: `text=story,title=hed`.
public struct FieldNames: Sendable, Hashable {
  /// What can be named.
  public enum Field: String, CaseIterable, Sendable {
    // swift-format-ignore
    case text, title, byline, outlet, date, url, language, id
  }

  private var names: [Field: String] = [:]

  /// None: the usual names hold.
  public init() {}

  /// Reads `text=story,title=hed`; `nil` where it is nothing of the kind.
  public init?(_ list: String) {
    for pair in list.split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let field = Field(rawValue: String(sides[0])) else { return nil }
      names[field] = String(sides[1])
    }
    if names.isEmpty { return nil }
  }

  /// The name given for a field.
  public subscript(field: Field) -> String? { names[field] }
}
