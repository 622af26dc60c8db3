internal import LinearAlgebra
internal import RealModule

/// Whether measurements contradict one another more than their uncertainties explain, and which of them
/// is the most suspicious.
///
/// Without gross errors the weighted sum of squares has a χ² distribution, with as many degrees of freedom
/// as there are independent equations between measurements. Of each measurement,
/// ```
/// z = Σ⁻¹ · (balanced − measured),   w = z / √Var(z)
/// ```
/// is standard normal; of all linear tests of a single gross error it is the most powerful. The bound for
/// the largest of n of them keeps the rate of false alarms (Šidák). Mah & Tamhane (1982),
/// doi:10.1002/aic.690280519; Šidák (1967), doi:10.1080/01621459.1967.10482935.
public struct BalanceTest: Hashable, Sendable {
  /// The rate of false alarms of both tests.
  public static let level = 0.05

  /// Σ (adjustment / uncertainty)², with correlations.
  public let chiSquared: Double
  public let degreesOfFreedom: Int
  /// How often contradictions as large as these come about by chance; nil without any equation to check.
  public let probability: Double?
  /// The largest |w| that chance explains; nil where nothing is checked.
  public let criticalResidual: Double?
  /// The measurement with the largest |w|; nil where nothing is checked.
  public let suspect: Suspect?
  /// w by measurement, nil where nothing checks it.
  let normalisedResiduals: [Double?]

  /// The measurement that disagrees most with the others.
  public struct Suspect: Hashable, Sendable {
    /// The quantities whose gross error would show in the same way: the first, then those that can't be
    /// told apart from it.
    public let names: [String]
    public let normalisedResidual: Double
    /// Whether |w| is above what chance explains.
    public let isSignificant: Bool
    /// What the others say in the place of the measurement.
    public let valueByOthers: Double
    /// Its standard uncertainty; nil where the errors of measurements are correlated.
    public let uncertaintyByOthers: Double?
    /// χ² without the measurement.
    public let chiSquaredWithout: Double
  }

  /// Whether the measurements agree within their uncertainties.
  public var holds: Bool { probability.map { $0 >= BalanceTest.level } ?? true }

  init(_ solution: BoundedBalances.Solution, _ system: MeasuredSystem) {
    let (balances, covariance) = (solution.balances, solution.balances.covariance)
    let checks = balances.checks
    chiSquared = solution.errors.reduce(0) { $0 + $1 * $1 }
    degreesOfFreedom = checks.values.count
    probability =
      checks.values.isEmpty
      ? nil : ChiSquared.upper(chiSquared, degreesOfFreedom: Double(checks.values.count))
    // z = L⁻ᵀ·u, Var(z) = (L⁻ᵀ·V)·(L⁻ᵀ·V)ᵀ with V the rows that check.
    let transposed = DenseSystem(coefficients: covariance.factor.transposed)
    guard !checks.values.isEmpty, let spread = try? transposed.solve(checks.right),
      let scores = try? transposed.solve(Matrix(column: solution.errors))
    else {
      (criticalResidual, suspect, normalisedResiduals) = (
        nil, nil, covariance.measured.map { _ in nil }
      )
      return
    }
    func product(_ first: Int, _ second: Int) -> Double {
      (0..<spread.columns).reduce(0) { $0 + spread[first, $1] * spread[second, $1] }
    }
    let residuals = covariance.measured.indices.map { place -> Double? in
      let variance = product(place, place)
      return balances.isChecked[place] && variance > 0
        ? scores[place, 0] / variance.squareRoot() : nil
    }
    normalisedResiduals = residuals
    let checked = residuals.indices.filter { residuals[$0] != nil }
    let critical = BalanceTest.critical(of: checked.count)
    criticalResidual = critical
    let largest = checked.max { abs(residuals[$0] ?? 0) < abs(residuals[$1] ?? 0) }
    guard let largest, let critical, let residual = residuals[largest] else {
      suspect = nil
      return
    }
    // Residuals that are correlated completely show the same contradiction.
    let length = product(largest, largest)
    let alike = checked.filter { other in
      other != largest
        && abs(product(largest, other)) > (1 - 1e-9) * (length * product(other, other)).squareRoot()
    }
    let measured = system.quantities[covariance.measured[largest]]
    let own = covariance.factor[largest, largest]
    let without = chiSquared - residual * residual
    suspect = Suspect(
      names: ([largest] + alike).map { system.quantities[covariance.measured[$0]].name },
      normalisedResidual: residual, isSignificant: abs(residual) > critical,
      valueByOthers: (measured.knowledge.value ?? 0) + residual / length.squareRoot(),
      uncertaintyByOthers: covariance.isAlone[largest]
        ? max(0, 1 / length - own * own).squareRoot() : nil,
      // What is left of nothing is rounding.
      chiSquaredWithout: without > 1e-12 * chiSquared ? without : 0)
  }

  /// The |w| that the largest of `count` independent standard normal numbers stays below with 95 %.
  private static func critical(of count: Int) -> Double? {
    guard count > 0 else { return nil }
    let each = -Double.expMinusOne(.log(onePlus: -level) / Double(count))
    return StandardNormal.upperQuantile(each / 2)
  }
}
