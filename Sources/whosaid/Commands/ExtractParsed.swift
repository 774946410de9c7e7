import QuoteExport
import QuoteLibrary
import QuoteModel
import QuoteParser
import StatementLinks

/// `whosaid extract --format=parsed`: what a mapper writes for `whosaid library import`.
enum ExtractParsed {
  static let format = Command.Format(
    name: "parsed", summary: "articles with what was found in them, for 'whosaid library import'")

  static func run(_ arguments: Arguments) async -> Int32 {
    guard arguments.query.isEmpty else {
      StandardError.report("parsed articles are written whole: --where is for other formats")
      return ExitStatus.misuse.rawValue
    }
    guard arguments.library == nil else {
      StandardError.report("'whosaid library export' writes a library")
      return ExitStatus.misuse.rawValue
    }
    let (parser, linker) = (Parser(careful: arguments.isCareful), Linker())
    return await LineWriter.run(arguments) { [isCareful = arguments.isCareful] article in
      ParsedLine(Library.Stored(article, linker.digest(parser.parse(article)), isCareful: isCareful)).bytes
    }
  }
}

extension ParsedLine {
  /// The line of an article as it lies in a library.
  init(_ stored: Library.Stored) {
    self.init(
      article: stored.article, parts: stored.parts, parser: stored.parser, isCareful: stored.isCareful,
      parse: stored.digest)
  }
}
