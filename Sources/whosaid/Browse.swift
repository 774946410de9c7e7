import QuoteExport
import QuoteParser

/// `whosaid`: the quotations on the screen, or as a plain list where the output is no terminal.
enum Browse {
  static func run(_ arguments: Arguments) async -> Int32 {
    guard StandardOutput.isTerminal else {
      let parser = Parser(careful: arguments.effort == .careful)
      return await LineWriter.run(arguments) { PlainList.lines(of: parser.parse($0)) }
    }
    return await BrowserLoop.run(arguments)
  }
}
