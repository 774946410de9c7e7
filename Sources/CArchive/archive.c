#include "CArchive.h"

#if __has_include(<archive.h>)

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

// Every function that is used, by name; the types are those of the header, so that the compiler checks each call.
#define FUNCTIONS(X)                                                                                                   \
  X(archive_read_new) X(archive_read_free) X(archive_read_support_filter_all) X(archive_read_support_format_zip)       \
  X(archive_read_support_format_tar) X(archive_read_support_format_gnutar) X(archive_read_support_format_raw)         \
  X(archive_read_support_format_empty) X(archive_read_open_memory)                 \
  X(archive_read_open) X(archive_read_next_header) X(archive_read_data) X(archive_error_string)                        \
  X(archive_entry_pathname) X(archive_entry_filetype) X(archive_entry_hardlink) X(archive_entry_is_encrypted)

#define DECLARE(name) __typeof__(&name) name;
static struct { FUNCTIONS(DECLARE) } lib;
static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
  is_loaded = 1;
#define FIND(name) if (!(lib.name = (__typeof__(&name))dlsym(handle, #name))) is_loaded = 0;
  FUNCTIONS(FIND)
}

struct WAArchive {
  struct archive *archive;
  struct archive_entry *entry;
  void *context;
  WARead read;
};

int wa_is_built(void) { return 1; }

int wa_is_loaded(void) {
  pthread_once(&once, load);
  return is_loaded;
}

static WAArchive *new_archive(int is_raw) {
  if (!wa_is_loaded()) return NULL;
  WAArchive *out = calloc(1, sizeof *out);
  if (!out) return NULL;
  out->archive = lib.archive_read_new();
  if (!out->archive) {
    free(out);
    return NULL;
  }
  lib.archive_read_support_filter_all(out->archive);
  if (is_raw) {
    lib.archive_read_support_format_raw(out->archive);
    lib.archive_read_support_format_empty(out->archive);
  } else {
    lib.archive_read_support_format_zip(out->archive);
    lib.archive_read_support_format_tar(out->archive);
    lib.archive_read_support_format_gnutar(out->archive);
  }
  return out;
}

WAArchive *wa_open_memory(const void *bytes, size_t count, int is_raw) {
  WAArchive *out = new_archive(is_raw);
  if (out && lib.archive_read_open_memory(out->archive, bytes, count) != ARCHIVE_OK) {
    wa_close(out);
    return NULL;
  }
  return out;
}

static la_ssize_t give(struct archive *archive, void *context, const void **bytes) {
  (void)archive;
  WAArchive *out = context;
  return out->read(out->context, bytes);
}

WAArchive *wa_open_stream(void *context, WARead read, int is_raw) {
  WAArchive *out = new_archive(is_raw);
  if (!out) return NULL;
  out->context = context;
  out->read = read;
  if (lib.archive_read_open(out->archive, out, NULL, give, NULL) != ARCHIVE_OK) {
    wa_close(out);
    return NULL;
  }
  return out;
}

int wa_next(WAArchive *archive) {
  int status = lib.archive_read_next_header(archive->archive, &archive->entry);
  return status == ARCHIVE_EOF ? 0 : status >= ARCHIVE_WARN ? 1 : -1;
}

const char *wa_name(WAArchive *archive) { return lib.archive_entry_pathname(archive->entry); }

int wa_is_regular(WAArchive *archive) {
  return lib.archive_entry_filetype(archive->entry) == AE_IFREG && !lib.archive_entry_hardlink(archive->entry);
}

int wa_is_encrypted(WAArchive *archive) { return lib.archive_entry_is_encrypted(archive->entry) == 1; }

long wa_read(WAArchive *archive, void *bytes, size_t room) {
  la_ssize_t count = lib.archive_read_data(archive->archive, bytes, room);
  return count < 0 ? -1 : (long)count;
}

const char *wa_error(WAArchive *archive) { return lib.archive_error_string(archive->archive); }

void wa_close(WAArchive *archive) {
  lib.archive_read_free(archive->archive);
  free(archive);
}

#else

int wa_is_built(void) { return 0; }
int wa_is_loaded(void) { return 0; }
WAArchive *wa_open_memory(const void *bytes, size_t count, int is_raw) { return NULL; }
WAArchive *wa_open_stream(void *context, WARead read, int is_raw) { return NULL; }
int wa_next(WAArchive *archive) { return -1; }
const char *wa_name(WAArchive *archive) { return NULL; }
int wa_is_regular(WAArchive *archive) { return 0; }
int wa_is_encrypted(WAArchive *archive) { return 0; }
long wa_read(WAArchive *archive, void *bytes, size_t room) { return -1; }
const char *wa_error(WAArchive *archive) { return NULL; }
void wa_close(WAArchive *archive) {}

#endif
