import ArticleImport
import Browser
import Glibc
import Reading
import ResourceFiles

/// The command line program: arguments in, exit status out.
enum Program {
  /// Runs the program and ends the process: 0 where all went well, 1 where some input could not be read,
  /// 2 where the command is wrong.
  static func main(_ words: [String]) async -> Never {
    // A reader that closes the pipe, as `head` does, is told by `write`, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    exit(await run(words))
  }

  private static func run(_ words: [String]) async -> Int32 {
    do throws(Arguments.UsageError) {
      var arguments = try Arguments(words)
      switch arguments.information {
      case .help: return StandardOutput.write(Array(Help.text.utf8)) ? 0 : 1
      case .version: return StandardOutput.write(Array((Help.version + Help.missing).utf8)) ? 0 : 1
      case .keys: return StandardOutput.write(Array(KeyTable.markdown.utf8)) ? 0 : 1
      case nil: break
      }
      if arguments.paths.isEmpty, StandardInput.isPiped { arguments.paths = ["-"] }
      switch arguments.command {
      case .browse: return await Browse.run(arguments)
      case .extract: return await Extract.run(arguments)
      case .mentions: return await MentionList.run(arguments)
      case .formats: return StandardOutput.write(Array(Help.formats.utf8)) ? 0 : 1
      case .articles: return await ArticleList.run(arguments)
      }
    } catch {
      StandardError.report(error.message)
      StandardError.report("try 'whosaid --help'")
      return 2
    }
  }
}

extension Arguments {
  /// What the browser's header says was opened.
  var opened: String {
    guard !paths.isEmpty else { return "sample articles" }
    return paths.map { $0 == "-" ? "standard input" : $0 }.joined(separator: " ")
  }

  /// What to read: the paths given, or else the articles that come with the program.
  var inputs: Inputs {
    guard paths.isEmpty else { return Inputs(paths: paths, fields: fields) }
    let samples = ResourceFiles.files(in: "Samples").map { file in
      Document(name: String(file.name.dropFirst("Samples/".count)), path: file.name, bytes: Array(file.bytes))
    }
    return Inputs(documents: samples)
  }
}
