internal import ModelFiles
internal import UrbanMining

/// What `stock` prints, and its tidy table.
struct StockText {
  private let result: DynamicStock
  private let table: SeriesTable
  private let showsCohorts: Bool

  init(_ result: DynamicStock, of table: SeriesTable, showsCohorts: Bool) {
    self.result = result
    self.table = table
    self.showsCohorts = showsCohorts
  }

  var text: String {
    let time = result.survival.time
    let drive = result.negativeInflow == nil ? "inflow-driven" : "stock-driven"
    var lines = [
      "\(result.survival.law.description), \(drive); inflow enters at the "
        + "\(result.survival.timing) of its period (\(table.periods.kind.rawValue))"
    ]
    for lane in table.names.indices {
      lines += ["", table.names[lane]] + amounts(lane, time).lines()
      lines += remarks(lane, time)
      if showsCohorts { lines += ["", "Stock by cohort"] + cohorts(lane, time).lines() }
    }
    let balance = result.balance
    lines += [
      "",
      "Mass balance \(balance.holds ? "holds" : "is violated"): largest residual "
        + "\(Figures.small(balance.maxResidual)) (tolerance \(Figures.small(balance.tolerance)))",
    ]
    return lines.joined(separator: "\n")
  }

  private func amounts(_ lane: Int, _ time: TimeAxis) -> TextTable {
    let columns: [[String]] = [
      (0..<time.count).map { time.label(of: $0) }, Figures.full(result.inflow(ofLane: lane)),
      Figures.full(result.amounts(ofLane: lane)), Figures.full(result.outflow(ofLane: lane)),
      Figures.column(result.meanAge(lane: lane)),
    ]
    var table = TextTable(headers: ["Year", "Inflow", "Stock", "Outflow", "Mean age, yr"])
    for row in 0..<time.count { table.add(columns.map { $0[row] }) }
    return table
  }

  private func cohorts(_ lane: Int, _ time: TimeAxis) -> TextTable {
    let rows = result.cohortRows(ofLane: lane)
    var table = TextTable(headers: ["Year"] + (0..<time.count).map { time.label(of: $0) })
    for row in rows.indices {
      table.add([time.label(of: row)] + Figures.full(Array(rows[row][...row])))
    }
    return table
  }

  private func remarks(_ lane: Int, _ time: TimeAxis) -> [String] {
    let periods = result.negativeInflowPeriods(lane: lane).map { time.label(of: $0) }
    guard !periods.isEmpty else { return [] }
    let action =
      result.negativeInflow == .clip
      ? "the inflow was clipped to zero, and the stock lies above the one given"
      : "the negative inflow was kept (--negative-inflow clip sets it to zero)"
    return [
      "The stock falls faster than its outflow in \(periods.joined(separator: ", ")): \(action)."
    ]
  }

  /// All series as tidy CSV.
  var csv: String {
    result.csvText(names: table.names)
  }
}

extension Figures {
  /// A column with six digits of its largest number.
  static func full(_ values: [Double]) -> [String] {
    let largest = values.map(abs).max() ?? 0
    var (decimals, bound) = (5, 10.0)
    while decimals > 0, largest >= bound { (decimals, bound) = (decimals - 1, bound * 10) }
    return values.map { fixed($0, decimals) }
  }
}
