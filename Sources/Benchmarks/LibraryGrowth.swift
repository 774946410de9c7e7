import Glibc
import QuoteLibrary
import QuoteModel
import QuoteParser
import Reading
import StatementLinks

/// What a library costs as it grows: `Benchmarks --library N FOLDER`.
enum LibraryGrowth {
  /// How often adding is measured, with other articles each time: one time alone varies by a third.
  private static let rounds = 7

  /// What was measured at one size, in seconds and bytes.
  private struct Figures {
    var quotations = 0
    var build = 0.0
    var link = 0.0
    var bytes = 0.0
    /// Each time a thousand articles were only parsed, and put in.
    var parse: [Double] = []
    var add: [Double] = []
    var relink = 0.0
  }

  static func measure(_ quotations: Int, in folder: String) async throws {
    var all: [Figures] = []
    for size in [quotations / 100, quotations / 10, quotations] where size >= 1000 {
      let figures = try await measure(size, at: folder + "/\(size)")
      all.append(figures)
      print(
        "\(figures.quotations) quotations: built in \(seconds(figures.build)), linked in \(seconds(figures.link)), "
          + "\(Int(figures.bytes / 1e6)) MB")
      printAdding(figures)
      print("  linked again in \(seconds(figures.relink))")
    }
    guard let first = all.first, let last = all.last, all.count > 1 else { return }
    func exponent(_ value: (Figures) -> Double) -> Double {
      rounded(log(value(last) / value(first)) / log(Double(last.quotations) / Double(first.quotations)))
    }
    print(
      "growth exponents: build \(exponent(\.build)), link \(exponent(\.link)), bytes \(exponent(\.bytes)), "
        + "add \(exponent { median($0.add) }), link again \(exponent(\.relink))")
  }

  private static func measure(_ quotations: Int, at path: String) async throws -> Figures {
    var generator = GeneratedCorpus(quotations: quotations)
    let count = quotations / GeneratedCorpus.quotationsPerArticle
    let (lines, more, file) = (path + ".jsonl", path + "-more.jsonl", path + Library.suffix)
    try write(&generator, 0..<count, to: lines)
    for end in ["", "-wal", "-shm"] { unlink(file + end) }
    let library = try Library.create(at: file)
    var figures = Figures()
    figures.build = try await time { _ = try await library.add(Inputs(paths: [lines])) }
    figures.link = try await time { try await library.link() }
    figures.quotations = try library.info().quotations
    figures.bytes = Double(try library.info().size)
    try await measureAdding(to: library, behind: count, &generator, more, &figures)
    figures.relink = try await time { try await library.link() }
    unlink(lines)
    unlink(more)
    return figures
  }

  /// What adding takes to a library that is there, which has those articles then: `Benchmarks --adding FILE`.
  static func measureAdding(to path: String) async throws {
    let library = try Library(path)
    let info = try library.info()
    var generator = GeneratedCorpus(quotations: info.quotations)
    var figures = Figures()
    let more = path + "-more.jsonl"
    try await measureAdding(to: library, behind: info.articles, &generator, more, &figures)
    unlink(more)
    printAdding(figures)
  }

  /// Puts in articles numbered from `count` on, and parses them alone.
  private static func measureAdding(
    to library: Library, behind count: Int, _ generator: inout GeneratedCorpus, _ more: String,
    _ figures: inout Figures
  ) async throws {
    for round in 0..<rounds {
      let start = count + round * 1000
      try write(&generator, start..<start + 1000, to: more)
      // In turn, so that what comes first is not always the same.
      for parsesAlone in [round % 2 == 0, round % 2 == 1] {
        if parsesAlone {
          figures.parse.append(await time { await parse(more) })
        } else {
          figures.add.append(try await time { _ = try await library.add(Inputs(paths: [more])) })
        }
      }
    }
  }

  private static func printAdding(_ figures: Figures) {
    print(
      "  1000 articles more, \(rounds) times: parsed alone \(seconds(median(figures.parse))), added "
        + "\(seconds(median(figures.add))), median of \(zip(figures.add, figures.parse).map { rounded($0 / $1) }.sorted()) "
        + "times")
  }

  private static func parse(_ path: String) async {
    let (parser, linker) = (Parser(), Linker())
    await Reading.forEachArticle(in: Inputs(paths: [path])) {
      linker.digest(parser.parse($0))
    } consume: { _ in
      true
    }
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func write(_ generator: inout GeneratedCorpus, _ numbers: Range<Int>, to path: String) throws
  {
    guard let file = fopen(path, "w") else {
      throw LibraryError(.other, path: path, reason: "cannot be written")
    }
    defer { fclose(file) }
    for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: 1000) {
      let bytes = generator.lines(start..<min(start + 1000, numbers.upperBound))
      fwrite(bytes, 1, bytes.count, file)
    }
  }

  private static func time(_ work: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await work()
    return (ContinuousClock.now - start).milliseconds / 1e3
  }

  private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
  private static func seconds(_ number: Double) -> String { "\(rounded(number)) s" }
}
