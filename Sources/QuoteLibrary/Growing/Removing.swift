import QuoteModel

extension Library {
  /// Takes out what came from a file, or from any file below a folder, and came from nowhere else; the path is followed
  /// no longer. What was decided about those articles stays in the journal: it holds again should they come back.
  /// Returns how many articles went. O(articles removed).
  public func remove(_ path: String) throws(LibraryError) -> Int {
    try database.transaction { () throws(LibraryError) in
      // Everything that begins with the folder and a slash; `0` is what comes behind the slash.
      let (low, high): (Value, Value) = (.text(path + "/"), .text(path + "0"))
      let files = try database.rows(
        "SELECT DISTINCT path FROM source WHERE path = ? OR (path > ? AND path < ?)", .text(path), low, high
      ) { $0.text(0) }
      var gone = 0
      for file in files {
        gone += try removeOrigins(in: file)
        try database.run("DELETE FROM source WHERE path = ?", .text(file))
      }
      try database.run("DELETE FROM root WHERE path = ? OR (path > ? AND path < ?)", .text(path), low, high)
      return gone
    }
  }

  /// The files that articles came from, but for standard input.
  public func files() throws(LibraryError) -> [String] {
    try database.rows("SELECT DISTINCT path FROM source WHERE size IS NOT NULL ORDER BY path") { $0.text(0) }
  }
}
