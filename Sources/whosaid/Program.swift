import ArticleImport
import Browser
import Glibc
import Reading
import ResourceFiles

/// The command line program: arguments in, exit status out.
enum Program {
  /// Runs the program and ends the process with an `ExitStatus`.
  static func main(_ words: [String]) async -> Never {
    // A reader that closes the pipe, as `head` does, is told by `write`, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    exit(await run(words))
  }

  private static func run(_ words: [String]) async -> Int32 {
    do throws(Arguments.UsageError) {
      var arguments = try Arguments(words)
      let command = Command[arguments.command]
      switch arguments.information {
      case .help:
        let text = command.name == .browse ? Help.text : Help.text(of: command)
        return Output.write(Array(text.utf8), to: nil).rawValue
      case .version: return Output.write(Array((Help.version + FormatList.missing).utf8), to: nil).rawValue
      case .keys: return Output.write(Array(KeyTable.markdown.utf8), to: nil).rawValue
      case nil: break
      }
      if arguments.paths.isEmpty, !arguments.readsSamples, command.takesPaths, command.readsPipe, !arguments.isPlain,
        StandardInput.isPiped
      {
        arguments.paths = ["-"]
      }
      return await command.run(arguments)
    } catch {
      StandardError.report(error.message)
      StandardError.report("try 'whosaid --help'")
      return ExitStatus.misuse.rawValue
    }
  }
}

extension Arguments {
  /// What the browser's header says was opened.
  var opened: String {
    guard !paths.isEmpty else { return "sample articles" }
    if let library { return LibraryFiles.name(of: library) }
    return paths.map { $0 == "-" ? "standard input" : $0 }.joined(separator: " ")
  }

  /// What to read: the paths given, or else the articles that come with the program.
  var inputs: Inputs {
    guard paths.isEmpty else { return Inputs(paths: paths, fields: names) }
    let samples = ResourceFiles.files(in: "Samples").map { file in
      Document(name: String(file.name.dropFirst("Samples/".count)), path: file.name, bytes: Array(file.bytes))
    }
    return Inputs(documents: samples)
  }
}
