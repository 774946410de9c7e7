// Archives and compressed files by way of libarchive, which is loaded when it is first needed: the program starts
// without it, and runs without it where it is not installed.
#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <stddef.h>
#include <stdint.h>

typedef struct WAArchive WAArchive;

/// Gives the next bytes of the archive: how many they are, 0 at its end, less where they cannot be read.
typedef long (*WARead)(void *context, const void **bytes);

/// Whether the library was there when this was built, and is here now.
int wa_is_built(void);
int wa_is_loaded(void);

/// Opens an archive that lies in memory, which must stay there until it is closed. `is_raw` says that the bytes are one
/// compressed file and no archive. Null where it is none, or there is no memory.
WAArchive *wa_open_memory(const void *bytes, size_t count, int is_raw);
/// Opens an archive whose bytes `read` gives.
WAArchive *wa_open_stream(void *context, WARead read, int is_raw);
/// Goes to the next file: 1, 0 at the end, -1 where the archive is broken (wa_error says how).
int wa_next(WAArchive *archive);
/// Of the current file: its name as stored, whether it is a regular file, whether it is encrypted.
const char *wa_name(WAArchive *archive);
int wa_is_regular(WAArchive *archive);
int wa_is_encrypted(WAArchive *archive);
/// The next bytes of the current file: how many they are, 0 at its end, -1 where they are broken.
long wa_read(WAArchive *archive, void *bytes, size_t room);
const char *wa_error(WAArchive *archive);
void wa_close(WAArchive *archive);

#endif
