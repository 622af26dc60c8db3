// Survival of three families of lifetimes for ages × lanes, with parameters of each lane.

enum { NORMAL, LOG_NORMAL, WEIBULL };

#define SQRT2_HI 0x1.6a09e667f3bcdp+0
#define SQRT2_LO -0x1.bdd3413b26456p-54

/// 1/(√2·deviation) as hi + lo.
INLINED TWOFOLD NAME(steepness)(wide deviation) {
  TWOFOLD root = {ALL(SQRT2_HI), ALL(SQRT2_LO)};
  TWOFOLD width = NAME(two_product)((TWOFOLD){deviation, ALL(0)}, root);
  wide inverse = 1 / width.hi;
  wide rest = NAME(fused)(-inverse, width.hi, ALL(1)) - inverse * width.lo;
  return (TWOFOLD){inverse, rest * inverse};
}

/// a − b as hi + lo; where it is infinite there is no low part.
INLINED TWOFOLD NAME(difference)(TWOFOLD a, TWOFOLD b) {
  TWOFOLD sum = NAME(two_sum)(a.hi, -b.hi);
  sum.lo = SELECT(sum.hi - sum.hi == 0, sum.lo + (a.lo - b.lo), ALL(0));
  return sum;
}

/// One family: `location` and `form` are what age (or its logarithm) is moved and stretched by.
INLINED wide NAME(survive)(int family, TWOFOLD age, TWOFOLD location, TWOFOLD form) {
  TWOFOLD distance = NAME(two_product)(NAME(difference)(age, location), form);
  distance.lo = SELECT(distance.hi - distance.hi == 0, distance.lo, ALL(0));
  if (family != WEIBULL) return 0.5 * NAME(erfc_twofold)(distance);
  TWOFOLD hazard = NAME(exp_twofold)(distance);
  wide k, bounded = NAME(clamped)(-hazard.hi, -800, 0);
  wide low = SELECT(bounded == -hazard.hi, -hazard.lo, ALL(0));
  TWOFOLD value = NAME(exp_parts)((TWOFOLD){bounded, low}, &k);
  return NAME(scaled)(value.hi, k);
}

/// The parameters of up to WIDE lanes as location and form.
INLINED void NAME(parameters)(int family, wide one, wide two, TWOFOLD *location, TWOFOLD *form) {
  *location = family == NORMAL ? (TWOFOLD){one, ALL(0)} : NAME(log_parts)(one);
  *form = family == WEIBULL ? (TWOFOLD){two, ALL(0)} : NAME(steepness)(two);
}

/// Lanes side by side; for the last two families an age is its logarithm, which the caller took as hi, lo.
INLINED void NAME(family)(int family, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride,
                          const double *ages, const double *first, const double *second, double *out) {
  for (ptrdiff_t lane = 0; lane < lanes; lane += WIDE) {
    size_t size = sizeof(double) * (size_t)(lanes - lane < WIDE ? lanes - lane : WIDE);
    wide one = ALL(1), two = ALL(1);
    memcpy(&one, first + lane, size);
    memcpy(&two, second + lane, size);
    TWOFOLD location, form;
    NAME(parameters)(family, one, two, &location, &form);
    for (ptrdiff_t t = 0; t < rows; t++) {
      TWOFOLD age = {ALL(ages[t]), family == NORMAL ? ALL(0) : ALL(ages[rows + t])};
      wide share = NAME(survive)(family, age, location, form);
      if (size == sizeof share) *(wide *)(out + t * stride + lane) = share;
      else memcpy(out + t * stride + lane, &share, size);
    }
  }
}

/// Few lanes: ages side by side instead, lane after lane, with the same numbers.
INLINED void NAME(family_by_age)(int family, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride,
                                 const double *ages, const double *first, const double *second,
                                 double *out) {
  for (ptrdiff_t lane = 0; lane < lanes; lane++) {
    TWOFOLD location, form;
    NAME(parameters)(family, ALL(first[lane]), ALL(second[lane]), &location, &form);
    for (ptrdiff_t t = 0; t < rows; t += WIDE) {
      ptrdiff_t count = rows - t < WIDE ? rows - t : WIDE;
      size_t size = sizeof(double) * (size_t)count;
      TWOFOLD age = {ALL(1), ALL(0)};
      memcpy(&age.hi, ages + t, size);
      if (family != NORMAL) memcpy(&age.lo, ages + rows + t, size);
      wide share = NAME(survive)(family, age, location, form);
      if (stride == 1) memcpy(out + t, &share, size);
      else for (ptrdiff_t i = 0; i < count; i++) out[(t + i) * stride + lane] = share[i];
    }
  }
}

#define SURVIVAL_FAMILY(number)                                                                 \
  (lanes < WIDE ? NAME(family_by_age)(number, rows, lanes, stride, ages, first, second, out)    \
                : NAME(family)(number, rows, lanes, stride, ages, first, second, out))

void NAME(survival)(int32_t family, ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride,
                    const double *ages, const double *first, const double *second, double *out) {
  switch (family) {
    case NORMAL: SURVIVAL_FAMILY(NORMAL); break;
    case LOG_NORMAL: SURVIVAL_FAMILY(LOG_NORMAL); break;
    default: SURVIVAL_FAMILY(WEIBULL); break;
  }
}

/// The logarithms of ages (0 where an age is negative) as `rows` high parts and then `rows` low parts.
void NAME(log_ages)(ptrdiff_t rows, const double *ages, double *out) {
  for (ptrdiff_t t = 0; t < rows; t += WIDE) {
    size_t size = sizeof(double) * (size_t)(rows - t < WIDE ? rows - t : WIDE);
    wide age = ALL(1);
    memcpy(&age, ages + t, size);
    TWOFOLD value = NAME(log_parts)(SELECT(age < 0, ALL(0), age));
    memcpy(out + t, &value.hi, size);
    memcpy(out + rows + t, &value.lo, size);
  }
}
