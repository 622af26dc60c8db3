// Convolution and division of long series by fast Fourier transforms.
//
// A series of M = 8m numbers is 8 interleaved series of m, so every butterfly of the transforms of
// length m works on whole vectors; a last step of length 8 runs across them. Forward transforms leave
// their result in digit-reversed order and inverse ones start there: a product of spectra needs no
// order. Cooley & Tukey 1965, doi:10.1090/S0025-5718-1965-0178586-1.
//
// Real series need no second half of zeros: with w = exp(iπ/2M), transform the M complex numbers
// (z[n] + i·z[n + M])·wⁿ, multiply, transform back and multiply by w⁻ⁿ: that is the product modulo
// X^2M + 1, its first M numbers in the real parts and the others in the imaginary ones. Crandall &
// Fagin 1994, doi:10.1090/S0025-5718-1994-1185244-1.
#include "fourier-arithmetic.h"

/// Series up to this length are divided directly.
#define DIVISION_BASE 128
#define MAX_STAGES 32

/// What a transform of M = 8m numbers needs to know.
typedef struct {
  ptrdiff_t m;
  int stages;
  ptrdiff_t length[MAX_STAGES];  // of the transforms that each stage splits
  double *roots;                 // exp(−2πi·k/m)
  COMPLEX *cross;                // exp(−2πi·k·r/M) for lane r, in digit-reversed order of k
  COMPLEX *twist;                // wⁿ
  COMPLEX *spectrum;             // of the curve
} NAME(plan);
#define PLAN NAME(plan)

/// The shortest m ≥ 8 with 8m ≥ rows that is a power of two times 1, 3, 5, 9 or 15, and a multiple of 8.
static ptrdiff_t NAME(columns)(ptrdiff_t rows) {
  static const ptrdiff_t odd[] = {1, 3, 5, 9, 15};
  ptrdiff_t best = 0;
  for (int i = 0; i < 5; i++) {
    ptrdiff_t m = 8 * odd[i];
    while (8 * m < rows) m *= 2;
    if (best == 0 || m < best) best = m;
  }
  return best;
}

static ptrdiff_t NAME(radix)(ptrdiff_t length) {
  return length % 4 == 0 ? 4 : length % 2 == 0 ? 2 : length % 3 == 0 ? 3 : 5;
}

/// Doubles that a plan points to.
static ptrdiff_t NAME(plan_size)(ptrdiff_t m) { return m * (2 + 16 + 16 + 16); }

static double *NAME(make_plan)(PLAN *plan, ptrdiff_t m, double *memory) {
  plan->m = m;
  plan->cross = (COMPLEX *)memory;
  plan->twist = plan->cross + m;
  plan->spectrum = plan->twist + m;
  plan->roots = (double *)(plan->spectrum + m);
  plan->stages = 0;
  for (ptrdiff_t length = m; length > 1; length /= NAME(radix)(length))
    plan->length[plan->stages++] = length;
  const double *lanes = NAME(lane_numbers);
  const lane8 lane = *(const lane8 *)lanes;
  for (ptrdiff_t k = 0; k < m; k += 8) {
    COMPLEX root = NAME(unit)(((double)k + lane), (double)m);
    for (int i = 0; i < 8; i++) {
      plan->roots[2 * (k + i)] = root.re[i];
      plan->roots[2 * (k + i) + 1] = -root.im[i];
    }
  }
  // Which frequency stands where: positions of a transform, from those of its parts.
  double *frequency = (double *)(plan->spectrum);
  frequency[0] = 0;
  ptrdiff_t part = 1;
  for (int stage = plan->stages - 1; stage >= 0; stage--) {
    ptrdiff_t radix = plan->length[stage] / part;
    for (ptrdiff_t u = radix - 1; u >= 0; u--)
      for (ptrdiff_t p = 0; p < part; p++)
        frequency[u * part + p] = (double)radix * frequency[p] + (double)u;
    part *= radix;
  }
  for (ptrdiff_t p = 0; p < m; p++) {
    COMPLEX root = NAME(unit)(frequency[p] * lane, (double)(8 * m));
    plan->cross[p] = (COMPLEX){root.re, -root.im};
    plan->twist[p] = NAME(unit)((double)(8 * p) + lane, (double)(32 * m));
  }
  return memory + NAME(plan_size)(m);
}

