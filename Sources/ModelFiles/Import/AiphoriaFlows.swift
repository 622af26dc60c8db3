internal import UrbanMining

/// The flows of an aiphoria workbook: amounts and percentages by year.
struct AiphoriaFlows {
  private let sheet: Sheet
  private let years: ClosedRange<Int>
  private(set) var faults: [Fault] = []
  private var flows: [Flow] = []
  /// The flows that are entries of `data`, once they are written.
  private(set) var written: [Written] = []

  /// A flow with the name and the values of its entry of `data`; shares from 0 to 1.
  struct Written {
    let from: String
    let to: String
    let isShare: Bool
    let input: String
    let values: [Double]
  }

  /// One flow with its values by year.
  private struct Flow {
    let from: String
    let to: String
    let isShare: Bool
    var values: [Int: Double] = [:]
  }

  /// How years without a value are filled.
  struct Fill {
    enum Method: String {
      case zeros, previous, next, interpolate
    }
    let method: Method
    let amounts: Bool
    let shares: Bool
  }

  init(sheet: Sheet, years: ClosedRange<Int>) {
    self.sheet = sheet
    self.years = years
  }

  /// Reads the rows below the header.
  mutating func read(skipping header: Int, columns: [Int], known: [String]) {
    var index: [[String]: Int] = [:]
    for row in (header + 1)..<max(header + 1, sheet.rowCount) where !sheet.isEmptyRow(row) {
      let ends = [sheet.text(row, columns[0]), sheet.text(row, columns[1])]
      for (side, name) in ends.enumerated() where !known.contains(name) {
        faults.append(
          sheet.fault(
            row, columns[side],
            name.isEmpty ? "the process is missing" : "there is no process '\(name)'",
            hint: Suggestion.hint(for: name, in: known)))
      }
      let isShare = sheet.text(row, columns[3]) == "%"
      let place = index[ends] ?? flows.count
      if place == flows.count {
        index[ends] = place
        flows.append(Flow(from: ends[0], to: ends[1], isShare: isShare))
      } else if flows[place].isShare != isShare {
        faults.append(
          sheet.fault(row, columns[3], "the flow is in % in some years and an amount in others"))
      }
      do throws(Fault) {
        guard let value = try sheet.number(row, columns[2]) else {
          throw sheet.fault(row, columns[2], "the value is missing")
        }
        guard let year = try sheet.wholeNumber(row, columns[4]) else {
          throw sheet.fault(row, columns[4], "the year is missing")
        }
        if flows[place].values.updateValue(isShare ? value / 100 : value, forKey: year) != nil {
          throw sheet.fault(row, columns[4], "there is a second value for \(year)")
        }
      } catch {
        faults.append(error)
      }
    }
  }

  /// The values of all years, as aiphoria fills them; 0 where the flow does not exist.
  private func series(_ flow: Flow, _ fill: Fill) -> [Double] {
    var values: [Double?] = years.map { flow.values[$0] }
    guard flow.isShare ? fill.shares : fill.amounts else { return values.map { $0 ?? 0 } }
    switch fill.method {
    case .zeros:
      // Missing percentages keep their first value.
      let first = flow.isShare ? flow.values.min { $0.key < $1.key }?.value : nil
      return values.map { $0 ?? first ?? 0 }
    case .previous:
      for index in values.indices.dropFirst() where values[index] == nil {
        values[index] = values[index - 1]
      }
    case .next:
      for index in values.indices.dropLast().reversed() where values[index] == nil {
        values[index] = values[index + 1]
      }
    case .interpolate:
      let points = flow.values.map { (year: Double($0.key), value: $0.value) }
        .sorted { $0.year < $1.year }
      guard let first = points.first else { break }
      values = years.map {
        Double($0) < first.year ? nil : Interpolation.linear.value(at: Double($0), among: points)
      }
    }
    return values.map { $0 ?? 0 }
  }

  /// Writes processes, flows and their table.
  ///
  /// In aiphoria a percentage is of what the amounts of a process leave. So where a process has both, what
  /// is left passes through a process of its own and is shared out there.
  mutating func write(
    into draft: inout ModelDraft, processes: [String: AiphoriaImporter.Process], fill: Fill
  ) {
    var table = ModelDraft.Table(name: "flows", columns: ["year", "flow", "value"])
    func input(_ flow: Flow, _ name: String) {
      let key = "\(flow.from) -> \(flow.to)"
      let values = series(flow, fill)
      written.append(
        Written(from: flow.from, to: flow.to, isShare: flow.isShare, input: name, values: values))
      for (year, value) in zip(years, values) {
        table.rows.append(["\(year)", key, plainNumber(value)])
      }
      draft.inputs.append(
        ModelDraft.Input(name: name, table: "flows", filter: [("flow", key)]))
    }
    for (id, process) in processes.sorted(by: { $0.value.name < $1.value.name }) {
      let out = flows.filter { $0.from == id }
      let isEntered = flows.contains { $0.to == id }
      guard isEntered || !out.isEmpty else {
        draft.remark("process '\(id)' has no flows and is left out")
        continue
      }
      var kind = ModelDraft.Process.Kind.transform
      if let lifetime = process.lifetime {
        kind = .use(lifetime)
      } else if !isEntered {
        kind = .source
      } else if out.isEmpty {
        kind = process.decays ? .sink : .destination
      }
      draft.labels.append((process.name, process.label))
      draft.processes.append(ModelDraft.Process(name: process.name, kind: kind))
      let amounts = out.filter { !$0.isShare }
      let shares = out.filter(\.isShare)
      for flow in amounts {
        guard let target = processes[flow.to]?.name else { continue }
        let name = "amount_\(process.name)_to_\(target)"
        input(flow, name)
        draft.flows.append(ModelDraft.Flow(from: process.name, to: target, rule: .given(name)))
      }
      var source = process.name
      if !amounts.isEmpty, !shares.isEmpty {
        source = "\(process.name)_rest"
        draft.processes.append(ModelDraft.Process(name: source))
        draft.flows.append(ModelDraft.Flow(from: process.name, to: source))
      }
      for flow in shares {
        guard let target = processes[flow.to]?.name else { continue }
        let isAll = shares.count == 1 && series(flow, fill).allSatisfy { $0 == 1 }
        let name = "share_\(process.name)_to_\(target)"
        if !isAll { input(flow, name) }
        draft.flows.append(
          ModelDraft.Flow(from: source, to: target, rule: isAll ? .remainder : .share(name)))
      }
      let needsWayOut = process.lifetime != nil && out.isEmpty
      if needsWayOut || (isEntered && shares.isEmpty && !amounts.isEmpty) {
        let sink = "unreported"
        if !draft.processes.contains(where: { $0.name == sink }) {
          draft.processes.append(ModelDraft.Process(name: sink, kind: .destination))
        }
        draft.flows.append(ModelDraft.Flow(from: process.name, to: sink))
        draft.remark("what '\(id)' gives off without a flow of its own goes to 'unreported'")
      }
    }
    draft.tables.append(table)
  }
}
