#include "FaultyStorage.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

// A change that was not synchronised yet: what stood there and what stands there now.
typedef struct Change {
  struct Change *next;
  sqlite3_int64 place, size_before, size_after;
  int old_count, new_count;
  unsigned char *old_bytes, *new_bytes;
} Change;

typedef struct File {
  sqlite3_file base;
  struct File *next;
  Change *first, *last;
  sqlite3_file *real;
} File;

static sqlite3_vfs faulty, *real_vfs;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static File *open_files;
static struct { int fault, is_dead; long at, count; uint64_t random; } state;

static sqlite3_file *real(sqlite3_file *file) { return ((File *)file)->real; }

static int roll(void) {
  state.random = state.random * 6364136223846793005u + 1442695040888963407u;
  return state.random >> 63;
}

// SQLite's own layer moves at most 128 kB at a time.
#define PIECE 65536

static void read_pieces(File *file, unsigned char *bytes, int count, sqlite3_int64 place) {
  for (int at = 0; at < count; at += PIECE) {
    file->real->pMethods->xRead(file->real, bytes + at, count - at < PIECE ? count - at : PIECE, place + at);
  }
}

static void write_pieces(File *file, const unsigned char *bytes, int count, sqlite3_int64 place) {
  for (int at = 0; at < count; at += PIECE) {
    file->real->pMethods->xWrite(file->real, bytes + at, count - at < PIECE ? count - at : PIECE, place + at);
  }
}

static void forget(File *file) {
  while (file->first) {
    Change *change = file->first;
    file->first = change->next;
    free(change->old_bytes);
    free(change->new_bytes);
    free(change);
  }
  file->last = 0;
}

// Remembers what a change of `count` bytes at `place` does away with. `bytes` is null where the file is cut at `place`.
static void remember(File *file, const void *bytes, int count, sqlite3_int64 place) {
  sqlite3_int64 size = 0;
  file->real->pMethods->xFileSize(file->real, &size);
  Change *change = calloc(1, sizeof *change);
  change->place = place;
  change->size_before = size;
  change->size_after = bytes ? (place + count > size ? place + count : size) : place;
  sqlite3_int64 end = bytes ? place + count : size;
  change->old_count = place < size ? (int)((end < size ? end : size) - place) : 0;
  change->old_bytes = malloc(change->old_count + 1);
  read_pieces(file, change->old_bytes, change->old_count, place);
  if (bytes) {
    change->new_count = count;
    change->new_bytes = malloc(count + 1);
    memcpy(change->new_bytes, bytes, count);
  }
  if (file->last) file->last->next = change; else file->first = change;
  file->last = change;
}

static void undo(File *file, Change *change) {
  if (!change) return;
  undo(file, change->next);
  write_pieces(file, change->old_bytes, change->old_count, change->place);
  file->real->pMethods->xTruncate(file->real, change->size_before);
}

// Of what was not synchronised, the disk has some.
static void cut_power(void) {
  state.is_dead = 1;
  for (File *file = open_files; file; file = file->next) {
    undo(file, file->first);
    for (Change *change = file->first; change; change = change->next) {
      if (!roll()) continue;
      if (change->new_count) {
        write_pieces(file, change->new_bytes, change->new_count, change->place);
      } else {
        sqlite3_int64 size = 0;
        file->real->pMethods->xFileSize(file->real, &size);
        if (size > change->place) file->real->pMethods->xTruncate(file->real, change->place);
      }
    }
    forget(file);
  }
}

// Counts a change that is about to be made. Returns what it must return instead of being made, or SQLITE_OK.
static int fails(int error) {
  if (state.is_dead) return error;
  state.count++;
  if (state.fault == FAULTY_DISK_FULL && state.count >= state.at) return SQLITE_FULL;
  if (state.fault == FAULTY_POWER_CUT && state.count == state.at) return error;
  return SQLITE_OK;
}

static int write_bytes(sqlite3_file *handle, const void *bytes, int count, sqlite3_int64 place) {
  File *file = (File *)handle;
  pthread_mutex_lock(&lock);
  int was_dead = state.is_dead, status = fails(SQLITE_IOERR_WRITE);
  if (status == SQLITE_IOERR_WRITE && !was_dead) {
    remember(file, bytes, count / 2, place);
    file->real->pMethods->xWrite(file->real, bytes, count / 2, place);
    cut_power();
  } else if (status == SQLITE_OK) {
    remember(file, bytes, count, place);
    status = file->real->pMethods->xWrite(file->real, bytes, count, place);
  }
  pthread_mutex_unlock(&lock);
  return status;
}

