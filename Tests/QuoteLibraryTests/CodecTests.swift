import QuoteModel
import QuoteParser
import StatementLinks
import Testing

@testable import QuoteLibrary

@Suite("A parse as bytes")
struct CodecTests {
  private let digest: DigestedArticle = {
    let text = """
      Ports Weigh a Joint Fleet

      Ilse Marin-Vogel, the mayor of Késtrel, said on Friday that "the northern ports are ready" for a fleet.

      Asked who would pay, she replied: "Nobody has asked the pilots, and nobody will." The Turkish president and Oseiv \
      rejected it. "Both of us said no in 2021," they said.
      """
    let article = Article(
      name: "a.txt", path: "a.txt", title: "Ports", date: PartialDate("2024-10-11"), text: text)
    return Linker().digest(Parser().parse(article))
  }()

  private func decode(_ bytes: [UInt8]) throws -> DigestedArticle {
    try bytes.withUnsafeBytes { try DigestCodec.decode($0, of: digest.parsed.article) }
  }

  @Test("Everything but tokens and sentences comes back")
  func roundTrip() throws {
    #expect(digest.parsed.quotations.count >= 3)
    let back = try decode(DigestCodec.encode(digest))
    var parsed = digest.parsed
    (parsed.tokens, parsed.sentences) = (Tokens(), [])
    #expect(back.parsed == parsed)
    #expect(back.terms == digest.terms)
  }

  @Test("A byte changed, left out or put in is told, whatever it is")
  func damage() {
    let bytes = DigestCodec.encode(digest)
    for at in bytes.indices {
      var changed = bytes
      changed[at] ^= 1 << UInt8(at % 8)
      #expect(throws: DecodingFailure.self) { try decode(changed) }
      #expect(throws: DecodingFailure.self) { try decode(Array(bytes[..<at])) }
    }
    #expect(throws: DecodingFailure.self) { try decode(bytes + [0]) }
  }

  @Test("Bytes that mean nothing are refused even where their checksum is right")
  func forged() {
    let bytes = Array(DigestCodec.encode(digest).dropLast(8))
    var random: UInt64 = 7
    func next() -> UInt64 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return random >> 33
    }
    for _ in 0..<4000 {
      var forged = bytes
      for _ in 0...(next() % 4) { forged[Int(next()) % forged.count] = UInt8(truncatingIfNeeded: next()) }
      if next() % 3 == 0 { forged = Array(forged.prefix(Int(next()) % forged.count)) }
      var out = ByteWriter()
      for byte in forged { out.byte(byte) }
      out.fixed(Checksum.of(forged))
      // It is read or refused; what is read points nowhere outside.
      guard let back = try? decode(out.bytes) else { continue }
      let (limit, actors) = (digest.parsed.article.text.utf8.count, back.parsed.actors.count)
      #expect(back.parsed.quotations.allSatisfy { $0.content.allSatisfy { $0.upper <= limit } })
      #expect(back.parsed.quotations.allSatisfy { ($0.speakers + $0.about).allSatisfy { $0 < actors } })
    }
  }

  @Test("Nearly the same texts are copies, others are not, in whatever order")
  func copies() {
    let words = (0..<400).map { "word\($0 * 7919 % 1000)" }
    var (changed, other) = (words, words.reversed().map { $0 + "x" })
    changed[200] = "changed"
    other[0] = "first"
    let texts = [
      words.joined(separator: " "), "By Somebody Else. " + changed.joined(separator: "\n"),
      other.joined(separator: " "), "",
    ]
    let sketches = texts.map { Sketch(of: $0) }
    #expect(Copies.firsts(sketches) == [0, 0, 2, 3])
    #expect(Copies.firsts(sketches.reversed()) == [0, 1, 2, 2])
    #expect(sketches[1].bytes.withUnsafeBytes { Sketch($0) } == sketches[1])
  }
}
