import QuoteExport

/// `whosaid`: the quotations on the screen, or as a plain list where the output is no terminal.
enum Browse {
  static func run(_ arguments: Arguments) async -> Int32 {
    var arguments = arguments
    if arguments.paths.isEmpty, !arguments.readsSamples, let last = LibraryFiles.last { arguments.paths = [last] }
    if arguments.isPlain { return await PlainUI.run(arguments) }
    guard !StandardOutput.isTerminal else { return await BrowserLoop.run(arguments) }
    return await Extract.run(arguments, PlainList())
  }
}
