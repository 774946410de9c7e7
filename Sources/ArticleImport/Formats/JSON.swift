import QuoteModel

/// JSON: one article, an array of them, an object that holds such an array (JSON Feed and the answers of most services
/// do), or one value behind the other, as in JSON lines. Also IPTC's ninjs.
///
/// Each value is read and handed on before the next is looked for.
public struct JSON: ContainerFormat {
  /// Reads articles by the usual names of their fields, or by those the user gives.
  public init() {}

  /// What messages call it.
  public var name: String { "JSON, JSON lines, JSON Feed, ninjs" }

  /// Begins with an object, or with an array of them.
  public func recognizes(_ document: Document) -> Bool {
    var marks = document.bytes.lazy.filter { !$0.isSpace && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
      .makeIterator()
    switch (marks.next(), marks.next()) {
    case (UInt8(ascii: "{"), let next): return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
    case (UInt8(ascii: "["), let next): return next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
    default: return false
    }
  }

  /// Cuts at the ends of values.
  public func cut(_ stream: ByteStream, _ document: Document) throws(ImportError) -> any Cutter {
    Values(stream: stream, document: document)
  }

  /// The values of a stream, one after the other.
  private struct Values: Cutter {
    var stream: ByteStream
    let document: Document
    /// Articles of a value that held several.
    var ready: [Piece] = []
    var count = 0
    var line = 1
    var isInArray = false
    var isAtEnd = false

    mutating func next() throws(ImportError) -> Piece? {
      while ready.isEmpty {
        guard let (value, line) = try nextValue() else { return nil }
        take(value, line)
      }
      return ready.removeFirst()
    }

    /// The bytes of the next value, and the line it begins in.
    private mutating func nextValue() throws(ImportError) -> (ArraySlice<UInt8>, Int)? {
      var scan = Scan()
      reading: while !isAtEnd {
        let ahead = stream.ahead
        while scan.offset < ahead.count {
          let byte = ahead[ahead.startIndex + scan.offset]
          if scan.isOutside {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte == UInt8(ascii: "["), count == 0, !isInArray {
              isInArray = true
            } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",") || byte.isSpace || byte > 0x7F {
              // Between values.
            } else {
              _ = try stream.take(scan.offset)
              scan = Scan(isOutside: false)
              continue reading
            }
            scan.offset += 1
          } else if scan.ends(byte) {
            let start = line
            let value = try stream.take(scan.offset)
            line += value.count { $0 == UInt8(ascii: "\n") }
            count += 1
            return (value, start)
          }
        }
        if scan.isOutside {
          _ = try stream.take(scan.offset)
          scan.offset = 0
        }
        if scan.offset > ArticleFormats.largest {
          throw document.failure("holds a value of more than 256 MB", at: "line \(line)")
        }
        if try !stream.fill() { isAtEnd = true }
      }
      guard !scan.isOutside else { return nil }
      return (try stream.take(stream.ahead.count), line)
    }

    /// How far a value was looked through.
    private struct Scan {
      var offset = 0
      var depth = 0
      var isOutside = true
      private var isInString = false
      private var isEscaped = false

      init(isOutside: Bool = true) { self.isOutside = isOutside }

      private var last: UInt8 = 0
      private var isLineStart = false

      /// Looks at the next byte of a value; whether the value ends with it, or before it.
      mutating func ends(_ byte: UInt8) -> Bool {
        // A line that begins an object where none may stand: the value before it was never finished.
        let isBroken =
          isLineStart && byte == UInt8(ascii: "{") && depth > 0
          && (isInString || !",[:{".utf8.contains(last))
        if isBroken { return true }
        isLineStart = byte == UInt8(ascii: "\n")
        if !byte.isSpace { last = byte }
        if isInString {
          offset += 1
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isInString = false
          }
          return false
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          offset += 1
          return depth <= 0
        case UInt8(ascii: "\n"), UInt8(ascii: ","):
          // What is no object ends with its line.
          if depth == 0, offset > 0 { return true }
        default: break
        }
        offset += 1
        return false
      }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>, _ line: Int) {
      let value: JSONValue
      do throws(JSONReader.Failure) { value = try JSONReader.read(bytes) } catch {
        let before = bytes.prefix(error.byte).count { $0 == UInt8(ascii: "\n") }
        ready = [.failure(document.failure(error.reason, at: "line \(line + before)"))]
        return
      }
      ready = ArticleObjects(document, count).articles(in: value).map { .article(document.completed($0)) }
      if ready.isEmpty { ready = [.failure(document.failure("holds no article", at: "line \(line)"))] }
    }
  }
}

/// Finds articles in a JSON value.
struct ArticleObjects {
  private let document: Document
  /// Which value of the document it is, from 1.
  private let number: Int

  init(_ document: Document, _ number: Int) { (self.document, self.number) = (document, number) }

  /// The value as an article, or those in the array that it is or holds. O(value).
  func articles(in value: JSONValue) -> [Article] {
    let name = "\(document.name)#\(number)"
    if let article = article(value, number == 1 ? document.name : name) { return [article] }
    let outlet = value["title"]?.string
    for key in [
      "items", "articles", "results", "docs", "documents", "data", "hits", "stories", "entries", "news",
      "response", "associations",
    ] {
      guard let held = value[key] else { continue }
      let found =
        held.isObject
        ? articles(in: held)
        : held.items.enumerated().compactMap { article($1["_source"] ?? $1, "\(document.name)#\($0 + 1)") }
      if found.isEmpty { continue }
      return found.map { article in
        var article = article
        // A feed's title is who publishes it.
        if key == "items" { article.outlet = article.outlet ?? outlet }
        return article
      }
    }
    if case .array(let items) = value {
      return items.enumerated().compactMap { article($1, "\(document.name)#\($0 + 1)") }
    }
    return []
  }

  private func article(_ value: JSONValue, _ name: String) -> Article? {
    guard case .object(let members) = value else { return nil }
    var values: [String: JSONValue] = [:]
    for member in members where values[FieldedArticle.folded(member.key)] == nil {
      values[FieldedArticle.folded(member.key)] = member.value
    }
    let fielded = FieldedArticle(document.fields) { name in
      values[name].flatMap { Self.words($0, listing: name) }
    }
    guard var article = fielded.article(document, fallback: name) else { return nil }
    article.append(values["captions"], as: .caption)
    article.append(values["pullquotes"], as: .pullQuote)
    return article
  }

  /// The words of a field: a text, a number, an object's name, or several of them.
  private static func words(_ value: JSONValue, listing name: String) -> String? {
    if let words = value.scalar { return words }
    if let inner = value["name"]?.string ?? value["title"]?.string ?? value["rendered"]?.string
      ?? value["main"]?.string
    {
      return inner
    }
    let words =
      value.items.count > 1 || !value.isObject
      ? value.items.compactMap { $0.scalar ?? $0["name"]?.string } : []
    guard !words.isEmpty else { return nil }
    return ["authors", "author", "byline", "creator"].contains(name)
      ? Byline.joined(words) : words.joined(separator: "\n\n")
  }
}

extension Article {
  /// Puts back what `whosaid articles` writes apart from the running text, where it stood. O(text).
  fileprivate mutating func append(_ values: JSONValue?, as kind: ArticlePart.Kind) {
    for words in values?.items.compactMap(\.string) ?? [] where !words.trimmed.isEmpty {
      text += "\n\n"
      parts.append(ArticlePart(TextRange(text.utf8.count, text.utf8.count + words.utf8.count), kind))
      text += words
    }
  }
}
