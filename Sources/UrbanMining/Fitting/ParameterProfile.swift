extension LeastSquares {
  /// The ends of the interval of one parameter in which the least cost, with all others fitted anew, rises
  /// by no more than `rise`; nil at an end where it does not rise that far before the bound.
  ///
  /// For non-linear models it is more honest than multiples of a standard error. Bates & Watts (1988),
  /// Nonlinear Regression Analysis, doi:10.1002/9780470316757, §6.1.
  func profile(
    of index: Int, at best: Point, standardError: Double, rise: Double
  ) throws(FitError) -> (low: Double?, high: Double?) {
    (
      try end(of: index, at: best, step: -standardError, rise),
      try end(of: index, at: best, step: standardError, rise)
    )
  }

  private func end(
    of index: Int, at best: Point, step: Double, _ rise: Double
  ) throws(FitError) -> Double? {
    guard rise > 0, step != 0 else { return nil }
    let limit = step < 0 ? bounds[index].lowerBound : bounds[index].upperBound
    let first = step.isFinite ? step : (step < 0 ? -1 : 1) * 0.1 * sizes[index]
    /// √(rise of the cost / rise wanted): straight where the model is linear.
    func height(_ value: Double, from start: [Double]) throws(FitError) -> (Double, [Double]) {
      var start = start
      start[index] = value
      let found = try minimum(from: start, fixed: [index])
      return ((max(0, found.cost - best.cost) / rise).squareRoot(), found.values)
    }
    var (inside, insideHeight, others) = (best.values[index], 0.0, best.values)
    var outside = inside + 2 * first
    for attempt in 0..<40 {
      let isLast = step < 0 ? outside <= limit : outside >= limit
      if isLast { outside = limit }
      let (own, found) = try height(outside, from: others)
      if own >= 1 {
        return try root(
          (inside, insideHeight), (outside, own), from: found, height)
      }
      if isLast { return nil }
      (inside, insideHeight, others) = (outside, own, found)
      outside = best.values[index] + (outside - best.values[index]) * (attempt < 4 ? 1.5 : 3)
    }
    return nil
  }

  /// Where the height is 1, between two places: false position with halving (Illinois).
  private func root(
    _ low: (place: Double, height: Double), _ high: (place: Double, height: Double),
    from start: [Double],
    _ height: (Double, [Double]) throws(FitError) -> (Double, [Double])
  ) throws(FitError) -> Double {
    var (a, fa, b, fb) = (low.place, low.height - 1, high.place, high.height - 1)
    var others = start
    for _ in 0..<60 {
      if fb == 0 { return b }
      let next = b - fb * (b - a) / (fb - fa)
      let (own, found) = try height(next, others)
      others = found
      let value = own - 1
      if abs(value) < 1e-8 || abs(b - a) <= 1e-10 * abs(b) { return next }
      if value * fb < 0 { (a, fa) = (b, fb) } else { fa /= 2 }
      (b, fb) = (next, value)
    }
    return b
  }
}
