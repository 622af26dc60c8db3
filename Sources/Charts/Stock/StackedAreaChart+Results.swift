public import UrbanMining

extension StackedAreaChart {
  /// The stock in use of a solved model by end use, in million tonnes or a smaller unit that fits, or in
  /// kilograms per inhabitant.
  /// - Parameters:
  ///   - results: the solved model.
  ///   - lane: the lane of interest.
  ///   - perCapita: whether the stock is divided by the population; a model without one shows totals.
  ///   - context: what the footer says beside the model.
  public init(
    stockOf results: SystemResults, lane: Int = 0, perCapita: Bool = false, context: ChartContext
  ) throws(ChartError) {
    let figures = CycleFigures(results, lane: lane, context: context, kind: .stock)
    let model = figures.model
    guard model.hasStockInService else { throw .noStockInService }
    let population = perCapita ? model.population : nil
    let unit =
      population == nil
      ? figures.unit.rawValue : "\(model.header.unit.perInhabitant.rawValue) per capita"
    let bands = results.stockByEndUse(lane: lane).map { element, values in
      Band(
        id: element, label: model.label(for: element),
        values: values.enumerated().map { period, value in
          guard let population else { return max(0, figures.shown(value)) }
          return max(
            0,
            model.header.unit.convert(value, to: model.header.unit.perInhabitant)
              / population[period])
        })
    }
    let totals = figures.years.indices.map { index in bands.reduce(0) { $0 + $1.values[index] } }
    try self.init(
      title: StackedAreaChart.finding(
        figures.metal.capitalizedFirst + " in use", unit, figures.years, totals),
      subtitle: figures.subtitle(
        "stock in use by \(model.stockDimension) at the end of each year", unit: unit),
      footer: figures.footer, unit: unit, years: figures.years, bands: bands)
  }

  /// What the standing stock will give back, year by year, without any new inflow: the urban mine.
  /// - Parameters:
  ///   - results: the solved model.
  ///   - lane: the lane of interest.
  ///   - years: how many years ahead.
  ///   - context: what the footer says beside the model.
  public init(
    mineOf results: SystemResults, lane: Int = 0, years: Int = 60, context: ChartContext
  ) throws(ChartError) {
    let figures = CycleFigures(results, lane: lane, context: context, kind: .flow)
    let model = figures.model
    let length = model.time.length(of: figures.last)
    let periods = max(1, Int((Double(years) / length).rounded()))
    var groups: [(id: String, yields: [Double], stock: Double)] = []
    for cell in try figures.useCells() {
      let yields = cell.stock.futureYield(lane: 0, periods: periods)
      let stock = cell.stock.amounts(ofLane: 0)[figures.last]
      if let place = groups.firstIndex(where: { $0.id == cell.element }) {
        groups[place].yields = zip(groups[place].yields, yields).map(+)
        groups[place].stock += stock
      } else {
        groups.append((cell.element, yields, stock))
      }
    }
    let ahead = (1...periods).map { figures.years[figures.last] + Double($0) * length }
    let standing = groups.reduce(0) { $0 + $1.stock }
    var (passed, half) = (0.0, Int?.none)
    for period in 0..<periods where half == nil {
      passed += groups.reduce(0) { $0 + $1.yields[period] }
      if passed >= 0.5 * standing { half = period }
    }
    let stockUnit = MassUnit.readable(for: standing, in: model.header.unit)
    let amount = Magnitude.text(
      model.header.unit.convert(standing, to: stockUnit), unit: stockUnit.rawValue)
    let metal = figures.metal
    let title =
      half.map {
        "Half of the \(amount) of \(metal) in use will be out of use by \(NumberFormat.year(ahead[$0]))"
      } ?? "The \(amount) of \(metal) in use outlast \(NumberFormat.year(ahead[periods - 1]))"
    try self.init(
      id: "mine", title: title,
      subtitle: figures.subtitle(
        "what leaves the stock that stands at the end of \(figures.lastYear), with no inflow after it, "
          + "by \(model.stockDimension); projected", unit: figures.rate,
        span: "\(NumberFormat.year(ahead[0]))–\(NumberFormat.year(ahead[periods - 1]))"),
      footer: figures.footer, unit: figures.rate, years: ahead,
      bands: groups.map { id, yields, _ in
        Band(
          id: id, label: model.label(for: id),
          values: yields.map { max(0, figures.shown($0 / length)) })
      },
      projectedFrom: ahead[0])
  }

  /// "Copper in use passed 400 Mt in 2012": the last round number that the total passed for good.
  private static func finding(
    _ what: String, _ unit: String, _ years: [Double], _ totals: [Double]
  ) -> String {
    guard let last = totals.last, last > 0 else { return what }
    let power = DecimalPower.value(DecimalPower.exponent(of: last))
    let round = (last / power).rounded(.down) * power
    guard let below = totals.lastIndex(where: { $0 < round }) else {
      return "\(what): \(Magnitude.text(last, unit: unit))"
    }
    return "\(what) passed \(Magnitude.text(round, unit: unit)) "
      + "in \(NumberFormat.year(years[below + 1]))"
  }
}
