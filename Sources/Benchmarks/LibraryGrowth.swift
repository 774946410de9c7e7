import Glibc
import QuoteLibrary
import QuoteModel
import QuoteParser
import Reading
import StatementLinks

/// What a library costs as it grows: `Benchmarks --library N FOLDER`.
enum LibraryGrowth {
  /// What was measured at one size, in seconds and bytes.
  private struct Figures {
    var quotations = 0
    var build = 0.0
    var link = 0.0
    var bytes = 0.0
    var parse = 0.0
    var add = 0.0
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
      print(
        "  1000 articles more: parsed alone \(seconds(figures.parse)), added \(seconds(figures.add)) "
          + "(\(rounded(figures.add / figures.parse)) times), linked again \(seconds(figures.relink))")
    }
    guard let first = all.first, let last = all.last, all.count > 1 else { return }
    func exponent(_ value: (Figures) -> Double) -> Double {
      rounded(log(value(last) / value(first)) / log(Double(last.quotations) / Double(first.quotations)))
    }
    print(
      "growth exponents: build \(exponent(\.build)), link \(exponent(\.link)), bytes \(exponent(\.bytes)), "
        + "add \(exponent(\.add)), link again \(exponent(\.relink))")
  }

  private static func measure(_ quotations: Int, at path: String) async throws -> Figures {
    var generator = GeneratedCorpus(quotations: quotations)
    let count = quotations / GeneratedCorpus.quotationsPerArticle
    let (lines, more, file) = (path + ".jsonl", path + "-more.jsonl", path + Library.suffix)
    try write(&generator, 0..<count, to: lines)
    try write(&generator, count..<count + 1000, to: more)
    for end in ["", "-wal", "-shm"] { unlink(file + end) }
    let library = try Library.create(at: file)
    var figures = Figures()
    figures.build = try await time { _ = try await library.add(Inputs(paths: [lines])) }
    figures.link = try await time { try await library.link() }
    figures.quotations = try library.info().quotations
    figures.bytes = Double(try library.info().size)
    figures.parse = await time {
      let (parser, linker) = (Parser(), Linker())
      await Reading.forEachArticle(in: Inputs(paths: [more])) {
        linker.digest(parser.parse($0))
      } consume: { _ in
        true
      }
    }
    figures.add = try await time { _ = try await library.add(Inputs(paths: [more])) }
    figures.relink = try await time { try await library.link() }
    unlink(lines)
    unlink(more)
    return figures
  }

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
