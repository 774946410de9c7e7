// What Swift cannot import from SQLite as it is: macros with casts, and functions with any number of arguments.
#include <sqlite3.h>

static inline int sqlite_bind_text_copied(sqlite3_stmt *statement, int column, const char *text, long count) {
  return sqlite3_bind_text64(statement, column, count ? text : "", (sqlite3_uint64)count, SQLITE_TRANSIENT, SQLITE_UTF8);
}
static inline int sqlite_bind_blob_copied(sqlite3_stmt *statement, int column, const void *bytes, long count) {
  // Without an address it would be NULL.
  if (!count) return sqlite3_bind_zeroblob(statement, column, 0);
  return sqlite3_bind_blob64(statement, column, bytes, (sqlite3_uint64)count, SQLITE_TRANSIENT);
}

// Whether closing the last connection moves what was written from the log to the file.
static inline int sqlite_set_checkpoint_on_close(sqlite3 *database, int on) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !on, (int *)0);
}
// Nothing that a file says can change the library's own structures behind its back.
static inline int sqlite_set_defensive(sqlite3 *database) {
  int status = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (status != SQLITE_OK) return status;
  return sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}
