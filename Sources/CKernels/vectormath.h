// Elementary functions of WIDE numbers at once, without branches, to less than an ulp; numbers of
// twice the precision (hi + lo) where one function feeds another.
//
// exp and log after the reductions in FreeBSD's msun (Sun Microsystems 1993), erfc after
// M. M. Shepherd and J. G. Laframboise 1981 (doi:10.1090/S0025-5718-1981-0595058-X), one polynomial in
// (x − 4)/(x + 4); the polynomials are our own (Tests/Reference/polynomials.py).


/// Four registers at once: the long chains of one function wait for their own results, four side by side
/// keep the machine busy (measured: 1.5 times as fast as one).
#define WIDE (4 * WIDTH)
typedef double wide __attribute__((vector_size(WIDE * 8), aligned(8)));
typedef int64_t whole __attribute__((vector_size(WIDE * 8), aligned(8)));

/// hi + lo, with |lo| at most half an ulp of hi (or a little more).
typedef struct {
  wide hi, lo;
} NAME(twofold);
#define TWOFOLD NAME(twofold)

#define SELECT(mask, yes, no) \
  ((wide)(((whole)(mask) & (whole)(yes)) | (~(whole)(mask) & (whole)(no))))
#define ALL(number) ((wide){0} + (number))
#define ROUNDING 0x1.8p52  // adding it and taking it off again rounds to a whole number
#define LN2_HI 0x1.62e42feep-1
#define LN2_LO 0x1.a39ef35793c76p-33

/// a·b + c, rounded once; without the instruction, so close to it that the difference doesn't matter.
INLINED wide NAME(fused)(wide a, wide b, wide c) {
#if FUSED
  return __builtin_elementwise_fma(a, b, c);
#else
  // Dekker 1971, doi:10.1007/BF01397083: the product as a sum of two numbers.
  wide p = a * b;
  wide a1 = a * 134217729.0, b1 = b * 134217729.0;
  a1 = a1 - (a1 - a), b1 = b1 - (b1 - b);
  wide a2 = a - a1, b2 = b - b1;
  wide error = ((a1 * b1 - p) + a1 * b2 + a2 * b1) + a2 * b2;
  wide sum = p + c, part = sum - p;
  return sum + (((p - (sum - part)) + (c - part)) + error);
#endif
}

/// a + b with its rounding error (Knuth's two-sum).
INLINED TWOFOLD NAME(two_sum)(wide a, wide b) {
  wide sum = a + b, part = sum - a;
  return (TWOFOLD){sum, (a - (sum - part)) + (b - part)};
}

/// a + b with its rounding error, |a| ≥ |b| or a = 0.
INLINED TWOFOLD NAME(quick_sum)(wide a, wide b) {
  wide sum = a + b;
  return (TWOFOLD){sum, b - (sum - a)};
}

/// (a.hi + a.lo)·(b.hi + b.lo).
INLINED TWOFOLD NAME(two_product)(TWOFOLD a, TWOFOLD b) {
  wide product = a.hi * b.hi;
  return (TWOFOLD){product, NAME(fused)(a.hi, b.hi, -product) + (a.hi * b.lo + a.lo * b.hi)};
}

/// value·2^k for whole −2000 < k < 2000, in two steps: the second may overflow or round to a denormal.
INLINED wide NAME(scaled)(wide value, wide k) {
  wide half = (k * 0.5 + ROUNDING) - ROUNDING, rest = k - half;
  wide first = (wide)(((whole)(half + ROUNDING) + 1023) << 52);
  wide second = (wide)(((whole)(rest + ROUNDING) + 1023) << 52);
  return value * first * second;
}

/// Σ coefficients[k]·x^k for first ≤ k ≤ last, over x^first: even and odd powers side by side, which
/// takes half the time of one chain.
INLINED wide NAME(polynomial)(const double *coefficients, int first, int last, wide x) {
  wide square = x * x, even = ALL(coefficients[last]), odd = ALL(coefficients[last - 1]);
  for (int k = last - 2; k >= first; k -= 2) {
    even = even * square + coefficients[k];
    if (k > first) odd = odd * square + coefficients[k - 1];
  }
  return (last - first) % 2 == 0 ? even + x * odd : odd + x * even;
}

