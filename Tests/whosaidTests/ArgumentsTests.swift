import Testing

@testable import whosaid

@Suite("The command line is understood")
struct ArgumentsTests {
  func message(_ words: String...) -> String? {
    do {
      _ = try Arguments(words)
      return nil
    } catch { return error.message }
  }

  @Test("Paths alone are browsed")
  func browse() throws {
    let arguments = try Arguments(["a.txt", "-", "folder"])
    #expect(arguments.command == .browse)
    #expect(arguments.paths == ["a.txt", "-", "folder"])
  }

  @Test(
    "Options come anywhere and in every usual form",
    arguments: [
      ["extract", "--format=plain", "--jobs=3", "a"], ["extract", "a", "--format", "plain", "--jobs", "3"],
      ["-fplain", "-j3", "extract", "a"], ["-f", "plain", "extract", "-j", "3", "a"],
    ])
  func options(words: [String]) throws {
    let arguments = try Arguments(words)
    #expect(arguments.command == .extract)
    #expect(arguments.format == .plain)
    #expect(arguments.jobs == 3)
    #expect(arguments.paths == ["a"])
  }

  @Test("Careful or quick, and the last word counts")
  func effort() throws {
    #expect(try Arguments(["extract"]).effort == nil)
    for words in [
      ["--careful"], ["-c", "a"], ["mentions", "--careful"], ["extract", "--quick", "--careful"],
    ] {
      #expect(try Arguments(words).effort == .careful)
    }
    #expect(try Arguments(["--quick", "a"]).effort == .quick)
    #expect(try Arguments(["--careful", "--quick"]).effort == .quick)
    #expect(message("--careful=very") == "'--careful' takes no value")
  }

  @Test("Behind -- everything is a path, even a command's name or an option")
  func endOfOptions() throws {
    let arguments = try Arguments(["--", "extract", "--jobs", "--"])
    #expect(arguments.command == .browse)
    #expect(arguments.paths == ["extract", "--jobs", "--"])
  }

  @Test("A command's name behind a path is a path")
  func late() throws {
    #expect(try Arguments(["a", "extract"]).paths == ["a", "extract"])
  }

  @Test("The first of help and version wins")
  func information() throws {
    #expect(try Arguments(["--help"]).information == .help)
    #expect(try Arguments(["-Vh"]).information == .version)
  }

  @Test("What is not understood is said in the words used")
  func errors() {
    #expect(message("--colour") == "unknown option '--colour'")
    #expect(message("-x") == "unknown option '-x'")
    #expect(message("--jobs") == "'--jobs=N' needs a value")
    #expect(message("--jobs=none") == "'none' is no value for '--jobs=N'")
    #expect(message("-j0") == "'0' is no value for '--jobs=N'")
    #expect(message("--format", "pdf") == "'pdf' is no value for '--format=FORMAT'")
    #expect(message("--help=me") == "'--help' takes no value")
  }

  @Test("The help names every option and every command, in 100 columns")
  func help() {
    for option in Option.all { #expect(Help.text.contains("--" + option.long)) }
    for command in Arguments.Command.allCases where command != .browse {
      #expect(Help.text.contains("whosaid " + command.rawValue))
    }
    #expect(Help.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}

@Suite("A long work says how far it is")
struct ProgressLineTests {
  private let start = ContinuousClock.now

  @Test("Soon, it is silent; then it is one line, written over and taken back")
  func line() {
    var line = ProgressLine(isShown: true, from: start)
    #expect(line.text(done: 1, of: 400, at: start + .milliseconds(900)) == nil)
    #expect(line.clearing() == nil)
    #expect(line.text(done: 37, of: 400, at: start + .seconds(2)) == "\rwhosaid: 9%, 37 of 400 files")
    #expect(line.text(done: 38, of: 400, at: start + .milliseconds(2100)) == nil)
    #expect(line.text(done: 40, of: 400, at: start + .seconds(3)) == "\rwhosaid: 10%, 40 of 400 files")
    #expect(line.clearing() == "\r" + String(repeating: " ", count: 29) + "\r")
    #expect(line.clearing() == nil)
  }

  @Test("Where standard error is no terminal there is none")
  func nothing() {
    var line = ProgressLine(isShown: false, from: start)
    #expect(line.text(done: 40, of: 400, at: start + .seconds(3)) == nil)
    #expect(line.clearing() == nil)
  }
}
