/// What the names of an element's classes and its id tell of what it is there for.
struct PageHints: OptionSet {
  let rawValue: UInt8
  /// Something around the article: navigation, sharing, comments, advertisements, pointers to others.
  static let aside = PageHints(rawValue: 1)
  /// The body of an article.
  static let body = PageHints(rawValue: 2)
  /// The words below a picture.
  static let caption = PageHints(rawValue: 4)
  /// A sentence of the text shown once more, large.
  static let pullQuote = PageHints(rawValue: 8)
  /// Not shown.
  static let hidden = PageHints(rawValue: 16)

  /// Of an element of a page. O(its tag).
  init(_ row: Int, in tree: MarkupTree) {
    var hints: PageHints = []
    for (name, value) in tree.attributes(of: row) {
      let source = tree.source
      func isNamed(_ word: StaticString) -> Bool {
        name.count == word.utf8CodeUnitCount && source.has(word, at: name.lowerBound)
      }
      if isNamed("class") || isNamed("id") || isNamed("data-component") || isNamed("data-type") {
        hints.formUnion(PageHints(names: source[value]))
      } else if isNamed("itemprop") {
        if source[value].text.lowercased().split(separator: " ").contains("articlebody") {
          hints.insert(.body)
        }
      } else if isNamed("role") {
        let roles = [
          "navigation", "complementary", "contentinfo", "banner", "search", "dialog", "menu", "alert",
        ]
        if roles.contains(source[value].text.lowercased()) { hints.insert(.aside) }
      } else if isNamed("hidden") {
        hints.insert(.hidden)
      } else if isNamed("style") {
        let style = source[value].filter { !$0.isSpace }
        if style.find("display:none", from: 0) != nil { hints.insert(.hidden) }
      }
    }
    self = hints
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Of the value of a `class` or `id`: words split at blanks, hyphens, underscores and capitals. O(value).
  init(names: ArraySlice<UInt8>) {
    var hints: PageHints = []
    for name in names.split(whereSeparator: \.isSpace) {
      let words = Self.words(of: name)
      if words.contains(where: Self.aroundArticles.contains) { hints.insert(.aside) }
      if words.contains(where: { Self.captions.contains($0) || $0.hasSuffix("caption") }) {
        hints.insert(.caption)
      }
      if words.contains("pullquote") || words.contains("pull") && words.contains("quote") {
        hints.insert(.pullQuote)
      }
      let joined = words.joined()
      if Self.bodies.contains(where: { joined.hasSuffix($0) || joined.hasPrefix($0) }) { hints.insert(.body) }
    }
    self = hints
  }

  private static func words(of name: ArraySlice<UInt8>) -> [String] {
    var words: [[UInt8]] = [[]]
    var previous = UInt8(0)
    for byte in name {
      let isUpper = 0x41...0x5A ~= byte
      if !byte.isLetter || isUpper && 0x61...0x7A ~= previous { words.append([]) }
      if byte.isLetter { words[words.count - 1].append(byte.lowercased) }
      previous = byte
    }
    return words.filter { !$0.isEmpty }.map(\.text)
  }

  private static let aroundArticles: Set<String> = [
    "ad", "ads", "advert", "adverts", "advertisement", "advertising", "advertorial", "affiliate", "agegate",
    "alert",
    "authorbio", "bio", "bookmark", "breadcrumb", "breadcrumbs", "byline", "bylines", "comment", "comments",
    "commenting", "consent",
    "contentinfo", "cookie", "cookies", "copyright", "cta", "dateline", "disclaimer", "disqus", "donate",
    "donation", "facebook",
    "footer", "footnav", "foot", "gdpr", "hidden", "infobox", "livefyre", "login", "masthead", "menu",
    "menus", "meta",
    "metadata", "modal", "more", "mostread", "nav", "navbar", "navigation", "newsletter", "newsletters",
    "newslettersignup", "outbrain", "overlay", "pager", "pagination", "playlist", "pinterest", "pop",
    "popular", "popup", "print",
    "promo", "promos", "promoted", "promotion", "rail", "readmore", "readnext", "recirc", "recirculation",
    "recommend", "recommendation",
    "recommendations", "recommended", "register", "registration", "related", "relatedcontent", "relatedposts",
    "replies", "reply", "respond", "rss",
    "screenreader", "share", "shared", "sharebar", "shares", "sharing", "sharedaddy", "shoutbox", "sidebar",
    "sidebars", "signin", "signup",
    "skip", "slideshow", "social", "sociallinks", "sponsor", "sponsored", "sponsors", "subscribe",
    "subscription", "syndication", "taboola", "tag",
    "tags", "teaser", "teasers", "ticker", "timestamp", "toc", "toolbar", "tools", "trending", "tweet",
    "twitter",
    "upsell", "video", "widget", "widgets", "yarpp", "zergnet",
  ]

  private static let captions: Set<String> = ["captions", "credit", "credits", "photocredit", "cutline"]

  private static let bodies = [
    "articlebody", "articlecontent", "articletext", "bodycontent", "contentbody", "contentarticle",
    "entrycontent", "entrytext",
    "maincontent", "newsbody", "newstext", "pagecontent", "postbody", "postcontent", "posttext", "storybody",
    "storycontent", "storytext", "bodytext", "bodycopy", "textbody", "articlemain", "blogcontent",
  ]
}