/// One stage: `total` elements in transforms of `length`, each split in `radix` parts (or joined).
INLINED void NAME(stage)(COMPLEX *z, ptrdiff_t total, ptrdiff_t length, ptrdiff_t radix, int inverse,
                         const PLAN *plan) {
  const ptrdiff_t part = length / radix, step = plan->m / length;
  for (ptrdiff_t j = 0; j < part; j++) {
    double c[5], s[5];
    for (ptrdiff_t u = 1; u < radix; u++) {
      c[u] = plan->roots[2 * u * j * step];
      s[u] = inverse ? -plan->roots[2 * u * j * step + 1] : plan->roots[2 * u * j * step + 1];
    }
    for (ptrdiff_t first = j; first < total; first += length) {
      COMPLEX v[5];
      for (ptrdiff_t u = 0; u < radix; u++) {
        v[u] = z[first + u * part];
        if (inverse && u > 0) v[u] = NAME(rotate)(v[u], c[u], s[u]);
      }
      NAME(butterfly)((int)radix, inverse, v);
      for (ptrdiff_t u = 0; u < radix; u++)
        z[first + u * part] = inverse || u == 0 ? v[u] : NAME(rotate)(v[u], c[u], s[u]);
    }
  }
}

INLINED void NAME(any_stage)(COMPLEX *z, ptrdiff_t total, ptrdiff_t length, int inverse,
                             const PLAN *plan) {
  switch (NAME(radix)(length)) {
    case 4: NAME(stage)(z, total, length, 4, inverse, plan); break;
    case 2: NAME(stage)(z, total, length, 2, inverse, plan); break;
    case 3: NAME(stage)(z, total, length, 3, inverse, plan); break;
    default: NAME(stage)(z, total, length, 5, inverse, plan); break;
  }
}

/// What is too long for the first cache is split first, and then finished part by part.
#define CACHED 256

static void NAME(forward)(COMPLEX *z, int stage, const PLAN *plan) {
  const ptrdiff_t total = plan->length[stage];
  if (total <= CACHED) {
    for (; stage < plan->stages; stage++) NAME(any_stage)(z, total, plan->length[stage], 0, plan);
    return;
  }
  NAME(any_stage)(z, total, total, 0, plan);
  const ptrdiff_t part = plan->length[stage + 1];
  for (ptrdiff_t first = 0; first < total; first += part)
    NAME(forward)(z + first, stage + 1, plan);
}

static void NAME(inverse)(COMPLEX *z, int stage, const PLAN *plan) {
  const ptrdiff_t total = plan->length[stage];
  if (total <= CACHED) {
    for (int last = plan->stages - 1; last >= stage; last--)
      NAME(any_stage)(z, total, plan->length[last], 1, plan);
    return;
  }
  const ptrdiff_t part = plan->length[stage + 1];
  for (ptrdiff_t first = 0; first < total; first += part)
    NAME(inverse)(z + first, stage + 1, plan);
  NAME(any_stage)(z, total, total, 1, plan);
}

/// z ← the twisted transform of `count` real numbers, up to the last step across the columns.
static void NAME(analyse)(const PLAN *plan, const double *x, ptrdiff_t count, COMPLEX *z) {
  const ptrdiff_t half = 8 * plan->m;
  for (ptrdiff_t p = 0; p < plan->m; p++) {
    lane8 re = {0}, im = {0};
    NAME(load)(&re, x, 8 * p, count);
    if (count > half) NAME(load)(&im, x, 8 * p + half, count);
    z[p] = NAME(multiply)((COMPLEX){re, im}, plan->twist[p]);
  }
  NAME(forward)(z, 0, plan);
}

INLINED void NAME(across)(const PLAN *plan, const COMPLEX *z, ptrdiff_t p, COMPLEX *v) {
  for (int i = 0; i < 8; i++) v[i] = NAME(multiply)(z[p + i], plan->cross[p + i]);
  NAME(transpose)(v);
  NAME(butterfly8)(0, v);
}

/// The spectrum of a curve, for later products.
static void NAME(make_spectrum)(const PLAN *plan, const double *s, ptrdiff_t count) {
  COMPLEX v[8];
  NAME(analyse)(plan, s, count, plan->spectrum);
  for (ptrdiff_t p = 0; p < plan->m; p += 8) {
    NAME(across)(plan, plan->spectrum, p, v);
    for (int i = 0; i < 8; i++) plan->spectrum[p + i] = v[i];
  }
}

/// z ← the product with the curve: real parts the numbers from 0, imaginary parts those from M.
static void NAME(product)(const PLAN *plan, const double *x, ptrdiff_t count, COMPLEX *z) {
  const double scale = 1.0 / (double)(8 * plan->m);
  COMPLEX v[8];
  NAME(analyse)(plan, x, count, z);
  for (ptrdiff_t p = 0; p < plan->m; p += 8) {
    NAME(across)(plan, z, p, v);
    for (int i = 0; i < 8; i++) v[i] = NAME(multiply)(v[i], plan->spectrum[p + i]);
    NAME(butterfly8)(1, v);
    NAME(transpose)(v);
    for (int i = 0; i < 8; i++) z[p + i] = NAME(multiply_conjugate)(v[i], plan->cross[p + i]);
  }
  NAME(inverse)(z, 0, plan);
  for (ptrdiff_t p = 0; p < plan->m; p++) {
    COMPLEX value = NAME(multiply_conjugate)(z[p], plan->twist[p]);
    z[p] = (COMPLEX){value.re * scale, value.im * scale};
  }
}

