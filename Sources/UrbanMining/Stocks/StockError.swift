/// Why a stock can't be computed.
public enum StockError: Error, Hashable, Sendable, CustomStringConvertible {
  case length(what: String, count: Int, periods: Int)
  case periods(expected: String, given: String)
  case lanes(what: String, count: Int, expected: Int)
  case notFinite(what: String, period: String, lane: Int)
  case negative(what: String, period: String, lane: Int)
  case leavesAtOnce(lifetime: Lifetime, share: Double, period: String)
  case lifetimes(String)
  case initialStock(String)
  case illPosed(String)
  case shares(String)

  public var description: String {
    switch self {
    case .length(let what, let count, let periods):
      "the \(what) has \(count) values for \(periods) periods"
    case .periods(let expected, let given):
      "a stock that follows on one over \(expected) can't be over other periods (\(given))"
    case .lanes(let what, let count, let expected):
      "the \(what) has \(count) lanes where \(expected) are expected"
    case .notFinite(let what, let period, let lane):
      "the \(what) of \(period) in lane \(lane) is not a finite number"
    case .negative(let what, let period, let lane):
      "the \(what) of \(period) in lane \(lane) is negative: nothing can be retired below zero"
    case .leavesAtOnce(let lifetime, let share, let period):
      "with \(lifetime.description) the share \(plainNumber(share)) of a cohort is left at the end of "
        + "its own period \(period), so no inflow can hold the stock: give a longer lifetime, shorter "
        + "periods, or the inflow instead of the stock"
    case .lifetimes(let problem): problem
    case .initialStock(let problem): "the initial stock is not possible: \(problem)"
    case .illPosed(let problem): "the inflow does not follow from the outflow: \(problem)"
    case .shares(let problem): problem
    }
  }
}
