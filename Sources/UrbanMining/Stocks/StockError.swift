/// Why a stock can't be computed.
public enum StockError: Error, Hashable, Sendable, CustomStringConvertible {
  case length(what: String, count: Int, periods: Int)
  case notFinite(what: String, period: String, lane: Int)
  case leavesAtOnce(lifetime: Lifetime, share: Double, period: String)

  public var description: String {
    switch self {
    case .length(let what, let count, let periods):
      "the \(what) has \(count) values for \(periods) periods"
    case .notFinite(let what, let period, let lane):
      "the \(what) of \(period) in lane \(lane) is not a finite number"
    case .leavesAtOnce(let lifetime, let share, let period):
      "with \(lifetime.description) the share \(plainNumber(share)) of a cohort is left at the end of its own "
        + "period \(period), so no inflow can hold the stock: give a longer lifetime, shorter "
        + "periods, or the inflow instead of the stock"
    }
  }
}
