internal import UrbanMining

/// A mass balance as files hold it.
struct BalanceDocument: Encodable {
  let max_residual: Double
  let tolerance: Double
  let holds: Bool
  let worst_process: String?
  let worst_year: Double?

  init(_ balance: MassBalance, time: TimeAxis, named: Bool) {
    max_residual = balance.maxResidual
    tolerance = balance.tolerance
    holds = balance.holds
    worst_process = named ? balance.worstProcess : nil
    worst_year = named ? time.labels[balance.worstPeriod] : nil
  }
}
