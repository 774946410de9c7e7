import QuoteModel

/// A mail, such as a newsletter, and a web page saved as one (MHTML).
public struct Mail: ArticleFormat {
  /// Reads MIME.
  public init() {}

  /// What messages call it.
  public var name: String { "mail (EML, MHTML)" }

  /// Header lines that every mail has and nothing else does.
  public func recognizes(_ document: Document) -> Bool {
    let head = document.bytes.prefix(1 << 14)
    guard let colon = head.prefix(200).firstIndex(of: UInt8(ascii: ":")),
      head[..<colon].allSatisfy({
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      })
    else { return false }
    let fields = MailPart(head).fields
    let marks = [
      "received", "return-path", "message-id", "mime-version", "delivered-to", "x-mailer", "dkim-signature",
    ]
    return fields["from"] != nil && (fields["subject"] != nil || fields["date"] != nil)
      && (marks.contains { fields[$0] != nil } || fields["to"] != nil && fields["date"] != nil)
  }

  /// The mail as an article, then the mails that were attached to it. O(bytes).
  public func articles(in document: Document) throws(ImportError) -> [Article] {
    let mail = MailPart(document.bytes[...])
    var out: [Article] = []
    Self.collect(mail, document, document.name, 0, &out)
    guard !out.isEmpty else { throw document.failure("holds no text") }
    return out
  }

  private static func collect(
    _ mail: MailPart, _ document: Document, _ name: String, _ depth: Int, _ out: inout [Article]
  ) {
    let leaves = mail.leaves()
    if let article = article(mail, leaves, document, name) { out.append(article) }
    guard depth < 4 else { return }
    for (number, leaf) in leaves.enumerated() where leaf.type == "message/rfc822" {
      collect(MailPart(leaf.content[...]), document, "\(name)#\(number + 1)", depth + 1, &out)
    }
  }

  private static func article(_ mail: MailPart, _ leaves: [MailPart], _ document: Document, _ name: String)
    -> Article?
  {
    let texts = leaves.filter { !$0.isAttachment }
    let title = mail["subject"] ?? ""
    var article = Article(name: name, path: document.path, title: title, text: "")
    if let page = texts.first(where: { $0.type == "text/html" }),
      let read = Self.page(page, mail, title, document)
    {
      article = read
      article.name = name
      if article.title.isEmpty { article.title = title }
    } else if let plain = texts.first(where: { $0.type == "text/plain" }),
      let words = Charset.decode(plain.content, declared: plain.parameter("charset"))
    {
      let text = PlainText.paragraphs(words)
      (article.text, article.parts) = (text.text, text.parts)
    }
    guard !article.parts.isEmpty else { return nil }
    let sender = mail["from"].flatMap(Self.displayName)
    // Lists and newsletters go out under the outlet's name; a person writes a mail.
    if mail.fields["list-id"] != nil || mail.fields["list-unsubscribe"] != nil {
      article.outlet = article.outlet ?? sender
    } else if mail.type != "multipart/related" || mail.fields["snapshot-content-location"] == nil {
      article.byline = article.byline ?? sender
    }
    article.date = article.date ?? mail["date"].flatMap { PartialDate(printed: $0) }
    article.url =
      article.url
      ?? (mail["snapshot-content-location"] ?? mail["archived-at"]).map { $0.filter { !"<>".contains($0) } }
    return article
  }

  /// A saved page is read as a page; a newsletter is all article.
  private static func page(_ part: MailPart, _ mail: MailPart, _ title: String, _ document: Document)
    -> Article?
  {
    let bytes = part.content
    guard let text = Charset.decode(bytes, declared: part.parameter("charset") ?? HTML.declaredCharset(bytes))
    else { return nil }
    if mail.fields["snapshot-content-location"] != nil || mail["from"]?.hasPrefix("<Saved by") == true {
      return try? HTML.article(of: Array(text.utf8), document)
    }
    let body = PageBody.text(ofPiece: text.utf8, title: title)
    guard !body.isEmpty else { return nil }
    return Article(name: document.name, path: document.path, title: title, text: body.text, parts: body.parts)
  }

  /// `Ann Lee` of `"Ann Lee" <ann@example.org>`.
  private static func displayName(_ address: String) -> String? {
    let name = address.prefix { $0 != "<" }.filter { $0 != "\"" }.trimmed
    return name.isEmpty || name.contains("@") ? nil : String(name)
  }
}
