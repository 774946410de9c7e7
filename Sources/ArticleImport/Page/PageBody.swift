import QuoteModel

/// Finds the article on a page: the element that holds its text, and what in there belongs to it.
///
/// As in the literature (Kohlschütter et al. 2010; Readability; trafilatura, Barbaresi 2021): blocks of text are told by
/// how long they are and how much of them is links, elements by what they are called; the article is where most of the
/// prose is.
struct PageBody {
  let tree: MarkupTree
  let text: PageText
  /// Of each block, how it counts.
  private(set) var kinds: [Kind]
  /// The element that holds the article.
  private(set) var root = 0
  private var hints: [Int: PageHints] = [:]
  /// Prose in the blocks before each row, in bytes: what lies in an element is a difference of two.
  private var prose: [Int] = []

  enum Kind { case prose, heading, item, caption, pullQuote, aside }

  /// A paragraph of the article.
  struct Paragraph: Equatable {
    var text: String
    var kind: ArticlePart.Kind
    /// Whether it is one of a list.
    var isItem = false
  }

  /// A page, or a piece of one that holds an article and little else. O(page).
  init(_ tree: MarkupTree, isPiece: Bool = false) {
    self.tree = tree
    text = PageText(tree)
    kinds = text.blocks.map { _ in .prose }
    for row in tree.nodes.indices
    where !tree.nodes[row].tag.isInline && tree.nodes[row].low < tree.nodes[row].high {
      let found = PageHints(row, in: tree)
      // What the whole page is called says nothing of its parts.
      if !found.isEmpty, ![.html, .body].contains(tree.nodes[row].tag) { hints[row] = found }
    }
    sumProse()
    tellAsides()
    sumProse()
    root = isPiece ? 0 : findRoot()
  }

  /// An article's text from a piece of a page, as feeds and mails carry it. O(piece).
  static func text(ofPiece markup: some Sequence<UInt8>, title: String) -> ArticleText {
    let body = PageBody(MarkupReader.read(Array(markup)), isPiece: true)
    return ArticleText(body.paragraphs(title: title) + body.captions() + body.pullQuotes())
  }

  // MARK: Where the prose is

  private mutating func sumProse() {
    var mass = Array(repeating: 0, count: tree.nodes.count + 1)
    for (block, kind) in zip(text.blocks, kinds) where kind == .prose { mass[block.row + 1] += weight(block) }
    for row in 1..<mass.count { mass[row] += mass[row - 1] }
    prose = mass
  }

  /// How much prose a block is: its length, if it is long enough to be a sentence and not mostly links.
  private func weight(_ block: PageBlock) -> Int {
    block.range.count >= 60 && block.linkDensity < 0.4 ? block.range.count : 0
  }

  private func proseIn(_ row: Int) -> Int { prose[max(row, Int(tree.nodes[row].end))] - prose[row] }

  // MARK: What stands around

  private mutating func tellAsides() {
    let all = prose.last ?? 0
    var state: [Kind?] = Array(repeating: nil, count: tree.nodes.count)
    for row in tree.nodes.indices where tree.nodes[row].tag != .text {
      let around = tree.nodes[row].parent >= 0 ? state[Int(tree.nodes[row].parent)] : nil
      state[row] = around ?? own(row, all: all)
    }
    for (index, block) in text.blocks.enumerated() {
      kinds[index] = state[block.row] ?? kind(of: block)
    }
  }

  private func kind(of block: PageBlock) -> Kind {
    let tag = tree.nodes[block.row].tag
    if tag.headingLevel != nil { return .heading }
    if tag == .li || tag == .dt || tag == .dd { return .item }
    return .prose
  }

  /// What an element makes of all in it, unless it holds most of the page's prose.
  private func own(_ row: Int, all: Int) -> Kind? {
    let tag = tree.nodes[row].tag
    let hints = hints[row] ?? []
    if hints.contains(.pullQuote) { return .pullQuote }
    if tag == .figcaption || hints.contains(.caption) && proseIn(row) * 4 < all { return .caption }
    if tag == .figure { return proseIn(row) * 4 < all ? .caption : nil }
    let isAround: Bool
    switch tag {
    case .nav, .aside, .footer, .menu, .form, .header: isAround = true
    default: isAround = !hints.isDisjoint(with: [.aside, .hidden])
    }
    // Posts of others are quoted in articles, whatever their blocks are called.
    guard isAround, tag != .blockquote, proseIn(row) * 2 < all || all == 0 else { return nil }
    return .aside
  }

  // MARK: The element that holds the article

  /// The element that holds the article: from the one that is called so and holds much of the prose, or else from
  /// the page, down to the innermost one that holds nearly all of it. O(page).
  private func findRoot() -> Int {
    var row = start()
    var isInside = isArticle(row)
    while let child = heaviestChild(of: row), tree.nodes[child].tag != .p {
      let (mass, all) = (proseIn(child), proseIn(row))
      let isNamed = isArticle(child)
      // Outside of the article most of the prose is enough; inside of it, a part is not the whole.
      guard
        isInside
          ? mass * 20 >= all * 19 || isNamed && mass * 4 >= all * 3
          : mass * 4 >= all * 3 || isNamed && mass * 2 >= all
      else { break }
      isInside = isInside || isNamed
      row = child
    }
    return row
  }

