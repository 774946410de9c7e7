import CSQLite

/// A prepared statement. Used by one thread at a time, as its database is.
final class Statement {
  private let handle: OpaquePointer
  private unowned let database: Database
  let sql: String

  init(_ handle: OpaquePointer, _ sql: String, _ database: Database) {
    (self.handle, self.sql, self.database) = (handle, sql, database)
  }

  deinit { sqlite3_finalize(handle) }

  /// Begins again with those values for its question marks. O(bytes).
  func bind(_ values: [Value]) throws(LibraryError) {
    sqlite3_reset(handle)
    for (at, value) in values.enumerated() {
      let column = Int32(at + 1)
      let status =
        switch value {
        case .null: sqlite3_bind_null(handle, column)
        case .integer(let number): sqlite3_bind_int64(handle, column, number)
        case .real(let number): sqlite3_bind_double(handle, column, number)
        case .text(let text): Self.bind(text, handle, column)
        case .blob(let bytes):
          bytes.withUnsafeBytes { sqlite_bind_blob_copied(handle, column, $0.baseAddress, $0.count) }
        }
      guard status == SQLITE_OK else { throw database.error(status, sql) }
    }
  }

  private static func bind(_ text: String, _ handle: OpaquePointer, _ column: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        sqlite_bind_text_copied(handle, column, $0.baseAddress, $0.count)
      }
    }
  }

  /// Goes to the next row. Returns whether there is one.
  func step() throws(LibraryError) -> Bool {
    let status = sqlite3_step(handle)
    switch status {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default:
      let error = database.error(status, sql)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Gives up the rows that are left, and with them the reader's lock.
  func reset() { sqlite3_reset(handle) }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }
  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }
  func int(_ column: Int) -> Int { Int(integer(column)) }

  /// The text of a column, invalid bytes replaced. O(bytes).
  func text(_ column: Int) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  func blob(_ column: Int) -> [UInt8] { withBytes(column) { Array($0) } }

  /// Shows the bytes of a text or a blob, which are gone with the row. O(1).
  func withBytes<Result, Failure: Error>(
    _ column: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // The pointer first: asking for it may turn one type into another.
    let bytes = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }
}
