// Chooses the kernels for the machine that the program runs on.
#include "CKernels.h"

#if defined(__linux__)
#include <sys/mman.h>
#endif
#if defined(__GLIBC__)
#include <malloc.h>
#endif
#include <stdlib.h>

int32_t kernel_best_level(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl"))
    return 2;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
      __builtin_cpu_supports("bmi2"))
    return 1;
#endif
  return 0;
}

// Declares the three versions of a kernel and the function that calls the right one.
#if defined(__x86_64__)
#define DISPATCH(name, parameters, arguments)                \
  void name##_baseline parameters;                           \
  void name##_avx2 parameters;                               \
  void name##_avx512 parameters;                             \
  void kernel_##name(int32_t level, KERNEL_UNWRAP parameters) { \
    if (level >= 2) name##_avx512 arguments;                 \
    else if (level == 1) name##_avx2 arguments;              \
    else name##_baseline arguments;                          \
  }
#else
#define DISPATCH(name, parameters, arguments)                \
  void name##_baseline parameters;                           \
  void kernel_##name(int32_t level, KERNEL_UNWRAP parameters) { \
    (void)level;                                             \
    name##_baseline arguments;                               \
  }
#endif
#define KERNEL_UNWRAP(...) __VA_ARGS__

#define TOEPLITZ                                                                              \
  (ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s, const double *x, double *y, \
   double *scratch)
#define TOEPLITZ_ARGUMENTS (rows, lanes, stride, s, x, y, scratch)

DISPATCH(toeplitz_shared_times, TOEPLITZ, TOEPLITZ_ARGUMENTS)
DISPATCH(toeplitz_shared_solve, TOEPLITZ, TOEPLITZ_ARGUMENTS)
DISPATCH(toeplitz_lanes_times, TOEPLITZ, TOEPLITZ_ARGUMENTS)
DISPATCH(toeplitz_lanes_solve, TOEPLITZ, TOEPLITZ_ARGUMENTS)

DISPATCH(series_times, TOEPLITZ, TOEPLITZ_ARGUMENTS)
DISPATCH(series_solve, TOEPLITZ, TOEPLITZ_ARGUMENTS)
DISPATCH(fourier_shared_times, TOEPLITZ, TOEPLITZ_ARGUMENTS)
DISPATCH(fourier_shared_solve, TOEPLITZ, TOEPLITZ_ARGUMENTS)
DISPATCH(fourier_lanes_times, TOEPLITZ, TOEPLITZ_ARGUMENTS)
DISPATCH(fourier_lanes_solve, TOEPLITZ, TOEPLITZ_ARGUMENTS)

#define VECTOR_FUNCTION (ptrdiff_t count, const double *x, double *y)
DISPATCH(vector_exp, VECTOR_FUNCTION, (count, x, y))
DISPATCH(vector_log, VECTOR_FUNCTION, (count, x, y))
DISPATCH(vector_erfc, VECTOR_FUNCTION, (count, x, y))
DISPATCH(vector_pow, (ptrdiff_t count, const double *x, const double *p, ptrdiff_t step, double *y),
         (count, x, p, step, y))
DISPATCH(survival,
         (int32_t family, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *ages,
          const double *first, const double *second, double *out),
         (family, rows, lanes, stride, ages, first, second, out))
DISPATCH(log_ages, (ptrdiff_t rows, const double *ages, double *out), (rows, ages, out))

DISPATCH(all_finite, (ptrdiff_t count, const double *x, int32_t *finite), (count, x, finite))
DISPATCH(balance,
         (ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *inflow, const double *stock,
          const double *before, double *outflow, int32_t *finite),
         (rows, lanes, stride, inflow, stock, before, outflow, finite))
DISPATCH(cohort_table,
         (ptrdiff_t rows, const double *shares, ptrdiff_t first, ptrdiff_t step, const double *amounts,
          double *table),
         (rows, shares, first, step, amounts, table))
DISPATCH(cohort_outflow,
         (ptrdiff_t rows, const double *inflow, const double *stock, double *table),
         (rows, inflow, stock, table))
DISPATCH(lane_steps,
         (ptrdiff_t count, const struct kernel_lane_step *steps, ptrdiff_t period, ptrdiff_t lanes,
          double *arena),
         (count, steps, period, lanes, arena))
DISPATCH(cohort_rows,
         (ptrdiff_t first, ptrdiff_t end, ptrdiff_t t0, ptrdiff_t count, ptrdiff_t lanes,
          ptrdiff_t row_step, ptrdiff_t column_step, int32_t by_lane, const double *s,
          ptrdiff_t x_step, const double *x, const double *before, double *out),
         (first, end, t0, count, lanes, row_step, column_step, by_lane, s, x_step, x, before, out))

DISPATCH(row_moments,
         (ptrdiff_t rows, ptrdiff_t count, const double *x, double *means, double *squares,
          double *smallest, double *largest),
         (rows, count, x, means, squares, smallest, largest))
DISPATCH(count_bins,
         (ptrdiff_t count, const double *x, int32_t shift, uint64_t first, ptrdiff_t bins,
          ptrdiff_t low, ptrdiff_t high, uint32_t *counts),
         (count, x, shift, first, bins, low, high, counts))
DISPATCH(uniform,
         (ptrdiff_t count, uint64_t key, uint64_t stream, uint64_t first, double *out),
         (count, key, stream, first, out))
DISPATCH(normal_score, VECTOR_FUNCTION, (count, x, y))

DISPATCH(triad, (ptrdiff_t count, double factor, const double *b, const double *c, double *a),
         (count, factor, b, c, a))

ptrdiff_t kernel_toeplitz_scratch(ptrdiff_t rows) {
  // The largest of all instruction sets: two packed groups of 24 lanes, the curve, and padding.
  return (rows + 128) * (2 * 24 + 1);
}

ptrdiff_t fourier_scratch_baseline(ptrdiff_t rows, int solve);

ptrdiff_t kernel_fourier_scratch(ptrdiff_t rows, int32_t solve) {
  // The same for all instruction sets but for the padding of a span.
  return fourier_scratch_baseline(rows, solve) + 256;
}

void kernel_expect_large(ptrdiff_t count, double *x) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  // The system gives memory out page by page, zeroed; a page of 2 MB costs little more than one of 4 KB.
  const uintptr_t page = 1 << 21;
  uintptr_t first = ((uintptr_t)x + page - 1) & ~(page - 1);
  uintptr_t last = (uintptr_t)(x + count) & ~(page - 1);
  if (last > first) madvise((void *)first, last - first, MADV_HUGEPAGE);
#else
  (void)count, (void)x;
#endif
}

void kernel_keep_memory(void) {
#if defined(__GLIBC__)
  // Who has set a policy of their own keeps it.
  if (getenv("MALLOC_TRIM_THRESHOLD_") || getenv("MALLOC_MMAP_THRESHOLD_") || getenv("GLIBC_TUNABLES"))
    return;
  mallopt(M_MMAP_THRESHOLD, 16 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}
