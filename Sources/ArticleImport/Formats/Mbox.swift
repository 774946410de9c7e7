/// A mailbox: mails one behind the other, each after a line that begins with `From ` (mbox).
public struct Mbox: ContainerFormat {
  /// Reads every kind of mbox.
  public init() {}

  /// What messages call it.
  public var name: String { "mbox" }

  /// By its first line, and a header line behind it.
  public func recognizes(_ document: Document) -> Bool {
    guard document.bytes.starts(with: "From ".utf8),
      let end = document.bytes.firstIndex(of: UInt8(ascii: "\n"))
    else { return false }
    let second = document.bytes[(end + 1)...].prefix(100).prefix { $0 != UInt8(ascii: "\n") }
    return second.first == UInt8(ascii: ">")
      || second.firstIndex(of: UInt8(ascii: ":")).map {
        second[..<$0].allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
      } ?? false
  }

  /// Cuts mail by mail.
  public func cut(_ stream: ByteStream, _ document: Document) throws(ImportError) -> any Cutter {
    Mails(stream: stream, document: document)
  }

  private struct Mails: Cutter {
    var stream: ByteStream
    let document: Document
    private var number = 0
    private var line = 0
    private var hasSeparator = false

    init(stream: ByteStream, document: Document) { (self.stream, self.document) = (stream, document) }

    mutating func next() throws(ImportError) -> Piece? {
      if !hasSeparator { _ = try nextLine() }
      hasSeparator = false
      let start = line + 1
      var (bytes, isBlank): ([UInt8], Bool) = ([], false)
      while let text = try nextLine() {
        if isBlank, text.starts(with: "From ".utf8), Self.hasYear(text) {
          hasSeparator = true
          break
        }
        isBlank = text.isEmpty
        // `>From ` at the beginning of a line was `From `.
        let quoted = text.prefix { $0 == UInt8(ascii: ">") }.count
        bytes += quoted > 0 && text.dropFirst(quoted).starts(with: "From ".utf8) ? text.dropFirst() : text
        bytes.append(UInt8(ascii: "\n"))
        guard bytes.count < ArticleFormats.largest else {
          throw document.failure("holds a mail of more than 256 MB", at: "line \(start)")
        }
      }
      if bytes.isEmpty {
        return hasSeparator ? .failure(document.failure("holds an empty mail", at: "line \(start)")) : nil
      }
      number += 1
      var mail = document.inner("\(document.name)#\(number)", place: "line \(start)")
      mail.bytes = bytes
      // It is a mail, whatever its first lines look like.
      do throws(ImportError) { return .document(try Self.checked(mail)) } catch { return .failure(error) }
    }

    private mutating func nextLine() throws(ImportError) -> ArraySlice<UInt8>? {
      let text = try stream.line()
      if text != nil { line += 1 }
      return text
    }

    /// `From ann@example.org Fri Oct 11 08:30:00 2024`: prose that begins with From has no year and time.
    private static func hasYear(_ line: ArraySlice<UInt8>) -> Bool {
      line.count < 200 && line.contains(UInt8(ascii: ":"))
        && line.split(separator: UInt8(ascii: " ")).contains {
          $0.count == 4 && $0.allSatisfy(\.isDigit)
        }
    }

    private static func checked(_ mail: Document) throws(ImportError) -> Document {
      guard Mail().recognizes(mail) else { throw mail.failure("is no mail") }
      return mail
    }
  }
}
