/// Checks that every process has a way in and a way out, of the kind that it can have.
struct WayValidation {
  let model: SystemModel

  func faults() -> [SystemFault] {
    let ends = endFaults()
    let missing = missingWays()
    return ends + missing + (missing.isEmpty ? unreached() : [])
  }

  /// What may leave and enter processes of each kind.
  private func endFaults() -> [SystemFault] {
    model.flows.enumerated().flatMap { index, flow -> [SystemFault] in
      guard let source = model.process(flow.from), let target = model.process(flow.to) else {
        return []
      }
      var messages: [String] = []
      switch (source.kind, flow.rule) {
      case (.source, .given), (.source, .input), (.source, .fill):
        guard flow.limit == .available else { break }
        messages.append(
          "'\(flow.from)' is a boundary: it is not known what is available there, so give an amount"
        )
      case (.source, _):
        messages.append(
          "'\(flow.from)' is a boundary without a throughput: what leaves it must be 'given'")
      case (.sink, _), (.destination, _):
        messages.append("nothing leaves '\(flow.from)': it keeps what it receives")
      default: break
      }
      if flow.limit != nil, flow.rule.isGiven || flow.rule == .remainder {
        messages.append(
          "'\(flow.key)' is '\(flow.rule.word)' and can't have a limit: only shares, inputs and "
            + "what fills can")
      }
      if target.kind == .source {
        messages.append("'\(flow.to)' is a boundary source and receives nothing")
      }
      return messages.map { SystemFault(.flow(index), $0) }
    }
  }

  private func missingWays() -> [SystemFault] {
    model.processes.flatMap { process -> [SystemFault] in
      let hasWayIn = model.flows.contains { $0.to == process.name }
      let hasWayOut = model.flows.contains { $0.from == process.name }
      var messages: [String] = []
      switch process.kind {
      case .source where !hasWayOut, .transform where !hasWayOut, .use where !hasWayOut:
        messages.append(
          "'\(process.name)' has no way out: add a flow from it, or make it a sink")
      default: break
      }
      if process.kind != .source && !hasWayIn {
        messages.append("nothing flows into '\(process.name)'")
      }
      return messages.map { SystemFault(.process(process.name), $0) }
    }
  }

  /// Processes that only flow into one another: no path leads to them from a boundary or from what stands
  /// at the start, so that their flows would be zero for ever.
  private func unreached() -> [SystemFault] {
    var reached = Set(
      model.processes.filter { $0.kind == .source || !$0.initialStocks.isEmpty }.map(\.name))
    var isGrowing = true
    while isGrowing {
      let found = model.flows.filter { reached.contains($0.from) }.map(\.to)
      isGrowing = found.contains { reached.insert($0).inserted }
    }
    return model.processes.filter { !reached.contains($0.name) }.map { process in
      SystemFault(
        .process(process.name),
        "nothing reaches '\(process.name)': no way leads to it from a boundary source or from a stock "
          + "that stands at the start")
    }
  }
}
