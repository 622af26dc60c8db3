public import UrbanMining

extension BarChart {
  /// Which uncertain quantity moves a result most: the result with one of them at its 5 % and at its 95 %
  /// quantile, all others at their medians.
  /// - Parameters:
  ///   - result: the result and its year.
  ///   - uncertainty: the model with what is uncertain in it.
  ///   - context: what the footer says beside the model.
  ///   - threads: how many may work at once.
  /// - Complexity: two solutions of the model for each quantity, and one more.
  public init(
    tornadoOf result: ResultKey, in uncertainty: Uncertainty, context: ChartContext,
    threads: Int = 1
  ) throws {
    let study = try SensitivityStudy(of: result, in: uncertainty)
    let (middle, bars) = try study.tornado(threads: threads)
    let model = uncertainty.model
    let words = SeriesWords(
      study.label, labels: model.header.labels, material: model.header.material,
      largest: abs(middle))
    // A ratio moves by percentage points, an amount by a share of itself.
    let isRatio = study.label.unit == "1"
    guard isRatio || middle > 0 else {
      throw ChartError(faults: [.notInModel(what: "\(words.name) in \(study.year)")])
    }
    func change(_ value: Double) -> Double { 100 * (isRatio ? value - middle : value / middle - 1) }
    let effects = bars.map {
      (name: model.readableName(of: $0.name), low: change($0.low), high: change($0.high))
    }
    let unit = isRatio ? "percentage points" : "%"
    let amount = Magnitude.text(middle * words.factor, unit: words.unit)
    let title = effects.first.map { first in
      let (low, high) = (NumberFormat.signed(first.low), NumberFormat.signed(first.high))
      return "\(first.name) moves \(words.name) in \(study.year) most: \(low) to \(high) \(unit)"
    }
    try self.init(
      tornado: Caption(
        id: "tornado", title: title ?? "Nothing moves the result",
        subtitle:
          "\(model.header.title): change of \(words.name) in \(study.year) from \(amount), "
          + "\(unit), when one quantity is at its 5 % (blue) or 95 % quantile (orange) and all others "
          + "are at their medians; inflow enters use at \(model.timing.words)"
          + (context.scenario.map { "; scenario \($0)" } ?? ""),
        footer: context.footer(model)),
      axis: "Change of \(words.name) in \(study.year)", unit: unit, effects: effects)
  }

  /// The same for a model that does not say what is uncertain: each number and lifetime lower and higher
  /// by a tenth, one at a time, and the stock in use of the last year.
  ///
  /// An input is left out, and the footer says so, where the changed model is no longer valid: shares
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
      let after =
        others.isEmpty || driving.isEmpty ? "" : "After \(driving[0].name.lowercasedFirst), "
      let name = after.isEmpty ? $0.name : $0.name.lowercasedFirst
      let verb = name.hasSuffix("s") ? "move" : "moves"
      return "\(after)\(name) \(verb) \(figures.metal) in use most: \(low) to \(high) % for ∓10 %"
    }
    let amount = Magnitude.text(figures.shown(reference), unit: figures.unit.rawValue)
    try self.init(
      tornado: Caption(
        id: "tornado", title: title ?? "Nothing moves the result",
        subtitle: figures.subtitle(
          "change of the stock in use of \(amount) when one input is 10 % lower (blue) or higher "
            + "(orange) in all years, as the model names no uncertainties", unit: "%",
          span: figures.lastYear),
        footer: (leftOut.isEmpty
          ? ""
          : "Left out, since shares would exceed one: \(leftOut.map(\.lowercasedFirst).joined(separator: ", ")). ")
          + figures.footer),
      axis: "Change of the stock in use in \(figures.lastYear)", unit: "%", effects: effects)
  }
}
