import Glibc
import QuoteExport
import QuoteModel

/// `whosaid extract --format=brat --output=FOLDER`.
enum ExtractFolder {
  static func run(_ arguments: Arguments, _ export: any FolderExport) async -> Int32 {
    guard let folder = arguments.output else {
      StandardError.report("\(export.name) writes a folder: name it by --output")
      return ExitStatus.misuse.rawValue
    }
    var log = WorkLog(arguments)
    let corpus = await arguments.readCorpus(&log)
    let selection = arguments.query.selection(in: corpus)
    var stems = FileStems()
    var (isWritten, written) = (write(export.fixedFiles, folder), Written())
    for row in 0..<corpus.articleCount where isWritten {
      let page = QuotedArticle(ArticleID(row), in: corpus, selection: selection)
      guard !page.rows.isEmpty else { continue }
      isWritten = write(export.files(page, stem: stems.stem(for: page.article.name)), folder)
      written.add(page)
    }
    log.finish(articles: corpus.articleCount, "\(written.quotations) quotations")
    return (log.hasFailures || !isWritten ? ExitStatus.unread : .fine).rawValue
  }

  private static func write(_ files: [ExportedFile], _ folder: String) -> Bool {
    for file in files {
      let path = folder + "/" + file.path
      makeFolders(for: path)
      guard Output.write(file.bytes, to: path) == .fine else { return false }
    }
    return true
  }

  /// Makes the folders above a file; what cannot be made is told when the file is opened.
  private static func makeFolders(for path: String) {
    for (at, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") && at > 0 {
      mkdir(String(decoding: path.utf8.prefix(at), as: UTF8.self), 0o777)
    }
  }
}

/// Names of files for articles: below the folder whatever an article is called, and never the same twice.
struct FileStems {
  private var used: [String: Int] = [:]

  /// `news/a.txt` -> `news/a`; `../../etc/passwd` -> `etc/passwd`. O(name).
  mutating func stem(for name: String) -> String {
    let parts = name.split(separator: "/").map(Self.cleaned).filter { !$0.isEmpty }
    var stem = parts.isEmpty ? "article" : parts.joined(separator: "/")
    for ending in [".txt", ".ann"] where stem.hasSuffix(ending) && stem.count > ending.count {
      stem.removeLast(ending.count)
    }
    // A file system may not tell case apart, and a number may be another article's name.
    while true {
      let count = used[stem.lowercased(), default: 0]
      used[stem.lowercased()] = count + 1
      if count == 0 { return stem }
      stem += "-\(count + 1)"
    }
  }

  /// No control, no hidden file, no way up, and short enough for a file system.
  private static func cleaned(_ part: Substring) -> String {
    var name = String(SafeText.oneLine(part).drop { $0 == "." || $0 == " " })
    while name.utf8.count > 200 { name.removeLast() }
    return name
  }
}
