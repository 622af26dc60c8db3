internal import UrbanMining

/// The series of a solved model as charts show them: in a unit that reads well, flows per year.
struct CycleFigures {
  let results: SystemResults
  let lane: Int
  let model: SystemModel
  let context: ChartContext
  /// The unit of stocks; flows are in it per year.
  let unit: MassUnit

  /// - Parameters:
  ///   - results: a solved model.
  ///   - lane: the lane of interest.
  ///   - context: what the footer says beside it.
  ///   - unit: the unit to show; nil for one that fits the largest value of `kind`.
  ///   - kind: which values are shown.
  init(
    _ results: SystemResults, lane: Int, context: ChartContext, kind: Series.Kind,
    unit: MassUnit? = nil
  ) {
    self.results = results
    self.lane = lane
    self.context = context
    model = results.plan.models[lane]
    let largest =
      switch kind {
      case .stock: results.inUseStock(lane: lane).max() ?? 0
      default: results.intoUse(lane: lane).max() ?? 0
      }
    self.unit = unit ?? MassUnit.readable(for: largest, in: model.header.unit)
  }

  var years: [Double] { model.time.labels }
  var last: Int { model.time.count - 1 }
  var lastYear: String { NumberFormat.year(years[last]) }
  /// `Mt/yr`.
  var rate: String { unit.rawValue + "/yr" }
  var metal: String { model.header.material }

  /// An amount in the chart's unit.
  func shown(_ amount: Double) -> Double { model.header.unit.convert(amount, to: unit) }

  /// Amounts of periods as amounts per year in the chart's unit.
  func perYear(_ amounts: [Double]) -> [Double] {
    amounts.indices.map { shown(amounts[$0] / model.time.length(of: $0)) }
  }

  /// Scrap that became metal again, per year.
  var secondary: [Double] {
    let (old, new) = (
      results.total(of: .oldScrap, lane: lane), results.total(of: .newScrap, lane: lane)
    )
    return perYear(zip(old, new).map(+))
  }

  /// Quantity, unit, what and where, years, convention and scenario.
  func subtitle(_ quantity: String, unit: String? = nil, span: String? = nil) -> String {
    "\(model.header.title): \(quantity), \(unit ?? self.unit.rawValue), \(span ?? model.time.span); "
      + "inflow enters use at \(model.timing.words)"
      + (context.scenario.map { "; scenario \($0)" } ?? "")
  }

  var footer: String { context.footer(model) }

  func caption(_ id: String, title: String, subtitle: String) -> Caption {
    Caption(id: id, title: title, subtitle: subtitle, footer: footer)
  }
}

extension CycleFigures {
  /// A stock in service with its own inflow, by cell.
  struct UseCell {
    let element: String
    let stock: DynamicStock
  }

  /// The stocks in service, cell by cell, built up by the inflow that the model found.
  /// - Throws: where the model has none, or where its inflow makes no stock.
  func useCells() throws(ChartError) -> [UseCell] {
    let series = results.series(lane: lane)
    var cells: [UseCell] = []
    for process in model.processes {
      let inflows = series.filter { $0.kind == .inflow && $0.name == process.name }
      let space = model.space(over: process.dimensions)
      for (cell, lifetime) in (process.lifetimes ?? []).enumerated() {
        let amounts = inflows[cell].values.enumerated().map { period, value in
          (value ?? 0) * model.time.length(of: period)
        }
        let survival = Survival(lifetime, over: model.time, timing: model.timing)
        let initial = process.initialStocks.isEmpty ? nil : process.initialStocks[cell]
        do throws(StockError) {
          let stock = try DynamicStock.inflowDriven(
            inflow: amounts, survival: survival, initial: initial)
          cells.append(
            UseCell(element: space.elements(of: cell).first ?? process.name, stock: stock))
        } catch {
          throw ChartError(faults: [.notInModel(what: "stock of '\(process.name)' (\(error))")])
        }
      }
    }
    guard !cells.isEmpty else { throw .noStockInService }
    return cells
  }
}
