import QuoteModel

/// A form in which quotations leave. A new one is a file in `Formats` and a row of `Exports.all`.
///
/// An export is asked for its head, then for each article that has quotations to leave, in reading order, then for
/// its tail: nothing but the article at hand need be in memory.
public protocol Export: Sendable {
  /// What `--format` calls it.
  var name: String { get }
  /// What it is, in a few words for the help.
  var summary: String { get }
  /// How the names of its files end, without the point.
  var ending: String { get }
  /// The fields it writes of a quotation unless others are asked for; empty where they cannot be chosen.
  var fields: [QuotationField] { get }
  /// What stands before the first article.
  func head(_ request: ExportRequest) -> [UInt8]
  /// An article with at least one quotation, as UTF-8. O(article + output).
  func body(_ page: QuotedArticle, _ request: ExportRequest, after written: Written) -> [UInt8]
  /// What stands behind the last article.
  func tail(_ request: ExportRequest, after written: Written) -> [UInt8]
}

extension Export {
  /// Its name.
  public var ending: String { name }
  /// None.
  public var fields: [QuotationField] { [] }
  /// Nothing.
  public func head(_ request: ExportRequest) -> [UInt8] { [] }
  /// Nothing.
  public func tail(_ request: ExportRequest, after written: Written) -> [UInt8] { [] }
}

extension Export {
  /// A whole file of some quotations of a corpus, in the order of their articles. O(articles + their text + output).
  public func file(
    of selection: QuotationSet, in corpus: Corpus, _ request: ExportRequest = ExportRequest()
  ) -> [UInt8] {
    var (bytes, written) = (head(request), Written())
    for row in 0..<corpus.articleCount {
      let page = QuotedArticle(ArticleID(row), in: corpus, selection: selection)
      guard !page.rows.isEmpty else { continue }
      bytes += body(page, request, after: written)
      written.add(page)
    }
    return bytes + tail(request, after: written)
  }
}

/// An export of several files for each article, in a folder of its own.
public protocol FolderExport: Sendable {
  /// What `--format` calls it.
  var name: String { get }
  /// What it is, in a few words for the help.
  var summary: String { get }
  /// Files that stand in the folder once.
  var fixedFiles: [ExportedFile] { get }
  /// The files of an article that are called `stem` and an ending. O(article + output).
  func files(_ page: QuotedArticle, stem: String) -> [ExportedFile]
}

/// A file of a folder export.
public struct ExportedFile: Sendable, Equatable {
  /// Its path below the folder, with `/` between its parts.
  public var path: String
  /// Its content.
  public var bytes: [UInt8]
}

/// What a person asked an export for.
public struct ExportRequest: Sendable {
  /// The fields of each quotation, in that order; `nil` for those that the export writes by itself.
  public var fields: [QuotationField]?
  /// What a report is about: the files read and the query.
  public var title: String

  /// A request for those fields, under that title.
  public init(fields: [QuotationField]? = nil, title: String = "") {
    self.fields = fields
    self.title = title
  }
}

/// How much an export has written before.
public struct Written: Sendable, Equatable {
  /// Articles with a quotation.
  public private(set) var articles = 0
  /// Quotations.
  public private(set) var quotations = 0

  /// Nothing.
  public init() {}

  /// Counts an article.
  public mutating func add(_ page: QuotedArticle) {
    articles += 1
    quotations += page.rows.count
  }
}

/// Every form in which quotations leave.
public enum Exports {
  /// Written one behind the other into a file, the usual one first.
  public static let all: [any Export] = [
    JSONLines(), JSONArray(), PlainList(), SeparatedValues.csv, SeparatedValues.tsv, Markdown(), HTMLReport(),
    SchemaOrg(), WebAnnotation(), RIS(), BibTeX(), CSLJSON(),
  ]
  /// Written into a folder.
  public static let folders: [any FolderExport] = [Brat()]
}
