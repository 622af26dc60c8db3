/// The best values of a fit, and the scatter of the observations where they came without uncertainties.
///
/// The scatter s multiplies the units of all observations. For squares it is
/// ```
/// s² = Σ r² / (n − p)      r = (model − observed) / unit
/// ```
/// with p the parameters that the observations fix, and for a robust loss the median of |r| over 0.6745,
/// which what is far out does not move. Where the best values depend on s, as they do with a robust loss and
/// with what is known beforehand, both are found in turn until they agree. Huber & Ronchetti (2009), Robust
/// Statistics, doi:10.1002/9780470434697, §7.8.
struct FitSearch {
  let search: LeastSquares
  let best: LeastSquares.Point
  let spread: ParameterSpread
  let atBound: Set<Int>
  /// 1 where uncertainties were given; nil where observations leave nothing over to tell it by.
  let scatter: Double?
  /// By what the units of observations were multiplied.
  let unit: Double
  /// Whether uncertainties were given.
  let isAbsolute: Bool
  /// What the residuals leave over: observations and priors less parameters.
  let degreesOfFreedom: Int

  /// The median of |z| of a standard normal number.
  private static let normalMedian = 0.6744897501960817

  init(_ problem: FitProblem, _ loss: RobustLoss, from start: [Double]) throws(FitError) {
    let count = problem.observed.observations.count
    let priors = problem.targets.count { $0.parameter.prior != nil }
    let isAbsolute = problem.observed.isAbsolute
    var scatter = 1.0
    var search = problem.search(loss, scatter: scatter)
    var best = try search.minimum(from: start)
    var atBound = problem.atBound(best.values)
    var spread = try ParameterSpread(search, at: best, atBound: atBound)
    guard !isAbsolute else {
      self.init(
        search: search, best: best, spread: spread, atBound: atBound, scatter: 1, unit: 1,
        isAbsolute: true,
        degreesOfFreedom: count + priors - problem.targets.count + atBound.count)
      return
    }
    let isFound = Double(count) - spread.fixedByData >= 0.5
    // An exact fit has no scatter by which residuals could be measured.
    var hasSettled = !isFound || best.cost == 0
    for _ in 0..<200 where !hasSettled {
      let next =
        scatter * FitSearch.scatter(best.residuals[..<count], loss, spread.fixedByData)
      // Of exact observations only rounding is left over, and that need not settle.
      hasSettled =
        (loss == .squared && priors == 0) || next < 1e-9 || abs(next / scatter - 1) < 1e-8
      guard next > 0 else { break }
      scatter = next
      search = problem.search(loss, scatter: scatter)
      best =
        hasSettled ? try search.point(best.values) : try search.minimum(from: best.values)
      atBound = problem.atBound(best.values)
      spread = try ParameterSpread(search, at: best, atBound: atBound)
    }
    guard hasSettled else { throw .notConverged }
    self.init(
      search: search, best: best, spread: spread, atBound: atBound,
      scatter: isFound ? (best.cost == 0 ? 0 : scatter) : nil, unit: scatter, isAbsolute: false,
      degreesOfFreedom: Int((Double(count) - spread.fixedByData).rounded()))
  }

  private init(
    search: LeastSquares, best: LeastSquares.Point, spread: ParameterSpread, atBound: Set<Int>,
    scatter: Double?, unit: Double, isAbsolute: Bool, degreesOfFreedom: Int
  ) {
    self.search = search
    self.best = best
    self.spread = spread
    self.atBound = atBound
    self.scatter = scatter
    self.unit = unit
    self.isAbsolute = isAbsolute
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// By what residuals scatter, in their own unit.
  private static func scatter(
    _ residuals: ArraySlice<Double>, _ loss: RobustLoss, _ fixed: Double
  ) -> Double {
    guard loss == .squared else {
      return Quantiles.typeSeven(ofSorted: residuals.map(abs).sorted(), at: 0.5) / normalMedian
    }
    return (residuals.reduce(0) { $0 + $1 * $1 } / (Double(residuals.count) - fixed)).squareRoot()
  }
}

extension FitProblem {
  /// The parameters that lie on a bound.
  func atBound(_ values: [Double]) -> Set<Int> {
    Set(
      values.indices.filter {
        values[$0] <= targets[$0].bounds.lowerBound || values[$0] >= targets[$0].bounds.upperBound
      })
  }
}
