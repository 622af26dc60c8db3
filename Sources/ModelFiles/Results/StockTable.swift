public import UrbanMining

extension DynamicStock {
  /// All lanes as tidy CSV with the columns `year,series,inflow,stock,outflow,mean_age`, and
  /// `stock_before` where there is an initial stock.
  /// - Parameter names: what each lane is called.
  public func csvText(names: [String]) -> String {
    let last = hasInitialStock ? ["stock_before"] : []
    var lines = [csvLine(["year", "series", "inflow", "stock", "outflow", "mean_age"] + last)]
    for (lane, name) in names.enumerated() {
      var columns: [[Double?]] = [
        inflow(ofLane: lane), amounts(ofLane: lane), outflow(ofLane: lane), meanAge(lane: lane),
      ]
      if hasInitialStock { columns.append([initialAmount(lane: lane)] + amounts(ofLane: lane)) }
      for period in 0..<survival.time.count {
        lines.append(
          csvLine(
            [survival.time.label(of: period), name]
              + columns.map { $0[period].map(plainNumber) ?? "" }))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
