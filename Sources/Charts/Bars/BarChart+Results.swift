public import UrbanMining

extension BarChart {
  /// Which input moves the stock in use most: each number and lifetime of a model lower and higher by a
  /// tenth, one at a time.
  ///
  /// An input is left out, and the subtitle says so, where the changed model is no longer valid: shares
  /// that must sum to one, or would exceed it.
  /// - Parameters:
  ///   - model: the model.
  ///   - context: what the footer says beside it.
  /// - Complexity: two solutions of the model for each of its inputs.
  public init(tornadoOf model: SystemModel, context: ChartContext) throws {
    let base = try SystemPlan(model).solve()
    let figures = CycleFigures(base, lane: 0, context: context, kind: .stock)
    let reference = base.inUseStock()[figures.last]
    func stock(_ key: String, times factor: Double) -> Double? {
      guard let target = try? model.target(of: key) else { return nil }
      let scenario = Scenario(name: key, changes: [.init(target: target, value: .factor(factor))])
      guard let changed = try? scenario.applied(to: model) else { return nil }
      return (try? SystemPlan(changed).solve())?.inUseStock()[figures.last]
    }
    let keys =
      model.inputs.map(\.name)
      + model.processes.filter { $0.lifetimes != nil }.map { $0.name + ".lifetime" }
    var (effects, leftOut): ([(name: String, low: Double, high: Double)], [String]) = ([], [])
    for key in keys {
      let name = model.readableName(of: key)
      guard let low = stock(key, times: 0.9), let high = stock(key, times: 1.1) else {
        leftOut.append(name)
        continue
      }
      effects.append(
        (name, (low / reference - 1) * 100, (high / reference - 1) * 100))
    }
    // What drives the whole model moves the result by the same tenth; the finding is what comes next.
    let driving = effects.filter { abs($0.low + 10) < 0.01 && abs($0.high - 10) < 0.01 }
    let others = effects.filter { effect in !driving.contains { $0.name == effect.name } }
    let first = (others.isEmpty ? effects : others).max {
      max(abs($0.low), abs($0.high)) < max(abs($1.low), abs($1.high))
    }
    let title = first.map {
      let (low, high) = (NumberFormat.signed($0.low), NumberFormat.signed($0.high))
      let after = others.isEmpty || driving.isEmpty ? "" : "After \(driving[0].name.lowercased()), "
      let name = after.isEmpty ? $0.name : $0.name.lowercased()
      let verb = name.hasSuffix("s") ? "move" : "moves"
      return "\(after)\(name) \(verb) \(figures.metal) in use most: \(low) to \(high) % for ∓10 %"
    }
    let amount = Magnitude.text(figures.shown(reference), unit: figures.unit.rawValue)
    try self.init(
      tornado: Caption(
        id: "tornado", title: title ?? "Nothing moves the result",
        subtitle: figures.subtitle(
          "change of the stock in use of \(amount) when one input is 10 % lower (blue) or higher "
            + "(orange) in all years", unit: "%", span: figures.lastYear),
        footer: (leftOut.isEmpty
          ? ""
          : "Left out, since shares would exceed one: \(leftOut.joined(separator: ", ").lowercased()). ")
          + figures.footer),
      axis: "Change of the stock in use in \(figures.lastYear)", unit: "%", effects: effects)
  }

  /// What each scenario saves of the metal that is lost in the last year, one after the other.
  /// - Parameters:
  ///   - model: the model.
  ///   - scenarios: the levers in the order in which they are pulled.
  ///   - context: what the footer says beside the model.
  public init(
    waterfallOf model: SystemModel, levers scenarios: [Scenario], context: ChartContext
  ) throws {
    let base = try SystemPlan(model).solve()
    let figures = CycleFigures(base, lane: 0, context: context, kind: .flow)
    func lost(_ results: SystemResults) -> Double {
      figures.perYear(results.total(of: .loss))[figures.last]
    }
    let start = lost(base)
    var level = start
    var steps: [(name: String, change: Double)] = []
    for (place, scenario) in scenarios.enumerated() {
      // Joined, so that what several of them extend is changed once.
      let joined = Scenario(
        name: "levers", extending: Array(scenarios[...place]), changes: [])
      let next = lost(try SystemPlan(joined.applied(to: model)).solve())
      steps.append((scenario.title, next - level))
      level = next
    }
    let share = start > 0 ? (level / start - 1) : 0
    let verb = share > 0 ? "raise" : "cut"
    let title =
      "\(scenarios.count == 1 ? "One lever \(verb)s" : "Together the levers \(verb)") the loss of "
      + "\(figures.metal) in \(figures.lastYear) by \(NumberFormat.percent(abs(share)))"
    try self.init(
      waterfall: Caption(
        id: "waterfall", title: title,
        subtitle: figures.subtitle(
          "metal lost for good; levers are pulled in this order, and each counts on top of those before",
          unit: figures.rate, span: figures.lastYear),
        footer: context.footer(model, scenarios: scenarios.map(\.title))),
      axis: "Lost in \(figures.lastYear)", unit: figures.rate, start: ("Base case", start),
      steps: steps, end: "With all levers")
  }
}

extension SystemModel {
  /// A key of the model in words: `collection rate`, `lifetimes of use`.
  fileprivate func readableName(of key: String) -> String {
    let parts = key.split(separator: ".").map(String.init)
    let isOnly = processes.count { $0.lifetimes != nil } == 1
    if parts.count == 2 { return isOnly ? "Lifetimes" : "Lifetimes of \(label(for: parts[0]))" }
    return String(label(for: key).map { $0 == "_" ? " " : $0 }).capitalizedFirst
  }
}
