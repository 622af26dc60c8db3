// Survival of three families of lifetimes for ages × lanes, with parameters of each lane.

enum { NORMAL, LOG_NORMAL, WEIBULL };

#define SQRT2_HI 0x1.6a09e667f3bcdp+0
#define SQRT2_LO -0x1.bdd3413b26456p-54

/// 1/(√2·deviation) as hi + lo.
INLINED TWOFOLD NAME(steepness)(vector deviation) {
  TWOFOLD root = {ALL(SQRT2_HI), ALL(SQRT2_LO)};
  TWOFOLD width = NAME(two_product)((TWOFOLD){deviation, ALL(0)}, root);
  vector inverse = 1 / width.hi;
  vector rest = NAME(fused)(-inverse, width.hi, ALL(1)) - inverse * width.lo;
  return (TWOFOLD){inverse, rest * inverse};
}

/// a − b as hi + lo; where it is infinite there is no low part.
INLINED TWOFOLD NAME(difference)(TWOFOLD a, TWOFOLD b) {
  TWOFOLD sum = NAME(two_sum)(a.hi, -b.hi);
  sum.lo = SELECT(sum.hi - sum.hi == 0, sum.lo + (a.lo - b.lo), ALL(0));
  return sum;
}

/// One family: `location` and `form` are what age (or its logarithm) is moved and stretched by.
INLINED vector NAME(survive)(int family, TWOFOLD age, TWOFOLD location, TWOFOLD form) {
  TWOFOLD distance = NAME(two_product)(NAME(difference)(age, location), form);
  distance.lo = SELECT(distance.hi - distance.hi == 0, distance.lo, ALL(0));
  if (family != WEIBULL) return 0.5 * NAME(erfc_twofold)(distance);
  TWOFOLD hazard = NAME(exp_twofold)(distance);
  vector k, bounded = NAME(clamped)(-hazard.hi, -800, 0);
  vector low = SELECT(bounded == -hazard.hi, -hazard.lo, ALL(0));
  TWOFOLD value = NAME(exp_parts)((TWOFOLD){bounded, low}, &k);
  return NAME(scaled)(value.hi, k);
}

INLINED void NAME(family)(int family, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride,
                          const double *ages, const double *first, const double *second, double *out) {
  for (ptrdiff_t lane = 0; lane < lanes; lane += WIDTH) {
    size_t size = sizeof(double) * (size_t)(lanes - lane < WIDTH ? lanes - lane : WIDTH);
    vector one = ALL(1), two = ALL(1);
    memcpy(&one, first + lane, size);
    memcpy(&two, second + lane, size);
    TWOFOLD location = family == NORMAL ? (TWOFOLD){one, ALL(0)} : NAME(log_parts)(one);
    TWOFOLD form = family == WEIBULL ? (TWOFOLD){two, ALL(0)} : NAME(steepness)(two);
    for (ptrdiff_t t = 0; t < rows; t++) {
      // For the last two families an age is its logarithm, which the caller took as hi, lo.
      TWOFOLD age = {ALL(ages[t]), family == NORMAL ? ALL(0) : ALL(ages[rows + t])};
      vector share = NAME(survive)(family, age, location, form);
      if (size == sizeof share) *(vector *)(out + t * stride + lane) = share;
      else memcpy(out + t * stride + lane, &share, size);
    }
  }
}

void NAME(survival)(int32_t family, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride,
                    const double *ages, const double *first, const double *second, double *out) {
  switch (family) {
    case NORMAL: NAME(family)(NORMAL, rows, lanes, stride, ages, first, second, out); break;
    case LOG_NORMAL: NAME(family)(LOG_NORMAL, rows, lanes, stride, ages, first, second, out); break;
    default: NAME(family)(WEIBULL, rows, lanes, stride, ages, first, second, out); break;
  }
}

/// The logarithms of ages (0 where an age is negative) as `rows` high parts and then `rows` low parts.
void NAME(log_ages)(ptrdiff_t rows, const double *ages, double *out) {
  for (ptrdiff_t t = 0; t < rows; t++) {
    TWOFOLD value = NAME(log_parts)(ALL(ages[t] > 0 || ages[t] != ages[t] ? ages[t] : 0));
    out[t] = value.hi[0];
    out[rows + t] = value.lo[0];
  }
}
