/// The mass balance of a result: what entered, less what left, less what was added to the stock.
///
/// ```
/// residual = |Σ in − Σ out − ΔS|  ≤  tolerance = 100 ε · (largest flow) + 4 ε · (largest stock)
/// ```
/// for each process and lane, with ε = 2⁻⁵². The second term is the rounding of the stock itself, which
/// no arithmetic of doubles can undercut (decision record 0004).
public struct MassBalance: Hashable, Sendable {
  /// The largest residual, in the unit of the flows.
  public let maxResidual: Double
  /// The tolerance that holds where the residual is largest in relation to it.
  public let tolerance: Double
  /// The process with the residual that is largest in relation to its tolerance.
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
    var worst = (ratio: -1.0, tolerance: 0.0, process: "", period: 0)
    var largest = 0.0
    var holds = true
    for entry in entries {
      for (period, residual) in entry.residuals.enumerated() {
        if !(residual <= entry.tolerance) { holds = false }
        largest = max(largest, residual)
        let ratio = residual == 0 ? 0 : residual / entry.tolerance
        if !(ratio <= worst.ratio) { worst = (ratio, entry.tolerance, entry.process, period) }
      }
    }
    maxResidual = largest
    tolerance = worst.tolerance
    worstProcess = worst.process
    worstPeriod = worst.period
    self.holds = holds
  }
}
