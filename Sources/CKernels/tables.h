// The table of a lane's stock by cohort.

/// table[t][c] = shares[t][c]·amounts[c] for c ≤ t, zero above the diagonal. Row t of the shares begins at
/// shares + first + t·step: a step of `rows` reads a square, a step of −1 the windows of a reversed curve.
void NAME(cohort_table)(ptrdiff_t rows, const double *shares, ptrdiff_t first, ptrdiff_t step,
                        const double *amounts, double *table) {
  for (ptrdiff_t t = 0; t < rows; t++) {
    const double *share = shares + first + t * step;
    double *row = table + t * rows;
    ptrdiff_t c = 0, count = t + 1;
    for (; c + WIDTH <= count; c += WIDTH)
      *(vector *)(row + c) = *(const vector *)(share + c) * *(const vector *)(amounts + c);
    for (; c < count; c++) row[c] = share[c] * amounts[c];
    memset(row + count, 0, sizeof(double) * (size_t)(rows - count));
  }
}

/// The outflow of the same lane: what each cohort loses in each period.
void NAME(cohort_outflow)(ptrdiff_t rows, const double *inflow, const double *stock, double *table) {
  for (ptrdiff_t t = 0; t < rows; t++) {
    const double *now = stock + t * rows, *before = now - rows;
    double *row = table + t * rows;
    ptrdiff_t c = 0;
    for (; c + WIDTH <= t; c += WIDTH)
      *(vector *)(row + c) = *(const vector *)(before + c) - *(const vector *)(now + c);
    for (; c < t; c++) row[c] = before[c] - now[c];
    row[t] = inflow[t] - now[t];
    memset(row + t + 1, 0, sizeof(double) * (size_t)(rows - t - 1));
  }
}
