#include "CKernels.h"

#include <string.h>

// One binary, the best instructions of the machine that it runs on. Swift has no such dispatch.
#if defined(__x86_64__) && defined(__ELF__)
#define DISPATCHED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define DISPATCHED
#endif

DISPATCHED void kernel_convolve_shared(ptrdiff_t rows, ptrdiff_t lanes, const double *s,
                                       const double *x, double *y) {
  memset(y, 0, sizeof(double) * (size_t)(rows * lanes));
  if (lanes == 1) {
    // One series: run along the years, which are contiguous.
    for (ptrdiff_t c = 0; c < rows; c++) {
      double inflow = x[c];
      for (ptrdiff_t age = 0; age < rows - c; age++) y[c + age] += inflow * s[age];
    }
    return;
  }
  for (ptrdiff_t t = 0; t < rows; t++) {
    double *row = y + t * lanes;
    for (ptrdiff_t c = 0; c <= t; c++) {
      double share = s[t - c];
      const double *inflow = x + c * lanes;
      for (ptrdiff_t lane = 0; lane < lanes; lane++) row[lane] += share * inflow[lane];
    }
  }
}

DISPATCHED void kernel_convolve_lanes(ptrdiff_t rows, ptrdiff_t lanes, const double *s,
                                      const double *x, double *y) {
  memset(y, 0, sizeof(double) * (size_t)(rows * lanes));
  for (ptrdiff_t t = 0; t < rows; t++) {
    double *row = y + t * lanes;
    for (ptrdiff_t c = 0; c <= t; c++) {
      const double *share = s + (t - c) * lanes;
      const double *inflow = x + c * lanes;
      for (ptrdiff_t lane = 0; lane < lanes; lane++) row[lane] += share[lane] * inflow[lane];
    }
  }
}

DISPATCHED void kernel_deconvolve_shared(ptrdiff_t rows, ptrdiff_t lanes, const double *s,
                                         const double *y, double *x) {
  memcpy(x, y, sizeof(double) * (size_t)(rows * lanes));
  if (lanes == 1) {
    for (ptrdiff_t c = 0; c < rows; c++) {
      double inflow = x[c] /= s[0];
      for (ptrdiff_t age = 1; age < rows - c; age++) x[c + age] -= inflow * s[age];
    }
    return;
  }
  for (ptrdiff_t t = 0; t < rows; t++) {
    double *row = x + t * lanes;
    for (ptrdiff_t c = 0; c < t; c++) {
      double share = s[t - c];
      const double *inflow = x + c * lanes;
      for (ptrdiff_t lane = 0; lane < lanes; lane++) row[lane] -= share * inflow[lane];
    }
    for (ptrdiff_t lane = 0; lane < lanes; lane++) row[lane] /= s[0];
  }
}

DISPATCHED void kernel_deconvolve_lanes(ptrdiff_t rows, ptrdiff_t lanes, const double *s,
                                        const double *y, double *x) {
  memcpy(x, y, sizeof(double) * (size_t)(rows * lanes));
  for (ptrdiff_t t = 0; t < rows; t++) {
    double *row = x + t * lanes;
    for (ptrdiff_t c = 0; c < t; c++) {
      const double *share = s + (t - c) * lanes;
      const double *inflow = x + c * lanes;
      for (ptrdiff_t lane = 0; lane < lanes; lane++) row[lane] -= share[lane] * inflow[lane];
    }
    for (ptrdiff_t lane = 0; lane < lanes; lane++) row[lane] /= s[lane];
  }
}
