/// The mass balance of a result: what entered, less what left, less what was added to the stock.
///
/// ```
/// residual = |Σ in − Σ out − ΔS|  ≤  tolerance = 100 ε · (largest flow) + 4 ε · (largest stock)
/// ```
/// for each process and lane, with ε = 2⁻⁵². The second term is the rounding of the stock itself, which
/// no arithmetic of doubles can undercut (decision record 0004).
public struct MassBalance: Hashable, Sendable {
  /// The largest residual, in the unit of the flows; where the balance is violated, the one that is largest
  /// in relation to its tolerance.
  public let maxResidual: Double
  /// The tolerance of the process and lane in which that residual stands.
  public let tolerance: Double
  /// That process.
  public let worstProcess: String
  /// The period, as an index, in which it stands.
  public let worstPeriod: Int
  /// Whether every residual is within its tolerance.
  public let holds: Bool

  /// One process and lane: its residuals by period, with its largest flow and stock.
  struct Entry {
    let process: String
    let residuals: [Double]
    let largestFlow: Double
    let largestStock: Double

    var tolerance: Double {
      MassBalance.tolerance(largestFlow: largestFlow, largestStock: largestStock)
    }
  }

  static func tolerance(largestFlow: Double, largestStock: Double) -> Double {
    (100 * largestFlow + 4 * largestStock) * .ulpOfOne
  }

  init(
    maxResidual: Double, tolerance: Double, worstProcess: String, worstPeriod: Int, holds: Bool
  ) {
    self.maxResidual = maxResidual
    self.tolerance = tolerance
    self.worstProcess = worstProcess
    self.worstPeriod = worstPeriod
    self.holds = holds
  }

  init(_ entries: [Entry]) {
    var worst = WorstResidual()
    for (index, entry) in entries.enumerated() {
      for (period, residual) in entry.residuals.enumerated() {
        worst.note(residual, tolerance: entry.tolerance, place: (index, period))
      }
    }
    self.init(
      maxResidual: worst.residual, tolerance: worst.tolerance,
      worstProcess: entries.isEmpty ? "" : entries[worst.place.0].process,
      worstPeriod: worst.place.1, holds: worst.holds)
  }
}

/// The residual that a balance shows: the largest, or, once one is beyond its tolerance, the one that is largest
/// in relation to it.
struct WorstResidual {
  private(set) var residual = 0.0
  private(set) var tolerance = 0.0
  private(set) var place = (0, 0)
  private(set) var holds = true
  private var isEmpty = true

  /// - Parameters:
  ///   - residual: zero or more; not a number is a violation.
  ///   - tolerance: what it may be.
  ///   - place: where it stands.
  mutating func note(_ residual: Double, tolerance: Double, place: (Int, Int)) {
    let isViolation = !(residual <= tolerance)
    let isWorse: Bool
    switch (isViolation, holds) {
    case (true, true): isWorse = true
    case (false, false): isWorse = false
    case (true, false): isWorse = !(residual / tolerance <= self.residual / self.tolerance)
    case (false, true):
      isWorse =
        isEmpty || residual > self.residual
        || residual == self.residual && tolerance < self.tolerance
    }
    if isViolation { holds = false }
    isEmpty = false
    if isWorse { (self.residual, self.tolerance, self.place) = (residual, tolerance, place) }
  }
}
