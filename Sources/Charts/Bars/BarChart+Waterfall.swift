public import UrbanMining

extension BarChart {
  /// What each lever saves of the metal that is lost, from the first year that one of them changes.
  ///
  /// Levers act upon one another, so that what one saves depends on which were pulled before it. Each bar
  /// is the mean over all orders (Shapley value): the parts sum to the whole.
  /// - Parameters:
  ///   - model: the model.
  ///   - scenarios: one whose parts are the levers, or several that are one lever each.
  ///   - context: what the footer says beside the model.
  /// - Throws: where the model has no losses, or can't be solved with some of the levers.
  /// - Complexity: 2ⁿ lanes for n levers, to twelve.
  public init(
    waterfallOf model: SystemModel, levers scenarios: [Scenario], context: ChartContext
  ) throws {
    guard model.hasRole(.loss), !scenarios.isEmpty else {
      throw ChartError(faults: [.notInModel(what: "flow with the role 'loss'")])
    }
    let savings = try LeverSavings(of: scenarios, in: model)
    let unit = MassUnit.readable(for: max(savings.start, savings.end), in: model.header.unit)
    func shown(_ amount: Double) -> Double { model.header.unit.convert(amount, to: unit) }
    let last = model.time.count - 1
    let span =
      savings.firstPeriod == last
      ? "in \(model.time.label(of: last))"
      : "from \(model.time.label(of: savings.firstPeriod)) to \(model.time.label(of: last))"
    let share = savings.start > 0 ? savings.end / savings.start - 1 : 0
    let best = savings.steps.max { share > 0 ? $0.change < $1.change : $0.change > $1.change }
    let verb = share > 0 ? "raise" : "cut"
    let metal = model.header.material
    let steps = savings.steps.map { (name: $0.name, change: shown($0.change)) }
    let title =
      savings.steps.count == 1
      ? "\(savings.steps[0].name): \(NumberFormat.change(share)) losses of \(metal) \(span)"
      : "\(NumberFormat.word(for: steps.count).capitalizedFirst) levers \(verb) the losses of \(metal) "
        + "\(span) by \(NumberFormat.percent(abs(share)))"
        + (best.map { ", most by \($0.name.lowercasedFirst)" } ?? "")
    try self.init(
      waterfall: Caption(
        id: "waterfall", title: title,
        subtitle: "\(model.header.title): metal lost for good \(span), \(unit.rawValue)"
          + (savings.steps.count > 1
            ? "; the part of each lever is its mean over all orders of pulling them (Shapley value)"
            : "") + "; inflow enters use at \(model.timing.words)",
        footer: context.footer(model, scenarios: scenarios.map(\.title))),
      axis: "Lost \(span)", unit: unit.rawValue, start: ("Base case", shown(savings.start)),
      steps: steps, end: savings.steps.count > 1 ? "With all levers" : "With the lever")
  }
}
