// What a system's march through time is made of: steps on rows of lanes, and the ageing of cohorts.

/// Runs steps of one period in order. Rows lie in one arena; each operand is a row (`lanes` numbers)
/// or, for the steps that say so, one number for all lanes.
void NAME(lane_steps)(ptrdiff_t count, const struct kernel_lane_step *steps, ptrdiff_t period,
                      ptrdiff_t lanes, double *arena) {
  for (ptrdiff_t k = 0; k < count; k++) {
    const struct kernel_lane_step step = steps[k];
    double *out = arena + step.out + period * step.out_step;
    const double *a = arena + step.a + period * step.a_step;
    const double *b = arena + step.b + period * step.b_step;
    switch (step.operation) {
      case kernel_lane_zero:
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] = 0;
        break;
      case kernel_lane_broadcast:
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] = *a;
        break;
      case kernel_lane_copy:
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] = a[i];
        break;
      case kernel_lane_add:
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] += a[i];
        break;
      case kernel_lane_subtract:
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] -= a[i];
        break;
      case kernel_lane_add_product:
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] += a[i] * b[i];
        break;
      case kernel_lane_add_scaled: {
        const double factor = *b;
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] += a[i] * factor;
        break;
      }
      case kernel_lane_divide:
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] /= a[i];
        break;
      case kernel_lane_divide_scaled: {
        const double divisor = *a;
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] /= divisor;
        break;
      }
      case kernel_lane_close:
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] /= 1 - a[i];
        break;
      case kernel_lane_minimum:
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] = a[i] < out[i] ? a[i] : out[i];
        break;
      case kernel_lane_largest:
        for (ptrdiff_t i = 0; i < lanes; i++) {
          double size = a[i] < 0 ? -a[i] : a[i];
          // Written so that a NaN is kept.
          out[i] = size <= out[i] || out[i] != out[i] ? out[i] : size;
        }
        break;
      case kernel_lane_fill_gaps:
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] = out[i] == out[i] ? out[i] : a[i];
        break;
      case kernel_lane_clear_rounding:
        for (ptrdiff_t i = 0; i < lanes; i++) {
          double now = a[i] < 0 ? -a[i] : a[i], before = b[i] < 0 ? -b[i] : b[i];
          double rounding = 0x1p-50 * (now > before ? now : before);
          out[i] = out[i] < 0 && out[i] >= -rounding ? 0 : out[i];
        }
        break;
      case kernel_lane_clip:
        for (ptrdiff_t i = 0; i < lanes; i++) out[i] = out[i] < 0 ? 0 : out[i];
        break;
    }
  }
}

/// What `height` ≤ MARCH_ROWS periods from `t0` on hold of the cohorts first ≤ c < end:
///
///     out[i][lane] = before[i][lane] + Σ s(t0 + i, c)·x[c][lane]
///
/// where s(t, c) lies at s + t·row_step + c·column_step, one number, or one for each lane (`by_lane`).
/// A register tile: each inflow is loaded once for all periods of the tile.
INLINED void NAME(cohort_tile)(ptrdiff_t first, ptrdiff_t end, ptrdiff_t t0, int height,
                               ptrdiff_t lanes, ptrdiff_t row_step, ptrdiff_t column_step,
                               int by_lane, const double *s, ptrdiff_t x_step, const double *x,
                               const double *before, double *out) {
  ptrdiff_t lane = 0;
  for (; lane + WIDTH <= lanes; lane += WIDTH) {
    vector sum[MARCH_ROWS];
    for (int i = 0; i < height; i++)
      sum[i] = before ? *(const vector *)(before + i * lanes + lane) : (vector){0};
    for (ptrdiff_t c = first; c < end; c++) {
      vector amount = *(const vector *)(x + c * x_step + lane);
      const double *share = s + t0 * row_step + c * column_step + (by_lane ? lane : 0);
#pragma clang loop unroll(full)
      for (int i = 0; i < height; i++) {
        if (by_lane) sum[i] += *(const vector *)(share + i * row_step) * amount;
        else sum[i] += share[i * row_step] * amount;
      }
    }
    for (int i = 0; i < height; i++) *(vector *)(out + i * lanes + lane) = sum[i];
  }
  for (; lane < lanes; lane++) {
    double sum[MARCH_ROWS];
    for (int i = 0; i < height; i++) sum[i] = before ? before[i * lanes + lane] : 0;
    for (ptrdiff_t c = first; c < end; c++) {
      double amount = x[c * x_step + lane];
      const double *share = s + t0 * row_step + c * column_step + (by_lane ? lane : 0);
      for (int i = 0; i < height; i++) sum[i] += share[i * row_step] * amount;
    }
    for (int i = 0; i < height; i++) out[i * lanes + lane] = sum[i];
  }
}

void NAME(cohort_rows)(ptrdiff_t first, ptrdiff_t end, ptrdiff_t t0, ptrdiff_t count,
                       ptrdiff_t lanes, ptrdiff_t row_step, ptrdiff_t column_step,
                       int32_t by_lane, const double *s, ptrdiff_t x_step, const double *x,
                       const double *before, double *out) {
  if (count == MARCH_ROWS) {
    if (by_lane)
      NAME(cohort_tile)(first, end, t0, MARCH_ROWS, lanes, row_step, column_step, 1, s, x_step, x,
                        before, out);
    else
      NAME(cohort_tile)(first, end, t0, MARCH_ROWS, lanes, row_step, column_step, 0, s, x_step, x,
                        before, out);
    return;
  }
  for (ptrdiff_t i = 0; i < count; i++)
    NAME(cohort_tile)(first, end, t0 + i, 1, lanes, row_step, column_step, by_lane, s, x_step,
                      x, before ? before + i * lanes : before, out + i * lanes);
}