  /// Of the elements that are called an article's body, the one with the most prose, if it is much of the page's.
  private func start() -> Int {
    let all = proseIn(0)
    var best = (row: 0, mass: max(1, all / 4))
    for (row, found) in hints where found.contains(.body) {
      let mass = proseIn(row)
      if mass > best.mass || mass == best.mass && row < best.row { best = (row, mass) }
    }
    return best.row
  }

  private func heaviestChild(of row: Int) -> Int? {
    var best: (row: Int, mass: Int)?
    var child = row + 1
    while child < Int(tree.nodes[row].end) {
      let mass = proseIn(child)
      if mass > best?.mass ?? 0 { best = (child, mass) }
      child = max(child + 1, Int(tree.nodes[child].end))
    }
    return best?.row
  }

  private func isArticle(_ row: Int) -> Bool {
    tree.nodes[row].tag == .article || tree.nodes[row].tag == .main || hints[row]?.contains(.body) == true
  }

  // MARK: The paragraphs

  /// The article's paragraphs in order. O(page).
  func paragraphs(title: String) -> [Paragraph] {
    let inside = blocks(below: root)
    let lists = linkedLists(inside)
    var out: [Paragraph] = []
    var headings: [Paragraph] = []
    var isPointing = false
    for index in inside {
      let (block, words) = (text.blocks[index], text[text.blocks[index]])
      guard words != title, !isMarkup(words), !isCaption(index, words) else { continue }
      switch kinds[index] {
      case .aside, .caption, .pullQuote: continue
      case .heading:
        isPointing = Teasers.opens(words)
        if isPointing || tree.nodes[block.row].tag == .h1 { continue }
        headings.append(Paragraph(text: words, kind: .headline))
        continue
      case .item:
        if isPointing || lists.contains(list(around: block.row)) { continue }
      case .prose:
        if block.linkDensity > 0.5, block.range.count - block.linked < 40 { continue }
        if words.utf8.count < 120, Teasers.opens(words) {
          isPointing = true
          continue
        }
      }
      if isPointing, block.range.count < 100 { continue }
      isPointing = false
      out += headings + [Paragraph(text: words, kind: .body, isItem: kinds[index] == .item)]
      headings = []
    }
    return withoutEdges(out)
  }

  /// What stands below pictures, each once. O(page).
  func captions() -> [Paragraph] {
    let article = tree.ancestors(root).first { tree.nodes[$0].tag == .article } ?? root
    let found = blocks(below: article).filter { isCaption($0, text[text.blocks[$0]]) }
    return once(found, from: 32).map { Paragraph(text: $0, kind: .caption) }
  }

  /// The sentences that are shown once more, each once. O(page).
  func pullQuotes() -> [Paragraph] {
    once(blocks(below: root).filter { kinds[$0] == .pullQuote }, from: 24).map {
      Paragraph(text: $0, kind: .pullQuote)
    }
  }

  private func once(_ indices: [Int], from shortest: Int) -> [String] {
    var seen: Set<String> = []
    return indices.map { text[text.blocks[$0]] }.filter {
      $0.utf8.count >= shortest && seen.insert($0).inserted
    }
  }

  private func blocks(below row: Int) -> [Int] {
    let rows = row..<max(row + 1, Int(tree.nodes[row].end))
    return text.blocks.indices.filter { rows.contains(text.blocks[$0].row) }
  }

  /// A caption by its element, or by the credit it ends with: `A pier (Image: AGENCY)`.
  private func isCaption(_ index: Int, _ words: String) -> Bool {
    guard kinds[index] == .prose else { return kinds[index] == .caption }
    guard words.hasSuffix(")"), words.utf8.count < 200, let open = words.lastIndex(of: "(") else {
      return false
    }
    let credit = words[words.index(after: open)...].lowercased()
    return ["image:", "image credit", "photo:", "photo by", "photo credit", "picture:", "credit:"].contains {
      credit.hasPrefix($0)
    }
  }

  /// Lists that hold links and hardly anything else.
  private func linkedLists(_ inside: [Int]) -> Set<Int> {
    var sums: [Int: (linked: Int, all: Int)] = [:]
    for index in inside where kinds[index] == .item {
      let block = text.blocks[index]
      sums[list(around: block.row), default: (0, 0)].linked += block.linked
      sums[list(around: block.row), default: (0, 0)].all += block.range.count
    }
    return Set(sums.filter { $0.value.linked * 10 > $0.value.all * 6 }.keys)
  }

  private func list(around row: Int) -> Int {
    tree.ancestors(row).first { [.ul, .ol, .dl, .menu].contains(tree.nodes[$0].tag) } ?? 0
  }

  /// Markup that was written as text.
  private func isMarkup(_ words: String) -> Bool {
    words.hasPrefix("<") && words.hasSuffix(">") && words.utf8.dropFirst().first?.isLetter == true
  }

  /// Without the short ends that are no sentences: buttons, signatures of plug-ins.
  private func withoutEdges(_ paragraphs: [Paragraph]) -> [Paragraph] {
    func isLabel(_ paragraph: Paragraph) -> Bool {
      guard !paragraph.isItem, paragraph.text.utf8.count < 32,
        let last = paragraph.text.last(where: { !"\"”’')»".contains($0) })
      else { return false }
      return !".!?…:。！？".contains(last)
    }
    let head = paragraphs.drop(while: isLabel)
    guard let last = head.lastIndex(where: { !isLabel($0) }) else { return paragraphs }
    return Array(head[...last])
  }
}
