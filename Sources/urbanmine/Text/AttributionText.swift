internal import UrbanMining

/// What `compare` prints of the parts of one scenario.
struct AttributionText {
  private let attribution: ScenarioAttribution
  private let outcome: ScenarioOutcome
  private let model: SystemModel
  private let large: MassUnit

  init(
    _ attribution: ScenarioAttribution, _ outcome: ScenarioOutcome, _ model: SystemModel,
    _ large: MassUnit
  ) {
    self.attribution = attribution
    self.outcome = outcome
    self.model = model
    self.large = large
  }

  var lines: [String] {
    let shown = attribution.quantities.filter(isShown)
    return shown.flatMap { ["", "\(outcome.name): \(words($0))"] + table($0) }
  }

  /// What changes, and says more than the stock does: what is not lost is in use where nothing is saved.
  private func isShown(_ own: ScenarioAttribution.Contributions) -> Bool {
    let change = own.scenario - own.base
    guard abs(change) > 1e-9 * max(abs(own.base), 1e-9) else { return false }
    return switch own.quantity {
    case .stock, .primary, .recyclingRate: true
    case .service: outcome.service != outcome.stock
    case .losses: abs(change + addedStock) > 1e-6 * max(abs(addedStock), abs(own.scenario))
    }
  }

  private var addedStock: Double {
    let stock = attribution.quantities.first { $0.quantity == .stock }
    return stock.map { $0.scenario - $0.base } ?? 0
  }

  private func words(_ own: ScenarioAttribution.Contributions) -> String {
    let (first, last) = (model.time.label(of: 0), model.time.label(of: model.time.count - 1))
    return switch own.quantity {
    case .stock: "what each part adds to the stock in use of \(last), \(large.rawValue)"
    case .service: "what each part adds to the service of \(last), \(large.rawValue) of the base"
    case .primary:
      "what each part adds to primary metal from \(first) to \(last), \(large.rawValue)"
    case .losses: "what each part adds to losses from \(first) to \(last), \(large.rawValue)"
    case .recyclingRate: "what each part adds to EOL-RR of \(last), percentage points"
    }
  }

  private func table(_ own: ScenarioAttribution.Contributions) -> [String] {
    func figure(_ value: Double) -> Double {
      own.quantity == .recyclingRate ? value * 100 : model.header.unit.convert(value, to: large)
    }
    let total = figure(own.scenario - own.base)
    let decimals = abs(total) >= 100 ? 1 : abs(total) >= 1 ? 2 : 3
    func text(_ value: Double) -> String { Figures.signed(figure(value), decimals) }
    var table = TextTable(headers: ["Part", "alone", "as the last", "average (Shapley)"])
    for (index, part) in attribution.parts.enumerated() {
      table.add([
        part, text(own.alone[index]), text(own.last[index]),
        own.shapley.map { text($0[index]) } ?? "–",
      ])
    }
    let together = text(own.scenario - own.base)
    table.add(["together", together, together, own.shapley == nil ? "–" : together])
    let alone = own.alone.reduce(0, +)
    let isAdditive = text(own.interaction) == text(0)
    return table.lines(headerWidth: 18)
      + (isAdditive
        ? []
        : [
          "Alone they sum to \(text(alone)); acting upon one another changes that by "
            + "\(text(own.interaction))."
        ])
  }
}
