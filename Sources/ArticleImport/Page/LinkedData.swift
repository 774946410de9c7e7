/// What a page says of its article in JSON-LD with the words of schema.org.
struct LinkedData {
  var title: String?
  var byline: String?
  var outlet: String?
  var date: String?
  var url: String?
  var language: String?
  /// The text of the article, without its paragraphs' borders as often as not.
  var body: String?

  /// Of the scripts of a page; those that are no JSON are passed over. O(scripts).
  init(_ scripts: [String]) {
    var objects: [JSONValue] = []
    for script in scripts {
      guard let value = try? JSONReader.read(Array(script.utf8)[...]) else { continue }
      Self.collect(value, into: &objects)
    }
    let articles = objects.filter { Self.isArticle($0) }
    for article in articles + objects.filter({ Self.types($0).contains("WebPage") }) { take(article) }
    outlet = outlet ?? objects.first { Self.types($0).contains("NewsMediaOrganization") }?["name"]?.string
  }

  private mutating func take(_ article: JSONValue) {
    title = title ?? article["headline"]?.string?.plainLine
    byline = byline ?? Self.names(article["author"])
    outlet =
      outlet
      ?? article["publisher"]?.items.lazy.compactMap { $0["name"]?.string ?? $0.string }.first?.plainLine
    date = date ?? article["datePublished"]?.string ?? article["dateCreated"]?.string
    language = language ?? article["inLanguage"]?.string
    url =
      url ?? article["url"]?.string ?? article["mainEntityOfPage"]?.string
      ?? article["mainEntityOfPage"]?["@id"]?.string
    if let text = article["articleBody"]?.string, text.utf8.count > body?.utf8.count ?? 0 { body = text }
  }

  /// All objects in a value, outer before inner.
  private static func collect(_ value: JSONValue, into out: inout [JSONValue]) {
    switch value {
    case .array(let items): for item in items { collect(item, into: &out) }
    case .object(let members):
      out.append(value)
      for member in members where member.value.isObject || member.key == "@graph" {
        collect(member.value, into: &out)
      }
    default: break
    }
  }

  private static func types(_ object: JSONValue) -> [String] {
    object["@type"]?.items.compactMap(\.string) ?? []
  }

  private static func isArticle(_ object: JSONValue) -> Bool {
    types(object).contains {
      $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review"
    }
  }

  /// `Ann Lee`, `Ann Lee and Bo Lind`: authors are texts, objects with a name, or several.
  private static func names(_ value: JSONValue?) -> String? {
    let names = (value?.items ?? []).flatMap { item in
      (item.string.map { [$0] } ?? item["name"]?.items.compactMap(\.string) ?? []).map(\.plainLine)
    }
    return Byline.joined(names)
  }
}

extension String {
  /// One line, markup and references that were left in taken out.
  var plainLine: String {
    guard contains("<") || contains("&") else { return oneLine }
    let tree = MarkupReader.read(Array(utf8))
    return tree.line(of: 0)
  }
}

/// The names of who wrote an article.
enum Byline {
  /// `Ann Lee`, `Ann Lee and Bo Lind`, `Ann Lee, Bo Lind and Cy Moe`; each name once, addresses left out.
  static func joined(_ names: [String]) -> String? {
    var seen: [String] = []
    for name in names {
      let name = withoutBy(name)
      let isName = !name.isEmpty && name.utf8.count < 120 && !name.contains("://") && !name.contains("@")
      if isName, !seen.contains(name) { seen.append(name) }
    }
    guard let last = seen.last else { return nil }
    return seen.count == 1 ? last : seen.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The name behind `By `.
  static func withoutBy(_ name: String) -> String {
    let line = name.oneLine
    for opening in ["By ", "by ", "BY ", "By: "] where line.hasPrefix(opening) {
      return String(line.dropFirst(opening.count))
    }
    return line
  }
}
