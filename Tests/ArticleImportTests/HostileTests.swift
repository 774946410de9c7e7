import Foundation
import QuoteModel
import TestSupport
import Testing

@testable import ArticleImport

/// What is broken by accident or made to do harm: an error that names the place, in bounded time and memory.
@Suite("Hostile input is survived", .timeLimit(Patience.minutes(4)))
struct HostileTests {
  /// Everything read to its end; how many articles and errors there were.
  @discardableResult
  func read(_ document: Document) -> (articles: Int, failures: [ImportError]) {
    var (articles, failures) = (0, [ImportError]())
    var left = [document]
    while let next = left.popLast(), articles + failures.count < 100_000 {
      do throws(ImportError) {
        switch try ArticleFormats.open(next) {
        case .article: articles += 1
        case .pieces(var cutter):
          while let piece = try cutter.next() {
            switch piece {
            case .article: articles += 1
            case .failure(let error): failures.append(error)
            case .document(let inner): left.append(inner)
            }
          }
        }
      } catch { failures.append(error) }
    }
    return (articles, failures)
  }

  @Test("Every format cut short anywhere", arguments: Fixture.names)
  func truncated(name: String) throws {
    let whole = try Fixture.document(name)
    for count in stride(from: 1, to: whole.bytes.count, by: max(1, whole.bytes.count / 60)) {
      var cut = whole
      cut.bytes = Array(whole.bytes.prefix(count))
      let (articles, failures) = read(cut)
      #expect(articles + failures.count > 0)
    }
  }

