import Browser
import Glibc
import QuoteModel
import Screen

/// What keys cost with very many quotations, and what those take in memory: `Benchmarks --large N`.
///
/// The corpus is made and written to a file by one process, and read by the one that takes its place, so that nothing is
/// counted but what a browser holds.
enum LargeBrowser {
  /// Makes the corpus and goes on, in a process of its own, with `measure(file:quotations:)`.
  static func make(quotations: Int) {
    var generator = GeneratedCorpus(quotations: quotations)
    let corpus = generator.make(quotations: quotations)
    let path = "/tmp/whosaid-large-\(getpid())"
    CorpusFile.write(corpus, to: path)
    var words: [UnsafeMutablePointer<CChar>?] = []
    for word in ["Benchmarks", "--large", "\(quotations)", path] { words.append(strdup(word)) }
    words.append(nil)
    execv("/proc/self/exe", &words)
    print("cannot go on in a process of its own")
  }

  static func measure(file path: String, quotations: Int) {
    let generator = GeneratedCorpus(quotations: quotations)
    let before = residentBytes
    let clock = ContinuousClock()
    var start = clock.now
    guard let corpus = CorpusFile.read(path) else { return print("cannot read \(path)") }
    unlink(path)
    let textBytes = (0..<corpus.articleCount).reduce(0) { $0 + corpus.text(of: ArticleID($1)).utf8.count }
    print(
      "\(corpus.quotationCount) quotations, \(corpus.articleCount) articles, \(textBytes / 1_000_000) MB of text,"
        + " read from a file in \(Timings.text((clock.now - start).milliseconds))")
    let size = Size(columns: 200, rows: 60)
    var state = BrowserState(opened: "", size: size)
    start = clock.now
    _ = update(&state, .corpus(corpus))
    _ = update(&state, .finished(cancelled: false))
    _ = draw(state, size)
    print("from a new corpus to the screen: \(Timings.text((clock.now - start).milliseconds))")
    printMemory(corpus, held: residentBytes - before - textBytes)
    print("a key, 200x60:")
    for (name, keys) in tasks(generator) { measure(name, keys, state) }
    print(
      "memory behind all keys: \(perQuotation(residentBytes - before - textBytes, corpus)) bytes a quotation")
  }

  private static func perQuotation(_ bytes: Int, _ corpus: Corpus) -> Double {
    (Double(bytes) / Double(max(1, corpus.quotationCount)) * 10).rounded() / 10
  }

  private static func printMemory(_ corpus: Corpus, held: Int) {
    print("memory beside the text: \(perQuotation(held, corpus)) bytes a quotation")
    var counted = 0
    for (column, bytes) in ColumnSizes(corpus).all where column != "article texts" {
      counted += bytes
      print("  \(column): \(perQuotation(bytes, corpus))")
    }
    print("  all columns: \(perQuotation(counted, corpus))")
  }

  private static func measure(_ name: String, _ keys: [Key], _ start: BrowserState) {
    var (state, timings) = (start, Timings())
    let clock = ContinuousClock()
    for key in keys {
      let begin = clock.now
      _ = update(&state, .input(.key(key)))
      _ = draw(state, state.size)
      timings.add(clock.now - begin)
    }
    print("  \(name): \(timings.text)")
  }

  private static func tasks(_ generator: GeneratedCorpus) -> [(String, [Key])] {
    let filters = (0..<40).flatMap { _ in [Key(.enter), Key(.backspace), Key("j")] }
    let adding = (0..<40).flatMap { _ in [Key(" "), Key("j")] }
    let typing = generator.samples(60).flatMap { [Key("/")] + $0.map { Key($0) } + [Key(.escape)] }
    let pairs = zip(generator.samples(13), generator.samples(13).dropFirst())
    let phrases = pairs.flatMap { [Key("/")] + "\"\($0) \($1)".map { Key($0) } + [Key(.escape)] }
    let finding = generator.samples(12).flatMap { [Key("f")] + $0.map { Key($0) } + [Key(.escape)] }
    return [
      (
        "move (j, PgDn, G, gg)",
        (0..<400).map { _ in Key("j") } + (0..<100).map { _ in Key(.pageDown) } + [
          Key("G"), Key("g"), Key("g"),
        ]
      ),
      ("switch panes (Tab)", Array(repeating: Key(.tab), count: 200)),
      ("filter on an actor, drop it (Enter, Backspace)", [Key("1")] + filters),
      ("filter on a topic, drop it", [Key("2")] + filters),
      ("add topics to the filter (Space)", [Key("2")] + adding),
      ("search as you type in Quotes", typing),
      ("search for two words in a row", phrases),
      ("find anything by letters (f)", finding),
      ("reverse the order (S)", Array(repeating: Key("S"), count: 20)),
    ]
  }

  private static var residentBytes: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, 256, file) != nil else { return 0 }
    let fields = line.prefix { $0 != 0 }.split(separator: CChar(UInt8(ascii: " ")))
    let resident =
      fields.count > 1
      ? Int(String(decoding: fields[1].map { UInt8(bitPattern: $0) }, as: UTF8.self)) ?? 0 : 0
    return resident * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}

extension Key {
  fileprivate init(_ character: Character) { self.init(.character(character)) }
}
