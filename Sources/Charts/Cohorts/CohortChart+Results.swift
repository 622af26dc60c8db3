public import UrbanMining

extension CohortChart {
  /// The cohorts of all stocks in service of a solved model, in groups of about five years.
  /// - Parameters:
  ///   - results: the solved model.
  ///   - lane: the lane of interest.
  ///   - chosen: the years whose ages are drawn; by default the last and those 30 and 60 years before.
  ///   - context: what the footer says beside the model.
  public init(
    of results: SystemResults, lane: Int = 0, years chosen: [Double]? = nil, context: ChartContext
  ) throws(ChartError) {
    let figures = CycleFigures(results, lane: lane, context: context, kind: .stock)
    let cells = try figures.useCells()
    let (years, last) = (figures.years, figures.last)
    // Groups end with the last cohort, so that the youngest one is whole.
    let width = max(1, Int((5 / figures.model.time.length(of: last)).rounded()))
    let groups = CohortChart.groups(count: years.count, width: width)
    var amounts = groups.map { _ in [Double](repeating: 0, count: years.count) }
    for cell in cells {
      for (year, row) in cell.stock.cohortRows(ofLane: 0).enumerated() {
        for (place, group) in groups.enumerated() {
          let left = group.reduce(0) { $0 + ($1 <= year ? row[$1] : 0) }
          amounts[place][year] += max(0, figures.shown(left))
        }
      }
    }
    // What was there before the first year is one group, the oldest.
    let earlier = cells.flatMap { $0.stock.initialCohorts(lane: 0) }
    var ranges = groups.map { years[$0.lowerBound]...years[$0.upperBound] }
    if let first = earlier.map(\.from).min() {
      ranges.insert(min(first, years[0] - 1)...(years[0] - 1), at: 0)
      amounts.insert(
        years.indices.map { year in
          earlier.reduce(0) { $0 + max(0, figures.shown($1.left[year])) }
        }, at: 0)
    }
    let wanted = chosen ?? [years[last] - 60, years[last] - 30, years[last]]
    let total = amounts.reduce(0) { $0 + $1[last] }
    let older = zip(ranges, amounts).reduce(0) { sum, part in
      part.0.upperBound <= years[last] - 30 ? sum + part.1[last] : sum
    }
    let share = total > 0 ? NumberFormat.percent(older / total) : "0 %"
    try self.init(
      caption: figures.caption(
        "cohorts",
        title:
          "\(share) of the \(figures.metal) in use in \(figures.lastYear) is older than 30 years",
        subtitle: figures.subtitle(
          "what is left of each five years' inflow at the end of each year, and the stock by age")),
      unit: figures.unit.rawValue, years: years,
      cohorts: ranges, amounts: amounts,
      chosen: wanted.compactMap { year in years.firstIndex(of: year) })
  }

  /// Ranges of indices of equal width that end with the last one.
  static func groups(count: Int, width: Int) -> [ClosedRange<Int>] {
    let first = count % width
    let whole = stride(from: first, to: count, by: width).map { $0...($0 + width - 1) }
    return (first > 0 ? [0...(first - 1)] : []) + whole
  }
}
