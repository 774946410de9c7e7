#pragma once
// What Swift cannot import by itself: macros, variadic functions, globals that change.
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

// newterm takes FILE pointers, which are globals that Swift 6 refuses.
static inline SCREEN *whosaid_newterm(const char *type, FILE *out, FILE *in) {
  return newterm(type, out ? out : stdout, in ? in : stdin);
}
static inline WINDOW *whosaid_window(void) { return stdscr; }
static inline int whosaid_colors(void) { return COLORS; }
static inline int whosaid_rows(void) { return getmaxy(stdscr); }
static inline int whosaid_columns(void) { return getmaxx(stdscr); }

// Attributes are casts in macros.
static const attr_t whosaid_bold = WA_BOLD;
static const attr_t whosaid_dim = WA_DIM;
static const attr_t whosaid_italic = WA_ITALIC;
static const attr_t whosaid_underline = WA_UNDERLINE;
static const attr_t whosaid_reverse = WA_REVERSE;

static const mmask_t whosaid_press = BUTTON1_PRESSED;
static const mmask_t whosaid_release = BUTTON1_RELEASED;
static const mmask_t whosaid_wheel_up = BUTTON4_PRESSED;
static const mmask_t whosaid_wheel_down = BUTTON5_PRESSED;

// Draws one grapheme: a base and at most four marks. The pair goes through the extended argument, which
// knows more than 32,767 of them.
static inline void whosaid_put(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, 0, &pair) == OK) mvwadd_wch(stdscr, row, column, &cell);
}
