/// Our own prototypes over BLAS and LAPACK, and the inner loops that need run-time CPU dispatch.
/// Swift sees these and never a BLAS header. All matrices are row-major; a row is one period and
/// holds one number per lane, lanes contiguous.
#ifndef URBAN_MINING_CKERNELS_H
#define URBAN_MINING_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// Makes BLAS run on the calling thread alone: our own parallelism stands outside of it.
void kernel_use_one_blas_thread(void);

/// The set of kernels that the BLAS library has chosen for this machine.
const char *kernel_blas_name(void);

/// C ← A·B with A (m × k) and B (k × n).
void kernel_multiply(int32_t m, int32_t n, int32_t k, const double *a, const double *b, double *c);

/// B ← A·B with A lower triangular (n × n) and B (n × lanes).
void kernel_multiply_lower(int32_t n, int32_t lanes, const double *a, double *b);

/// B ← A⁻¹·B with A lower triangular (n × n, no zero on the diagonal) and B (n × lanes).
void kernel_solve_lower(int32_t n, int32_t lanes, const double *a, double *b);

/// Solves A·X = B by LU with partial pivoting; A (n × n) and X, B (n × columns) are column-major and
/// overwritten. Returns LAPACK's info: 0, or the 1-based index of a zero pivot.
int32_t kernel_solve(int32_t n, int32_t columns, double *a, int32_t *pivots, double *b);

/// The instruction set that this machine runs best: 2 AVX-512, 1 AVX2 with FMA, 0 the architecture's
/// baseline. The functions that take a `level` must not be given more than this.
int32_t kernel_best_level(void);

/// Doubles of scratch memory that the Toeplitz kernels need for this many rows, per thread.
ptrdiff_t kernel_toeplitz_scratch(ptrdiff_t rows);

/// y[t][lane] = Σ_{c ≤ t} s[t − c]·x[c][lane]. Rows lie `stride` doubles apart. In all of
/// these functions `y` may be `x`: a lane is read as a whole before it is written.
void kernel_toeplitz_shared_times(int32_t level, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s, const double *x,
  double *y, double *scratch);

/// Finds x with y[t][lane] = Σ_{c ≤ t} s[t − c]·x[c][lane]; s[0] is not zero.
void kernel_toeplitz_shared_solve(int32_t level, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s, const double *y, double *x, double *scratch);

/// y[t][lane] = Σ_{c ≤ t} s[t − c][lane]·x[c][lane].
void kernel_toeplitz_lanes_times(int32_t level, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s, const double *x,
  double *y, double *scratch);

/// Finds x with y[t][lane] = Σ_{c ≤ t} s[t − c][lane]·x[c][lane]; s[0][lane] is not zero.
void kernel_toeplitz_lanes_solve(int32_t level, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s, const double *y, double *x, double *scratch);

/// The same for one lane (lanes = stride = 1), with vectors along the years.
void kernel_series_times(int32_t level, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s, const double *x,
  double *y, double *scratch);
void kernel_series_solve(int32_t level, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s, const double *x,
  double *y, double *scratch);

/// The same by fast Fourier transforms, lane after lane, in O(T·log T) and O(T·log² T). All numbers must
/// be finite; the error is relative to the largest number of the lane, not to each.
void kernel_fourier_shared_times(int32_t level, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s, const double *x,
  double *y, double *scratch);
void kernel_fourier_shared_solve(int32_t level, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s, const double *x,
  double *y, double *scratch);
void kernel_fourier_lanes_times(int32_t level, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s, const double *x,
  double *y, double *scratch);
void kernel_fourier_lanes_solve(int32_t level, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s, const double *x,
  double *y, double *scratch);

/// Doubles of scratch memory that the Fourier kernels need for this many rows, per thread, for a
/// product (solve = 0) or a solve (1).
ptrdiff_t kernel_fourier_scratch(ptrdiff_t rows, int32_t solve);

/// Tells the system that this memory, not yet touched, will be written as a whole: it may then come in
/// large pages. Changes nothing else.
void kernel_expect_large(ptrdiff_t count, double *x);

/// Makes the allocator keep up to 64 MB of freed memory for the next results instead of giving it back to
/// the system, which hands it out again zeroed and page by page. Changes nothing where the environment
/// sets a policy (MALLOC_TRIM_THRESHOLD_ and others), and nothing outside of glibc.
void kernel_keep_memory(void);

/// `finite` becomes 1 where no number is infinite or NaN, else 0.
void kernel_all_finite(int32_t level, ptrdiff_t count, const double *x, int32_t *finite);