/// Halves a series until it is short enough to be divided directly; returns how often.
static int NAME(halvings)(ptrdiff_t *base) {
  int levels = 0;
  for (; *base > DIVISION_BASE; levels++) *base = (*base + 1) / 2;
  return levels;
}

/// Doubles of scratch that a product needs, or a solve.
ptrdiff_t NAME(fourier_scratch)(ptrdiff_t rows, int solve) {
  ptrdiff_t base = rows, m = NAME(columns)(rows), size = 2 * rows;
  if (!solve) return size + NAME(plan_size)(m) + 16 * m;
  int levels = NAME(halvings)(&base);
  for (int level = 0; level < levels; level++) {
    m = NAME(columns)(base << level);
    size += NAME(plan_size)(m) + (level + 1 == levels ? 16 * m : 0);
  }
  return size + SERIES_SCRATCH(base);
}

static void NAME(gather)(ptrdiff_t rows, ptrdiff_t stride, const double *from, double *to) {
  for (ptrdiff_t t = 0; t < rows; t++) to[t] = from[t * stride];
}

/// y = s·x, lane by lane; `own` where every lane has a curve of its own.
static void NAME(fourier_times)(ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, int own,
                                const double *s, const double *x, double *y, double *scratch) {
  PLAN plan;
  double *curve = scratch, *series = scratch + rows;
  COMPLEX *z = (COMPLEX *)NAME(make_plan)(&plan, NAME(columns)(rows), series + rows);
  for (ptrdiff_t lane = 0; lane < lanes; lane++) {
    if (own || lane == 0) {
      NAME(gather)(rows, own ? stride : 1, s + (own ? lane : 0), curve);
      NAME(make_spectrum)(&plan, curve, rows);
    }
    NAME(gather)(rows, stride, x + lane, series);
    NAME(product)(&plan, series, rows, z);
    for (ptrdiff_t t = 0; t < rows; t++) y[t * stride + lane] = z[t / 8].re[t % 8];
  }
}

/// Finds x with y = s·x: halves solved one after the other, and what the first half's cohorts leave
/// in the second subtracted by a product in between. As stable as forward substitution, of which it
/// is a grouping; what is divided by is always s[0] alone.
static void NAME(fourier_solve)(ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, int own,
                                const double *s, const double *y, double *x, double *scratch) {
  PLAN plan[MAX_STAGES];
  ptrdiff_t base = rows;
  const int levels = NAME(halvings)(&base);
  double *curve = scratch, *series = curve + rows, *memory = series + rows;
  double *direct = memory;
  memory += SERIES_SCRATCH(base);
  for (int level = 0; level < levels; level++)
    memory = NAME(make_plan)(&plan[level], NAME(columns)(base << level), memory);
  COMPLEX *z = (COMPLEX *)memory;
  for (ptrdiff_t lane = 0; lane < lanes; lane++) {
    if (own || lane == 0) {
      NAME(gather)(rows, own ? stride : 1, s + (own ? lane : 0), curve);
      for (int level = 0; level < levels; level++) {
        ptrdiff_t reach = base << (level + 1);
        NAME(make_spectrum)(&plan[level], curve, reach < rows ? reach : rows);
      }
    }
    NAME(gather)(rows, stride, y + lane, series);
    for (ptrdiff_t block = 0; block * base < rows; block++) {
      ptrdiff_t first = block * base, height = rows - first < base ? rows - first : base;
      NAME(series)(height, 1, curve, series + first, series + first, direct);
      int level = 0;
      while (((block + 1) >> level) % 2 == 0) level++;
      ptrdiff_t reach = base << level, from = first + base - reach, to = first + base;
      if (to >= rows) break;
      NAME(product)(&plan[level], series + from, reach, z);
      const ptrdiff_t half = 8 * plan[level].m;
      for (ptrdiff_t t = 0; t < reach && to + t < rows; t++) {
        ptrdiff_t n = reach + t;
        series[to + t] -= n < half ? z[n / 8].re[n % 8] : z[(n - half) / 8].im[n % 8];
      }
    }
    for (ptrdiff_t t = 0; t < rows; t++) x[t * stride + lane] = series[t];
  }
}

#define FOURIER(name, own, function)                                                              \
  void NAME(name)(ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s,             \
                  const double *x, double *y, double *scratch) {                                  \
    function(rows, lanes, stride, own, s, x, y, scratch);                                         \
  }
FOURIER(fourier_shared_times, 0, NAME(fourier_times))
FOURIER(fourier_lanes_times, 1, NAME(fourier_times))
FOURIER(fourier_shared_solve, 0, NAME(fourier_solve))
FOURIER(fourier_lanes_solve, 1, NAME(fourier_solve))
