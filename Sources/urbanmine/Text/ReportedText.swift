internal import UrbanMining

/// What `run` adds where a model file says what was reported.
struct ReportedText {
  private let comparisons: [ReportedComparison]
  private let unit: String

  init(_ comparisons: [ReportedComparison], unit: String) {
    self.comparisons = comparisons
    self.unit = unit
  }

  /// Nothing where nothing was reported; else set off by a blank line.
  var text: String {
    comparisons.map { "\n\n" + lines($0).joined(separator: "\n") }.joined()
  }

  private func lines(_ comparison: ReportedComparison) -> [String] {
    let name = comparison.flow.replacing("_", with: " ")
    let years = comparison.years
    let shown = years.filter {
      $0.year.truncatingRemainder(dividingBy: 10) == 0 || $0.year == years.first?.year
        || $0.year == years.last?.year
    }
    var table = TextTable(
      headers: ["", "Predicted, \(unit)/yr", "Reported, \(unit)/yr", "Ratio"])
    let columns = [shown.map(\.predicted), shown.map(\.reported)].map { Figures.column($0) }
    for (place, year) in shown.enumerated() {
      table.add([
        Figures.plain(year.year), columns[0][place], columns[1][place],
        Figures.fixed(year.ratio, 2),
      ])
    }
    let changes = comparison.correlationOfChanges.map {
      "; their changes from year to year correlate by \(Figures.fixed($0, 2))"
    }
    let sentence =
      "In \(years.count) years the predicted \(name) is \(Figures.fixed(comparison.medianRatio, 2)) times "
      + "the reported one in the median, and off by \(Figures.percent(comparison.deviation)) of it in sum"
      + (changes ?? "") + ". The model does not read what was reported of it to predict it."
    return ["Predicted against reported: \(name)", ""] + table.lines(headerWidth: 14)
      + TextTable.wrapped(sentence, to: 96)
  }
}
