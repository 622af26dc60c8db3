// What a system's march through time is made of: steps on rows of lanes, and the ageing of cohorts.

typedef int64_t NAME(choice) __attribute__((vector_size(WIDTH * 8), aligned(8)));

/// Lane by lane: yes where the condition holds, else no.
INLINED vector NAME(pick)(NAME(choice) condition, vector yes, vector no) {
  return (vector)((condition & (NAME(choice))yes) | (~condition & (NAME(choice))no));
}

/// The larger of sizes and of other numbers by size, written so that a NaN is kept.
INLINED vector NAME(larger)(vector size, vector other) {
  other = __builtin_elementwise_abs(other);
  return NAME(pick)((other <= size) | (size != size), size, other);
}

/// out = expression for every vector of lanes, where `o`, `x` and `y` are those of the rows out, a and b.
/// Rows are the same or lie apart, which a compiler can't know of a plain loop.
#define EACH(operands, expression)                                    \
  {                                                                   \
    ptrdiff_t i = 0;                                                  \
    for (; i + WIDTH <= lanes; i += WIDTH) {                          \
      operands(WHOLE) *(vector *)(out + i) = expression;              \
    }                                                                 \
    if (i < lanes) {                                                  \
      const size_t size = sizeof(double) * (size_t)(lanes - i);       \
      operands(PART) vector result = expression;                      \
      memcpy(out + i, &result, size);                                 \
    }                                                                 \
    break;                                                            \
  }
#define WHOLE(name, row) vector name = *(const vector *)(row + i);
#define PART(name, row) vector name = {0}; memcpy(&name, row + i, size);
#define O(load) load(o, out)
#define X(load) load(x, a)
#define OX(load) load(o, out) load(x, a)
#define XY(load) load(x, a) load(y, b)
#define OXY(load) load(o, out) load(x, a) load(y, b)

/// Runs steps of one period in order. Rows lie in one arena; each operand is a row (`lanes` numbers)
/// or, for the steps that say so, one number for all lanes.
void NAME(lane_steps)(ptrdiff_t count, const struct kernel_lane_step *steps, ptrdiff_t period,
                      ptrdiff_t lanes, double *arena) {
  for (ptrdiff_t k = 0; k < count; k++) {
    const struct kernel_lane_step *step = steps + k;
    double *out = arena + step->out + period * step->out_step;
    const double *a = arena + step->a + period * step->a_step;
    const double *b = arena + step->b + period * step->b_step;
    const double number = *a, factor = *b;
    switch (step->operation) {
      case kernel_lane_zero: memset(out, 0, sizeof(double) * (size_t)lanes); break;
      case kernel_lane_broadcast: for (ptrdiff_t i = 0; i < lanes; i++) out[i] = number; break;
      case kernel_lane_copy: memmove(out, a, sizeof(double) * (size_t)lanes); break;
      case kernel_lane_add: EACH(OX, o + x)
      case kernel_lane_subtract: EACH(OX, o - x)
      case kernel_lane_product: EACH(XY, x * y)
      case kernel_lane_scaled: EACH(X, x * factor)
      case kernel_lane_add_product: EACH(OXY, o + x * y)
      case kernel_lane_add_scaled: EACH(OX, o + x * factor)
      case kernel_lane_divide: EACH(OX, o / x)
      case kernel_lane_divide_scaled: EACH(O, o / number)
      case kernel_lane_close: EACH(OX, o / (1 - x))
      case kernel_lane_minimum: EACH(OX, NAME(pick)(x < o, x, o))
      case kernel_lane_largest: EACH(OX, NAME(larger)(o, x))
      case kernel_lane_largest_difference: EACH(OXY, NAME(larger)(o, x - y))
      case kernel_lane_fill_gaps: EACH(OX, NAME(pick)(o == o, o, x))
      case kernel_lane_clear_rounding:
        EACH(OXY, NAME(pick)((o < 0) & (o >= -0x1p-50 * NAME(larger)(NAME(larger)((vector){0}, x), y)),
                             (vector){0}, o))
      case kernel_lane_clip: EACH(O, NAME(pick)(o < 0, (vector){0}, o))
    }
  }
}

#undef O
#undef X
#undef OX
#undef XY
#undef OXY
#undef WHOLE
#undef PART
#undef EACH

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
