/// Why a plan has no trustworthy solution.
public enum SolveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The equations of a loop have no solution, or many.
  case singularLoop(processes: [String], year: String)
  /// Which limits hold in a loop could not be found.
  case unsettledLimits(processes: [String], year: String)
  case balanceViolated(MassBalance, year: String)
  /// The flows beside one that takes what is left, or a share of it, take more than their process has.
  case overdrawn(flow: String, process: String, year: String, amount: Double)
  /// What enters a process beside a flow that fills is more than it needs.
  case overfilled(flow: String, process: String, year: String, amount: Double)

  public var description: String {
    switch self {
    case .singularLoop(let processes, let year):
      "the loop through \(processes.joined(separator: ", ")) has no solution of its own in \(year): it "
        + "returns all that it receives"
    case .unsettledLimits(let processes, let year):
      "the limits in the loop through \(processes.joined(separator: ", ")) can't all hold in \(year)"
    case .balanceViolated(let balance, let year):
      "the mass balance of '\(balance.worstProcess)' is violated in \(year) by "
        + "\(plainNumber(balance.maxResidual)) (tolerance \(balance.tolerance)): where flows are given, "
        + "one flow must be the remainder"
    case .overdrawn(let flow, let process, let year, let amount):
      "the other flows from '\(process)' take \(plainNumber(amount)) more than it has in \(year), so that "
        + "nothing is left for '\(flow)', which would be negative"
    case .overfilled(let flow, let process, let year, let amount):
      "the other flows to '\(process)' bring \(plainNumber(amount)) more than it needs in \(year), so that "
        + "'\(flow)', which fills what is missing, would be negative"
    }
  }
}
