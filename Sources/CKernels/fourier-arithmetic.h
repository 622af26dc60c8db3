// Complex numbers side by side, roots of unity, and the small transforms that others are built of.
#include "polynomials.h"

typedef double lane8 __attribute__((vector_size(64), aligned(8)));

/// 8 complex numbers.
typedef struct {
  lane8 re, im;
} NAME(complex8);
#define COMPLEX NAME(complex8)

static const double NAME(lane_numbers)[8] = {0, 1, 2, 3, 4, 5, 6, 7};

INLINED COMPLEX NAME(add)(COMPLEX a, COMPLEX b) { return (COMPLEX){a.re + b.re, a.im + b.im}; }
INLINED COMPLEX NAME(sub)(COMPLEX a, COMPLEX b) { return (COMPLEX){a.re - b.re, a.im - b.im}; }
INLINED COMPLEX NAME(scale)(COMPLEX a, double by) { return (COMPLEX){a.re * by, a.im * by}; }
/// a·i, or a·(−i).
INLINED COMPLEX NAME(turn)(COMPLEX a, int backwards) {
  return backwards ? (COMPLEX){a.im, -a.re} : (COMPLEX){-a.im, a.re};
}
/// a·(c + i·s).
INLINED COMPLEX NAME(rotate)(COMPLEX a, double c, double s) {
  return (COMPLEX){a.re * c - a.im * s, a.im * c + a.re * s};
}
INLINED COMPLEX NAME(multiply)(COMPLEX a, COMPLEX b) {
  return (COMPLEX){a.re * b.re - a.im * b.im, a.im * b.re + a.re * b.im};
}
INLINED COMPLEX NAME(multiply_conjugate)(COMPLEX a, COMPLEX b) {
  return (COMPLEX){a.re * b.re + a.im * b.im, a.im * b.re - a.re * b.im};
}

/// exp(2πi·position/turn) for whole numbers 0 ≤ position ≤ turn < 2⁴⁸, each part within 1 ulp of 1.
///
/// The nearest quarter turn is taken off exactly; polynomials give sine and cosine of what is left.
INLINED COMPLEX NAME(unit)(lane8 position, double turn) {
  const double whole = 0x1.8p52;  // adding and taking it off again rounds to a whole number
  lane8 quarter = (position * (4 / turn) + whole) - whole;
  lane8 angle = (position * 4 - quarter * turn) * (1.5707963267948966 / turn);
  lane8 z = angle * angle;
  lane8 sine = {0}, cosine = {0};
  for (int k = 5; k >= 0; k--) {
    sine = sine * z + SIN[k];
    cosine = cosine * z + COS[k];
  }
  sine = angle + angle * z * sine;
  cosine = 1 - (0.5 * z - z * z * cosine);
  // quarter = 2·halves + odd; half a turn changes the sign, an odd quarter exchanges the parts.
  lane8 halves = (quarter * 0.5 - 0.25 + whole) - whole;
  lane8 odd = quarter - 2 * halves, even = 1 - odd;
  lane8 sign = 1 - 2 * (halves - 2 * ((halves * 0.5 - 0.25 + whole) - whole));
  return (COMPLEX){sign * (even * cosine - odd * sine), sign * (even * sine + odd * cosine)};
}

