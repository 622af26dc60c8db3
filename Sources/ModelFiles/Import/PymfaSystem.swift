internal import UrbanMining

/// The transfers of a pymfa2 model as processes and flows.
struct PymfaSystem {
  let rows: [PymfaImporter.Row]
  let years: [Int]
  let title: String

  func draft() -> ModelDraft {
    var draft = ModelDraft(title: title, years: (years.first ?? 0)...(years.last ?? 0))
    // A stock may let go of material in the period of entry, and what stays is counted by whole periods.
    draft.timing = .start
    var table = ModelDraft.Table(
      name: "transfers", columns: ["year", "flow", "value", "uncertainty"])
    var names = Identifiers()
    let nodes = nodes(&names)
    for (number, row) in rows.filter({ $0.kind == .inflow }).enumerated() {
      let name = "inflow_\(number + 1)"
      let target = nodes[row.to] ?? ""
      draft.processes.append(ModelDraft.Process(name: name, kind: .source))
      if !row.description.isEmpty { draft.labels.append((name, row.description)) }
      draft.flows.append(ModelDraft.Flow(from: name, to: target, rule: .given(name)))
      addInput(name, row.values.map(\.central), row.values.map(\.spread), &draft, &table)
    }
    for (node, name) in nodes.sorted(by: { $0.value < $1.value }) {
      draft.labels.append((name, node.joined(separator: " ").trimmed))
      addNode(node, name, nodes, &draft, &table)
    }
    draft.tables.append(table)
    remarkUnits(&draft)
    if rows.contains(where: { $0.values.contains { $0.spread != nil } }) {
      draft.remark(
        "probability distributions stand in the column 'uncertainty' of the table; the model runs with their "
          + "means")
    }
    return draft
  }

  /// The processes by name, material and unit; a name alone where that is enough.
  private func nodes(_ names: inout Identifiers) -> [[String]: String] {
    var found: [[String]: String] = [:]
    let all = rows.flatMap { [$0.from, $0.to] }.filter { !$0.isEmpty }
    for node in all where found[node] == nil {
      let isAlone = Set(all.filter { $0[0] == node[0] }).count == 1
      found[node] = names.identifier(for: isAlone ? node[0] : node.joined(separator: "_"))
    }
    return found
  }

  private func addInput(
    _ name: String, _ values: [Double], _ spreads: [String?], _ draft: inout ModelDraft,
    _ table: inout ModelDraft.Table
  ) {
    for (index, year) in years.enumerated() {
      table.rows.append(["\(year)", name, plainNumber(values[index]), spreads[index] ?? ""])
    }
    draft.inputs.append(ModelDraft.Input(name: name, table: "transfers", filter: [("flow", name)]))
  }

  /// A node with its transfers; a delayed transfer passes through a stock of its own, as in pymfa2 each target
  /// has its own release.
  private func addNode(
    _ node: [String], _ name: String, _ nodes: [[String]: String], _ draft: inout ModelDraft,
    _ table: inout ModelDraft.Table
  ) {
    let out = rows.filter { $0.from == node }
    guard !out.isEmpty else {
      draft.processes.append(ModelDraft.Process(name: name, kind: .sink))
      return
    }
    let isOneStock = out.count == 1 && out[0].kind == .delay
    draft.processes.append(
      ModelDraft.Process(
        name: name,
        kind: isOneStock ? .use(lifetime(out[0], name, &draft)) : .transform))
    let shares = years.indices.map { period in
      PymfaValue.adjusted(out.map { $0.values[period] })
    }
    for (index, row) in out.enumerated() {
      let target = nodes[row.to] ?? ""
      var end = target
      if row.kind == .delay, !isOneStock {
        end = "\(name)_to_\(target)"
        let lifetime = lifetime(row, end, &draft)
        draft.processes.append(ModelDraft.Process(name: end, kind: .use(lifetime)))
        draft.flows.append(ModelDraft.Flow(from: end, to: target))
      }
      guard out.count > 1 else {
        draft.flows.append(ModelDraft.Flow(from: name, to: end))
        continue
      }
      let input = "share_\(name)_to_\(target)"
      addInput(input, shares.map { $0[index] }, row.values.map(\.spread), &draft, &table)
      draft.flows.append(ModelDraft.Flow(from: name, to: end, rule: .share(input)))
    }
    let given = years.indices.map { period in out.reduce(0) { $0 + $1.values[period].central } }
    if given.contains(where: { abs($0 - 1) > 1e-9 }), out.allSatisfy({ $0.kind != .conversion }) {
      draft.remark(
        "shares of '\(node[0])' don't sum to one: they are adjusted by priority, as pymfa2 does")
    }
  }

  /// The release of a stock as a table of what is left after each period.
  private func lifetime(
    _ row: PymfaImporter.Row, _ name: String, _ draft: inout ModelDraft
  ) -> String {
    let releases = row.values.compactMap(\.release)
    guard let release = releases.first else { return "fixed(years: 1)" }
    if Set(releases).count > 1 {
      draft.remark("'\(row.from[0])': the release changes over time; that of \(years[0]) is taken")
    }
    if release.kind == .weibull {
      let numbers = release.parameters.map(plainNumber)
      draft.remark(
        "'\(row.from[0])': its Weibull release is taken period by period, as pymfa2 computes it; "
          + "'weibull(shape: \(numbers[0]), scale: \(numbers[1]))' is the lifetime itself")
    }
    if release.kind == .rand {
      draft.remark("'\(row.from[0])': a random release is taken by its mean")
    }
    var left = 1.0
    var points = ["0: 1"]
    for (period, rate) in release.rates(periods: years.count + 1).enumerated() {
      left = max(0, left - rate)
      points.append("\(period + 1): \(plainNumber(left < 1e-12 ? 0 : left))")
    }
    // What is not released by the end of the table stays for good.
    if left > 1e-12 { points += ["100000: \(plainNumber(left))", "100001: 0"] }
    return "table(\(points.joined(separator: ", ")))"
  }

  private func remarkUnits(_ draft: inout ModelDraft) {
    let units = Set(rows.flatMap { [$0.from.last, $0.to.last] }.compactMap { $0 })
    for row in rows where row.kind == .conversion {
      draft.remark(
        "'\(row.from[0])' to '\(row.to[0])' converts \(row.from[2]) to \(row.to[2]): a model file has one unit, "
          + "so the amounts before it must be converted by hand")
    }
    let known = units.compactMap { unit in
      MassUnit.allCases.first { $0.rawValue.lowercased() == unit }
    }
    if units.count == 1, let unit = known.first {
      draft.unit = unit
    } else {
      draft.remark(
        "unit: amounts are taken over as they are, in t (\(units.sorted().joined(separator: ", ")))"
      )
    }
  }
}