/// exp(x.hi + x.lo) = (hi + lo)·2^k, for |x| ≤ 800.
INLINED TWOFOLD NAME(exp_parts)(TWOFOLD x, wide *k) {
  *k = (x.hi * 1.4426950408889634 + ROUNDING) - ROUNDING;
  wide high = NAME(fused)(*k, ALL(-LN2_HI), x.hi), low = *k * LN2_LO - x.lo;
  wide r = high - low, rest = (high - r) - low;
  wide sum = NAME(polynomial)(EXP, 0, 10, r);
  // 1 + r + r²·sum + rest; the first two are added exactly.
  TWOFOLD value = NAME(quick_sum)(ALL(1), r);
  value.lo += r * r * sum + rest;
  return NAME(quick_sum)(value.hi, value.lo);
}

INLINED wide NAME(clamped)(wide x, double low, double high) {
  x = SELECT(x < low, ALL(low), x);
  return SELECT(x > high, ALL(high), x);
}

INLINED wide NAME(exp_one)(wide x) {
  wide k;
  TWOFOLD value = NAME(exp_parts)((TWOFOLD){NAME(clamped)(x, -800, 800), ALL(0)}, &k);
  return NAME(scaled)(value.hi, k);
}

/// ln(x) as hi + lo, right to 2⁻⁵⁸ of its value; −∞ for 0, NaN below.
INLINED TWOFOLD NAME(log_parts)(wide x) {
  whole denormal = x < 0x1p-1022;
  wide m = SELECT(denormal, x * 0x1p54, x);
  // m·2^k with √½ ≤ m < √2.
  whole exponent = ((whole)m - 0x3fe6a09e667f3bcd) >> 52;
  m = (wide)((whole)m - (exponent << 52));
  wide k = (wide)(exponent + 0x4338000000000000) - ROUNDING;
  k = SELECT(denormal, k - 54, k);
  // ln m = 2·atanh(s), s = f/(2 + f); the division leaves a remainder.
  wide f = m - 1;
  TWOFOLD g = NAME(quick_sum)(ALL(2), f);
  wide inverse = 1 / g.hi, s = f * inverse;
  wide rest = (NAME(fused)(-s, g.hi, f) - s * g.lo) * inverse;
  wide u = s * s, sum = NAME(polynomial)(LOG, 0, 7, u);
  TWOFOLD value = NAME(quick_sum)(k * LN2_HI, 2 * s);
  value.lo += k * LN2_LO + (2 * rest + s * u * sum);
  value = NAME(quick_sum)(value.hi, value.lo);
  whole special = ~((x > 0) & (x < __builtin_inf()));
  wide limit = SELECT(x == 0, ALL(-__builtin_inf()), SELECT(x > 0, x, ALL(__builtin_nan(""))));
  return (TWOFOLD){SELECT(special, limit, value.hi), SELECT(special, ALL(0), value.lo)};
}

INLINED wide NAME(log_one)(wide x) { return NAME(log_parts)(x).hi; }

/// exp(x.hi + x.lo) = hi + lo for any x; what overflows or vanishes has no low part.
INLINED TWOFOLD NAME(exp_twofold)(TWOFOLD x) {
  wide k, bounded = NAME(clamped)(x.hi, -800, 800);
  TWOFOLD value = NAME(exp_parts)((TWOFOLD){bounded, SELECT(bounded == x.hi, x.lo, ALL(0))}, &k);
  return (TWOFOLD){NAME(scaled)(value.hi, k), NAME(scaled)(value.lo, k)};
}

/// x^p for x ≥ 0.
INLINED wide NAME(pow_one)(wide x, wide p) {
  TWOFOLD product = NAME(two_product)((TWOFOLD){p, ALL(0)}, NAME(log_parts)(x));
  wide k, bounded = NAME(clamped)(product.hi, -800, 800);
  product.lo = SELECT(bounded == product.hi, product.lo, ALL(0));
  TWOFOLD value = NAME(exp_parts)((TWOFOLD){bounded, product.lo}, &k);
  return SELECT((p == 0) | (x == 1), ALL(1), NAME(scaled)(value.hi, k));
}

