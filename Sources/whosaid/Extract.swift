import Glibc
import QuoteExport
import QuoteParser
import StatementLinks

/// `whosaid extract`: quotations, one a line.
enum Extract {
  static func run(_ arguments: Arguments) async -> Int32 {
    let (parser, linker) = (Parser(careful: getenv("CAREFUL") != nil), Linker())
    switch arguments.format {
    case .jsonLines:
      return await LineWriter.run(arguments) { JSONLines.lines(of: linker.digest(parser.parse($0))) }
    case .plain:
      return await LineWriter.run(arguments) { PlainList.lines(of: parser.parse($0)) }
    }
  }
}