/// Transform of 2, 3, 4 or 5 elements in place: exponent −, or + where it is the inverse.
INLINED void NAME(butterfly)(int radix, int inverse, COMPLEX *v) {
  if (radix == 2) {
    COMPLEX a = v[0], b = v[1];
    v[0] = NAME(add)(a, b), v[1] = NAME(sub)(a, b);
  } else if (radix == 4) {
    COMPLEX a = NAME(add)(v[0], v[2]), b = NAME(sub)(v[0], v[2]);
    COMPLEX c = NAME(add)(v[1], v[3]), d = NAME(turn)(NAME(sub)(v[1], v[3]), !inverse);
    v[0] = NAME(add)(a, c), v[2] = NAME(sub)(a, c);
    v[1] = NAME(add)(b, d), v[3] = NAME(sub)(b, d);
  } else if (radix == 3) {
    COMPLEX a = NAME(add)(v[1], v[2]);
    COMPLEX d = NAME(turn)(NAME(scale)(NAME(sub)(v[1], v[2]), 0.8660254037844386), !inverse);
    COMPLEX b = NAME(sub)(v[0], NAME(scale)(a, 0.5));
    v[0] = NAME(add)(v[0], a);
    v[1] = NAME(add)(b, d), v[2] = NAME(sub)(b, d);
  } else {
    const double c1 = 0.30901699437494745, c2 = -0.8090169943749475;  // cos 2π/5, cos 4π/5
    const double s1 = 0.9510565162951535, s2 = 0.5877852522924731;    // sin 2π/5, sin 4π/5
    COMPLEX a = NAME(add)(v[1], v[4]), b = NAME(add)(v[2], v[3]);
    COMPLEX c = NAME(turn)(NAME(sub)(v[1], v[4]), !inverse);
    COMPLEX d = NAME(turn)(NAME(sub)(v[2], v[3]), !inverse);
    COMPLEX e = NAME(add)(v[0], NAME(add)(NAME(scale)(a, c1), NAME(scale)(b, c2)));
    COMPLEX f = NAME(add)(v[0], NAME(add)(NAME(scale)(a, c2), NAME(scale)(b, c1)));
    COMPLEX g = NAME(add)(NAME(scale)(c, s1), NAME(scale)(d, s2));
    COMPLEX h = NAME(sub)(NAME(scale)(c, s2), NAME(scale)(d, s1));
    v[0] = NAME(add)(v[0], NAME(add)(a, b));
    v[1] = NAME(add)(e, g), v[4] = NAME(sub)(e, g);
    v[2] = NAME(add)(f, h), v[3] = NAME(sub)(f, h);
  }
}

/// Transform of 8 elements in place, in natural order.
INLINED void NAME(butterfly8)(int inverse, COMPLEX *v) {
  const double root = 0.7071067811865476;
  COMPLEX even[4] = {v[0], v[2], v[4], v[6]}, odd[4] = {v[1], v[3], v[5], v[7]};
  NAME(butterfly)(4, inverse, even);
  NAME(butterfly)(4, inverse, odd);
  odd[1] = NAME(rotate)(odd[1], root, inverse ? root : -root);
  odd[2] = NAME(turn)(odd[2], !inverse);
  odd[3] = NAME(rotate)(odd[3], -root, inverse ? root : -root);
  for (int i = 0; i < 4; i++) {
    v[i] = NAME(add)(even[i], odd[i]);
    v[i + 4] = NAME(sub)(even[i], odd[i]);
  }
}

INLINED void NAME(transpose_part)(lane8 *r) {
  lane8 a[8], b[8];
  for (int i = 0; i < 8; i += 2) {
    a[i] = __builtin_shufflevector(r[i], r[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
    a[i + 1] = __builtin_shufflevector(r[i], r[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
  for (int i = 0; i < 8; i += 4)
    for (int j = i; j < i + 2; j++) {
      b[j] = __builtin_shufflevector(a[j], a[j + 2], 0, 1, 8, 9, 4, 5, 12, 13);
      b[j + 2] = __builtin_shufflevector(a[j], a[j + 2], 2, 3, 10, 11, 6, 7, 14, 15);
    }
  for (int i = 0; i < 4; i++) {
    r[i] = __builtin_shufflevector(b[i], b[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    r[i + 4] = __builtin_shufflevector(b[i], b[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
}

/// Exchanges rows and columns of 8 × 8 complex numbers.
INLINED void NAME(transpose)(COMPLEX *v) {
  lane8 re[8], im[8];
  for (int i = 0; i < 8; i++) re[i] = v[i].re, im[i] = v[i].im;
  NAME(transpose_part)(re);
  NAME(transpose_part)(im);
  for (int i = 0; i < 8; i++) v[i] = (COMPLEX){re[i], im[i]};
}

/// 8 numbers from x[first], zero from x[count] on.
INLINED void NAME(load)(lane8 *to, const double *x, ptrdiff_t first, ptrdiff_t count) {
  if (first + 8 <= count) {
    *to = *(const lane8 *)(x + first);
  } else {
    for (int i = 0; i < 8; i++) (*to)[i] = first + i < count ? x[first + i] : 0;
  }
}
