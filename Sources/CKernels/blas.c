#include "CKernels.h"

#if defined(__APPLE__)
#include <Accelerate/Accelerate.h>
typedef __LAPACK_int lapack_index;
#elif defined(USE_OPENBLAS)
#include <cblas.h>
typedef int lapack_index;
// LAPACK's Fortran symbols live in libopenblas.
extern void dgesv_(const int *n, const int *nrhs, double *a, const int *lda, int *ipiv, double *b,
                   const int *ldb, int *info);
extern void dgesdd_(const char *job, const int *m, const int *n, double *a, const int *lda, double *s,
                    double *u, const int *ldu, double *vt, const int *ldvt, double *work,
                    const int *lwork, int *iwork, int *info);
extern void dpotrf_(const char *triangle, const int *n, double *a, const int *lda, int *info,
                    size_t triangle_length);
#else
#error "urban-mining needs a BLAS: enable the trait OpenBLAS, or build on an Apple platform"
#endif

void kernel_use_one_blas_thread(void) {
#if defined(USE_OPENBLAS) && !defined(__APPLE__)
  openblas_set_num_threads(1);
#endif
}

const char *kernel_blas_name(void) {
#if defined(__APPLE__)
  return "Accelerate";
#else
  return openblas_get_corename();
#endif
}

void kernel_multiply(int32_t m, int32_t n, int32_t k, const double *a, const double *b, double *c) {
  cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1.0, a, k, b, n, 0.0, c, n);
}

void kernel_multiply_lower(int32_t n, int32_t lanes, const double *a, double *b) {
  cblas_dtrmm(CblasRowMajor, CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, n, lanes, 1.0, a, n,
              b, lanes);
}

void kernel_solve_lower(int32_t n, int32_t lanes, const double *a, double *b) {
  cblas_dtrsm(CblasRowMajor, CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, n, lanes, 1.0, a, n,
              b, lanes);
}

int32_t kernel_solve(int32_t n, int32_t columns, double *a, int32_t *pivots, double *b) {
  lapack_index order = n, right_sides = columns, info = 0;
  dgesv_(&order, &right_sides, a, &order, (lapack_index *)pivots, b, &order, &info);
  return (int32_t)info;
}

int32_t kernel_singular_values(int32_t m, int32_t n, double *a, double *s, double *u, double *vt,
                               double *work, int32_t length, int32_t *integers) {
  lapack_index rows = m, columns = n, least = m < n ? m : n, size = length, info = 0;
  dgesdd_("S", &rows, &columns, a, &rows, s, u, &rows, vt, &least, work, &size,
          (lapack_index *)integers, &info);
  return (int32_t)info;
}

int32_t kernel_cholesky(int32_t n, double *a) {
  lapack_index order = n, info = 0;
  // The upper triangle by columns is the lower one by rows.
#if defined(__APPLE__)
  dpotrf_("U", &order, a, &order, &info);
#else
  dpotrf_("U", &order, a, &order, &info, 1);
#endif
  return (int32_t)info;
}
