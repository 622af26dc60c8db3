/// Our own prototypes over BLAS and LAPACK, and the inner loops that need run-time CPU dispatch.
/// Swift sees these and never a BLAS header. All matrices are row-major; a row is one period and
/// holds one number per lane, lanes contiguous.
#ifndef URBAN_MINING_CKERNELS_H
#define URBAN_MINING_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// Makes BLAS run on the calling thread alone: our own parallelism stands outside of it.
void kernel_use_one_blas_thread(void);

/// B ← A·B with A lower triangular (n × n) and B (n × lanes).
void kernel_multiply_lower(int32_t n, int32_t lanes, const double *a, double *b);

/// B ← A⁻¹·B with A lower triangular (n × n, no zero on the diagonal) and B (n × lanes).
void kernel_solve_lower(int32_t n, int32_t lanes, const double *a, double *b);

/// Solves A·X = B by LU with partial pivoting; A (n × n) and X, B (n × columns) are column-major and
/// overwritten. Returns LAPACK's info: 0, or the 1-based index of a zero pivot.
int32_t kernel_solve(int32_t n, int32_t columns, double *a, int32_t *pivots, double *b);

/// y[t][lane] = Σ_{c ≤ t} s[t − c]·x[c][lane].
void kernel_convolve_shared(ptrdiff_t rows, ptrdiff_t lanes, const double *s, const double *x, double *y);

/// y[t][lane] = Σ_{c ≤ t} s[t − c][lane]·x[c][lane].
void kernel_convolve_lanes(ptrdiff_t rows, ptrdiff_t lanes, const double *s, const double *x, double *y);

/// Finds x with y[t][lane] = Σ_{c ≤ t} s[t − c]·x[c][lane]; s[0] is not zero.
void kernel_deconvolve_shared(ptrdiff_t rows, ptrdiff_t lanes, const double *s, const double *y, double *x);

/// Finds x with y[t][lane] = Σ_{c ≤ t} s[t − c][lane]·x[c][lane]; s[0][lane] is not zero.
void kernel_deconvolve_lanes(ptrdiff_t rows, ptrdiff_t lanes, const double *s, const double *y, double *x);

#endif
