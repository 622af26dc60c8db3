// Lower triangular Toeplitz products and solves, row-major: a row is a year, lanes are contiguous.
//
// Each group of lanes is copied into a small contiguous buffer (so the stride of the matrix never
// matters), then worked on in register tiles of ROWS years: what is loaded for one cohort serves all
// years of the tile. The tile on the diagonal is a triangle written out, so that a cohort never
// touches an earlier year: a NaN stays where it belongs.

/// Copies `count` of the lanes into rows of `width`; what is missing becomes `fill`.
static void NAME(pack)(ptrdiff_t rows, ptrdiff_t count, ptrdiff_t width, ptrdiff_t stride,
                       double fill, const double *from, double *to) {
  for (ptrdiff_t t = 0; t < rows; t++) {
    if (count == width) {
      memcpy(to + t * width, from + t * stride, sizeof(double) * (size_t)width);
    } else {
      for (ptrdiff_t lane = 0; lane < width; lane++)
        to[t * width + lane] = lane < count ? from[t * stride + lane] : fill;
    }
  }
}

/// Stores the first `count` lanes of a tile's rows.
INLINED void NAME(unpack)(ptrdiff_t rows, ptrdiff_t count,
                                                               ptrdiff_t width, ptrdiff_t stride,
                                                               const double *from, double *to) {
  for (ptrdiff_t t = 0; t < rows; t++)
    memcpy(to + t * stride, from + t * width, sizeof(double) * (size_t)count);
}

/// Asks for the rows of the next group of lanes while this one is worked on: with many lanes every row
/// lies in another page, where the machine does not look ahead by itself.
INLINED void NAME(fetch)(ptrdiff_t rows, ptrdiff_t width,
                                                              ptrdiff_t stride, const double *from) {
  for (ptrdiff_t t = 0; t < rows; t++)
    for (ptrdiff_t lane = 0; lane < width; lane += 8)
      __builtin_prefetch(from + t * stride + lane + 7, 0, 3);
}

/// One curve for all lanes; TILE_LANES lanes at a time. `s` and `x` are followed by ROWS rows of zeros.
INLINED void NAME(shared_tile)(ptrdiff_t t0, int solve,
                                                                    const double *s, double *x,
                                                                    double *out) {
  vector sum[ROWS][VECTORS];
  for (int i = 0; i < ROWS; i++)
    for (int v = 0; v < VECTORS; v++)
      sum[i][v] = solve ? *(vector *)(x + (t0 + i) * TILE_LANES + v * WIDTH) : (vector){0};
  for (ptrdiff_t c = 0; c < t0; c++) {
    const double *inflow = x + c * TILE_LANES;
    for (int i = 0; i < ROWS; i++) {
      double share = solve ? -s[t0 + i - c] : s[t0 + i - c];
      for (int v = 0; v < VECTORS; v++) sum[i][v] += share * *(const vector *)(inflow + v * WIDTH);
    }
  }
#pragma clang loop unroll(full)
  for (int j = 0; j < ROWS; j++) {
    double *inflow = x + (t0 + j) * TILE_LANES;
    for (int v = 0; v < VECTORS; v++) {
      if (solve) *(vector *)(inflow + v * WIDTH) = sum[j][v] / s[0];
      vector amount = *(vector *)(inflow + v * WIDTH);
#pragma clang loop unroll(full)
      for (int i = solve ? j + 1 : j; i < ROWS; i++) {
        if (solve) sum[i][v] -= s[i - j] * amount;
        else sum[i][v] += s[i - j] * amount;
      }
    }
  }
  if (!solve)
    for (int i = 0; i < ROWS; i++)
      for (int v = 0; v < VECTORS; v++) *(vector *)(out + i * TILE_LANES + v * WIDTH) = sum[i][v];
}

INLINED void NAME(shared)(ptrdiff_t rows, ptrdiff_t lanes,
                                                               ptrdiff_t stride, int solve,
                                                               const double *s, const double *x,
                                                               double *y, double *scratch) {
  double *curve = scratch, *packed = scratch + rows + ROWS;
  double tile[ROWS * TILE_LANES];
  memcpy(curve, s, sizeof(double) * (size_t)rows);
  memset(curve + rows, 0, sizeof(double) * ROWS);
  for (ptrdiff_t lane = 0; lane < lanes; lane += TILE_LANES) {
    ptrdiff_t count = lanes - lane < TILE_LANES ? lanes - lane : TILE_LANES;
    ptrdiff_t next = lane + 2 * TILE_LANES <= lanes ? lane + TILE_LANES : -1;
    NAME(pack)(rows, count, TILE_LANES, stride, 0, x + lane, packed);
    memset(packed + rows * TILE_LANES, 0, sizeof(double) * ROWS * TILE_LANES);
    for (ptrdiff_t t0 = 0; t0 < rows; t0 += ROWS) {
      ptrdiff_t height = rows - t0 < ROWS ? rows - t0 : ROWS;
      if (next >= 0) {
        NAME(fetch)(height, TILE_LANES, stride, x + t0 * stride + next);
        NAME(fetch)(height, TILE_LANES, stride, y + t0 * stride + next);
      }
      NAME(shared_tile)(t0, solve, curve, packed, tile);
      NAME(unpack)(height, count, TILE_LANES, stride, solve ? packed + t0 * TILE_LANES : tile,
                   y + t0 * stride + lane);
    }
  }
}

