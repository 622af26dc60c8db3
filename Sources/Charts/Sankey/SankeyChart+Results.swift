public import UrbanMining

extension SankeyChart {
  /// The flows of a solved model in one year, or their mean over several.
  ///
  /// Sources and sinks through which less than one per cent of the largest throughput passes are drawn as
  /// one if there are several, and so are the elements of `dimension` with less than two per cent of all
  /// that has one; the subtitle says so.
  /// - Parameters:
  ///   - results: the solved model.
  ///   - lane: the lane of interest.
  ///   - years: the first and last year; nil for the last of the model.
  ///   - dimension: what colours tell apart; nil for the kinds of flow.
  ///   - deviations: how uncertain the flows of that year are; nil where that is not shown. What is
  ///     drawn as one has none.
  ///   - context: what the footer says beside the model.
  public init(
    of results: SystemResults, lane: Int = 0, years: ClosedRange<Double>? = nil,
    by dimension: String? = nil, deviations: FlowDeviations? = nil, context: ChartContext
  ) throws(ChartError) {
    let figures = CycleFigures(results, lane: lane, context: context, kind: .flow)
    let model = figures.model
    if let dimension, !model.dimensions.contains(where: { $0.name == dimension }) {
      throw ChartError(faults: [.notInModel(what: "dimension '\(dimension)'")])
    }
    let span = years ?? figures.years[figures.last]...figures.years[figures.last]
    let periods = figures.years.indices.filter { span.contains(figures.years[$0]) }
    guard !periods.isEmpty else { throw ChartError(faults: [.notInModel(what: "year in \(span)")]) }
    if let deviations, span != deviations.year...deviations.year {
      throw ChartError(faults: [.notInModel(what: "uncertainty of the flows of several years")])
    }
    func mean(_ values: [Double?]) -> Double {
      let lengths = periods.map { model.time.length(of: $0) }
      let total = zip(periods, lengths).reduce(0) { $0 + (values[$1.0] ?? 0) * $1.1 }
      return figures.shown(total / lengths.reduce(0, +))
    }
    let reader = SankeyReader(
      model: model, series: results.series(lane: lane), dimension: dimension, mean: mean,
      deviation: { flow, element in
        deviations?.deviation(
          name: flow.name, from: flow.from ?? "", to: flow.to ?? "",
          dimensions: element.flatMap { value in dimension.map { [$0: value] } } ?? [:]
        ).map(figures.shown)
      })
    let links = reader.links()
    let merged = reader.merged(links)
    guard !merged.links.isEmpty else {
      throw ChartError(faults: [.notInModel(what: "flow of more than zero in \(span)")])
    }
    let name = NumberFormat.year(figures.years[periods[0]])
    let end = NumberFormat.year(figures.years[periods[periods.count - 1]])
    let when = periods.count == 1 ? name : "mean of \(name)–\(end)"
    let quantity =
      dimension.map { "flows by \($0.map { $0 == "_" ? " " : String($0) }.joined())" } ?? "flows"
    let caption = figures.caption(
      "sankey",
      title: reader.title(links, metal: figures.metal, unit: figures.unit.rawValue, when: when),
      subtitle: figures.subtitle(quantity, unit: figures.rate, span: when) + merged.note
        + (deviations?.words ?? ""))
    try self.init(caption: caption, unit: figures.rate, nodes: merged.nodes, links: merged.links)
  }
}

/// Makes nodes and links of the series of a model.
private struct SankeyReader {
  let model: SystemModel
  let series: [Series]
  let dimension: String?
  let mean: ([Double?]) -> Double
  /// How uncertain a flow is, over all cells or those of an element.
  let deviation: (_ flow: Series, _ element: String?) -> Double?

  struct Flow {
    let link: SankeyChart.Link
    let role: SystemModel.Role?
  }

  /// One link for each flow, or for each of its elements; small elements as one.
  func links() -> [Flow] {
    let flows = series.filter { $0.kind == .flow }
    var totals: [String: Double] = [:]
    if let dimension {
      for flow in flows {
        if let element = flow.elements[dimension] {
          totals[element, default: 0] += mean(flow.values)
        }
      }
    }
    let all = totals.values.reduce(0, +)
    let small = Set(totals.filter { $0.value < 0.02 * all }.keys)
    let merging = small.count > 1 ? small : []
    let order = model.dimensions.first { $0.name == dimension }?.elements ?? []
    var result: [Flow] = []
    var seen: [String: Int] = [:]
    for element in [nil] + order.map(Optional.some) {
      for flow in flows where (dimension.flatMap { flow.elements[$0] }) == element {
        guard let from = flow.from, let to = flow.to else { continue }
        let isSmall = element.map(merging.contains) ?? false
        let id = isSmall ? "other (merged)" : element
        let group =
          isSmall ? "Others (\(merging.count))" : element.map { model.words(for: $0) } ?? ""
        let key = "\(from) \(to) \(flow.name) \(group)"
        let value = mean(flow.values) + (seen[key].map { result[$0].link.value } ?? 0)
        let entry = Flow(
          link: SankeyChart.Link(
            from: from, to: to, label: name(of: flow), value: max(0, value),
            ink: id.map { .endUse($0) } ?? ink(of: flow), group: group,
            uncertainty: isSmall ? nil : deviation(flow, element)),
          role: flow.role)
        if let place = seen[key] {
          result[place] = entry
        } else {
          seen[key] = result.count
          result.append(entry)
        }
      }
    }
    return result
  }

