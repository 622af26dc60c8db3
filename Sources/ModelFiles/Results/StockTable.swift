public import UrbanMining

extension DynamicStock {
  /// All lanes as tidy CSV with the columns `year,series,inflow,stock,outflow,mean_age`.
  /// - Parameter names: what each lane is called.
  public func csvText(names: [String]) -> String {
    var lines = [csvLine(["year", "series", "inflow", "stock", "outflow", "mean_age"])]
    for (lane, name) in names.enumerated() {
      let columns: [[Double?]] = [
        inflow(ofLane: lane), amounts(ofLane: lane), outflow(ofLane: lane), meanAge(lane: lane),
      ]
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
