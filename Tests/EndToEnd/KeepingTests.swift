import Foundation
import TestSupport
import Testing

/// What a person keeps, from one start of the program to the next.
@Suite(.enabled(if: Tmux.isAvailable, Comment(rawValue: Tmux.missing)), .timeLimit(Patience.minutes(2)))
struct KeptTests {
  private func open(_ home: Folder, _ arguments: [String] = ["--quick"]) throws -> Tmux {
    try Tmux(
      arguments, columns: 120, rows: 40,
      environment: [
        "XDG_STATE_HOME": home.path + "/state", "XDG_DATA_HOME": home.path + "/data",
        "XDG_CONFIG_HOME": home.path + "/config", "HOME": home.path,
      ])
  }

  @Test func theFilterTheQuoteAndTheMarksAreThereAgain() throws {
    let home = try Folder()
    let stage = try open(home)
    try stage.waitFor("? all keys")
    try stage.waitFor("· 15 articles")
    try stage.send("/")
    try stage.type("never raised them")
    try stage.waitFor(" 1 of ")
    try stage.send("Enter", "m")
    try stage.waitFor("marked: 'a")
    try stage.send("Escape")
    try stage.waitUntilGone("/never raised")
    try stage.send("=")
    try stage.type("kind:direct")
    try stage.send("Enter", "Q")
    #expect(try stage.waitForExit() == .status(0))

    let again = try open(home)
    let screen = try again.waitFor("kind:direct")
    #expect(!screen.contains("? all keys"))
    try again.waitFor("' 1 mark")
    try again.waitFor("▸01 Jun 2025 Tomas Oseiv        D 'a \"I will not raise")
    try again.send("g", "m", "Enter", "c")
    try again.waitFor("not a quote")
    try again.send("Escape")
    try again.waitUntilGone("not a quote")
    try again.send("Q")
    #expect(try again.waitForExit() == .status(0))
  }

  @Test func aSignalKeepsThePlaceToo() throws {
    let home = try Folder()
    let stage = try open(home)
    try stage.waitFor("· 15 articles")
    try stage.send("=")
    try stage.type("kind:mixed")
    try stage.send("Enter")
    try stage.waitFor("kind:mixed")
    kill(try #require(stage.process), SIGTERM)
    #expect(try stage.waitForExit() == .signal(Int(SIGTERM)))
    let again = try open(home)
    try again.waitFor("kind:mixed")
  }

  @Test func theConfigurationIsObeyedAndItsErrorsNameTheLine() throws {
    let home = try Folder()
    try FileManager.default.createDirectory(
      atPath: home.path + "/config/whosaid", withIntermediateDirectories: true)
    try home.write("config/whosaid/config", Data("bind quit C-t\ntheme mauve\n".utf8))
    let stage = try open(home)
    try stage.waitFor("config:2: theme takes one of")
    try stage.send("C-t")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test func whatIsCopiedGoesThroughTheTerminalAndToTheDesktop() throws {
    let home = try Folder()
    try FileManager.default.createDirectory(atPath: home.path + "/bin", withIntermediateDirectories: false)
    try home.write(
      "bin/xclip", Data("#!/bin/sh\ncat > \"$HOME/clip.new\" && mv \"$HOME/clip.new\" \"$HOME/clip\"\n".utf8))
    chmod(home.path + "/bin/xclip", 0o700)
    let stage = try Tmux(
      ["--quick"], columns: 120, rows: 40,
      environment: ["HOME": home.path, "PATH": home.path + "/bin:/usr/bin:/bin", "DISPLAY": ":9"])
    try stage.takeClipboard()
    try stage.waitFor("· 15 articles")
    try stage.waitUntilGone("linking")
    try stage.send("y")
    try stage.waitFor("copied")
    for _ in 0..<1500 where !FileManager.default.fileExists(atPath: home.path + "/clip") {
      Thread.sleep(forTimeInterval: 0.01)
    }
    let text = try String(contentsOfFile: home.path + "/clip", encoding: .utf8)
    #expect(text.contains(" — ") && stage.clipboard().hasPrefix(text))
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }

  @Test func anActorThatIsTwoStaysTwoAndIsOneAgain() throws {
    let home = try Folder()
    try home.write("a.txt", Data("The mayor, Ada Lind, said the bridge would open.\n".utf8))
    try home.write("b.txt", Data("The pilot, Ada Lind, said the harbour was closed.\n".utf8))
    let paths = ["--quick", home.path + "/a.txt", home.path + "/b.txt"]
    let stage = try open(home, paths)
    try stage.waitFor("2 articles")
    try stage.waitFor("Ada Lind              2")
    try stage.send("1", "c", "j", "Enter")
    try stage.waitFor("[ ] in ")
    try stage.send("j", "Enter")
    try stage.waitFor("Ada Lind              1")
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
    let again = try open(home, paths)
    try again.waitFor("Ada Lind              1")
    try again.send("g", "k")
    try again.waitFor("Ada Lind is not Ada Lind (in ")
    try again.send("BSpace")
    try again.waitFor("Ada Lind              2")
    try again.send("Q")
    #expect(try again.waitForExit() == .status(0))
  }

  @Test func quotesAreWrittenAndPiped() throws {
    let home = try Folder()
    let stage = try open(home)
    try stage.waitFor("· 15 articles")
    try stage.send("m", "j", "m", "w", "Enter")
    try stage.type(home.path + "/out.md")
    try stage.send("Enter")
    try stage.waitFor("written: ")
    let text = try String(contentsOfFile: home.path + "/out.md", encoding: .utf8)
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("> — ") }.count == 2)
    try stage.send("w", "Enter", "Up", "Enter")
    try stage.waitFor("is there already")
    try stage.send("w", "Enter")
    try stage.type(home.path + "/out.jsonl")
    try stage.send("Enter")
    try stage.waitFor("out.jsonl")
    try stage.waitFor("written: ")
    let lines = try String(contentsOfFile: home.path + "/out.jsonl", encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("{\"doc\"") })
    try stage.send("|")
    try stage.type("wc -l")
    try stage.send("Enter")
    try stage.waitFor("[Enter goes back]")
    try stage.send("Enter")
    try stage.waitFor("3 Quotes")
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }
}
