/// The elements that importers tell apart; `text` is a run of text, `other` any element not listed.
enum Tag: String, CaseIterable, Sendable {
  // swift-format-ignore
  case text = "#text", other = "#other", root = "#root"
  // swift-format-ignore
  case a, abbr, address, area, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption, center,
    cite, code, col, colgroup, dd, del, details, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font,
    footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hr, html, i, iframe, img, input, ins, label,
    legend, li, link, main, map, mark, menu, meta, nav, noembed, noframes, noscript, object, ol, optgroup, option, p,
    param, picture, pre, q, s, script, section, select, small, source, span, strike, strong, style, sub, summary, sup,
    svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, video, wbr, xmp

  private static let byHash = Dictionary(
    uniqueKeysWithValues: allCases.map { (hash(Array($0.rawValue.utf8)[...]), $0) })

  /// The element of that name, however it is capitalised. O(name).
  init(_ name: ArraySlice<UInt8>) {
    self = Self.byHash[Self.hash(name)] ?? .other
  }

  /// FNV-1a over the letters in lower case.
  private static func hash(_ name: ArraySlice<UInt8>) -> UInt64 {
    name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1.lowercased)) &* 0x100_0000_01B3 }
  }

  /// Has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source, .track,
      .wbr:
      true
    default: false
    }
  }

  /// Its content is text up to its end tag, whatever it looks like.
  var isRaw: Bool {
    switch self {
    case .iframe, .noembed, .noframes, .script, .style, .textarea, .title, .xmp: true
    default: false
    }
  }

  /// Runs along in a line of text; all others begin and end a block.
  var isInline: Bool {
    switch self {
    case .a, .abbr, .audio, .b, .br, .canvas, .cite, .code, .del, .em, .embed, .font, .i, .img, .ins, .label,
      .map,
      .mark, .object, .picture, .q, .s, .small, .source, .span, .strike, .strong, .sub, .sup, .svg, .text,
      .time, .tt,
      .u, .video, .wbr, .other:
      true
    default: false
    }
  }

  /// Ends an open paragraph (HTML, "in button scope").
  var closesParagraph: Bool { !isInline && !isVoid && !isRaw || self == .hr }

  /// 1...6 for a heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