/// outflow = inflow − (stock − stock of the row before; `before` for the first), where an outflow below
/// zero by no more than the rounding of the stock is zero. Rows lie `stride` doubles apart, `before` is one
/// row; there is at least one. `finite` becomes 1 where all inflow, stock and outflow is finite, else 0.
void kernel_balance(int32_t level, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *inflow, const double *stock, const double *before, double *outflow, int32_t *finite);

/// table[t][c] = shares[t][c]·amounts[c] for c ≤ t, zero above the diagonal (rows × rows). Row t of the
/// shares begins at shares + first + t·step.
void kernel_cohort_table(int32_t level, ptrdiff_t rows, const double *shares, ptrdiff_t first, ptrdiff_t step, const double *amounts, double *table);

/// table[t][c] = stock[t − 1][c] − stock[t][c] for c < t, inflow[t] − stock[t][t] on the diagonal.
void kernel_cohort_outflow(int32_t level, ptrdiff_t rows, const double *inflow, const double *stock, double *table);

/// y = exp(x), ln(x), erfc(x); y may be x. Errors: Sources/LinearAlgebra/VectorMath.swift.
void kernel_vector_exp(int32_t level, ptrdiff_t count, const double *x, double *y);
void kernel_vector_log(int32_t level, ptrdiff_t count, const double *x, double *y);
void kernel_vector_erfc(int32_t level, ptrdiff_t count, const double *x, double *y);

/// y = x^p for x ≥ 0; p moves on by `step` (0 or 1) with every number; y may be x.
void kernel_vector_pow(int32_t level, ptrdiff_t count, const double *x, const double *p, ptrdiff_t step, double *y);

/// Survival for ages × lanes, rows `stride` apart. Family 0: normal (mean, standard deviation) of
/// `rows` ages; 1: log-normal (median, sigma) and 2: Weibull (scale, shape) of what kernel_log_ages wrote.
void kernel_survival(int32_t level, int32_t family, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *ages, const double *first, const double *second, double *out);

/// ln(ages) to twice the precision: `rows` high parts and then `rows` low parts. A negative age is 0.
void kernel_log_ages(int32_t level, ptrdiff_t rows, const double *ages, double *out);

/// What a step of `kernel_lane_steps` does with its rows; in brackets, an operand that is one number.
enum {
  kernel_lane_zero,             // out = 0
  kernel_lane_broadcast,        // out = [a]
  kernel_lane_copy,             // out = a
  kernel_lane_add,              // out += a
  kernel_lane_subtract,         // out -= a
  kernel_lane_add_product,      // out += a·b
  kernel_lane_add_scaled,       // out += a·[b]
  kernel_lane_divide,           // out /= a
  kernel_lane_divide_scaled,    // out /= [a]
  kernel_lane_close,            // out /= 1 - a
  kernel_lane_minimum,          // out = min(out, a)
  kernel_lane_largest,          // out = max(out, |a|)
  kernel_lane_fill_gaps,        // out = a where out is NaN
  kernel_lane_clear_rounding,   // out = 0 where it is below 0 by at most 4 ε·max(|a|, |b|)
  kernel_lane_clip,             // out = 0 where it is below 0
};

/// One step: offsets into the arena for the first period, and how far they move with each period.
struct kernel_lane_step {
  int32_t operation;
  ptrdiff_t out, out_step, a, a_step, b, b_step;
};

/// Runs steps in order for one period, on rows of `lanes` numbers in one arena.
void kernel_lane_steps(int32_t level, ptrdiff_t count, const struct kernel_lane_step *steps, ptrdiff_t period, ptrdiff_t lanes, double *arena);

/// Periods that `kernel_cohort_rows` works on at once.
#define MARCH_ROWS 8

/// out[i][lane] = before[i][lane] + Σ_{first ≤ c < end} s(t0 + i, c)·x[c][lane] for i < count ≤ MARCH_ROWS,
/// rows of x lying x_step apart, those of out and `before` being contiguous, and this zero where it is NULL; s(t, c) lies at s + t·row_step + c·column_step:
/// one number, or a row of lanes (by_lane = 1).
void kernel_cohort_rows(int32_t level, ptrdiff_t first, ptrdiff_t end, ptrdiff_t t0, ptrdiff_t count, ptrdiff_t lanes, ptrdiff_t row_step, ptrdiff_t column_step, int32_t by_lane, const double *s,
  ptrdiff_t x_step, const double *x, const double *before, double *out);

/// a = b + factor·c: the yardstick of memory bandwidth (STREAM's triad).
void kernel_triad(int32_t level, ptrdiff_t count, double factor, const double *b, const double *c, double *a);

#endif
