import QuoteExport
import QuoteLibrary

/// `whosaid library verify`.
enum LibraryVerify {
  static func run(_ arguments: Arguments) async -> Int32 {
    await arguments.withLibrary { library throws(LibraryError) in
      var progress = ProgressLine(isShown: StandardError.isTerminal && !arguments.isQuiet)
      let faults = try library.verify { progress.show(done: $0, of: $1, "articles") }
      progress.clear()
      for fault in faults { StandardError.report("\(library.path): \(fault.place): \(fault.reason)") }
      if faults.isEmpty, !arguments.isQuiet {
        StandardError.report("\(library.path): all of it is as it was written")
      }
      return faults.isEmpty ? .fine : .unread
    }
  }
}

/// `whosaid library compact`.
enum LibraryCompact {
  static func run(_ arguments: Arguments) async -> Int32 {
    await arguments.withLibrary { library throws(LibraryError) in
      let before = try library.info().size
      try await library.link()
      try library.compact()
      let after = try library.info().size
      if !arguments.isQuiet { StandardError.report("\(library.path): \(before) bytes before, \(after) now") }
      return .fine
    }
  }
}

/// `whosaid library export`.
enum LibraryExport {
  static func run(_ arguments: Arguments) async -> Int32 {
    guard var output = Output(arguments.output) else { return ExitStatus.unread.rawValue }
    let status = await arguments.withLibrary { library throws(LibraryError) in
      try library.forEachStored { output.write(ParsedLine($0).bytes) }
      for (line, made) in try library.datedDecisions() {
        output.write(ParsedLine.bytes(decision: line, made: made))
      }
      return .fine
    }
    let isWritten = output.close(keeping: status == 0)
    return isWritten ? status : ExitStatus.unread.rawValue
  }
}

/// `whosaid library import`.
enum LibraryImport {
  static func run(_ arguments: Arguments) async -> Int32 {
    await arguments.withLibrary { library throws(LibraryError) in
      var log = WorkLog(arguments)
      guard !arguments.paths.isEmpty else {
        StandardError.report("name the files to take in, or - for standard input")
        return .misuse
      }
      let sum = try library.take(linesOf: arguments.paths) { log.fail($0) }
      let isLinked = try await library.linkWhereWorthIt()
      log.finish(articles: sum.added, "\(sum.known) known")
      if !arguments.isQuiet {
        StandardError.report(
          "\(sum.added) articles added, \(sum.known) known\(isLinked ? "" : LibraryFiles.linkedLater)")
      }
      return log.hasFailures ? .unread : .fine
    }
  }
}