void NAME(toeplitz_shared_times)(ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s,
                                 const double *x, double *y, double *scratch) {
  NAME(shared)(rows, lanes, stride, 0, s, x, y, scratch);
}

void NAME(toeplitz_shared_solve)(ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s,
                                 const double *y, double *x, double *scratch) {
  NAME(shared)(rows, lanes, stride, 1, s, y, x, scratch);
}

/// A curve per lane; WIDTH lanes at a time, LANE_ROWS years. The same, without broadcasts.
INLINED void NAME(lanes_tile)(ptrdiff_t t0, int solve,
                                                                   const vector *s, vector *x,
                                                                   vector *out) {
  vector sum[LANE_ROWS];
  for (int i = 0; i < LANE_ROWS; i++) sum[i] = solve ? x[t0 + i] : (vector){0};
#pragma clang loop unroll_count(4)
  for (ptrdiff_t c = 0; c < t0; c++) {
    vector inflow = solve ? -x[c] : x[c];
    for (int i = 0; i < LANE_ROWS; i++) sum[i] += s[t0 + i - c] * inflow;
  }
#pragma clang loop unroll(full)
  for (int j = 0; j < LANE_ROWS; j++) {
    if (solve) x[t0 + j] = sum[j] / s[0];
    vector amount = x[t0 + j];
#pragma clang loop unroll(full)
    for (int i = solve ? j + 1 : j; i < LANE_ROWS; i++) {
      if (solve) sum[i] -= s[i - j] * amount;
      else sum[i] += s[i - j] * amount;
    }
  }
  if (!solve)
    for (int i = 0; i < LANE_ROWS; i++) out[i] = sum[i];
}

INLINED void NAME(lanes)(ptrdiff_t rows, ptrdiff_t lanes,
                                                              ptrdiff_t stride, int solve,
                                                              const double *s, const double *x,
                                                              double *y, double *scratch) {
  double *curves = scratch, *packed = scratch + (rows + LANE_ROWS) * WIDTH;
  double tile[LANE_ROWS * WIDTH];
  memset(curves + rows * WIDTH, 0, sizeof(double) * LANE_ROWS * WIDTH);
  for (ptrdiff_t lane = 0; lane < lanes; lane += WIDTH) {
    ptrdiff_t count = lanes - lane < WIDTH ? lanes - lane : WIDTH;
    ptrdiff_t next = lane + 2 * WIDTH <= lanes ? lane + WIDTH : -1;
    NAME(pack)(rows, count, WIDTH, stride, 1, s + lane, curves);
    NAME(pack)(rows, count, WIDTH, stride, 0, x + lane, packed);
    memset(packed + rows * WIDTH, 0, sizeof(double) * LANE_ROWS * WIDTH);
    for (ptrdiff_t t0 = 0; t0 < rows; t0 += LANE_ROWS) {
      ptrdiff_t height = rows - t0 < LANE_ROWS ? rows - t0 : LANE_ROWS;
      if (next >= 0) {
        NAME(fetch)(height, WIDTH, stride, s + t0 * stride + next);
        NAME(fetch)(height, WIDTH, stride, x + t0 * stride + next);
        NAME(fetch)(height, WIDTH, stride, y + t0 * stride + next);
      }
      NAME(lanes_tile)(t0, solve, (const vector *)curves, (vector *)packed, (vector *)tile);
      NAME(unpack)(height, count, WIDTH, stride, solve ? packed + t0 * WIDTH : tile,
                   y + t0 * stride + lane);
    }
  }
}

void NAME(toeplitz_lanes_times)(ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s,
                                const double *x, double *y, double *scratch) {
  NAME(lanes)(rows, lanes, stride, 0, s, x, y, scratch);
}

void NAME(toeplitz_lanes_solve)(ptrdiff_t rows, ptrdiff_t lanes, ptrdiff_t stride, const double *s,
                                const double *y, double *x, double *scratch) {
  NAME(lanes)(rows, lanes, stride, 1, s, y, x, scratch);
}
