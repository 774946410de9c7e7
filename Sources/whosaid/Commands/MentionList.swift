import QuoteExport
import QuoteParser

/// `whosaid mentions`: every mention of somebody, one JSON object a line.
enum MentionList {
  static func run(_ arguments: Arguments) async -> Int32 {
    if let path = arguments.library {
      return LineWriter.run(arguments, library: path) { Mentions.lines(of: $0) }
    }
    let parser = Parser(careful: arguments.isCareful)
    return await LineWriter.run(arguments) { Mentions.lines(of: parser.parse($0)) }
  }
}
