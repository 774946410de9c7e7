import ArticleImport
import Glibc

/// What to read: files and folders by path, `-` for standard input, or documents in memory.
public struct Inputs: Sendable {
  private enum Source: Sendable {
    case paths([String])
    case documents([Document])
    case found([Result<Input, ImportError>])
  }

  private var source: Source
  /// Which fields of tables and objects are meant.
  let fields: FieldNames

  /// Files, folders with all below them, `-` for standard input. Nothing is opened yet.
  public init(paths: [String], fields: FieldNames = FieldNames()) {
    source = .paths(paths)
    self.fields = fields
  }

  /// Documents in memory, such as the embedded samples.
  public init(documents: [Document]) {
    source = .documents(documents)
    fields = FieldNames()
  }

  /// The paths named, none for documents in memory.
  var paths: [String] {
    if case .paths(let paths) = source { paths } else { [] }
  }

  /// The same without standard input, and without a word on what is not there.
  var filesAlone: Inputs {
    var out = self
    out.source = .found(
      find().filter { if case .success(.file) = $0 { true } else { false } })
    return out
  }

  /// The same inputs without the files that somebody knows already. The files are found now; what comes to be there
  /// later is not among them. O(files).
  public func leavingOut(_ isKnown: (FoundFile) -> Bool) -> Inputs {
    var out = self
    out.source = .found(
      find().filter { input in
        guard case .success(.file(let file, _)) = input else { return true }
        return !isKnown(file)
      })
    return out
  }

  /// Every document to read, in the order named, folders in the order of their file names; and what could
  /// not be found. Hidden files are left out, links to a folder above are not followed. O(files).
  func find() -> [Result<Input, ImportError>] {
    switch source {
    case .documents(let documents): return documents.map { .success(.memory($0)) }
    case .found(let found): return found
    case .paths(let paths):
      var walk = Walk()
      for path in paths { walk.addNamed(path) }
      return walk.found
    }
  }
}

/// A file that was found, and what tells whether it is still the same.
public struct FoundFile: Sendable, Hashable {
  /// Where it is.
  public var path: String
  /// What exports call it: its path below the folder named, or its name.
  public var name: String
  /// How many bytes it holds.
  public var size: Int64
  /// When it was last written, in nanoseconds since 1970.
  public var modified: Int64

  /// A file of that name, size and time.
  public init(path: String, name: String, size: Int64, modified: Int64) {
    (self.path, self.name, self.size, self.modified) = (path, name, size, modified)
  }
}

/// One document to read.
enum Input: Sendable {
  case file(FoundFile, at: FilePath)
  case standardInput
  case memory(Document)

  /// The document read, or what cuts it. O(bytes) for one read as a whole.
  func open(_ fields: FieldNames) throws(ImportError) -> ArticleFormats.Opened {
    var document: Document
    let stream: ByteStream
    switch self {
    case .memory(let memory): return try ArticleFormats.open(memory)
    case .standardInput: (document, stream) = (Document(name: "-"), FileBytes.standardInput)
    case .file(let file, let path):
      (document, stream) = (Document(name: file.name, path: file.path), try FileBytes.open(path))
    }
    document.fields = fields
    return try ArticleFormats.open(stream, document)
  }
}

/// A path as the system has it, in any bytes but zero.
struct FilePath: Sendable {
  private let bytes: [CChar]
  /// As messages say it; what is no UTF-8 is replaced.
  let text: String

  init(_ text: String) { self.init(Array(text.utf8CString)) }

  /// Of bytes that end with a zero.
  private init(_ bytes: [CChar]) {
    self.bytes = bytes
    text = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// That of an entry of this folder. O(path).
  func entry(_ name: FilePath) -> FilePath {
    let folder = bytes.dropLast()
    let separator =
      folder.last == CChar(bitPattern: UInt8(ascii: "/")) ? [] : [CChar(bitPattern: UInt8(ascii: "/"))]
    return FilePath(folder + separator + name.bytes)
  }

  /// The names in a folder but the hidden ones, sorted; `nil` where it cannot be looked into.
  var entries: [FilePath]? {
    guard let folder = opendir(bytes) else { return nil }
    defer { closedir(folder) }
    var names: [FilePath] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { name in
        FilePath(name.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0])
      }
      if !name.text.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { ($0.text, $0.bytes.count) < ($1.text, $1.bytes.count) }
  }

  /// What it leads to, links followed; `nil` where that is nothing.
  var status: stat? {
    var status = stat()
    return stat(bytes, &status) == 0 ? status : nil
  }

  /// A file to read from, below 0 where there is none.
  ///
  /// Without `O_NONBLOCK`, a pipe put in the file's place since it was found would stop us here for good.
  func openForReading() -> Int32 { Glibc.open(bytes, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
}

/// Finds files below folders.
private struct Walk {
  private(set) var found: [Result<Input, ImportError>] = []
  private var readsStandardInput = false
  /// The folders being walked, outermost first: one that comes again is a loop.
  private var open: [FileIdentity] = []

  private struct FileIdentity: Equatable {
    var device: dev_t
    var file: ino_t
  }

  /// Adds what the user named, which must hold something.
  mutating func addNamed(_ path: String) {
    let before = found.count
    let isRepeated = path == "-" && readsStandardInput
    add(path)
    if found.count == before, !isRepeated { fail(path, "holds no articles") }
  }

  private mutating func add(_ path: String) {
    if path == "-" {
      // Standard input can be read once.
      if !readsStandardInput { found.append(.success(.standardInput)) }
      readsStandardInput = true
      return
    }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    add(FilePath(path), name: file, isNamed: true)
  }

  private mutating func add(_ path: FilePath, name: String, isNamed: Bool) {
    guard let status = path.status else { return fail(path.text, FileBytes.reason(errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      let time = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
      let file = FoundFile(path: path.text, name: name, size: Int64(status.st_size), modified: time)
      found.append(.success(.file(file, at: path)))
    case S_IFDIR:
      enter(path, isNamed ? "" : name + "/", FileIdentity(device: status.st_dev, file: status.st_ino))
    default: fail(path.text, "is not a regular file")
    }
  }

  private mutating func enter(_ path: FilePath, _ prefix: String, _ identity: FileIdentity) {
    guard !open.contains(identity) else { return }
    guard let names = path.entries else { return fail(path.text, FileBytes.reason(errno)) }
    open.append(identity)
    for name in names { add(path.entry(name), name: prefix + name.text, isNamed: false) }
    open.removeLast()
  }

  private mutating func fail(_ path: String, _ reason: String) {
    found.append(.failure(ImportError(path: path, reason: reason)))
  }
}
