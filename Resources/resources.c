// Every file the program carries: its bytes, and its row in the table.
#include "include/CResources.h"

#define ROW(path, bytes) {path, bytes, sizeof bytes}

static const struct resource_file table[] = {
    {NULL, NULL, 0},
};

const struct resource_file *resource_files(void) { return table; }
