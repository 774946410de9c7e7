import ArticleImport
import Glibc
import QuoteModel
import QuoteParser

/// What libFuzzer calls with bytes of its own making; `WHOSAID_FUZZ` names what they are given to: a format, as the
/// program lists them, `all` for whichever format recognizes them, `tokenizer`, or `query`.
///
/// Built by `make fuzz` alone.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}

private let target: @Sendable ([UInt8]) -> Void = {
  let name = getenv("WHOSAID_FUZZ").map { String(cString: $0) } ?? "all"
  switch name {
  case "all": return { read(Document(name: "fuzz", bytes: $0)) }
  case "tokenizer":
    let layout = TextLayout()
    return { bytes in
      let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
      text.withUnsafeBufferPointer { _ = layout($0, parts: []) }
    }
  case "query": return { query(String(decoding: $0, as: UTF8.self)) }
  default:
    guard let format = ArticleFormats.all.first(where: { "\(type(of: $0))" == name }) else {
      print("no format \(name)")
      exit(2)
    }
    return { read(Document(name: "fuzz", bytes: $0), as: format) }
  }
}()

/// Its text form is read back as the same query, and what it looks for is looked for in a text.
private func query(_ text: String) {
  guard let query = try? QueryParser.parse(text) else { return }
  precondition((try? QueryParser.parse(query.description)) == query)
  for case .pattern(let pattern) in query.clauses.map(\.test) {
    let found = TextSearch(pattern).ranges(in: text[...])
    precondition(found.allSatisfy { $0.upperBound <= text.utf8.count })
  }
}

private func read(_ document: Document, as format: any DocumentFormat) {
  do throws(ImportError) {
    if let format = format as? any ArticleFormat {
      check(try format.articles(in: document))
    } else if let container = format as? any ContainerFormat {
      finish(try container.cut(ByteStream(document.bytes, path: "fuzz"), document))
    }
  } catch {}
}

private func read(_ document: Document) {
  do throws(ImportError) {
    switch try ArticleFormats.open(document) {
    case .article(let article): check([article])
    case .pieces(let cutter): finish(cutter)
    }
  } catch {}
}

private func finish(_ cutter: any Cutter) {
  var cutter = cutter
  do throws(ImportError) {
    while let piece = try cutter.next() {
      switch piece {
      case .article(let article): check([article])
      case .document(let document): read(document)
      case .failure: break
      }
    }
  } catch {}
}

/// Parts lie in the text, in order, at borders of characters.
private func check(_ articles: [Article]) {
  for article in articles {
    var end = 0
    let bytes = Array(article.text.utf8)
    for part in article.parts {
      precondition(part.range.lower >= end && part.range.upper <= bytes.count && !part.range.isEmpty)
      precondition(bytes[part.range.lower] & 0xC0 != 0x80)
      precondition(part.range.upper == bytes.count || bytes[part.range.upper] & 0xC0 != 0x80)
      end = part.range.upper
    }
  }
}

/// SwiftPM's name for an executable's `main`; hands over to libFuzzer's.
@_cdecl("Fuzz_main")
public func main(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var (count, words) = (count, words)
  return drive(&count, &words, fuzzOneInput)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func drive(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
