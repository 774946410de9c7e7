#include "include/CKernels.h"
#include <math.h>
#include <stddef.h>
#include <string.h>

#if defined(__x86_64__)
#define WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDE
#endif
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

WIDE void kernel_attend(const float *qkv, int m, int heads, float *scratch, float *out) {
#pragma clang fp reassociate(on) contract(fast)
  int row = 3 * COLUMNS * heads, width = COLUMNS * heads;
  float *keys = scratch, *scores = scratch + (size_t)COLUMNS * m;
  for (int head = 0; head < heads; head++) {
    // Keys column by column, so that all places are scored side by side.
    for (int at = 0; at < m; at++)
      for (int i = 0; i < COLUMNS; i++) keys[(size_t)i * m + at] = qkv[(size_t)at * row + width + head * COLUMNS + i];
    for (int at = 0; at < m; at++) {
      const float *query = qkv + (size_t)at * row + head * COLUMNS;
      memset(scores, 0, sizeof(float) * m);
      for (int i = 0; i < COLUMNS; i++) {
        float q = query[i] * 0.176776695f;
        const float *key = keys + (size_t)i * m;
        for (int other = 0; other < m; other++) scores[other] += q * key[other];
      }
      float top = -1e30f, sum = 0;
      for (int other = 0; other < m; other++) top = scores[other] > top ? scores[other] : top;
      for (int other = 0; other < m; other++) scores[other] = exponential(scores[other] - top);
      for (int other = 0; other < m; other++) sum += scores[other];
      float total[COLUMNS] = {0};
      for (int other = 0; other < m; other++) {
        const float *value = qkv + (size_t)other * row + 2 * width + head * COLUMNS;
        for (int i = 0; i < COLUMNS; i++) total[i] += scores[other] * value[i];
      }
      for (int i = 0; i < COLUMNS; i++) out[(size_t)at * width + head * COLUMNS + i] = total[i] / sum;
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
