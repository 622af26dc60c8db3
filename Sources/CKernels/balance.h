// Outflow by balance, and whether numbers are finite.

/// Not zero in the lanes where a number is infinite or NaN: then x − x is NaN.
typedef int64_t NAME(mask) __attribute__((vector_size(WIDTH * 8), aligned(8)));
#define MASK NAME(mask)

INLINED int NAME(any)(MASK mask) {
  int64_t all = 0;
  for (int i = 0; i < WIDTH; i++) all |= mask[i];
  return all != 0;
}

void NAME(all_finite)(ptrdiff_t count, const double *x, int32_t *finite) {
  MASK bad[4] = {{0}};
  ptrdiff_t i = 0;
  for (; i + 4 * WIDTH <= count; i += 4 * WIDTH)
    for (int v = 0; v < 4; v++) {
      vector number = *(const vector *)(x + i + v * WIDTH);
      bad[v] |= number - number != 0;
    }
  int others = NAME(any)(bad[0] | bad[1] | bad[2] | bad[3]);
  for (; i < count; i++) others |= x[i] - x[i] != 0;
  *finite = !others;
}

/// inflow − (stock − before), where an outflow below zero by no more than the rounding of the stock is
/// zero. `bad` becomes NaN where the balance before that isn't finite.
INLINED vector NAME(outflow)(vector inflow, vector stock, vector before, vector *bad) {
  vector outflow = inflow - (stock - before);
  *bad += outflow - outflow;
  MASK negative = outflow < 0;
  // Few outflows are.
  if (__builtin_expect(__builtin_reduce_or(negative) == 0, 1)) return outflow;
  vector now = __builtin_elementwise_abs(stock), past = __builtin_elementwise_abs(before);
  vector rounding = 0x1p-50 * __builtin_elementwise_max(now, past);
  MASK none = negative & (inflow >= 0) & (outflow >= -rounding);
  return (vector)((MASK)outflow & ~none);
}

/// `count` numbers that lie one after the other.
INLINED void NAME(outflows)(ptrdiff_t count, const double *inflow, const double *stock,
                            const double *before, double *outflow, vector *bad) {
  ptrdiff_t i = 0;
  for (; i + WIDTH <= count; i += WIDTH)
    *(vector *)(outflow + i) = NAME(outflow)(*(const vector *)(inflow + i), *(const vector *)(stock + i),
                                             *(const vector *)(before + i), bad);
  if (i < count) {
    size_t size = sizeof(double) * (size_t)(count - i);
    vector in = {0}, now = {0}, past = {0};
    memcpy(&in, inflow + i, size);
    memcpy(&now, stock + i, size);
    memcpy(&past, before + i, size);
    vector out = NAME(outflow)(in, now, past, bad);
    memcpy(outflow + i, &out, size);
  }
}

void NAME(balance)(ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *inflow,
                   const double *stock, const double *before, double *outflow, int32_t *finite) {
  vector bad = {0};
  NAME(outflows)(lanes, inflow, stock, before, outflow, &bad);
  if (stride == lanes) {
    NAME(outflows)((rows - 1) * lanes, inflow + lanes, stock + lanes, stock, outflow + lanes, &bad);
  } else {
    for (ptrdiff_t t = 1; t < rows; t++) {
      if (t + 4 < rows)
        for (ptrdiff_t lane = 0; lane < lanes; lane += 8)
          __builtin_prefetch(outflow + (t + 4) * stride + lane, 1, 3);
      NAME(outflows)(lanes, inflow + t * stride, stock + t * stride, stock + (t - 1) * stride,
                     outflow + t * stride, &bad);
    }
  }
  *finite = !NAME(any)(bad != 0);
}
