// One series of moderate length: the vectors run along the years instead of along the lanes.

/// Years that one register tile works on.
#define SPAN (8 * WIDTH)

/// Doubles of scratch for a series of this length.
#define SERIES_SCRATCH(rows) (2 * (rows) + 2 * SPAN)

/// Adds sign·Σ_{c < end} s[t − c]·x[c] to the SPAN years from t0 on.
INLINED void NAME(series_past)(ptrdiff_t t0, ptrdiff_t end, double sign, const double *s,
                               const double *x, double *y) {
  vector sum[8];
  for (int v = 0; v < 8; v++) sum[v] = *(vector *)(y + v * WIDTH);
  for (ptrdiff_t c = 0; c < end; c++) {
    double inflow = sign * x[c];
    const double *share = s + t0 - c;
    for (int v = 0; v < 8; v++) sum[v] += inflow * *(const vector *)(share + v * WIDTH);
  }
  for (int v = 0; v < 8; v++) *(vector *)(y + v * WIDTH) = sum[v];
}

/// y = s·x, or the x with y = s·x. `y` may be `x`.
INLINED void NAME(series)(ptrdiff_t rows, int solve, const double *s, const double *x, double *y,
                          double *scratch) {
  double *curve = scratch + SPAN, span[SPAN];
  if (!solve) x = memcpy(curve + rows + SPAN, x, sizeof(double) * (size_t)rows);
  memset(scratch, 0, sizeof(double) * SPAN);
  memcpy(curve, s, sizeof(double) * (size_t)rows);
  memset(curve + rows, 0, sizeof(double) * SPAN);
  // With finite numbers a product may run into the zeros in front of the curve; with others a cohort
  // would touch earlier years (0·∞), so the span's own cohorts are then added one by one.
  int32_t finite_curve = 0, finite_inflow = 0;
  if (!solve) NAME(all_finite)(rows, s, &finite_curve), NAME(all_finite)(rows, x, &finite_inflow);
  const int whole = finite_curve && finite_inflow;
  for (ptrdiff_t t0 = 0; t0 < rows; t0 += SPAN) {
    ptrdiff_t height = rows - t0 < SPAN ? rows - t0 : SPAN;
    memset(span, 0, sizeof span);
    if (solve) memcpy(span, x + t0, sizeof(double) * (size_t)height);
    NAME(series_past)(t0, whole ? t0 + height : t0, solve ? -1 : 1, curve, solve ? y : x, span);
    for (ptrdiff_t c = 0; c < height && !whole; c++) {
      double inflow = solve ? (span[c] /= curve[0]) : x[t0 + c];
      if (solve)
        for (ptrdiff_t t = c + 1; t < height; t++) span[t] -= curve[t - c] * inflow;
      else
        for (ptrdiff_t t = c; t < height; t++) span[t] += curve[t - c] * inflow;
    }
    memcpy(y + t0, span, sizeof(double) * (size_t)height);
  }
}

// One lane: the arguments are those of the kernels for many.
void NAME(series_times)(ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s,
                        const double *x, double *y, double *scratch) {
  if (lanes == 1 && stride == 1) NAME(series)(rows, 0, s, x, y, scratch);
}

void NAME(series_solve)(ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s,
                        const double *y, double *x, double *scratch) {
  if (lanes == 1 && stride == 1) NAME(series)(rows, 1, s, y, x, scratch);
}
