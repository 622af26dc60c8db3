public import UrbanMining

extension PanelChart {
  /// The lifetimes of the stocks in service: how much of a cohort is left, when it leaves, and at what
  /// rate.
  /// - Parameters:
  ///   - model: the model.
  ///   - context: what the footer says beside the model.
  public init(survivalOf model: SystemModel, context: ChartContext) throws(ChartError) {
    let uses = model.processes.filter { $0.isInService }
    let named = uses.flatMap { process -> [(String, String, Lifetime)] in
      let space = model.space(over: process.dimensions)
      return (process.lifetimes ?? []).enumerated().map { cell, lifetime in
        let element = space.elements(of: cell).first ?? process.name
        return (element, model.words(for: element), lifetime)
      }
    }
    let (shown, note) = PanelChart.shown(named)
    let longest = named.max { $0.2.median < $1.2.median }
    let title = longest.map { id, _, lifetime in
      "Half of the \(model.header.material) in \(model.phrase(for: id)) is still in use after "
        + "\(NumberFormat.significant(lifetime.median)) years"
    }
    try self.init(
      lifetimes: shown,
      caption: Caption(
        id: "survival", title: title ?? "Lifetimes",
        subtitle: "\(model.header.title): survival, density and hazard by age, lifetimes by "
          + "\(model.stockDimension); ages are exact, without a timing convention"
          + (context.scenario.map { "; scenario \($0)" } ?? "") + note,
        footer: context.footer(model)))
  }

  /// One lifetime.
  /// - Parameters:
  ///   - lifetime: how long a unit stays in use.
  ///   - program: the name and version of the program.
  public init(survivalOf lifetime: Lifetime, program: String) throws(ChartError) {
    let (mean, median) = (
      NumberFormat.significant(lifetime.mean), NumberFormat.significant(lifetime.median)
    )
    try self.init(
      lifetimes: [("lifetime", lifetime.description, lifetime)],
      caption: Caption(
        id: "survival",
        title: "Half is still in use after \(median) years; the mean is \(mean) years",
        subtitle: "Survival, density and hazard of \(lifetime.description) by age",
        footer: program + "."))
  }

  private init(
    lifetimes: [(id: String, label: String, lifetime: Lifetime)], caption: Caption
  ) throws(ChartError) {
    let oldest = min(
      400, lifetimes.map { $0.lifetime.age(atShareLeft: 0.99) }.filter(\.isFinite).max() ?? 100)
    let ages = (0...240).map { Double($0) / 240 * max(1, oldest.rounded(.up)) }
    let highest = lifetimes.map { $0.lifetime.survival(atAges: ages) }
    let isShort = lifetimes.count == 1
    func panel(
      _ name: String, _ unit: String, _ value: (Lifetime, Int, Int) -> Double?, notes: [Layer] = []
    ) -> Panel {
      Panel(
        title: name, unit: unit, positions: ages,
        layers: lifetimes.enumerated().map { index, item in
          .line(
            Line(
              id: item.id,
              label: isShort ? item.label : PanelChart.label(item.label, item.lifetime),
              ink: .endUse(item.id),
              values: ages.indices.map { value(item.lifetime, index, $0) }))
        } + notes)
    }
    let notes = lifetimes.flatMap { id, _, lifetime -> [Layer] in
      let (mean, median) = (lifetime.mean, lifetime.median)
      return [
        .note(
          Note(
            position: median, value: 1 - 0.5,
            text: isShort ? "median \(NumberFormat.significant(median))" : "", ink: .endUse(id),
            importance: median)),
        .note(
          Note(
            position: min(mean, ages[ages.count - 1]), value: lifetime.survival(atAge: mean),
            text: isShort ? "mean \(NumberFormat.significant(mean))" : "", ink: .endUse(id),
            importance: 0, isHollow: true)),
      ]
    }
    try self.init(
      caption: caption, kind: "Line charts", horizontal: .age,
      panels: [
        panel(
          "Still in use (dot: median, ring: mean)", "share",
          { _, index, age in highest[index][age] },
          notes: notes),
        panel(
          "Leaving at this age", "share per year",
          { lifetime, _, age in
            lifetime.density(atAge: ages[age])
          }),
        // Where next to nothing is left the quotient says nothing.
        panel(
          "Hazard", "of what is left, per year",
          { lifetime, index, age in
            highest[index][age] > 0.02 ? lifetime.hazard(atAge: ages[age]) : nil
          }),
      ],
      message: lifetimes.map { _, label, lifetime in
        "\(label): median \(NumberFormat.significant(lifetime.median)), mean "
          + "\(NumberFormat.significant(lifetime.mean)) years"
      }.joined(separator: "; ") + ".")
  }

  /// Of more lifetimes than colours tell apart each different one once; of more of these some, evenly from
  /// the shortest to the longest.
  private static func shown(
    _ lifetimes: [(String, String, Lifetime)]
  ) -> (lifetimes: [(String, String, Lifetime)], note: String) {
    let most = StackedAreaChart.mostBands
    guard lifetimes.count > most else { return (lifetimes, "") }
    var groups: [(id: String, label: String, lifetime: Lifetime, count: Int)] = []
    for (id, label, lifetime) in lifetimes {
      let text = lifetime.description
      if let place = groups.firstIndex(where: { $0.lifetime.description == text }) {
        groups[place].count += 1
      } else {
        groups.append((id, label, lifetime, 1))
      }
    }
    groups.sort { $0.lifetime.median < $1.lifetime.median }
    let step = Double(groups.count - 1) / Double(max(1, min(most, groups.count) - 1))
    let kept = (0..<min(most, groups.count)).map { groups[Int((Double($0) * step).rounded())] }
    return (
      kept.map { group in
        let others = group.count == 1 ? "" : " and \(group.count - 1) more"
        return (group.id, group.label + others, group.lifetime)
      }, "; \(kept.count) of \(lifetimes.count) lifetimes"
    )
  }

  /// What the legend says of a lifetime: `Transport, median 15.2, mean 16 years`, or the median alone
  /// where the mean is the same.
  private static func label(_ name: String, _ lifetime: Lifetime) -> String {
    let (median, mean) = (
      NumberFormat.significant(lifetime.median), NumberFormat.significant(lifetime.mean)
    )
    return "\(name), median \(median)" + (median == mean ? "" : ", mean \(mean)") + " years"
  }
}