/// erfc(x.hi + x.lo) = exp(−x²)·P(q)/(1 + 2x) for x ≥ 0, and 2 − erfc(−x) below.
INLINED wide NAME(erfc_twofold)(TWOFOLD x) {
  whole negative = x.hi < 0;
  wide a = SELECT(negative, -x.hi, x.hi), low = SELECT(negative, -x.lo, x.lo);
  low = SELECT(a < 28, low, ALL(0));
  a = SELECT(a > 28, ALL(28), a);
  TWOFOLD above = NAME(two_sum)(a, ALL(-4)), below = NAME(two_sum)(a, ALL(4));
  wide inverse = 1 / below.hi, q = above.hi * inverse;
  wide rest = (NAME(fused)(-q, below.hi, above.hi) + (above.lo - q * below.lo)) * inverse;
  // dq/dx = 8/(x + 4)²: what is left of x moves q as well.
  rest += 8 * low * inverse * inverse;
  wide sum = NAME(polynomial)(ERFC, 1, 26, q), slope = NAME(polynomial)(SLOPE, 0, 7, q);
  wide product = q * sum;
  TWOFOLD top = NAME(quick_sum)(ALL(ERFC[0]), product);
  top.lo += NAME(fused)(q, sum, -product) + (slope * rest + ERFC_REST);
  // The quotient by 1 + 2x with its remainder.
  TWOFOLD bottom = NAME(two_sum)(ALL(1), 2 * a);
  bottom.lo += 2 * low;
  wide share = 1 / bottom.hi, quotient = top.hi * share;
  TWOFOLD ratio = {
      quotient,
      (NAME(fused)(-quotient, bottom.hi, top.hi) + (top.lo - quotient * bottom.lo)) * share};
  wide square = a * a, k;
  wide error = NAME(fused)(a, a, -square) + 2 * a * low;
  TWOFOLD value = NAME(two_product)(ratio, NAME(exp_parts)((TWOFOLD){-square, -error}, &k));
  wide result = NAME(scaled)(value.hi + value.lo, k);
  result = SELECT(result > 1, ALL(1), result);
  return SELECT(negative, 2 - result, result);
}

INLINED wide NAME(erfc_one)(wide x) { return NAME(erfc_twofold)((TWOFOLD){x, ALL(0)}); }

/// Calls f(wide) for every WIDE numbers; the last ones are padded with ones.
#define FOR_EACH(name, f)                                               \
  void NAME(name)(ptrdiff_t count, const double *x, double *y) {        \
    ptrdiff_t i = 0;                                                    \
    for (; i + WIDE <= count; i += WIDE)                              \
      *(wide *)(y + i) = f(*(const wide *)(x + i));                 \
    if (i < count) {                                                    \
      wide last = ALL(1);                                             \
      memcpy(&last, x + i, sizeof(double) * (size_t)(count - i));       \
      last = f(last);                                                   \
      memcpy(y + i, &last, sizeof(double) * (size_t)(count - i));       \
    }                                                                   \
  }

FOR_EACH(vector_exp, NAME(exp_one))
FOR_EACH(vector_log, NAME(log_one))
FOR_EACH(vector_erfc, NAME(erfc_one))

/// y = x^p; p moves on by `step` (0 or 1) with every number.
void NAME(vector_pow)(ptrdiff_t count, const double *x, const double *p, ptrdiff_t step, double *y) {
  for (ptrdiff_t i = 0; i < count; i += WIDE) {
    size_t size = sizeof(double) * (size_t)(count - i < WIDE ? count - i : WIDE);
    wide base = ALL(1), exponent = ALL(p[0]);
    memcpy(&base, x + i, size);
    if (step) memcpy(&exponent, p + i, size);
    base = NAME(pow_one)(base, exponent);
    memcpy(y + i, &base, size);
  }
}

/// a = b + factor·c.
void NAME(triad)(ptrdiff_t count, double factor, const double *b, const double *c, double *a) {
  ptrdiff_t i = 0;
  for (; i + WIDTH <= count; i += WIDTH)
    *(vector *)(a + i) = *(const vector *)(b + i) + factor * *(const vector *)(c + i);
  for (; i < count; i++) a[i] = b[i] + factor * c[i];
}
