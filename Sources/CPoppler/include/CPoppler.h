// The text of PDF files by way of poppler, which is loaded when it is first needed: the program starts without it, and
// runs without it where it is not installed.
#ifndef CPOPPLER_H
#define CPOPPLER_H

#include <stddef.h>
#include <stdint.h>

typedef struct WPDocument WPDocument;

/// Whether the library was there when this was built, and is here now.
int wp_is_built(void);
int wp_is_loaded(void);

/// Opens a file in memory, which is copied. Null where it is damaged, or encrypted (`is_encrypted` says which).
WPDocument *wp_open(const void *bytes, size_t count, int *is_encrypted);
int wp_page_count(WPDocument *document);
/// A page's text, its lines as they are printed; to be given to wp_free. Null where there is none.
char *wp_text(WPDocument *document, int page);
/// What the file says of itself; to be given to wp_free.
char *wp_title(WPDocument *document);
char *wp_author(WPDocument *document);
/// Seconds since 1970, -1 where it says nothing.
int64_t wp_created(WPDocument *document);
void wp_free(char *text);
void wp_close(WPDocument *document);

#endif
