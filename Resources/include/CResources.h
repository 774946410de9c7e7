#pragma once
#include <stddef.h>

/// A file embedded in the program.
struct resource_file {
  const char *name;            // path below Resources, such as "Lexicons/cues.txt"
  const unsigned char *bytes;  // its content, in read-only pages
  size_t count;                // number of bytes
};

/// The embedded files, ended by an entry whose name is NULL.
const struct resource_file *resource_files(void);
