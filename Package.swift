// swift-tools-version: 6.2
import PackageDescription

// Without it, small accessors cost four to five times as much across module borders.
let acrossModules = SwiftSetting.unsafeFlags(
  ["-cross-module-optimization"], .when(configuration: .release))
// Tests parse whole articles: a debug parser would be thirty times slower.
let optimised = SwiftSetting.unsafeFlags(["-O"], .when(configuration: .debug))
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"), acrossModules,
]

/// A module of ours: what it imports is what the design allows it to see.
func module(_ name: String, _ imports: [Target.Dependency] = [], hot: Bool = false) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: hot ? settings + [optimised] : settings)
}

func program(_ name: String, _ imports: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: imports, swiftSettings: settings)
}

func tests(_ name: String, _ imports: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: imports + ["TestSupport", "Locking"], exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "whosaid",
  products: [.executable(name: "whosaid", targets: ["whosaid"])],
  targets: [
    // C libraries and embedded resources.
    .target(
      name: "CResources", path: "Resources",
      exclude: ["Completions", "Lexicons", "Manual", "Models", "Package", "Report", "Samples"],
      sources: ["resources.c"], publicHeadersPath: "include"),
    // They load libarchive and poppler when those are first needed.
    .target(name: "CArchive"),
    .target(name: "CPoppler"),
    .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3", "-fno-math-errno", "-fno-trapping-math"])]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),

    // The ground floors: words, cells, and what threads share.
    module("QuoteModel", hot: true),
    module("Screen"),
    module("Locking"),

    // From bytes to a corpus.
    module("ResourceFiles", ["CResources"]),
    module("ArticleImport", ["QuoteModel", "Locking", "CArchive", "CPoppler"], hot: true),
    module("QuoteParser", ["QuoteModel", "ResourceFiles", "CKernels"], hot: true),
    module("StatementLinks", ["QuoteModel", "ResourceFiles", "CStemmer"], hot: true),
    module("Reading", ["QuoteModel", "Locking", "ArticleImport", "QuoteParser", "StatementLinks"]),
    // A corpus that lasts, in a file.
    module(
      "QuoteLibrary",
      ["QuoteModel", "Locking", "CSQLite", "ArticleImport", "QuoteParser", "StatementLinks", "Reading"],
      hot: true),
    // A draft's quotations held against a corpus.
    module("DraftCheck", ["QuoteModel"], hot: true),
    module("QuoteExport", ["QuoteModel", "ResourceFiles", "DraftCheck"]),
    // Scores against annotated articles; only tests and Benchmarks import it.
    module("Accuracy", ["QuoteModel", "ArticleImport", "QuoteParser", "ResourceFiles"], hot: true),

    // From a corpus to the screen.
    module("Browser", ["QuoteModel", "Screen"]),
    module("Terminal", ["Screen", "Locking", "CNcurses"]),

    program(
      "whosaid",
      [
        "QuoteModel", "ResourceFiles", "ArticleImport", "QuoteParser", "StatementLinks", "Reading",
        "QuoteLibrary", "QuoteExport", "DraftCheck", "Browser", "Screen", "Terminal",
      ]),
    .executableTarget(
      name: "TrainModels", dependencies: ["Accuracy", "QuoteModel", "QuoteParser", "StatementLinks"],
      exclude: ["Careful"],
      swiftSettings: settings),
    program(
      "Benchmarks",
      [
        "QuoteModel", "ResourceFiles", "ArticleImport", "QuoteParser", "StatementLinks", "Reading", "Browser",
        "QuoteLibrary", "QuoteExport", "Screen", "Accuracy", "Locking",
      ]),

    .target(
      name: "TestSupport", dependencies: ["QuoteModel", "Screen", "Locking"], path: "Tests/Support",
      swiftSettings: settings),
    // Storage under SQLite that fails when it is told to.
    .target(name: "FaultyStorage", dependencies: ["CSQLite"], path: "Tests/FaultyStorage"),
    tests("QuoteModelTests", ["QuoteModel"]),
    tests("ScreenTests", ["Screen"]),
    tests("ArticleImportTests", ["ArticleImport", "QuoteModel"], exclude: ["Fixtures"]),
    tests(
      "QuoteParserTests",
      ["QuoteParser", "QuoteModel", "ArticleImport", "ResourceFiles", "CKernels", "Accuracy"],
      exclude: ["Key"]),
    tests(
      "StatementLinksTests",
      ["StatementLinks", "QuoteParser", "QuoteModel", "Reading", "ArticleImport", "Accuracy"],
      exclude: ["Key"]),
    tests("ReadingTests", ["Reading", "ArticleImport", "QuoteModel", "ResourceFiles"]),
    tests(
      "QuoteLibraryTests",
      [
        "QuoteLibrary", "QuoteModel", "Reading", "ArticleImport", "QuoteParser", "StatementLinks",
        "FaultyStorage",
      ], exclude: ["Released"]),
    tests("QuoteExportTests", ["QuoteExport", "QuoteModel"]),
    tests("DraftCheckTests", ["DraftCheck", "QuoteExport", "QuoteParser", "StatementLinks", "QuoteModel"]),
    tests("BrowserTests", ["Browser", "QuoteModel", "Screen"], exclude: ["Golden"]),
    tests("TerminalTests", ["Terminal", "Screen", "CNcurses"]),
    tests("whosaidTests", ["whosaid", "QuoteModel"]),
    tests("EndToEnd", ["whosaid", "QuoteLibrary", "Reading"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// `make fuzz` alone builds it.
if Context.environment["WHOSAID_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["ArticleImport", "QuoteModel", "QuoteParser"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
