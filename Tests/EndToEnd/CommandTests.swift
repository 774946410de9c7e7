import Foundation
import TestSupport
import Testing

/// The commands as a script calls them: what they write, where, and what they return.
@Suite("The command line keeps its word", .timeLimit(Patience.minutes(1)))
struct CommandTests {
  /// What a run wrote to its two outputs and returned.
  private struct Run {
    var out: String
    var messages: String
    var status: Int32
  }

  private func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    let folder = try Folder()
    try folder.write("input", Data((input ?? "").utf8))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tmux.program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: input == nil ? "/dev/null" : folder.path + "/input")
    let (out, messages) = (folder.path + "/out", folder.path + "/messages")
    for path in [out, messages] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: messages)
    try process.run()
    process.waitUntilExit()
    func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
    return Run(out: try text(out), messages: try text(messages), status: process.terminationStatus)
  }

  @Test func anArticleALineGoesOutBeforeTheNextComesIn() throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: Tmux.program)
    process.arguments = ["extract", "--fields=doc,text", "-"]
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    defer { process.terminate() }
    for name in ["a", "b", "c"] {
      let line =
        #"{"doc": "\#(name)", "text": "Ada Lind said that the bridge would open in \#(name)-week."}"# + "\n"
      try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
      // Nothing more is sent before this has come.
      var said = Data()
      while !said.contains(UInt8(ascii: "\n")) { said += output.fileHandleForReading.availableData }
      #expect(
        String(decoding: said, as: UTF8.self).hasPrefix(#"{"doc": "\#(name)", "text": "that the bridge"#))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func theBrowserGoesWithoutAScreen() throws {
    let folder = try Folder()
    try folder.write(
      "a.txt",
      Data(
        "The mayor, Ada Lind, said the bridge \u{1B}[2Jwould open. Bo Berg said the bridge was closed.\n".utf8
      ))
    let run = try run(
      "--plain-ui", "--quick", folder.path + "/a.txt",
      input: "\nlist\n1\n/\nberg\nsort\nEsc\nfly\n=\nspeaker:nobody\nno such thing\nQ\n")
    #expect(run.status == 0)
    for text in [
      "2 quotes in 1 article", "Quotes 1 of 2: Ada Lind, indirect: ", "Quotes 2 of 2: Bo Berg",
      "2. Bo Berg", "Actors 1 of 1: Bo Berg, 1 quote", "Order Actors by", "no command and no keys: fly",
      "filter speaker:nobody",
    ] { #expect(run.out.contains(text), "\(text)\n\(run.out)") }
    #expect(!run.out.contains("\u{1B}"))
  }

  @Test func aFileKeepsItsOldContentUntilTheNewOneIsThere() throws {
    let folder = try Folder()
    try folder.write("out.csv", Data("old".utf8))
    try folder.write("a.txt", Data("Ada Lind said that the bridge would open.\n".utf8))
    let (out, article) = (folder.path + "/out.csv", folder.path + "/a.txt")
    #expect(try run("extract", "-f", "csv", "-F", "text", "-o", out, article).status == 0)
    #expect(try String(contentsOfFile: out, encoding: .utf8) == "text\r\nthat the bridge would open\r\n")
    let failed = try run("extract", "-o", folder.path + "/nowhere/out", article)
    #expect(failed.status == 1 && failed.messages.contains("nowhere/out: No such file or directory"))
    // Nothing passing is left.
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.txt", "out.csv"])
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func whatASignalEndsLeavesNothingBehind(signal: Int32) throws {
    let folder = try Folder()
    try folder.write("out.jsonl", Data("old".utf8))
    let process = Process()
    let input = Pipe()
    process.executableURL = URL(fileURLWithPath: Tmux.program)
    process.arguments = ["extract", "-o", folder.path + "/out.jsonl", "-"]
    process.standardInput = input
    try process.run()
    func files() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
    while try files().count < 2 { usleep(10_000) }
    #expect(try files().last?.hasSuffix(".part") == true)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    #expect(try files() == ["out.jsonl"])
    #expect(try String(contentsOfFile: folder.path + "/out.jsonl", encoding: .utf8) == "old")
  }

  @Test func quotationsAreTheSameHoweverTheirArticlesCameIn() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder.path + "/in", withIntermediateDirectories: false)
    let first =
      "Title: A bridge\r\nDate: 2024-10-11\r\n\r\nAda Lind said that the bridge would open.\nBo Chen said no.\n"
    let second =
      "Bridge opens\n\n  \"It is open,\" said Ada Lind.\n\n\n\"At last, at last,\" said Bo Chen.\n"
    try folder.write("in/a.txt", Data(first.utf8))
    try folder.write("in/b.txt", Data(second.utf8))
    let lines = try run("articles", "-f", "jsonl", folder.path + "/in").out
    try folder.write("lines.jsonl", Data(lines.utf8))
    let fields = "--fields=id,doc,spans,text"
    let direct = try run("extract", fields, folder.path + "/in").out
    #expect(direct.split(separator: "\n").count >= 3)
    #expect(try run("extract", fields, folder.path + "/lines.jsonl").out == direct)
    #expect(try run("extract", fields, "-", input: lines).out == direct)
  }

  @Test func anArticleMayBeWrittenOverByItsOwnQuotations() throws {
    let folder = try Folder()
    try folder.write("a.txt", Data("Ada Lind said that the bridge would open.\n".utf8))
    let path = folder.path + "/a.txt"
    #expect(try run("extract", "-f", "plain", "-o", path, path).status == 0)
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == "Ada Lind (a.txt): that the bridge would open\n")
  }

  @Test func whatCannotBeReadIsToldUnlessItIsNotToBe() throws {
    let told = try run("stats", "/nowhere")
    #expect(told.status == 1 && told.messages.contains("/nowhere"))
    let quiet = try run("stats", "--quiet", "/nowhere")
    #expect(quiet.status == 1 && quiet.messages.isEmpty)
    #expect(try run("extract", "--colour").status == 2)
    #expect(try run("help", "nothing").status == 2)
  }

  @Test func aLibraryThatIsMissingLeavesOutItsFormatsAndSaysSo() throws {
    let folder = try Folder()
    // What stands in the place of a library and is none.
    for library in ["libpoppler-glib.so.8", "libarchive.so.13"] { try folder.write(library, Data()) }
    let without = ["LD_LIBRARY_PATH": folder.path]
    #expect(try run("--version").out.split(separator: "\n").count == 1)
    let version = try run("--version", environment: without)
    for format in ["PDF", "ZIP, TAR", "EPUB", "Word (DOCX)"] {
      #expect(version.out.contains("Cannot read \(format): "), "\(version.out)")
    }
    #expect(version.status == 0)
    try folder.write("a.pdf", Data("%PDF-1.7\n".utf8))
    try folder.write("b.txt", Data("Ada Lind said that the bridge would open.\n".utf8))
    let (pdf, text) = (folder.path + "/a.pdf", folder.path + "/b.txt")
    let read = try run("extract", "-F", "doc", pdf, text, environment: without)
    #expect(read.status == 1 && read.out == "{\"doc\": \"b.txt\"}\n")
    #expect(read.messages.contains("a.pdf: cannot be read as PDF: poppler"))
  }

  @Test func aDraftIsCheckedForTheNewsroom() throws {
    let folder = try Folder()
    try folder.write("a.txt", Data("\"We will open the bridge in May,\" said Ada Lind.\n".utf8))
    func status(_ draft: String) throws -> Int32 {
      try run("verify", "-", folder.path + "/a.txt", input: draft).status
    }
    #expect(try status("\"We will open the bridge in May,\" Ada Lind said.") == 0)
    #expect(try status("\"We will open the bridge in June,\" Ada Lind said.") == 3)
    #expect(try status("\"We will open the bridge in May,\" said Bo Chen.") == 3)
    #expect(try status("\"Nobody asked the ferry men of the town,\" said Ada Lind.") == 4)
    #expect(try run("verify", folder.path + "/none.txt", folder.path + "/a.txt").status == 1)
  }

  @Test func anIdFindsItsQuotationAndWhatIsRelated() throws {
    let line = try run("extract", "-w", "speaker:nowacz", "-F", "id").out.split(separator: "\n").first ?? ""
    let id = line.split(separator: "\"").last { $0.count == 16 }.map(String.init) ?? ""
    #expect(try run("related", id, "-f", "jsonl").status == 0)
    #expect(try run("related", "0000000000000000").status == 1)
    #expect(try run("related", "xyz").status == 2)
  }

  @Test func aFolderOfBratIsWrittenBelowItselfAlone() throws {
    let folder = try Folder()
    let line = #"{"doc": "../../evil.txt", "text": "Ada Lind said that the bridge would open."}"#
    #expect(try run("extract", "-f", "brat", "-").status == 2)
    #expect(try run("extract", "-f", "brat", "-o", folder.path + "/x/y", "-", input: line + "\n").status == 0)
    let written = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/x").sorted()
    #expect(written == ["y", "y/annotation.conf", "y/evil.ann", "y/evil.txt"])
  }
}
