import Foundation
import QuoteLibrary
import Reading
import TestSupport
import Testing

/// Folders are followed while the browser is open.
@Suite(.enabled(if: Tmux.isAvailable, Comment(rawValue: Tmux.missing)), .timeLimit(Patience.minutes(2)))
struct WatchTests {
  private func article(_ number: Int) -> Data {
    Data("Ada Lind said that bridge \(number) would open in \(number + 20) weeks.\n".utf8)
  }

  /// Opens, goes to a quote, and has more written, some of it in a new folder.
  private func follow(_ arguments: [String], _ home: Folder) throws {
    let stage = try Tmux(arguments, columns: 120, rows: 40)
    try stage.waitFor("4 · 4 articles")
    try stage.send("/")
    try stage.type("22")
    try stage.waitFor(" 1 of ")
    try stage.send("Enter", "m")
    try stage.waitFor("marked: 'a")
    try home.write("in/0-first.txt", article(10))
    try stage.waitFor("5 · 5 articles")
    try FileManager.default.createDirectory(atPath: home.path + "/in/new", withIntermediateDirectories: true)
    usleep(500_000)
    try home.write("in/new/11.txt", article(11))
    let screen = try stage.waitFor("6 · 6 articles")
    // The place is still the same.
    #expect(screen.contains("[that bridge 2 would open in 22 "))
    try stage.send("Q")
    #expect(try stage.waitForExit() == .status(0))
  }

  private func home() throws -> Folder {
    let home = try Folder()
    try FileManager.default.createDirectory(atPath: home.path + "/in", withIntermediateDirectories: true)
    for number in 0..<4 { try home.write("in/\(number).txt", article(number)) }
    return home
  }

  @Test("Of a folder")
  func folder() throws {
    let home = try home()
    try follow(["--watch", home.path + "/in"], home)
  }

  @Test("Of a library, which takes them up")
  func library() async throws {
    let home = try home()
    let path = home.path + "/a.whosaid"
    do {
      let library = try Library.create(at: path)
      try library.addRoot(home.path + "/in")
      try await library.add(.init(paths: [home.path + "/in"]))
    }
    try follow(["--watch", path], home)
    #expect(try Library(path).info().articles == 6)
    #expect(try Library(path).list().map(\.name).contains("new/11.txt"))
  }
}
