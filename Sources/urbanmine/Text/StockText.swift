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
    var remarks: [String] = []
    if result.hasInitialStock {
      let left = result.initialCohorts(lane: lane).reduce(0) { $0 + ($1.left.last ?? 0) }
      remarks.append(
        "Initial stock \(Figures.full([result.initialAmount(lane: lane)])[0]), of which "
          + "\(Figures.full([left])[0]) is left at the end.")
    }
    let periods = result.negativeInflowPeriods(lane: lane).map { time.label(of: $0) }
    if !periods.isEmpty {
      remarks.append(
        "The stock falls faster than its outflow in \(periods.joined(separator: ", ")): \(action).")
    }
    return remarks
  }

  /// What was done about a negative inflow.
  private var action: String {
    switch result.negativeInflow {
    case .clip: "the inflow was clipped to zero, and the stock lies above the one given"
    case .retire: "the inflow was set to zero, and the same share of every older cohort was retired"
    default: "the negative inflow was kept (--negative-inflow clip sets it to zero)"
    }
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
