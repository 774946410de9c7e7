import QuoteModel
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
    #expect(arguments.format == "plain")
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

  @Test("The samples are read alone")
  func samples() throws {
    #expect(try Arguments(["--samples"]).readsSamples)
    #expect(try !Arguments(["a"]).readsSamples)
    #expect(message("--samples", "a") == "--samples reads no 'a'")
    #expect(message("extract", "--samples", "a") == "extract takes no '--samples'")
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

  @Test("A query, fields and an output are taken, and the usual format is the first")
  func choices() throws {
    let arguments = try Arguments(["extract", "-w", "kind:direct", "--fields=text,id", "-o", "out", "a"])
    #expect(arguments.query.description == "kind:direct")
    #expect(arguments.fields == ["text", "id"])
    #expect(arguments.output == "out")
    #expect(arguments.format == "jsonl")
    #expect(try Arguments(["stats"]).format == "plain")
    #expect(try Arguments(["extract", "--output=-"]).output == nil)
    #expect(try Arguments(["-qv", "actors"]).isQuiet)
  }

  @Test("What stands before the paths is not one of them")
  func operands() throws {
    let related = try Arguments(["related", "74ab", "-fjsonl", "a", "b"])
    #expect(related.operand == "74ab" && related.paths == ["a", "b"])
    let verify = try Arguments(["verify", "--", "-draft", "a"])
    #expect(verify.operand == "-draft" && verify.paths == ["a"])
    #expect(try Arguments(["help", "extract"]).operand == "extract")
    #expect(try Arguments(["help"]).operand == nil)
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
    #expect(message("mentions", "--format", "pdf") == "mentions writes no 'pdf': there are jsonl")
    #expect(
      message("extract", "--where=kind:x")
        == "'kind:x' is no value for '--where=QUERY': no kind x: direct, indirect or mixed")
    #expect(message("extract", "-fris", "-Fid") == "the fields of ris cannot be chosen")
    #expect(
      message("actors", "-Fcolour")?.hasPrefix("no field 'colour': there are quotations, articles") == true)
    #expect(message("--format=plain", "a") == "browse takes no '--format'")
    #expect(message("related") == "related needs ID")
    #expect(message("verify", "a") == "verify needs articles to read")
    #expect(message("formats", "a") == "formats takes no 'a'")
    #expect(message("help", "extract", "a") == "help takes no 'a'")
    #expect(message("--help=me") == "'--help' takes no value")
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
