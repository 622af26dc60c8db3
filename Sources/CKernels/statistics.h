// What is said about rows of draws: mean, spread and extremes, and how often values fall into bins.

/// Mean, sum of squared deviations, smallest and largest number of rows of `count` ≥ 1 numbers. Where a number
/// is NaN so is the mean.
void NAME(row_moments)(ptrdiff_t rows, ptrdiff_t count, const double *x, double *means, double *squares,
                       double *smallest, double *largest) {
  for (ptrdiff_t row = 0; row < rows; row++, x += count) {
    // As many partial sums as a register holds, four registers side by side.
    vector sum[4] = {{0}}, square[4] = {{0}}, least = (vector){0} + x[0], most = least;
    double low = x[0], high = x[0], rest = 0;
    ptrdiff_t whole = count - count % (4 * WIDTH);
    for (ptrdiff_t i = 0; i < whole; i += 4 * WIDTH)
      for (int k = 0; k < 4; k++) {
        vector value = *(const vector *)(x + i + k * WIDTH);
        sum[k] += value;
        least = __builtin_elementwise_min(least, value);
        most = __builtin_elementwise_max(most, value);
      }
    for (ptrdiff_t i = whole; i < count; i++) {
      rest += x[i];
      low = x[i] < low ? x[i] : low;
      high = x[i] > high ? x[i] : high;
    }
    vector all = (sum[0] + sum[1]) + (sum[2] + sum[3]);
    for (int k = 0; k < WIDTH; k++) rest += all[k];
    double mean = rest / (double)count;
    rest = 0;
    for (ptrdiff_t i = 0; i < whole; i += 4 * WIDTH)
      for (int k = 0; k < 4; k++) {
        vector apart = *(const vector *)(x + i + k * WIDTH) - mean;
        square[k] += apart * apart;
      }
    for (ptrdiff_t i = whole; i < count; i++) rest += (x[i] - mean) * (x[i] - mean);
    all = (square[0] + square[1]) + (square[2] + square[3]);
    for (int k = 0; k < WIDTH; k++) rest += all[k];
    for (int k = 0; k < WIDTH; k++) {
      low = least[k] < low ? least[k] : low;
      high = most[k] > high ? most[k] : high;
    }
    means[row] = mean, squares[row] = rest, smallest[row] = low, largest[row] = high;
  }
}

/// Counts numbers ≥ 0 by their leading bits: the bits from `shift` on, less `first`, are the bin; what lies
/// outside of the bins counts in the last one. Most numbers lie in the bins from `low` to `high`: fetching these
/// at once instead of one after the other was measured to take less than half the time.
void NAME(count_bins)(ptrdiff_t count, const double *x, int32_t shift, uint64_t first, ptrdiff_t bins,
                      ptrdiff_t low, ptrdiff_t high, uint32_t *counts) {
  const uint64_t last = (uint64_t)bins - 1;
  const ptrdiff_t line = 16, most = 64 * line;
  if (high > low + most) high = low + most;
  for (ptrdiff_t bin = low; bin < high + line; bin += line) __builtin_prefetch(counts + bin, 1);
  for (ptrdiff_t i = 0; i < count; i++) {
    uint64_t pattern;
    memcpy(&pattern, x + i, sizeof pattern);
    uint64_t bin = (pattern >> shift) - first;
    counts[bin < last ? bin : last]++;
  }
}
