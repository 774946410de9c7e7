import Foundation
import QuoteModel
import QuoteParser
func codePoints(_ text: [UInt8]) -> [Int] {
  var n = 0;
  return text.map { b in
    defer { if b & 0xC0 != 0x80 { n += 1 } }; return n
  } + [n]
}
func main() throws {
  let parser = Parser()
  let files = try FileManager.default.contentsOfDirectory(atPath: CommandLine.arguments[1]).sorted()
  let start = DispatchTime.now().uptimeNanoseconds
  var words = 0
  var lines: [String] = []
  var parsedAll: [(String, [UInt8], ParsedArticle)] = []
  var articles: [(String, String)] = []
  for f in files where f.hasSuffix(".txt") {
    articles.append(
      (
        f,
        String(
          decoding: try Data(contentsOf: URL(filePath: CommandLine.arguments[1] + "/" + f)), as: UTF8.self)
      ))
  }
  let t0 = DispatchTime.now().uptimeNanoseconds
  for (f, text) in articles {
    let p = parser.parse(Article(name: f, path: f, text: text))
    words += p.tokens.count
    parsedAll.append((f, Array(text.utf8), p))
  }
  let t1 = DispatchTime.now().uptimeNanoseconds
  for (f, bytes, p) in parsedAll {
    let cp = codePoints(bytes)
    func s(_ r: TextRange?) -> String { r.map { "[\(cp[$0.lower]),\(cp[$0.upper])]" } ?? "null" }
    for q in p.quotations {
      let actors = q.speakers.map {
        "{\"name\":\"\(p.actors[$0].name.replacingOccurrences(of: "\"", with: "'").replacingOccurrences(of: "\n", with: " "))\",\"type\":\"\(p.actors[$0].kind)\"}"
      }.joined(separator: ",")
      lines.append(
        "{\"doc\":\"\(f)\",\"kind\":\"\(q.kind)\",\"spans\":[\(q.content.map { s($0) }.joined(separator: ","))],\"cue\":\(s(q.cue)),\"speaker\":\(s(q.source)),\"actors\":[\(actors)],\"asked\":\(s(q.asked)),\"when\":\"\(q.time?.date.description ?? "")\",\"confidence\":\(q.confidence)}"
      )
    }
  }
  print(lines.joined(separator: "\n"))
  FileHandle.standardError.write(
    Data(
      "\(words) tokens \(Double(t1 - t0) / 1e9) s \(Double(words) / (Double(t1 - t0) / 1e9)) tokens/s\n".utf8)
  )
  _ = start
}
try main()
