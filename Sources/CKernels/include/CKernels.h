// The arithmetic of the careful network: the few loops that want the processor's wide integer instructions, which
// Swift cannot choose while the program runs. Each is plain C with faster forms picked by what the processor has.
#pragma once
#include <stdint.h>

// A matrix of signed bytes as export_careful.py lays it out: n rows (a multiple of 32), k columns (of 4).
struct kernel_matrix {
  const int8_t *blocks;
  const float *scales;
  const int32_t *sums;
  const float *biases;
  int n, k;
};

// Rows of floats made into bytes: bytes[m][k] holds round(x / scale) + 128, scales[m] the scale of a row.
void kernel_quantise(const float *x, int m, int k, uint8_t *bytes, float *scales);

// out[m][n] = x * matrix^T + bias, for m quantised rows. O(m * n * k).
void kernel_multiply(const uint8_t *bytes, const float *scales, int m, const struct kernel_matrix *matrix, float *out);

// The same in one of its forms: 0 plain C, 1 AVX2, 2 AVX-512 VNNI. Returns 0 where the processor has it not.
int kernel_multiply_in(int form, const uint8_t *bytes, const float *scales, int m, const struct kernel_matrix *matrix,
                       float *out);

// Attention of `heads` heads of 32 columns over one window: qkv[m][3 * 32 * heads] to out[m][32 * heads].
// `scratch` holds 36 floats for each of m rows made up to a multiple of 32. O(m * m * heads).
void kernel_attend(const float *qkv, int m, int heads, float *scratch, float *out);

// x[i] = gelu(x[i]).
void kernel_gelu(float *x, int count);

// x[m] = norm(x[m] + y[m]) * weight + bias, row by row.
void kernel_add_norm(float *x, const float *y, int m, int k, const float *weight, const float *bias);

// The sum of a[i] * b[i].
float kernel_dot(const float *a, const float *b, int count);