static int cut_file(sqlite3_file *handle, sqlite3_int64 size) {
  File *file = (File *)handle;
  pthread_mutex_lock(&lock);
  int was_dead = state.is_dead, status = fails(SQLITE_IOERR_TRUNCATE);
  // Making a file shorter needs no room.
  if (status == SQLITE_FULL) status = SQLITE_OK;
  if (status == SQLITE_IOERR_TRUNCATE && !was_dead) cut_power();
  if (status == SQLITE_OK) {
    remember(file, 0, 0, size);
    status = file->real->pMethods->xTruncate(file->real, size);
  }
  pthread_mutex_unlock(&lock);
  return status;
}

static int synchronise(sqlite3_file *handle, int flags) {
  File *file = (File *)handle;
  pthread_mutex_lock(&lock);
  int was_dead = state.is_dead, status = fails(SQLITE_IOERR_FSYNC);
  if (status == SQLITE_FULL) status = SQLITE_OK;
  if (status == SQLITE_IOERR_FSYNC && !was_dead) cut_power();
  if (status == SQLITE_OK) forget(file);
  pthread_mutex_unlock(&lock);
  return status;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int synchronises) {
  pthread_mutex_lock(&lock);
  int was_dead = state.is_dead, status = fails(SQLITE_IOERR_DELETE);
  if (status == SQLITE_FULL) status = SQLITE_OK;
  if (status == SQLITE_IOERR_DELETE && !was_dead) cut_power();
  if (status == SQLITE_OK) status = real_vfs->xDelete(real_vfs, name, synchronises);
  pthread_mutex_unlock(&lock);
  return status;
}

static int close_file(sqlite3_file *handle) {
  File *file = (File *)handle;
  pthread_mutex_lock(&lock);
  for (File **at = &open_files; *at; at = &(*at)->next) {
    if (*at == file) {
      *at = file->next;
      break;
    }
  }
  forget(file);
  pthread_mutex_unlock(&lock);
  return file->real->pMethods->xClose(file->real);
}

// What changes nothing on the disk is left to the usual layer.
static int read_bytes(sqlite3_file *f, void *bytes, int count, sqlite3_int64 place) {
  return real(f)->pMethods->xRead(real(f), bytes, count, place);
}
static int file_size(sqlite3_file *f, sqlite3_int64 *size) { return real(f)->pMethods->xFileSize(real(f), size); }
static int take_lock(sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); }
static int release_lock(sqlite3_file *f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
static int is_reserved(sqlite3_file *f, int *is) { return real(f)->pMethods->xCheckReservedLock(real(f), is); }
static int control(sqlite3_file *f, int what, void *value) {
  // Memory mapped into the file would go past us.
  return what == SQLITE_FCNTL_MMAP_SIZE ? SQLITE_NOTFOUND : real(f)->pMethods->xFileControl(real(f), what, value);
}
static int sector_size(sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); }
// A write that a power cut meets may be written in part, and only what was synchronised is there in order.
static int characteristics(sqlite3_file *f) { return 0; }
static int map_shared(sqlite3_file *f, int region, int size, int extend, void volatile **memory) {
  return real(f)->pMethods->xShmMap(real(f), region, size, extend, memory);
}
static int lock_shared(sqlite3_file *f, int at, int count, int flags) {
  return real(f)->pMethods->xShmLock(real(f), at, count, flags);
}
static void barrier(sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); }
static int unmap_shared(sqlite3_file *f, int deletes) { return real(f)->pMethods->xShmUnmap(real(f), deletes); }

static const sqlite3_io_methods methods = {
  2, close_file, read_bytes, write_bytes, cut_file, synchronise, file_size, take_lock, release_lock, is_reserved,
  control, sector_size, characteristics, map_shared, lock_shared, barrier, unmap_shared,
};

static int open_file(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *handle, int flags, int *out) {
  File *file = (File *)handle;
  memset(file, 0, sizeof *file);
  file->real = (sqlite3_file *)(file + 1);
  int status = real_vfs->xOpen(real_vfs, name, file->real, flags, out);
  if (status != SQLITE_OK) return status;
  file->base.pMethods = &methods;
  pthread_mutex_lock(&lock);
  file->next = open_files;
  open_files = file;
  pthread_mutex_unlock(&lock);
  return SQLITE_OK;
}

int faulty_register(void) {
  real_vfs = sqlite3_vfs_find(0);
  if (!real_vfs) return 1;
  faulty = *real_vfs;
  faulty.zName = "faulty";
  faulty.szOsFile = (int)sizeof(File) + real_vfs->szOsFile;
  faulty.xOpen = open_file;
  faulty.xDelete = delete_file;
  return sqlite3_vfs_register(&faulty, 0);
}

void faulty_arm(int fault, long at, uint64_t seed) {
  pthread_mutex_lock(&lock);
  state.fault = fault;
  state.is_dead = 0;
  state.at = at;
  state.count = 0;
  state.random = seed;
  pthread_mutex_unlock(&lock);
}

long faulty_changes(void) { return state.count; }
