internal import RealModule

/// The profile of one parameter: how far it can be moved until the fit, with all others fitted anew, becomes
/// too bad.
///
/// From the best values it goes outwards step by step, each search starting from where the last two lead, so
/// that it stays in the same valley; then the end is enclosed. For non-linear models it is more honest than
/// multiples of a standard error. Bates & Watts (1988), Nonlinear Regression Analysis,
/// doi:10.1002/9780470316757, §6.1.
struct ParameterProfile {
  /// The ends; nil where the cost does not rise far enough before the bound.
  private(set) var low: Double?
  private(set) var high: Double?
  /// Values that fit better than the best ones, where the way led to some: their search is to be repeated.
  private(set) var better: [Double]?

  private let search: LeastSquares
  private let index: Int
  private let best: LeastSquares.Point
  private let rise: Double

  /// A place on the profile.
  private struct Place {
    let value: Double
    /// √(rise of the cost / rise wanted) − 1: straight where the model is linear, and 0 at the end.
    let height: Double
    let others: [Double]
  }

  /// - Parameters:
  ///   - search: the search that led to the best values.
  ///   - index: the parameter.
  ///   - best: the best values.
  ///   - standardError: about how far to go; any number that is not above 0 and finite if that is not known.
  ///   - rise: by how much the cost may rise.
  /// - Complexity: some ten searches for each end.
  init(
    _ search: LeastSquares, of index: Int, at best: LeastSquares.Point, standardError: Double,
    rise: Double
  ) throws(FitError) {
    self.search = search
    self.index = index
    self.best = best
    self.rise = rise
    guard rise > 0 else { return }
    // Too wide a step would leave the valley; it grows where the way is flat.
    let size = max(abs(best.values[index]), search.sizes[index])
    let step =
      standardError > 0 && standardError.isFinite
      ? min(standardError * rise.squareRoot() / 2, 0.2 * size) : 0.02 * size
    low = try end(-step, search.bounds[index].lowerBound)
    if better == nil { high = try end(step, search.bounds[index].upperBound) }
  }

  private mutating func end(_ first: Double, _ limit: Double) throws(FitError) -> Double? {
    let start = best.values[index]
    guard start != limit else { return nil }
    var inside = Place(value: start, height: -1, others: best.values)
    var before = inside
    var step = first
    for _ in 0..<100 {
      var next = inside.value + step
      let isLast = step < 0 ? next <= limit : next >= limit
      if isLast { next = limit }
      guard let outside = try place(at: next, before, inside) else { return nil }
      if outside.height >= 0 { return try root(inside, outside) }
      if isLast { return nil }
      let gain = outside.height - inside.height
      step *= gain < 0.1 ? 2 : gain < 0.3 ? 1.3 : 1
      (before, inside) = (inside, outside)
    }
    return nil
  }

  /// The place at a value, its search beginning on the line through two known places; nil where it fits better
  /// than the best values.
  private mutating func place(
    at value: Double, _ first: Place, _ second: Place
  ) throws(FitError) -> Place? {
    let width = second.value - first.value
    let share = width == 0 ? 0 : (value - second.value) / width
    var start = zip(first.others, second.others).enumerated().map { other, ends in
      let bounds = search.bounds[other]
      return min(max(ends.1 + share * (ends.1 - ends.0), bounds.lowerBound), bounds.upperBound)
    }
    start[index] = value
    let found = try search.minimum(from: start, fixed: [index])
    if found.cost < best.cost - 1e-6 * rise {
      better = found.values
      return nil
    }
    let height = (max(0, found.cost - best.cost) / rise).squareRoot() - 1
    return Place(value: value, height: height, others: found.values)
  }

  /// Where the height is 0, between two places: false position with halving (Illinois).
  private mutating func root(_ inside: Place, _ outside: Place) throws(FitError) -> Double? {
    var (a, b) = (inside, outside)
    var (fa, fb) = (a.height, b.height)
    for _ in 0..<60 {
      if fb == 0 { return b.value }
      let next = b.value - fb * (b.value - a.value) / (fb - fa)
      guard let found = try place(at: next, a, b) else { return nil }
      if abs(found.height) < 1e-8 || abs(b.value - a.value) <= 1e-10 * abs(b.value) { return next }
      if found.height * fb < 0 {
        (a, fa) = (b, fb)
      } else {
        fa /= 2
      }
      (b, fb) = (found, found.height)
    }
    return b.value
  }
}