  /// Nodes and links, with small sources and sinks drawn as one, and the words that say so.
  func merged(_ flows: [Flow]) -> (
    nodes: [SankeyChart.Node], links: [SankeyChart.Link], note: String
  ) {
    var through: [String: Double] = [:]
    for flow in flows {
      through[flow.link.from, default: 0] += flow.link.value
      through[flow.link.to, default: 0] += flow.link.value
    }
    let bound = 0.005 * (through.values.max() ?? 0)
    func small(_ kinds: [SystemModel.Process.Kind]) -> [String] {
      let names = model.processes.filter { kinds.contains($0.kind) }.map(\.name)
        .filter { (through[$0] ?? 0) < bound }
      return names.count > 1 ? names : []
    }
    let (sources, sinks) = (small([.source]), small([.sink, .destination]))
    func target(_ name: String) -> String {
      sources.contains(name) ? "other sources" : sinks.contains(name) ? "other sinks" : name
    }
    let links = flows.filter { $0.link.value > 0 }.map { flow in
      SankeyChart.Link(
        from: target(flow.link.from), to: target(flow.link.to), label: flow.link.label,
        value: flow.link.value, ink: flow.link.ink, group: flow.link.group,
        uncertainty: flow.link.uncertainty)
    }
    var nodes: [SankeyChart.Node] = []
    for process in model.processes {
      let id = target(process.name)
      let isOutside = process.kind == .source || process.kind == .destination
      let own = series.filter { $0.kind == .addition && $0.name == process.name }
        .reduce(0) { $0 + mean($1.values) }
      if let place = nodes.firstIndex(where: { $0.id == id }) {
        nodes[place] = SankeyChart.Node(
          id: id, label: nodes[place].label, stockChange: nodes[place].stockChange + own,
          isInside: nodes[place].isInside)
        continue
      }
      guard through[process.name] ?? 0 > 0 else { continue }
      let label =
        id == process.name
        ? model.words(for: id).capitalizedFirst
        : id == "other sinks" ? "Other sinks (\(sinks.count))" : "Other sources (\(sources.count))"
      nodes.append(
        .init(id: id, label: label, stockChange: own, isInside: !isOutside && id == process.name))
    }
    let isMerged =
      !sources.isEmpty || !sinks.isEmpty || links.contains { $0.group.hasPrefix("Others (") }
    // What nothing passes is not drawn, and neither are its links.
    let drawn = Set(nodes.map(\.id))
    let seen = links.filter { drawn.contains($0.from) && drawn.contains($0.to) }
    return (nodes, seen, isMerged ? "; small flows are drawn as one" : "")
  }

  /// What comes back, of all that left use.
  func title(_ flows: [Flow], metal: String, unit: String, when: String) -> String {
    let uses = Set(model.processes.filter { $0.lifetimes != nil }.map(\.name))
    let left = flows.filter { uses.contains($0.link.from) }.reduce(0) { $0 + $1.link.value }
    let old = flows.filter { $0.role == .oldScrap }.reduce(0) { $0 + $1.link.value }
    guard left > 0, model.hasRole(.oldScrap) else {
      return "\(metal.capitalizedFirst) flows, \(when)"
    }
    return "\(when.capitalizedFirst): \(Magnitude.text(left, unit: unit)) of \(metal) left use, "
      + "\(NumberFormat.percent(old / left)) of it became metal again"
  }

  private func name(of flow: Series) -> String {
    let words = flow.name.contains("->") ? "" : flow.name
    return String(words.map { $0 == "_" ? " " : $0 })
  }

  private func ink(of flow: Series) -> PanelChart.Ink {
    switch flow.role {
    case .primary: .primary
    case .newScrap, .oldScrap, .reUse, .remanufactured: .secondary
    case .loss, .nonFunctional: .spent
    case .collected, nil: .reference
    }
  }
}

extension FlowDeviations {
  /// What ± means, for a subtitle.
  fileprivate var words: String {
    "; ± one standard deviation of \(NumberFormat.decimal(mantissa: draws, exponent: 0)) draws, seed "
      + "\(seed), links fade with it"
  }
}
