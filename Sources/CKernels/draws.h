// Random numbers by position, and normal scores, many at once.
#include "scores.h"

typedef uint64_t words __attribute__((vector_size(WIDE * 8), aligned(8)));
#define WORDS(number) ((words){0} + (uint64_t)(number))

/// Philox4x32-10 (Salmon et al. 2011, doi:10.1145/2063384.2063405): the numbers of a stream at the places
/// first, first + 1, …, each in the middle of one of 2⁵³ equal parts of the unit interval.
void NAME(uniform)(ptrdiff_t count, uint64_t key, uint64_t stream, uint64_t first, double *out) {
  // Words of 32 bits, each in the lower half of a lane, so that a product is one instruction.
  const words low = WORDS(0xFFFFFFFF);
  words place = WORDS(first);
  for (int k = 0; k < WIDE; k++) place[k] += (uint64_t)k;
  for (ptrdiff_t i = 0; i < count; i += WIDE, place += WIDE) {
    words a = place & low, b = place >> 32, c = WORDS(stream) & low, d = WORDS(stream) >> 32;
    uint32_t one = (uint32_t)key, two = (uint32_t)(key >> 32);
#pragma clang loop unroll(full)
    for (int round = 0; round < 10; round++) {
      words left = a * 0xD2511F53, right = c * 0xCD9E8D57;
      a = (right >> 32) ^ b ^ WORDS(one);
      b = right & low;
      c = (left >> 32) ^ d ^ WORDS(two);
      d = left & low;
      one += 0x9E3779B9u;
      two += 0xBB67AE85u;
    }
    // 53 bits fit in the fraction of two doubles of known size: whole numbers become doubles without
    // an instruction for it.
    words part = (b << 32 | a) >> 11;
    wide upper = (wide)((part >> 32) | 0x4530000000000000) - 0x1p84;
    wide lower = (wide)((part & low) | 0x4330000000000000) - 0x1p52;
    wide middle = ((upper + lower) + 0.5) * 0x1p-53;
    // Above ½ the middle is no double; the last one would be rounded up to 1.
    middle = SELECT(middle < 1, middle, ALL(0x1.fffffffffffffp-1));
    size_t size = sizeof(double) * (size_t)(count - i < WIDE ? count - i : WIDE);
    memcpy(out + i, &middle, size);
  }
}

INLINED wide NAME(score_ratio)(const double *above, const double *below, wide r) {
  wide top = ALL(above[0]), bottom = ALL(below[0]);
  for (int k = 1; k < 8; k++) {
    top = top * r + above[k];
    bottom = bottom * r + below[k];
  }
  return top / bottom;
}

INLINED wide NAME(root)(wide x) { return __builtin_elementwise_sqrt(x); }

/// The z of the standard normal distribution with the share p below it, 0 < p < 1: ratios of polynomials for
/// the middle and, in √(−ln p), for the tails.
INLINED wide NAME(score_one)(wide p) {
  wide q = p - 0.5, r = 0.180625 - q * q;
  wide middle = q * NAME(score_ratio)(SCORE_MIDDLE[0], SCORE_MIDDLE[1], r);
  wide tail = SELECT(q < 0, p, 1 - p);
  wide root = NAME(root)(-NAME(log_one)(tail));
  wide z = NAME(score_ratio)(SCORE_TAIL[0], SCORE_TAIL[1], root - 1.6);
  whole far = root > 5;
  if (__builtin_reduce_or(far))
    z = SELECT(far, NAME(score_ratio)(SCORE_FAR[0], SCORE_FAR[1], root - 5), z);
  return SELECT((q <= 0.425) & (q >= -0.425), middle, SELECT(q < 0, -z, z));
}

FOR_EACH(normal_score, NAME(score_one))
