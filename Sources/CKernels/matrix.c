#include "include/CKernels.h"
#include "wide.h"
#if defined(__x86_64__)
#include <immintrin.h>
#endif
#include <math.h>
#include <stddef.h>

WIDE void kernel_quantise(const float *x, int m, int k, uint8_t *bytes, float *scales) {
  for (int row = 0; row < m; row++) {
    const float *from = x + (size_t)row * k;
    // Floats without their sign are in the order of their bits.
    int32_t bits = 0;
    for (int i = 0; i < k; i++) {
      union { float f; int32_t i; } size = {from[i]};
      size.i &= 0x7fffffff;
      bits = size.i > bits ? size.i : bits;
    }
    union { int32_t i; float f; } most = {bits};
    float top = most.f > 1e-12f ? most.f : 1e-12f;
    float factor = 127 / top;
    scales[row] = top / 127;
    uint8_t *to = bytes + (size_t)row * k;
    for (int i = 0; i < k; i++) to[i] = (uint8_t)(int)(from[i] * factor + 128.5f);
  }
}

// What a sum of products of bytes means: the 128 taken off again, both scales, the bias.
static inline float settled(int32_t sum, float scale, const struct kernel_matrix *b, int n) {
  return (float)(sum - 128 * b->sums[n]) * scale * b->scales[n] + b->biases[n];
}

static void multiply_plain(const uint8_t *a, const float *scales, int m, const struct kernel_matrix *b, float *out) {
  for (int row = 0; row < m; row++) {
    for (int block = 0; block < b->n / 16; block++) {
      int32_t sums[16] = {0};
      const int8_t *w = b->blocks + (size_t)block * 16 * b->k;
      for (int k = 0; k < b->k; k += 4, w += 64)
        for (int n = 0; n < 16; n++)
          for (int i = 0; i < 4; i++) sums[n] += a[(size_t)row * b->k + k + i] * w[n * 4 + i];
      for (int n = 0; n < 16; n++)
        out[(size_t)row * b->n + block * 16 + n] = settled(sums[n], scales[row], b, block * 16 + n);
    }
  }
}

#if defined(__x86_64__)

// Sixteen rows of the matrix in a register, as many rows of bytes as stay in registers at once.
#define ROWS 8
__attribute__((target("avx512f,avx512bw,avx512vnni"))) static inline void
block_vnni(const uint8_t *a, const float *scales, int rows, const struct kernel_matrix *b, int block, float *out) {
  __m512i left[ROWS], right[ROWS];
  for (int row = 0; row < ROWS; row++) left[row] = right[row] = _mm512_setzero_si512();
  const int8_t *w0 = b->blocks + (size_t)block * 16 * b->k, *w1 = w0 + (size_t)16 * b->k;
  const uint8_t *from[ROWS];
  for (int row = 0; row < ROWS; row++) from[row] = a + (size_t)(row < rows ? row : rows - 1) * b->k;
  for (int k = 0; k < b->k; k += 4, w0 += 64, w1 += 64) {
    __m512i x = _mm512_loadu_si512(w0), y = _mm512_loadu_si512(w1);
    for (int row = 0; row < ROWS; row++) {
      __m512i four = _mm512_set1_epi32(*(const int32_t *)(from[row] + k));
      left[row] = _mm512_dpbusd_epi32(left[row], four, x);
      right[row] = _mm512_dpbusd_epi32(right[row], four, y);
    }
  }
  for (int half = 0; half < 2; half++) {
    int n = (block + half) * 16;
    __m512i shift = _mm512_slli_epi32(_mm512_loadu_si512(b->sums + n), 7);
    __m512 scale = _mm512_loadu_ps(b->scales + n), bias = _mm512_loadu_ps(b->biases + n);
    for (int row = 0; row < rows; row++) {
      __m512 sum = _mm512_cvtepi32_ps(_mm512_sub_epi32(half ? right[row] : left[row], shift));
      sum = _mm512_mul_ps(sum, _mm512_mul_ps(scale, _mm512_set1_ps(scales[row])));
      _mm512_storeu_ps(out + (size_t)row * b->n + n, _mm512_add_ps(sum, bias));
    }
  }
}

__attribute__((target("avx512f,avx512bw,avx512vnni"))) static void
multiply_vnni(const uint8_t *a, const float *scales, int m, const struct kernel_matrix *b, float *out) {
  // A stretch of the matrix stays in the first cache while all rows pass it.
  for (int block = 0; block < b->n / 16; block += 2)
    for (int row = 0; row < m; row += ROWS)
      block_vnni(a + (size_t)row * b->k, scales + row, m - row < ROWS ? m - row : ROWS, b, block, out + (size_t)row * b->n);
}

// Sixteen products of 16-bit numbers at a time, pairs added by the processor and pairs of pairs at the end.
__attribute__((target("avx2"))) static void
multiply_avx2(const uint8_t *a, const float *scales, int m, const struct kernel_matrix *b, float *out) {
  for (int block = 0; block < b->n / 16; block++) {
    for (int row = 0; row < m; row += 2) {
      const uint8_t *from0 = a + (size_t)row * b->k, *from1 = row + 1 < m ? from0 + b->k : from0;
      __m256i sum0[4], sum1[4];
      for (int i = 0; i < 4; i++) sum0[i] = sum1[i] = _mm256_setzero_si256();
      const int8_t *w = b->blocks + (size_t)block * 16 * b->k;
      for (int k = 0; k < b->k; k += 4, w += 64) {
        __m256i x0 = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(*(const int32_t *)(from0 + k))));
        __m256i x1 = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(*(const int32_t *)(from1 + k))));
        for (int i = 0; i < 4; i++) {
          __m256i y = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(w + 16 * i)));
          sum0[i] = _mm256_add_epi32(sum0[i], _mm256_madd_epi16(x0, y));
          sum1[i] = _mm256_add_epi32(sum1[i], _mm256_madd_epi16(x1, y));
        }
      }
      int32_t pairs[32];
      for (int r = 0; r < 2 && row + r < m; r++) {
        for (int i = 0; i < 4; i++) _mm256_storeu_si256((__m256i *)(pairs + 8 * i), r ? sum1[i] : sum0[i]);
        for (int n = 0; n < 16; n++)
          out[(size_t)(row + r) * b->n + block * 16 + n] =
              settled(pairs[2 * n] + pairs[2 * n + 1], scales[row + r], b, block * 16 + n);
      }
    }
  }
}

int kernel_multiply_in(int form, const uint8_t *a, const float *scales, int m, const struct kernel_matrix *b, float *out) {
  if (form == 0) multiply_plain(a, scales, m, b, out);
  else if (form == 1 && __builtin_cpu_supports("avx2")) multiply_avx2(a, scales, m, b, out);
  else if (form == 2 && __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw"))
    multiply_vnni(a, scales, m, b, out);
  else return 0;
  return 1;
}

#else

int kernel_multiply_in(int form, const uint8_t *a, const float *scales, int m, const struct kernel_matrix *b, float *out) {
  if (form == 0) multiply_plain(a, scales, m, b, out);
  return form == 0;
}

#endif

void kernel_multiply(const uint8_t *a, const float *scales, int m, const struct kernel_matrix *b, float *out) {
  for (int form = 2; form >= 0; form--)
    if (kernel_multiply_in(form, a, scales, m, b, out)) return;
}
