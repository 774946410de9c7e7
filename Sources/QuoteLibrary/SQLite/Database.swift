import CSQLite

/// A connection to a SQLite file. Used by one thread at a time; another thread, or another program, opens its own.
final class Database {
  /// How a file is opened.
  enum Mode { case create, write, read, unchanging }

  let path: String
  private let handle: OpaquePointer
  private var statements: [String: Statement] = [:]
  private var depth = 0

  /// Opens a file. `storage` names the SQLite storage layer (VFS) under it, `nil` the usual one.
  init(_ path: String, _ mode: Mode, storage: String? = nil) throws(LibraryError) {
    var opened: OpaquePointer?
    let flags: Int32 =
      switch mode {
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .write: SQLITE_OPEN_READWRITE
      case .read, .unchanging: SQLITE_OPEN_READONLY
      }
    let name = mode == .unchanging ? Self.address(path) + "?immutable=1" : Self.address(path)
    let status = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, storage)
    guard let opened, status == SQLITE_OK else {
      let detail = opened.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
      sqlite3_close_v2(opened)
      throw LibraryError(code: status, path: path, detail: detail)
    }
    self.path = path
    handle = opened
    sqlite3_extended_result_codes(opened, 1)
    sqlite3_busy_timeout(opened, 10_000)
    sqlite_set_defensive(opened)
  }

  deinit {
    statements = [:]
    sqlite3_close_v2(handle)
  }

  /// A path as SQLite's `file:` address: what would mean something in an address is written as a number.
  private static func address(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out = Array("file:".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0...0x20, 0x7F...0xFF:
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether closing the last connection writes the log into the file; it does by default.
  func setCheckpointOnClose(_ on: Bool) { sqlite_set_checkpoint_on_close(handle, on ? 1 : 0) }

  func error(_ code: Int32, _ sql: String) -> LibraryError {
    let detail = sqlite3_errmsg(handle).map { String(cString: $0) } ?? ""
    return LibraryError(code: sqlite3_extended_errcode(handle), path: path, detail: detail)
  }

  /// Prepares a statement, or gives the one prepared before.
  func prepare(_ sql: String) throws(LibraryError) -> Statement {
    if let known = statements[sql] { return known }
    var made: OpaquePointer?
    let status = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
    guard let made, status == SQLITE_OK else { throw error(status, sql) }
    let statement = Statement(made, sql, self)
    statements[sql] = statement
    return statement
  }

  /// Runs one statement to its end.
  func run(_ sql: String, _ values: Value...) throws(LibraryError) {
    let statement = try prepare(sql)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Runs any number of statements that take no values.
  func runAll(_ sql: String) throws(LibraryError) {
    let status = sqlite3_exec(handle, sql, nil, nil, nil)
    guard status == SQLITE_OK else { throw error(status, sql) }
  }

  /// What `row` makes of each row, in their order.
  func rows<Row>(
    _ sql: String, _ values: Value..., row: (Statement) throws(LibraryError) -> Row
  ) throws(LibraryError) -> [Row] {
    let statement = try prepare(sql)
    try statement.bind(values)
    defer { statement.reset() }
    var out: [Row] = []
    while try statement.step() { out.append(try row(statement)) }
    return out
  }

  /// The first column of the first row, `nil` where there is no row.
  func integer(_ sql: String, _ values: Value...) throws(LibraryError) -> Int64? { try integer(sql, values) }

  /// The same with the values in an array.
  func integer(_ sql: String, _ values: [Value]) throws(LibraryError) -> Int64? {
    let statement = try prepare(sql)
    try statement.bind(values)
    defer { statement.reset() }
    return try statement.step() ? statement.integer(0) : nil
  }

  /// The same as text.
  func text(_ sql: String, _ values: Value...) throws(LibraryError) -> String? {
    let statement = try prepare(sql)
    try statement.bind(values)
    defer { statement.reset() }
    return try statement.step() ? statement.optionalText(0) : nil
  }

  /// The number of the row put in last.
  var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }
  /// How many rows the last statement changed.
  var changes: Int { Int(sqlite3_changes(handle)) }

  /// Does all of `body` or nothing of it. When it returns, it is on the disk. Other writers wait meanwhile.
  func transaction<Result>(_ body: () throws(LibraryError) -> Result) throws(LibraryError) -> Result {
    try enclosed("BEGIN IMMEDIATE", body)
  }

  /// Sees one state of the library throughout `body`, whatever others write meanwhile.
  func reading<Result>(_ body: () throws(LibraryError) -> Result) throws(LibraryError) -> Result {
    try enclosed("BEGIN", body)
  }

  private func enclosed<Result>(
    _ begin: String, _ body: () throws(LibraryError) -> Result
  ) throws(LibraryError) -> Result {
    guard depth == 0 else { return try body() }
    try run(begin)
    depth += 1
    defer { depth -= 1 }
    do throws(LibraryError) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // A full disk may have ended it already.
      if sqlite3_get_autocommit(handle) == 0 { _ = try? run("ROLLBACK") }
      throw error
    }
  }
}
