import ArticleImport
import Glibc
import QuoteModel

/// Lines that mappers, or another library, wrote.
extension Library {
  /// Takes in the articles and decisions of files with a JSON object a line (`-` is standard input), a batch at a time.
  /// Nothing is parsed: a line whose parse is of another version, or damaged, is a failure. What is there already is not
  /// taken twice. O(lines), one batch in memory.
  public func take(linesOf paths: [String], fail: (ImportError) -> Void) throws(LibraryError) -> Addition {
    var sum = Addition()
    for path in paths {
      guard let file = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "re") else {
        fail(ImportError(path: path, reason: String(cString: strerror(errno))))
        continue
      }
      defer { fclose(file) }
      var number = 0
      while let batch = Self.lines(of: file) {
        try database.transaction { () throws(LibraryError) in
          for line in batch {
            number += 1
            if let reason = try take(line, &sum) {
              fail(ImportError(path: path, place: "line \(number)", reason: reason))
            }
          }
        }
      }
    }
    return sum
  }

  /// The next lines, some megabytes at most unless one is longer; `nil` at the end.
  private static func lines(of file: UnsafeMutablePointer<FILE>) -> [String]? {
    var (lines, size): ([String], Int) = ([], 0)
    var (buffer, room): (UnsafeMutablePointer<CChar>?, Int) = (nil, 0)
    defer { free(buffer) }
    while lines.count < 256, size < 4 << 20 {
      let count = getline(&buffer, &room, file)
      guard count >= 0, let buffer else { break }
      size += count
      lines.append(String(decoding: UnsafeRawBufferPointer(start: buffer, count: count), as: UTF8.self))
    }
    return lines.isEmpty ? nil : lines
  }

  /// Takes a line in. Returns why it could not be, `nil` where all is well.
  private func take(_ line: String, _ sum: inout Addition) throws(LibraryError) -> String? {
    guard line.contains(where: { !$0.isWhitespace }) else { return nil }
    guard try database.integer("SELECT json_valid(?)", .text(line)) == 1 else { return "is no JSON" }
    let members = [
      "doc", "path", "title", "byline", "outlet", "date", "url", "language", "text", "parts", "parser",
      "careful", "parse", "decision", "made",
    ]
    let columns = members.map { "json_extract(line, '$.\($0)')" }.joined(separator: ", ")
    let found = try database.rows("SELECT \(columns) FROM (SELECT ? AS line)", .text(line)) { row in
      members.indices.map { row.optionalText($0) }
    }
    guard let values = found.first else { return "is no JSON" }
    if let decision = values[13] {
      try takeDecision(decision, made: values[14] ?? "")
      return nil
    }
    return try takeArticle(values, &sum)
  }

  private func takeDecision(_ line: String, made: String) throws(LibraryError) {
    try database.run(
      """
      INSERT INTO decision (made, line) SELECT ?1, ?2 WHERE NOT EXISTS
        (SELECT 1 FROM decision WHERE made = ?1 AND line = ?2)
      """, .text(made), .text(line))
  }

  private func takeArticle(_ values: [String?], _ sum: inout Addition) throws(LibraryError) -> String? {
    guard let name = values[0], let text = values[8], let parts = values[9].flatMap({ Base64.bytes($0) }),
      let digest = values[12].flatMap({ Base64.bytes($0) })
    else { return "is no parsed article: 'whosaid extract --format=parsed' writes them" }
    guard values[10] == Parse.maker else { return "was parsed by another version" }
    var article = Article(
      name: name, path: values[1] ?? name, title: values[2] ?? "", byline: values[3], outlet: values[4],
      date: values[5].flatMap { PartialDate($0) }, url: values[6], language: values[7], text: text)
    let parsed: DigestedArticle
    do throws(DecodingFailure) {
      let limit = text.utf8.count
      article.parts = try decoding(parts) { bytes throws(DecodingFailure) in
        try DigestCodec.decodeParts(bytes, limit: limit)
      }
      parsed = try decoding(digest) { bytes throws(DecodingFailure) in
        try DigestCodec.decode(bytes, of: article)
      }
    } catch { return "its parse \(error.reason)" }
    let new = NewArticle(article, ContentHash(of: article), parsed, isCareful: values[11] == "1")
    guard let (row, isNew) = try put(new) else { return nil }
    if isNew { sum.added += 1 } else { sum.known += 1 }
    try addOrigin(try source(article.path, name: name), of: row, name: name)
    return nil
  }
}

/// Shows bytes to a decoder.
private func decoding<Result>(
  _ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) throws(DecodingFailure) -> Result
) throws(DecodingFailure) -> Result {
  let outcome = bytes.withUnsafeBytes { bytes in
    Swift.Result { () throws(DecodingFailure) in try body(bytes) }
  }
  return try outcome.get()
}

/// Bytes written as text (RFC 4648).
enum Base64 {
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
      .enumerated()
    {
      values[Int(letter)] = UInt8(value)
    }
    return values
  }()

  /// `nil` where the text is none. O(text).
  static func bytes(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count / 4 * 3)
    var (bits, count): (UInt32, Int) = (0, 0)
    for letter in text.utf8 {
      if letter == UInt8(ascii: "=") { break }
      let value = values[Int(letter)]
      guard value < 64 else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 1
      if count == 4 {
        out += [
          UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8),
          UInt8(truncatingIfNeeded: bits),
        ]
        (bits, count) = (0, 0)
      }
    }
    switch count {
    case 0: break
    case 2: out.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3: out += [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
    default: return nil
    }
    return out
  }
}
