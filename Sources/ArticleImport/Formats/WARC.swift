import QuoteModel

/// An archive of the web (WARC 1.0 and 1.1, ISO 28500), as crawlers write it: its pages with their addresses and dates,
/// and the plain text of WET files.
public struct WARC: ContainerFormat {
  /// Reads records that are not compressed; `CompressedFile` expands them before.
  public init() {}

  /// What messages call it.
  public var name: String { "WARC" }

  /// By the first line of a record.
  public func recognizes(_ document: Document) -> Bool {
    document.bytes.begins("WARC/1.") || document.bytes.begins("WARC/0.")
  }

  /// Cuts record by record.
  public func cut(_ stream: ByteStream, _ document: Document) throws(ImportError) -> any Cutter {
    Records(stream: stream, document: document)
  }

  private struct Records: Cutter {
    var stream: ByteStream
    let document: Document
    private var number = 0
    private var hasPages = false

    /// A page larger than this is none.
    private static let largest = 64 << 20

    init(stream: ByteStream, document: Document) { (self.stream, self.document) = (stream, document) }

    mutating func next() throws(ImportError) -> Piece? {
      while let fields = try header() {
        number += 1
        guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
          throw failure("has a record without its length")
        }
        let isWanted =
          ["response", "resource", "conversion"].contains(fields["warc-type"]) && length <= Self.largest
        guard isWanted else {
          try stream.skip(length)
          continue
        }
        let content = try stream.take(length)
        guard content.count == length else { throw failure("ends in the middle of a record") }
        if let page = page(fields, content) {
          hasPages = true
          return .document(page)
        }
      }
      guard hasPages else { throw document.failure("holds no pages") }
      return nil
    }

    private func failure(_ reason: String) -> ImportError {
      document.failure(reason, at: "record \(number), byte \(stream.offset)")
    }

    /// The fields before a record; `nil` at the end.
    private mutating func header() throws(ImportError) -> [String: String]? {
      var (fields, isInside): ([String: String], Bool) = ([:], false)
      while let line = try stream.line(atMost: 1 << 20) {
        if line.isEmpty {
          if isInside { return fields }
        } else if !isInside {
          guard line.starts(with: "WARC/".utf8) else { throw failure("has something between records") }
          isInside = true
        } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
          fields[line[..<colon].text.lowercased()] = String(line[(colon + 1)...].text.trimmed)
        }
      }
      if isInside { throw failure("ends in the middle of a record") }
      return nil
    }

    /// The page or text in a record, if it is one.
    private func page(_ fields: [String: String], _ content: ArraySlice<UInt8>) -> Document? {
      let address = fields["warc-target-uri"]?.filter { !"<>".contains($0) }
      var out = document.inner(address ?? "\(document.name)#\(number)", place: "record \(number)")
      out.known.url = address
      // When it was fetched; the page itself knows better when it was published.
      out.known.date = fields["warc-date"].flatMap { PartialDate(printed: $0) }
      out.bytes = Array(content)
      var type = fields["content-type"] ?? ""
      if fields["warc-type"] == "response" {
        guard content.starts(with: "HTTP/".utf8), let http = HTTPMessage(content), http.isFound else {
          return nil
        }
        type = http.fields["content-type"] ?? "text/html"
        out.known.charset = http.charset
        out.bytes = http.body
      }
      let isText = ["html", "text/plain", "xml", "json"].contains { type.lowercased().contains($0) }
      return isText && !out.bytes.isEmpty && address?.hasSuffix("/robots.txt") != true ? out : nil
    }
  }
}

/// What a server answered.
private struct HTTPMessage {
  private(set) var fields: [String: String] = [:]
  private(set) var body: [UInt8] = []
  /// Whether it is what was asked for.
  private(set) var isFound = false

  init?(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    var isFirst = true
    while let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) {
      var line = bytes[at..<end]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      at = end + 1
      if line.isEmpty {
        body =
          fields["transfer-encoding"]?.lowercased().contains("chunked") == true
          ? Self.unchunked(bytes[at...]) : Array(bytes[at...])
        return
      }
      if isFirst {
        isFound =
          line.split(separator: UInt8(ascii: " ")).dropFirst().first?.elementsEqual("200".utf8) ?? false
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        fields[line[..<colon].text.lowercased()] = String(line[(colon + 1)...].text.trimmed)
      }
      isFirst = false
    }
    return nil
  }

  var charset: String? {
    guard let type = fields["content-type"], let start = type.lowercased().firstRange(of: "charset=") else {
      return nil
    }
    return type[start.upperBound...].filter { $0 != "\"" }.prefix { $0 != ";" && $0 != " " }.description
  }

  /// Some crawlers leave the chunks in, others only the field.
  private static func unchunked(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var (out, at): ([UInt8], Int) = ([], bytes.startIndex)
    while let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) {
      let digits = bytes[at..<end].prefix { !$0.isSpace && $0 != UInt8(ascii: ";") }
      guard 1...8 ~= digits.count, let size = Int(digits.text, radix: 16), end + 1 + size <= bytes.endIndex
      else {
        return out.isEmpty ? Array(bytes) : out
      }
      if size == 0 { return out }
      out += bytes[(end + 1)..<(end + 1 + size)]
      at = bytes[(end + 1 + size)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
    }
    return out.isEmpty ? Array(bytes) : out
  }
}