  @Test("Every format with bits flipped", arguments: Fixture.names)
  func flipped(name: String) throws {
    let whole = try Fixture.document(name)
    var state: UInt64 = 42
    for round in 0..<60 {
      var bent = whole
      for _ in 0...(round % 8) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bent.bytes[Int(state >> 33) % bent.bytes.count] ^= 1 << UInt8(state >> 30 & 7)
      }
      read(bent)
    }
  }

  @Test("A pile of opening and closing tags 100,000 deep")
  func deep() {
    let words =
      "<p>The board put off the vote on the new pier until the spring, its chair said on Tuesday after a night that went on.</p>"
    for tag in ["div", "b", "table", "blockquote", "p", "li"] {
      let page =
        "<html><body>" + String(repeating: "<\(tag)>", count: 100_000) + words
        + String(repeating: "</\(tag)></i>", count: 100_000)
      let (articles, failures) = read(Document(name: "a.html", bytes: Array(page.utf8)))
      #expect(articles == 1, "\(tag) \(failures)")
    }
    let objects = String(repeating: "{\"a\":", count: 300_000)
    let failures = read(Document(name: "a.json", bytes: Array(objects.utf8))).failures
    #expect(failures.map(\.reason) == ["is nested more than 128 deep"])
    let feed =
      "<rss><channel>" + String(repeating: "<item>", count: 100_000) + "<description>\(words)</description>"
    read(Document(name: "a.rss", bytes: Array(feed.utf8)))
  }

  @Test("Entities of entities are not expanded, files outside are not read")
  func entities() throws {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "haha haha haha haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
      <!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><title>x</title><item><title>t</title><description>It rained: &c; &f;</description></item></channel></rss>
      """
    let article = try #require(
      try ArticleFormats.articles(in: Document(name: "a", bytes: Array(bomb.utf8))).first)
    #expect(article.text == "It rained: &c; &f;")
  }

  @Test("A document that ends inside of a tag", arguments: ["newsItem", "newsMessage><newsItem"])
  func endsInTag(root: String) {
    let whole = "<\(root)><contentSet><inlineXML contenttype='a'><p>It rained.</p></inlineXML></contentSet>"
    for count in 1...whole.utf8.count {
      read(Document(name: "a", bytes: Array(whole.utf8.prefix(count))))
    }
  }

  /// A stored ZIP file of one file with that name.
  private func zip(_ name: [UInt8], _ content: [UInt8]) -> [UInt8] {
    func little(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in content {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    let common =
      little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(Int(~sum), 4)
      + little(content.count, 4) + little(content.count, 4) + little(name.count, 2) + little(0, 2)
    let local = [0x50, 0x4B, 3, 4] + common + name + content
    let central =
      [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
      + little(0o100644 << 16, 4) + little(0, 4) + name
    return local + central + [0x50, 0x4B, 5, 6] + little(0, 4) + little(1, 2) + little(1, 2)
      + little(central.count, 4) + little(local.count, 4) + little(0, 2)
  }

  @Test("Names that climb out of an archive, or are no UTF-8, stay inside and become text")
  func names() throws {
    let climbing = try ArticleFormats.articles(
      in: Document(name: "a.zip", bytes: zip(Array("../../etc/x.txt".utf8), Array("It rained.".utf8))))
    #expect(climbing.map(\.name) == ["a.zip/etc/x.txt"])
    let rooted = try ArticleFormats.articles(
      in: Document(name: "a.zip", bytes: zip(Array("/x.txt".utf8), Array("It rained.".utf8))))
    #expect(rooted.map(\.name) == ["a.zip/x.txt"])
    let (articles, failures) = read(
      Document(name: "a.zip", bytes: zip([0xFF, 0xFE, 0x41], Array("It rained.".utf8))))
    #expect(articles + failures.count == 1)
  }

  @Test("Archives inside of archives end somewhere")
  func nested() {
    var bytes = Array("It rained.".utf8)
    for _ in 0..<3 { bytes = zip(Array("a.zip".utf8), bytes) }
    #expect(read(Document(name: "a.zip", bytes: bytes)).articles == 1)
    for _ in 0..<5 { bytes = zip(Array("a.zip".utf8), bytes) }
    #expect(
      read(Document(name: "a.zip", bytes: bytes)).failures.map(\.reason) == ["lies in too many archives"])
  }

  @Test("A file that expands to far more than any text is left")
  func bomb() throws {
    // A kilobyte that expands to a megabyte, again and again: gzip of zeros, made by Python's gzip.
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = [
      "python3", "-c",
      "import gzip,sys,zlib\nc=zlib.compressobj(9,zlib.DEFLATED,31)\nfor _ in range(600): sys.stdout.buffer.write(c.compress(bytes(1<<20)))\nsys.stdout.buffer.write(c.flush())",
    ]
    let pipe = Pipe()
    python.standardOutput = pipe
    try python.run()
    let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
    python.waitUntilExit()
    try #require(python.terminationStatus == 0, "needs python3")
    #expect(bytes.count < 1 << 20)
    let (articles, failures) = read(Document(name: "a.gz", bytes: bytes))
    #expect(articles == 0)
    #expect(failures.map(\.reason) == ["is larger than 256 MB"])
    let inner = read(Document(name: "a.zip", bytes: zip(Array("a.gz".utf8), bytes)))
    #expect(inner.articles == 0 && inner.failures.count == 1)
  }

  @Test("An archive that lists its one file again and again")
  func repeated() {
    let whole = zip(Array("a.txt".utf8), Array(repeating: UInt8(ascii: "a"), count: 1 << 16))
    let local = Array(whole[..<(whole.count - 22 - 46 - 5)])
    let central = Array(whole[local.count..<(whole.count - 22)])
    let count = 5000
    func little(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var bytes = local
    for _ in 0..<count { bytes += central }
    bytes += [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2) + little(count, 2)
    bytes += little(central.count * count, 4) + little(local.count, 4) + little(0, 2)
    // 300 MB of text out of a third of a megabyte.
    let (articles, failures) = read(Document(name: "a.zip", bytes: bytes))
    #expect(articles > 0 && articles < 4600 && articles + failures.count <= count, "\(articles)")
    #expect(failures.allSatisfy { $0.reason == "expands to far more than any text would" })
  }

  /// A TAR entry of that kind: `0` is a file, `1` and `2` are links, `3` and `4` devices, `5` a folder, `6` a pipe.
  private func tar(_ name: String, kind: Character, link: String = "", _ content: String = "") -> [UInt8] {
    func octal(_ value: Int, _ size: Int) -> [UInt8] {
      let digits = String(value, radix: 8)
      return Array((String(repeating: "0", count: size - 1 - digits.count) + digits).utf8) + [0]
    }
    func padded(_ text: String, _ size: Int) -> [UInt8] {
      Array(text.utf8) + Array(repeating: 0, count: size - text.utf8.count)
    }
    var header = padded(name, 100) + octal(0o644, 8) + octal(0, 8) + octal(0, 8)
    header += octal(content.utf8.count, 12) + octal(0, 12) + Array("        ".utf8) + Array(String(kind).utf8)
    header += padded(link, 100) + Array("ustar".utf8) + [0] + Array("00".utf8) + padded("", 247)
    let sum = header.reduce(0) { $0 + Int($1) }
    header.replaceSubrange(148..<156, with: octal(sum, 7) + [0x20])
    let room = (512 - content.utf8.count % 512) % 512
    return header + Array(content.utf8) + Array(repeating: 0, count: room)
  }

  @Test("Links and special files in an archive are not followed or opened")
  func special() {
    var bytes =
      tar("a.txt", kind: "2", link: "/etc/passwd") + tar("b.txt", kind: "1", link: "../../etc/passwd")
    bytes += tar("c.txt", kind: "3") + tar("d.txt", kind: "4") + tar("e.txt", kind: "6") + tar("f", kind: "5")
    bytes += tar("loop", kind: "2", link: "loop") + tar("loop/g.txt", kind: "0", "It poured.")
    bytes += tar("h.txt", kind: "0", "It rained.") + Array(repeating: 0, count: 1024)
    var names: [String] = []
    #expect(throws: Never.self) {
      names = try ArticleFormats.articles(in: Document(name: "a.tar", bytes: bytes)).map(\.name)
    }
    #expect(names == ["a.tar/loop/g.txt", "a.tar/h.txt"])
  }

  @Test("Encodings that are declared wrongly")
  func charsets() throws {
    for name in [
      "utf-16", "utf-7", "nosuch", "ucs-4", "\u{1}", "iso-2022-jp", String(repeating: "x", count: 5000),
    ] {
      let page = HTMLTests.page(head: "<meta charset=\"\(name)\">")
      #expect(
        try ArticleFormats.articles(in: Document(name: "a", bytes: Array(page.utf8))).first?.text.hasPrefix(
          "The harbor board") == true)
      var bent = Array(page.utf8)
      bent.append(contentsOf: [0xFF, 0x80, 0xC0])
      read(Document(name: "a", bytes: bent))
    }
  }

  @Test("Mail with parts inside of parts, and boundaries that never come")
  func mail() {
    let head =
      "From: a@example.org\nTo: b@example.org\nDate: Fri, 11 Oct 2024 08:30:00 +0000\nMIME-Version: 1.0\n"
    let part = "Content-Type: multipart/mixed; boundary=x\n\n--x\n"
    read(Document(name: "a", bytes: Array((head + String(repeating: part, count: 20_000)).utf8)))
    read(
      Document(name: "a", bytes: Array((head + part + String(repeating: "--x\n\na\n", count: 100_000)).utf8)))
    read(
      Document(
        name: "a",
        bytes: Array((head + String(repeating: "X: =?utf-8?q?", count: 50_000) + "\n\nIt rained.").utf8)))
    read(
      Document(
        name: "a",
        bytes: Array(
          (head + "Subject: " + String(repeating: "=?u?q?a?=", count: 50_000) + "\n\nIt rained.").utf8)))
  }

  @Test("Fields, brackets and lines without end")
  func endless() {
    let brackets =
      "---\ntitle: x\n---\n" + String(repeating: "[", count: 300_000)
      + String(repeating: "![a](", count: 100_000)
    read(Document(name: "a.md", bytes: Array(brackets.utf8)))
    let table = "title,text\n" + String(repeating: "a,\"b\n", count: 100_000)
    read(Document(name: "a.csv", bytes: Array(table.utf8)))
    read(
      Document(
        name: "a.csv", bytes: Array(("title,text\na,\"" + String(repeating: "b\n", count: 500_000)).utf8)))
    read(
      Document(
        name: "a.warc",
        bytes: Array("WARC/1.0\r\nContent-Length: 99999999999999\r\nWARC-Type: response\r\n\r\nx".utf8)))
    read(Document(name: "a.warc", bytes: Array("WARC/1.0\r\nContent-Length: -1\r\n\r\nx".utf8)))
    let cues = "WEBVTT\n\n" + String(repeating: "00:00.000 --> 00:01.000\n<v \n\n", count: 50_000)
    read(Document(name: "a.vtt", bytes: Array(cues.utf8)))
    read(
      Document(
        name: "a.html",
        bytes: Array(
          ("<html>" + String(repeating: "<!--", count: 200_000) + String(repeating: "&", count: 200_000)).utf8
        )))
    read(
      Document(name: "a.html", bytes: Array(("<html><p " + String(repeating: "a='", count: 200_000)).utf8)))
  }
}
