import TestSupport
import Testing

@testable import ArticleImport

@Suite("HTML is taken apart")
struct MarkupTests {
  /// The tree written out: `p(One, b(two))`.
  func outline(_ page: String) -> String {
    let tree = MarkupReader.read(Array(page.utf8))
    func write(_ row: Int) -> String {
      let node = tree.nodes[row]
      if node.tag == .text { return tree.source[Int(node.low)..<Int(node.high)].text }
      var (inner, next): ([String], Int) = ([], row + 1)
      while next < Int(node.end) {
        inner.append(write(next))
        next = Int(tree.nodes[next].end)
      }
      return node.tag.rawValue + "(" + inner.joined(separator: ",") + ")"
    }
    return write(0)
  }

  @Test(
    "Elements end where browsers end them",
    arguments: [
      ("<p>One<p>Two", "p(One),p(Two)"),
      ("<p>One<div>Two</div>", "p(One),div(Two)"),
      ("<ul><li>a<li>b</ul>c", "ul(li(a),li(b)),c"),
      ("<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li(a,ul(li(b))),li(c))"),
      ("<table><tr><td>a<td>b<tr><td>c</table>", "table(tr(td(a),td(b)),tr(td(c)))"),
      ("<div><b>a</div>b", "div(b(a)),b"),
      ("<b><p>a</b>b</p>", "b(p(a,b))"),
      ("a<br>b<img src=x>c", "a,br(),b,img(),c"),
      ("</div>a</p>", "a"),
      ("<td><div>a</td>", "td(div(a))"),
      ("<a href=x>a<a href=y>b</a>", "a(a),a(b)"),
    ])
  func structure(page: String, tree: String) {
    #expect(outline(page) == "#root(\(tree))")
  }

  @Test(
    "Scripts, comments and odd angle brackets are what they are",
    arguments: [
      ("<script>if (a<b) '</p>'</script>c", "script(if (a<b) '</p>'),c"),
      ("<SCRIPT>a</ScRiPt >b", "script(a),b"), ("<script>never closed", "script(never closed)"),
      ("a<!-- <p> -->b", "a,b"), ("a<!-- never closed", "a"), ("a<!--> b", "a, b"),
      ("1 < 2 and <3", "1 < 2 and <3"), ("<![CDATA[a<b]]>c", "a<b,c"), ("<?xml version='1.0'?>a", "a"),
      ("<p title='a>b'>c", "p(c)"), ("<p", "p()"), ("<", "<"), ("</", ""), ("<p/>a", "p(a)"),
    ])
  func tokens(page: String, tree: String) {
    #expect(outline(page) == "#root(\(tree))")
  }

  @Test(
    "Attributes are found however they are written",
    arguments: [
      "<p class=\"a b\">", "<p id=x class='a b' >", "<p CLASS = \"a b\"/>", "<p x class=a&#32;b>",
      "<p class='a b' class=c>",
    ])
  func attributes(page: String) {
    #expect(MarkupReader.read(Array(page.utf8)).attribute("class", of: 1) == "a b")
  }

  @Test(
    "Character references are resolved",
    arguments: [
      ("&amp;&lt;&gt;&quot;", "&<>\""), ("&#8217;&#x2019;&rsquo;", "’’’"), ("&#147;", "“"),
      ("&nosuch; & &;", "&nosuch; & &;"),
      ("&eacute;&Eacute", "éÉ"), ("&#0;&#xD800;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("&#;&#x;", "&#;&#x;"), ("&", "&"),
    ])
  func references(written: String, meant: String) {
    #expect(Entities.decode(Array(written.utf8)[...]) == meant)
  }

  @Test(
    "Depth costs nothing: nesting, open tags, end tags and attributes without end",
    .timeLimit(Patience.minutes(1)))
  func hostile() {
    let deep = String(repeating: "<div>", count: 100_000) + "x"
    #expect(MarkupReader.read(Array(deep.utf8)).nodes.count == 100_002)
    let crossed = String(repeating: "<b><p>", count: 50_000) + String(repeating: "</i></p>", count: 50_000)
    #expect(MarkupReader.read(Array(crossed.utf8)).nodes.count == 100_001)
    let wide = "<p " + (0..<100_000).map { "a\($0)=1" }.joined(separator: " ") + ">x"
    #expect(MarkupReader.read(Array(wide.utf8)).attribute("a99999", of: 1) == "1")
    let open = String(repeating: "<!--", count: 100_000) + String(repeating: "<script>", count: 1000)
    #expect(MarkupReader.read(Array(open.utf8)).nodes.count == 1)
  }
}
