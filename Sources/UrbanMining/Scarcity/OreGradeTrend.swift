internal import RealModule

/// The decline of ore grades as a straight line of their logarithm, and what it does to energy.
///
/// ```
/// ln g(t) = a + r·(t − t̄)          by least squares; r is the change per year
/// energy per tonne of metal of mining and concentrating  E(g) = e / g
/// ```
/// with e the energy per tonne of ore that becomes concentrate, divided by the recovery. Whatever happens per
/// tonne of metal, such as smelting, does not depend on the grade. Norgate & Jahanshahi (2010),
/// doi:10.1016/j.mineng.2009.10.001. A lower grade may also come from better technology and higher prices,
/// not from depletion: West (2011), doi:10.1111/j.1530-9290.2011.00334.x.
public struct OreGradeTrend: Hashable, Sendable {
  /// The mean of the years.
  public let meanYear: Double
  /// The logarithm of the grade in the mean year.
  public let level: Double
  /// The change of the logarithm per year.
  public let rate: Double
  /// The standard error of the rate, for independent residuals.
  public let rateError: Double
  /// The share of the variance of the logarithm that the line explains, from 0 to 1.
  public let explained: Double

  /// Fits grades, in any unit.
  /// - Throws: where there are fewer than three years or a grade is not above 0.
  /// - Complexity: O(points).
  public init(_ points: [(year: Double, grade: Double)]) throws(ScarcityError) {
    let count = Set(points.map(\.year)).count
    guard count >= 3 else { throw .tooFewPoints(count, needed: 3) }
    var logs: [Double] = []
    for point in points { logs.append(.log(try ScarcityError.positive(point.grade, "a grade"))) }
    let n = Double(points.count)
    let (mean, level) = (points.reduce(0) { $0 + $1.year } / n, logs.reduce(0, +) / n)
    let spread = points.reduce(0) { $0 + ($1.year - mean) * ($1.year - mean) }
    let joint = zip(points, logs).reduce(0) { $0 + ($1.0.year - mean) * ($1.1 - level) }
    let rate = joint / spread
    let total = logs.reduce(0) { $0 + ($1 - level) * ($1 - level) }
    let left = zip(points, logs).reduce(0) { sum, pair in
      let residual = pair.1 - level - rate * (pair.0.year - mean)
      return sum + residual * residual
    }
    meanYear = mean
    self.level = level
    self.rate = rate
    rateError = (left / (n - 2) / spread).squareRoot()
    explained = total > 0 ? 1 - left / total : 1
  }

  /// The grade that the line has in a year.
  public func grade(in year: Double) -> Double { .exp(level + rate * (year - meanYear)) }

  /// The energy of mining and concentrating per tonne of metal.
  /// - Parameters:
  ///   - grade: as a share of the ore, above 0 and at most 1.
  ///   - oreEnergy: per tonne of ore, recovery included, in GJ/t; above 0.
  /// - Returns: GJ per tonne of metal.
  /// - Throws: where a number is outside of what it can be.
  public static func miningEnergy(
    grade: Double, oreEnergy: Double
  ) throws(ScarcityError) -> Double {
    guard grade > 0, grade <= 1 else {
      throw .impossible(
        name: "the grade", value: grade, rule: "it must be above 0 and at most 1")
    }
    return try ScarcityError.positive(oreEnergy, "the energy of a tonne of ore") / grade
  }
}
