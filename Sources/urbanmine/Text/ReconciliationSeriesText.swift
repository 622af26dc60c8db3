internal import UrbanMining

/// What `reconcile --years` prints: the test of each year, and the quantities over the years.
struct ReconciliationSeriesText {
  private let series: ReconciliationSeries

  init(_ series: ReconciliationSeries) {
    self.series = series
  }

  var text: String {
    ([heading, ""] + values + [""] + verdict).joined(separator: "\n")
  }

  private var heading: String {
    let header = series.years[0].system.header
    let years = series.years.map { String($0.year) }
    return "\(header.title)\n\(header.material), \(header.unit.rawValue)/yr, "
      + (years.count > 1 ? "\(years[0]) to \(years[years.count - 1]): " : "")
      + "\(years.count) years"
  }

  /// A row for each year and quantity that was reconciled or computed.
  private var values: [String] {
    var table = TextTable(
      headers: ["Quantity", "Year", "Class", "Measured", "±", "Balanced", "±", "Test"],
      wordColumns: 3)
    for place in series.years[0].quantities.indices {
      for own in series.years {
        let quantity = own.quantities[place]
        let cells = ReconciliationText.cells(of: quantity)
        if quantity.measured.kind == .total, quantity.measured.knowledge == .exact(0) { continue }
        table.add([cells[0], String(own.year)] + cells[1...5] + [cells[7]])
      }
    }
    return table.lines()
  }

  private var verdict: [String] {
    guard !series.isLinked else {
      return ["Stocks tie the years together: one test of all."]
        + ReconciliationText.verdict(of: series.years[0].test)
    }
    return series.years.flatMap { own in
      ["\(own.year)"] + ReconciliationText.verdict(of: own.test).map { "  \($0)" }
    }
  }
}
