internal import LinearAlgebra

/// A measured system whose numbers were made to agree: the least weighted squares under its balances.
///
/// ```
/// min (x − m)ᵀ · Σ⁻¹ · (x − m)   with all balances kept, no flow, stock, concentration or share below 0,
///                                and no concentration above 1
/// ```
/// over measured quantities x (measurements m with covariance Σ) and unknown ones. What is exact does not
/// move. Where amounts are products (with a concentration or a share) the balances are made linear at the
/// last point, again and again, until nothing moves. A bound that holds counts as one more equation.
///
/// Uncertainties are those of the linear system at the solution. Narasimhan & Jordache (2000), Data
/// Reconciliation and Gross Error Detection, doi:10.1016/B978-0-88415-255-2.X5000-9; Cencic & Frühwirth
/// (2015), doi:10.1016/j.compchemeng.2014.12.004.
public struct Reconciliation: Sendable {
  public let system: MeasuredSystem
  /// One for each quantity of the system, in its order.
  public let quantities: [Quantity]
  public let test: BalanceTest
  /// How often the balances were made linear.
  public let iterations: Int
  /// F with F·Fᵀ the covariance; a row for each quantity that is not exact.
  private let factor: Matrix
  private let rows: [Int: Int]

  /// A quantity with what was found of it.
  public struct Quantity: Hashable, Sendable {
    public let measured: MeasuredQuantity
    public let classification: Classification
    /// nil where it can't be determined.
    public let value: Double?
    /// The standard uncertainty; 0 of an exact value or one that a bound holds.
    public let uncertainty: Double?
    /// (balanced − measured) / the standard deviation of that difference: standard normal without gross
    /// errors. nil where nothing checks the measurement.
    public let normalisedResidual: Double?
    /// The bound that keeps it from moving on: 0, or 1 of a concentration; nil where none does.
    public let bound: Double?

    /// The name of the quantity.
    public var name: String { measured.name }

    /// What reconciliation added to the measurement.
    public var adjustment: Double? {
      guard case .measured(let before, _) = measured.knowledge, let value else { return nil }
      return value - before
    }
  }

  /// What the balances know of a quantity.
  public enum Classification: String, Hashable, Sendable, CaseIterable {
    /// Given as certain.
    case exact
    /// Measured, and checked by other measurements: it is adjusted.
    case overDetermined = "over_determined"
    /// Measured, and checked by nothing: it stays as it is.
    case justMeasured = "just_measured"
    /// Unknown, and computed from the others.
    case observable
    /// Unknown, and fixed by nothing.
    case unobservable
  }

  /// Reconciles a system.
  /// - Throws: where exact values contradict one another, or no solution is found.
  /// - Complexity: O(n³) for n measurements, times the iterations; amounts that mass and concentration give cost
  ///   next to nothing.
  public init(_ system: MeasuredSystem) throws(ReconciliationError) {
    let solution = try BoundedBalances(system).solve()
    let balances = solution.balances
    let covariance = balances.covariance
    self.system = system
    let factor = balances.balancedFactor()
    let test = BalanceTest(solution, system)
    self.factor = factor
    self.test = test
    iterations = solution.iterations
    var rows: [Int: Int] = [:]
    for (row, quantity) in (covariance.measured + balances.unknown).enumerated() {
      rows[quantity] = row
    }
    self.rows = rows
    let count = covariance.measured.count
    var found: [Quantity] = []
    for (index, measured) in system.quantities.enumerated() {
      let row = rows[index]
      let classification: Classification
      switch (measured.knowledge, row) {
      case (.measured, let row?):
        classification = balances.isChecked[row] ? .overDetermined : .justMeasured
      case (.unknown, let row?):
        classification = balances.isFixed[row - count] ? .observable : .unobservable
      default: classification = .exact
      }
      let isKnown = classification != .unobservable
      let bound = solution.held[index]
      let residual = row.flatMap { $0 < count ? test.normalisedResiduals[$0] : nil }
      found.append(
        Quantity(
          measured: measured, classification: classification,
          value: isKnown ? solution.values[index] : nil,
          uncertainty: !isKnown
            ? nil : bound != nil ? 0 : row.map { factor.length(ofRow: $0) } ?? 0,
          normalisedResidual: classification == .overDetermined ? residual : nil,
          bound: bound))
    }
    quantities = found
  }

  /// The quantity of this name.
  public func quantity(_ name: String) -> Quantity? {
    quantities.first { $0.name == name }
  }

  /// The names of what can't be determined.
  public var unobservable: [String] {
    quantities.filter { $0.classification == .unobservable }.map(\.name)
  }

  /// What can't be determined though it exists: the concentration of nothing does not.
  public static func undetermined(_ quantities: [Quantity]) -> [Quantity] {
    let empty = Set(
      quantities.filter {
        $0.measured.kind == .flow && $0.measured.substance == nil && $0.value == 0
      }
      .map(\.measured.flow))
    return quantities.filter { own in
      own.classification == .unobservable
        && !(own.measured.kind == .concentration && empty.contains(own.measured.flow))
    }
  }

  /// The covariance of two balanced quantities, by their places; 0 where one of them is exact.
  /// - Complexity: O(measurements).
  public func covariance(_ first: Int, _ second: Int) -> Double {
    guard let first = rows[first], let second = rows[second] else { return 0 }
    return (0..<factor.columns).reduce(0) { $0 + factor[first, $1] * factor[second, $1] }
  }
}
