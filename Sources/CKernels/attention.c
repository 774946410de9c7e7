#include "include/CKernels.h"
#include "wide.h"
#include <math.h>
#include <stddef.h>
#include <string.h>

#define COLUMNS 32

// e^x to about seven digits, in steps that fit a vector: 2^n times a polynomial of the rest.
static inline float exponential(float x) {
  x = x < -87 ? -87 : x > 87 ? 87 : x;
  float n = __builtin_rintf(x * 1.44269504f);
  float r = x - n * 0.693145752f - n * 1.42860677e-6f;
  float p = 1 + r * (1 + r * (0.5f + r * (0.166666672f + r * (0.0416664854f + r * (0.00833345205f + r * 0.00139f)))));
  union { int i; float f; } power = {((int)n + 127) << 23};
  return p * power.f;
}

// So many queries and so many keys are scored at a time, all sums in registers.
#define QUERIES 4
#define LANES 32

// scores[q][0..<LANES] of the keys from `at` on; keys lie column by column, `stride` floats a column.
static inline __attribute__((always_inline)) void
score(const float *const queries[QUERIES], const float *keys, int stride, int at, float *scores) {
  float sums[QUERIES][LANES] = {{0}};
  for (int i = 0; i < COLUMNS; i++) {
    const float *key = keys + (size_t)i * stride + at;
    for (int q = 0; q < QUERIES; q++)
      for (int n = 0; n < LANES; n++) sums[q][n] += queries[q][i] * key[n];
  }
  for (int q = 0; q < QUERIES; q++)
    for (int n = 0; n < LANES; n++) scores[(size_t)q * stride + at + n] = sums[q][n] * 0.176776695f;
}

// Makes m scores shares of one, and those behind them nothing.
static inline __attribute__((always_inline)) void share(float *scores, int m, int stride) {
#pragma clang fp reassociate(on) contract(fast)
  float top = -1e30f, sum = 0;
  for (int n = 0; n < m; n++) top = scores[n] > top ? scores[n] : top;
  for (int n = 0; n < m; n++) scores[n] = exponential(scores[n] - top);
  for (int n = 0; n < m; n++) sum += scores[n];
  float factor = 1 / sum;
  for (int n = 0; n < m; n++) scores[n] *= factor;
  memset(scores + m, 0, sizeof(float) * (stride - m));
}

WIDE void kernel_attend(const float *qkv, int m, int heads, float *scratch, float *out) {
  int row = 3 * COLUMNS * heads, width = COLUMNS * heads, stride = (m + LANES - 1) / LANES * LANES;
  float *keys = scratch, *scores = scratch + (size_t)COLUMNS * stride;
  for (int head = 0; head < heads; head++) {
    const float *mine = qkv + head * COLUMNS;
    for (int i = 0; i < COLUMNS; i++) {
      float *key = keys + (size_t)i * stride;
      for (int at = 0; at < stride; at++) key[at] = at < m ? mine[(size_t)at * row + width + i] : 0;
    }
    for (int at = 0; at < m; at += QUERIES) {
      const float *queries[QUERIES];
      for (int q = 0; q < QUERIES; q++) queries[q] = mine + (size_t)(at + q < m ? at + q : m - 1) * row;
      for (int n = 0; n < stride; n += LANES) score(queries, keys, stride, n, scores);
      for (int q = 0; q < QUERIES; q++) share(scores + (size_t)q * stride, m, stride);
      float totals[QUERIES][COLUMNS] = {{0}};
      for (int n = 0; n < m; n++) {
        const float *value = mine + (size_t)n * row + 2 * width;
        for (int q = 0; q < QUERIES; q++)
          for (int i = 0; i < COLUMNS; i++) totals[q][i] += scores[(size_t)q * stride + n] * value[i];
      }
      for (int q = 0; q < QUERIES && at + q < m; q++)
        memcpy(out + (size_t)(at + q) * width + head * COLUMNS, totals[q], sizeof totals[q]);
    }
  }
}

// The error function by formula 7.1.26 of Abramowitz & Stegun: to 1.5e-7.
WIDE void kernel_gelu(float *x, int count) {
  for (int i = 0; i < count; i++) {
    float z = x[i] * 0.707106781f, size = z < 0 ? -z : z;
    float t = 1 / (1 + 0.3275911f * size);
    float p = t * (0.254829592f + t * (-0.284496736f + t * (1.421413741f + t * (-1.453152027f + t * 1.061405429f))));
    float erf = 1 - p * exponential(-size * size);
    x[i] = 0.5f * x[i] * (1 + (z < 0 ? -erf : erf));
  }
}

WIDE void kernel_add_norm(float *x, const float *y, int m, int k, const float *weight, const float *bias) {
#pragma clang fp reassociate(on) contract(fast)
  for (int row = 0; row < m; row++) {
    float *to = x + (size_t)row * k;
    const float *from = y + (size_t)row * k;
    float sum = 0, squares = 0;
    for (int i = 0; i < k; i++) sum += to[i] += from[i];
    float mean = sum / k;
    for (int i = 0; i < k; i++) squares += (to[i] - mean) * (to[i] - mean);
    float factor = 1 / sqrtf(squares / k + 1e-12f);
    for (int i = 0; i < k; i++) to[i] = (to[i] - mean) * factor * weight[i] + bias[i];
  }
}

WIDE float kernel_dot(const float *a, const float *b, int count) {
#pragma clang fp reassociate(on) contract(fast)
  float sum = 0;
  for (int i = 0; i < count; i++) sum += a[i] * b[i];
  return sum;
}
