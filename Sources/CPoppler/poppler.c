#include "CPoppler.h"

#if __has_include(<poppler/glib/poppler.h>)

// The header's own includes are not on the compiler's path without pkg-config; these are the few declarations needed,
// of an interface that has been stable since poppler 0.82.
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

typedef struct GError { unsigned domain; int code; char *message; } GError;
typedef void *(*NewBytes)(const void *, size_t);
typedef void *(*OpenBytes)(void *, const char *, GError **);

static struct {
  void *(*g_bytes_new)(const void *, size_t);
  void (*g_bytes_unref)(void *);
  void (*g_free)(void *);
  void (*g_error_free)(GError *);
  void (*g_object_unref)(void *);
  void *(*poppler_document_new_from_bytes)(void *, const char *, GError **);
  int (*poppler_document_get_n_pages)(void *);
  void *(*poppler_document_get_page)(void *, int);
  char *(*poppler_page_get_text)(void *);
  char *(*poppler_document_get_title)(void *);
  char *(*poppler_document_get_author)(void *);
  long (*poppler_document_get_creation_date)(void *);
} lib;
static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libpoppler-glib.so.8", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
  is_loaded = 1;
#define FIND(name) if (!(lib.name = dlsym(handle, #name))) is_loaded = 0;
  FIND(g_bytes_new) FIND(g_bytes_unref) FIND(g_free) FIND(g_error_free) FIND(g_object_unref)
  FIND(poppler_document_new_from_bytes) FIND(poppler_document_get_n_pages) FIND(poppler_document_get_page)
  FIND(poppler_page_get_text) FIND(poppler_document_get_title) FIND(poppler_document_get_author)
  FIND(poppler_document_get_creation_date)
}

int wp_is_built(void) { return 1; }

int wp_is_loaded(void) {
  pthread_once(&once, load);
  return is_loaded;
}

// POPPLER_ERROR_ENCRYPTED
enum { encrypted = 1 };

WPDocument *wp_open(const void *bytes, size_t count, int *is_encrypted) {
  *is_encrypted = 0;
  if (!wp_is_loaded()) return NULL;
  void *copy = lib.g_bytes_new(bytes, count);
  GError *error = NULL;
  void *document = lib.poppler_document_new_from_bytes(copy, NULL, &error);
  lib.g_bytes_unref(copy);
  if (error) {
    *is_encrypted = error->code == encrypted;
    lib.g_error_free(error);
  }
  return document;
}

int wp_page_count(WPDocument *document) { return lib.poppler_document_get_n_pages(document); }

char *wp_text(WPDocument *document, int page) {
  void *opened = lib.poppler_document_get_page(document, page);
  if (!opened) return NULL;
  char *text = lib.poppler_page_get_text(opened);
  lib.g_object_unref(opened);
  return text;
}

char *wp_title(WPDocument *document) { return lib.poppler_document_get_title(document); }
char *wp_author(WPDocument *document) { return lib.poppler_document_get_author(document); }
int64_t wp_created(WPDocument *document) { return lib.poppler_document_get_creation_date(document); }
void wp_free(char *text) { lib.g_free(text); }
void wp_close(WPDocument *document) { lib.g_object_unref(document); }

#else

int wp_is_built(void) { return 0; }
int wp_is_loaded(void) { return 0; }
WPDocument *wp_open(const void *bytes, size_t count, int *is_encrypted) { return NULL; }
int wp_page_count(WPDocument *document) { return 0; }
char *wp_text(WPDocument *document, int page) { return NULL; }
char *wp_title(WPDocument *document) { return NULL; }
char *wp_author(WPDocument *document) { return NULL; }
int64_t wp_created(WPDocument *document) { return -1; }
void wp_free(char *text) {}
void wp_close(WPDocument *document) {}

#endif
