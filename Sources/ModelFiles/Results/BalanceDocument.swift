internal import UrbanMining

/// A mass balance as files hold it.
struct BalanceDocument: Encodable {
  let maxResidual: Double
  let tolerance: Double
  let holds: Bool
  let worstProcess: String?
  let worstYear: Double?

  init(_ balance: MassBalance, time: TimeAxis, named: Bool) {
    maxResidual = balance.maxResidual
    tolerance = balance.tolerance
    holds = balance.holds
    worstProcess = named ? balance.worstProcess : nil
    worstYear = named ? time.labels[balance.worstPeriod] : nil
  }
}
