// What Swift cannot import from ncurses as it is: macros, and variables that are not safe to share.
#define NCURSES_WIDECHAR 1
#include <langinfo.h>
#include <ncurses.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <wchar.h>

// The attributes are macros with casts.
static const attr_t terminal_bold = WA_BOLD;
static const attr_t terminal_dim = WA_DIM;
static const attr_t terminal_italic = WA_ITALIC;
static const attr_t terminal_underline = WA_UNDERLINE;
static const attr_t terminal_reverse = WA_REVERSE;

// `stdscr` and `COLORS` are variables.
static inline WINDOW *terminal_window(void) { return stdscr; }
static inline int terminal_colors(void) { return COLORS; }

// A macro with arguments.
static inline int terminal_function_key(int number) { return KEY_F(number); }

// Declared only where a feature macro is set before the first system header, which Swift's Glibc lacks.
extern int wcwidth(wchar_t);
static inline int terminal_wcwidth(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

// A macro in some C libraries, a function in others.
static inline bool terminal_locale_is_utf8(void) {
  const char *name = nl_langinfo(CODESET);
  return name && (name[0] == 'U' || name[0] == 'u') && (name[1] == 'T' || name[1] == 't')
      && (name[2] == 'F' || name[2] == 'f') && (name[3] == '8' || (name[3] == '-' && name[4] == '8'));
}

// The pair goes through the last argument: the fourth is a short.
static inline int terminal_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, 0, &pair);
}

// Variadic.
static inline bool terminal_read_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}
static inline int terminal_bytes_pending(int descriptor) {
  int count = 0;
  return ioctl(descriptor, FIONREAD, &count) == 0 ? count : -1;
}

// Declared only where a feature macro is set, as above.
extern int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t *, int);
static inline int terminal_spawn_takes_terminal(posix_spawn_file_actions_t *actions, int descriptor) {
  return posix_spawn_file_actions_addtcsetpgrp_np(actions, descriptor);
}
