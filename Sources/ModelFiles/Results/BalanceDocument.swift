internal import UrbanMining

/// A mass balance as files hold it.
struct BalanceDocument: Encodable {
  let maxResidual: Double
  let tolerance: Double
  let holds: Bool
  let worstProcess: String?
  let worstYear: Double?
  /// By process and year.
  let residuals: [String: [Double]]?

  init(
    _ balance: MassBalance, time: TimeAxis, named: Bool, residuals: [String: [Double]]? = nil
  ) {
    self.residuals = residuals
    maxResidual = balance.maxResidual
    tolerance = balance.tolerance
    holds = balance.holds
    worstProcess = named ? balance.worstProcess : nil
    worstYear = named ? time.labels[balance.worstPeriod] : nil
  }
}
