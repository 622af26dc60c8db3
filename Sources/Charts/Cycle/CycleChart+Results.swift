public import UrbanMining

extension CycleChart {
  /// The cycle of a solved model in one year.
  ///
  /// A process is put into a box by what it does. Stocks in service are *use*. What use feeds, up to the
  /// flows that are recycled old scrap, is *waste management*. Of the other processes those are
  /// *fabrication* from which use can be reached without passing what receives ore or primary metal, and
  /// the rest is *production*. Sinks are *landfill*, or *environment* where their name or label speaks of
  /// it, of dissipation or corrosion. Scrap of both kinds passes the *scrap market*.
  /// - Parameters:
  ///   - results: the solved model.
  ///   - lane: the lane of interest.
  ///   - year: the year; nil for the last of the model.
  ///   - context: what the footer says beside the model.
  public init(
    of results: SystemResults, lane: Int = 0, year: Double? = nil, context: ChartContext
  ) throws(ChartError) {
    let figures = CycleFigures(results, lane: lane, context: context, kind: .flow)
    let model = figures.model
    let wanted = year ?? figures.years[figures.last]
    guard let period = figures.years.firstIndex(of: wanted) else {
      throw ChartError(faults: [.notInModel(what: "year \(NumberFormat.year(wanted))")])
    }
    let stages = CycleStages(model).stages
    let series = results.series(lane: lane)
    var arrows: [Arrow] = []
    for flow in series where flow.kind == .flow {
      guard let from = flow.from.flatMap({ stages[$0] }), let to = flow.to.flatMap({ stages[$0] })
      else { continue }
      let value = max(0, figures.shown(flow.values[period] ?? 0))
      if flow.role == .newScrap || flow.role == .oldScrap {
        arrows += [
          .init(from: from, to: .market, value: value), .init(from: .market, to: to, value: value),
        ]
      } else {
        arrows.append(.init(from: from, to: to, value: value))
      }
    }
    var changes: [Stage: Double] = [:]
    for added in series where added.kind == .addition {
      guard let stage = stages[added.name] else { continue }
      changes[stage, default: 0] += figures.shown(added.values[period] ?? 0)
    }
    let amount = results.inUseStock(lane: lane)[period]
    let unit = MassUnit.readable(for: amount, in: model.header.unit)
    let stock = Magnitude.text(model.header.unit.convert(amount, to: unit), unit: unit.rawValue)
    let growth = NumberFormat.signed(changes[.use] ?? 0)
    let when = NumberFormat.year(wanted)
    try self.init(
      caption: figures.caption(
        "cycle",
        title: amount > 0
          ? "\(when): \(stock) of \(figures.metal) in use, \(growth) \(figures.rate)"
          : "\(figures.metal.capitalizedFirst) flows, \(when)",
        subtitle: figures.subtitle(
          "flows between the boxes of the cycle, arrows as wide as their share of what enters use",
          unit: figures.rate, span: when)),
      unit: figures.rate, arrows: arrows, stocks: amount > 0 ? [.use: stock] : [:],
      stockChanges: changes)
  }
}

/// Puts the processes of a model into the boxes of the cycle.
struct CycleStages {
  private(set) var stages: [String: CycleChart.Stage] = [:]

  init(_ model: SystemModel) {
    for process in model.processes {
      switch process.kind {
      case .source: stages[process.name] = .ore
      case .destination: stages[process.name] = .outside
      case .use: stages[process.name] = .use
      case .sink:
        stages[process.name] = CycleStages.isEnvironment(process, model) ? .environment : .landfill
      case .transform: break
      }
    }
    func isOpen(_ name: String) -> Bool { stages[name] == nil }
    // After use, as far as metal has not become metal again.
    var reached = model.processes.filter { $0.isInService }.map(\.name)
    while let name = reached.popLast() {
      for flow in model.flows where flow.from == name && flow.role != .oldScrap && isOpen(flow.to) {
        stages[flow.to] = .waste
        reached.append(flow.to)
      }
    }
    // Where ore, primary metal or recycled old scrap comes in is production; what feeds that, too.
    let entries = model.flows.filter { flow in
      flow.role == .primary || flow.role == .oldScrap || stages[flow.from] == .ore
    }.map(\.to)
    for name in entries where isOpen(name) { stages[name] = .production }
    for process in model.processes where isOpen(process.name) {
      stages[process.name] = .fabrication
    }
  }

  private static func isEnvironment(
    _ process: SystemModel.Process, _ model: SystemModel
  ) -> Bool {
    let words = (process.name + " " + model.label(for: process.name)).lowercased()
      .split { !$0.isLetter }
    let telling = ["environ", "dissip", "corro", "spread", "worn", "soil", "water", "atmosph"]
    return words.contains { word in telling.contains { word.hasPrefix($0) } }
  }
}
