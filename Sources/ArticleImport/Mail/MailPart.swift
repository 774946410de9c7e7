/// A mail, or a part of one: header fields and a body (RFC 5322, MIME RFC 2045 to 2049).
struct MailPart {
  /// By names in lower case; of several with one name the first.
  private(set) var fields: [String: String] = [:]
  /// As it stands in the mail.
  let body: ArraySlice<UInt8>

  /// Parts inside of parts are looked into so deep.
  private static let deepest = 16
  /// More parts than any newsletter has.
  private static let most = 1000

  /// O(header).
  init(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    var name = ""
    var end = bytes.endIndex
    while at < bytes.endIndex {
      let lineEnd = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      var line = bytes[at..<lineEnd]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      at = min(lineEnd + 1, bytes.endIndex)
      if line.isEmpty {
        end = at
        break
      }
      if line.first?.isSpace == true {
        if fields[name] != nil { fields[name]? += " " + Self.text(line).trimmed }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        name = line[..<colon].text.lowercased().trimmed.description
        if fields[name] == nil {
          fields[name] = String(Self.text(line[(colon + 1)...]).trimmed)
        } else {
          name = ""
        }
      } else if !line.starts(with: "From ".utf8) {
        // No header line: the body begins without a blank one.
        end = at - 0
        break
      }
      end = at
    }
    body = bytes[min(end, bytes.endIndex)...]
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { Charset.decode(Array(bytes) + [32]) ?? "" }

  /// A field with its encoded words decoded, as one line.
  subscript(name: String) -> String? {
    guard let value = fields[name] else { return nil }
    let line = EncodedWords.decode(value).oneLine
    return line.isEmpty ? nil : line
  }

  /// `text/html`, in lower case.
  var type: String {
    let type = fields["content-type"]?.prefix { $0 != ";" }.trimmed.lowercased() ?? ""
    return type.contains("/") ? type : "text/plain"
  }

  /// A parameter of the content type: `charset`, `boundary`.
  func parameter(_ name: String) -> String? {
    guard let field = fields["content-type"] else { return nil }
    for piece in field.split(separator: ";").dropFirst() {
      let sides = piece.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, sides[0].trimmed.lowercased() == name else { continue }
      return sides[1].trimmed.filter { $0 != "\"" }
    }
    return nil
  }

  var isAttachment: Bool { fields["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false }

  /// The body with its transfer encoding undone. O(body).
  var content: [UInt8] {
    switch fields["content-transfer-encoding"]?.lowercased().trimmed {
    case "quoted-printable": TransferEncoding.quotedPrintable(body)
    case "base64": TransferEncoding.base64(body)
    default: Array(body)
    }
  }

  /// The parts inside that are no containers themselves, in order. O(body * depth).
  func leaves() -> [MailPart] {
    var out: [MailPart] = []
    collect(into: &out, depth: 0)
    return out
  }

  private func collect(into out: inout [MailPart], depth: Int) {
    guard out.count < Self.most else { return }
    guard type.hasPrefix("multipart/"), depth < Self.deepest, let boundary = parameter("boundary"),
      !boundary.isEmpty
    else {
      return out.append(self)
    }
    for part in Self.split(body, boundary) where out.count < Self.most {
      part.collect(into: &out, depth: depth + 1)
    }
  }

  /// The parts between lines that begin with `--` and the boundary.
  private static func split(_ body: ArraySlice<UInt8>, _ boundary: String) -> [MailPart] {
    let mark = Array("--\(boundary)".utf8)
    var (parts, start, at): ([MailPart], Int?, Int) = ([], nil, body.startIndex)
    while at < body.endIndex, parts.count < most {
      let lineEnd = body[at...].firstIndex(of: UInt8(ascii: "\n")) ?? body.endIndex
      if body[at..<lineEnd].starts(with: mark) {
        if let start { parts.append(MailPart(body[start..<at])) }
        let isLast = body[min(at + mark.count, lineEnd)..<lineEnd].starts(with: "--".utf8)
        start = isLast ? nil : min(lineEnd + 1, body.endIndex)
        if isLast { return parts }
      }
      at = min(lineEnd + 1, body.endIndex)
      if lineEnd == body.endIndex { break }
    }
    // Cut short: what there is of the last part.
    if let start { parts.append(MailPart(body[start...])) }
    return parts
  }
}
