/// Checks that what leaves each process, and what enters one that asks for it, adds up.
struct ShareValidation {
  let model: SystemModel

  func faults() -> [SystemFault] {
    model.processes.flatMap { process -> [SystemFault] in
      guard model.space(over: process.dimensions).count > 0 else { return [] }
      switch process.kind {
      case .source, .destination, .sink: return []
      case .transform, .use:
        let leaving = ProcessSide(.leaving, process, in: model)
        let entering = ProcessSide(.entering, process, in: model)
        return (leaving.map(outflowFaults) ?? []) + (entering.map(inflowFaults) ?? [])
      }
    }
  }

  // MARK: - What leaves

  private func outflowFaults(_ side: ProcessSide) -> [SystemFault] {
    guard let first = side.flows.first else { return [] }
    let demanded = side.cells.indices.filter { side.process.way(ofCell: $0) == .demand }
    if let fault = demandFault(side, demanded, first) { return [fault] }
    for (cell, members) in side.cells.enumerated() where side.process.way(ofCell: cell) != .demand {
      if let fault = remainderFault(side, cell, members) { return [fault] }
    }
    let shares = side.sums(\.isShare)
    let restShares = side.sums(\.isShareOfRest)
    for (cell, members) in side.cells.enumerated() where side.process.way(ofCell: cell) != .demand {
      let rules = members.map { side.flow($0).rule }
      let hasRest = rules.contains(where: \.isShareOfRest)
      let isOpen = rules.contains { !$0.isShare && !$0.isShareOfRest }
      let hasRemainder = rules.contains(.remainder)
      let isClosed = !isOpen && !hasRest
      if let asked = members.first(where: { side.flow($0).rule.isAsked }), !hasRemainder, !hasRest {
        return [
          SystemFault(
            .flow(asked.flow),
            "'\(side.flow(asked).key)' takes what '\(side.flow(asked).to)' asks for: one flow from "
              + "'\(side.process.name)' must be the remainder, or it must be driven by demand")
        ]
      }
      if let fault = sumFault(side, cell, shares[cell], "", mustBeOne: isClosed, first)
        ?? sumFault(
          side, cell, restShares[cell], " of the rest", mustBeOne: hasRest && !hasRemainder, first)
      {
        return [fault]
      }
    }
    return []
  }

  private func remainderFault(
    _ side: ProcessSide, _ cell: Int, _ members: [ProcessSide.Member]
  ) -> SystemFault? {
    let remainders = members.filter { side.flow($0).rule == .remainder }
    let flows = remainders.map(\.flow).reduce(into: [Int]()) { all, flow in
      if all.last != flow { all.append(flow) }
    }
    if flows.count > 1 {
      return SystemFault(
        .flow(flows[1]),
        "'\(model.flows[flows[1]].key)' is a second remainder of '\(side.process.name)': only one flow "
          + "can take what is left")
    }
    if let index = flows.first, remainders.count > 1 {
      let split = model.space(of: model.flows[index]).dimensions.map(\.name)
        .filter { !side.process.dimensions.contains($0) }
      return SystemFault(
        .flow(index),
        "'\(model.flows[index].key)' is a remainder that splits over "
          + "\(split.joined(separator: ", ")): give shares, so that it is known how")
    }
    let limited = members.first {
      side.flow($0).limit != nil && (side.flow($0).rule.isShare || side.flow($0).rule.isShareOfRest)
        || side.flow($0).limit == .available
    }
    if let limited, remainders.isEmpty {
      return SystemFault(
        .flow(limited.flow),
        "'\(side.flow(limited).key)' has a limit: one flow from '\(side.process.name)' must be the "
          + "remainder, for what the limit leaves")
    }
    let available = members.filter { side.flow($0).limit == .available }
    for index in Set(available.map(\.flow)).sorted()
    where available.count(where: { $0.flow == index }) > 1 {
      return SystemFault(
        .flow(index),
        "'\(model.flows[index].key)' takes at most what is available, but goes to several cells for each "
          + "cell of '\(side.process.name)': give amounts or shares")
    }
    return nil
  }

  /// What leaves the cells of a process that give what is asked for.
  private func demandFault(
    _ side: ProcessSide, _ cells: [Int], _ first: Int
  ) -> SystemFault? {
    let leaving = cells.flatMap { side.cells[$0] }
    if let bad = leaving.first(where: {
      side.flow($0).rule == .remainder || side.flow($0).rule.isShareOfRest
    }) {
      return SystemFault(
        .flow(bad.flow),
        "'\(side.flow(bad).key)' takes what is left, but '\(side.process.name)' is driven by demand: "
          + "it takes in just what its outflows ask for")
    }
    if let bad = leaving.first(where: { side.flow($0).limit == .available }) {
      return SystemFault(
        .flow(bad.flow),
        "'\(side.flow(bad).key)' takes at most what is available, but '\(side.process.name)' is "
          + "driven by demand: it has what is asked for")
    }
    guard cells.isEmpty || leaving.contains(where: { side.flow($0).rule.asksItsSource }) else {
      return SystemFault(
        .process(side.process.name),
        "nothing asks '\(side.process.name)' for anything: of what leaves a process that is driven by "
          + "demand, some must be given, an input or fill its target")
    }
    let shares = side.sums(\.isShare)
    for cell in cells {
      guard let period = shares[cell].firstIndex(where: { $0 >= 1 - 1e-12 }) else { continue }
      return SystemFault(
        .flow(first),
        "the shares of what leaves \(side.name(of: cell)) sum to \(rounded(shares[cell][period])) in "
          + "\(model.time.label(of: period)): driven by demand, less than all of it may be lost")
    }
    return nil
  }

  // MARK: - What enters

  /// What enters the cells of a process: where they ask for it, the inputs close the balance, or flows that
  /// fill it.
  private func inflowFaults(_ side: ProcessSide) -> [SystemFault] {
    let asking = side.cells.indices.filter { side.process.asks(cell: $0) }
    let inputs = side.sums(\.isInput)
    let faults = supplyFaults(
      side, side.cells.indices.filter { !side.process.asks(cell: $0) }, inputs)
    guard let first = side.flows.first, faults.isEmpty else { return faults }
    for cell in asking {
      let fills = side.cells[cell].filter { side.flow($0).rule.isFill }.sorted {
        (side.flow($0).rule.priority, $0.flow) < (side.flow($1).rule.priority, $1.flow)
      }
      if let fault = fillFault(side, cell, fills)
        ?? sumFault(
          side, cell, inputs[cell], "", mustBeOne: fills.isEmpty, first, "what enters", "'fill'")
      {
        return [fault]
      }
    }
    return []
  }

  /// What enters the cells that take what they are given: nothing fills them, and not all of it can be shares
  /// of itself.
  private func supplyFaults(
    _ side: ProcessSide, _ cells: [Int], _ inputs: [[Double]]
  ) -> [SystemFault] {
    var filled: Set<Int> = []
    let fills = cells.flatMap { side.cells[$0] }.filter {
      side.flow($0).rule.isFill && filled.insert($0.flow).inserted
    }
    guard fills.isEmpty else {
      return fills.map { fill in
        SystemFault(
          .flow(fill.flow),
          "'\(side.flow(fill).key)' fills what '\(side.process.name)' needs, but that takes what it is "
            + "given: let it be driven by demand, or give the stock or inflow that it must reach")
      }
    }
    for cell in cells {
      let members = side.cells[cell]
      guard let input = members.first(where: { side.flow($0).rule.isInput }),
        members.allSatisfy({ side.flow($0).rule.isInput })
          || inputs[cell].contains(where: { $0 >= 1 })
      else { continue }
      return [
        SystemFault(
          .flow(input.flow),
          "'\(side.flow(input).key)' is a share of what \(side.name(of: cell)) takes in, but nothing else "
            + "says how much that is: let it be driven by demand, or give the stock or inflow that it "
            + "must reach")
      ]
    }
    return []
  }

  private func fillFault(
    _ side: ProcessSide, _ cell: Int, _ fills: [ProcessSide.Member]
  ) -> SystemFault? {
    for (before, fill) in zip(fills, fills.dropFirst()) where before.flow == fill.flow {
      return SystemFault(
        .flow(fill.flow),
        "'\(side.flow(fill).key)' fills \(side.name(of: cell)) from several cells at once: give "
          + "input shares, so that it is known how much comes from each")
    }
    for (before, fill) in zip(fills, fills.dropFirst())
    where side.flow(before).rule.priority == side.flow(fill).rule.priority {
      return SystemFault(
        .flow(fill.flow),
        "'\(side.flow(before).key)' and '\(side.flow(fill).key)' both fill \(side.name(of: cell)) as "
          + "number \(side.flow(fill).rule.priority): say with 'fill: 1', 'fill: 2' which comes first"
      )
    }
    if let last = fills.last, side.flow(last).limit != nil {
      return SystemFault(
        .flow(last.flow),
        "'\(side.flow(last).key)' is the last to fill \(side.name(of: cell)) and has a limit: what is "
          + "missing then must come from somewhere")
    }
    if let early = fills.dropLast().first(where: { side.flow($0).limit == nil }) {
      return SystemFault(
        .flow(early.flow),
        "'\(side.flow(early).key)' fills all that \(side.name(of: cell)) needs, so that nothing is left "
          + "for '\(fills.last.map { side.flow($0).key } ?? "")': give it a limit")
    }
    return nil
  }

  // MARK: - Sums

  /// The shares of a cell sum to at most one in each period; without another way, to exactly one.
  private func sumFault(
    _ side: ProcessSide, _ cell: Int, _ sums: [Double], _ what: String, mustBeOne: Bool,
    _ first: Int, _ passes: String = "what leaves", _ closing: String = "'remainder: true'"
  ) -> SystemFault? {
    // The rounding of a sum of so many decimal fractions.
    let rounding = Double(max(8, side.cells[cell].count)) * .ulpOfOne
    let period = sums.firstIndex { $0 > 1 + rounding || (mustBeOne && $0 < 1 - rounding) }
    guard let period else { return nil }
    let rule =
      sums[period] > 1
      ? "they may sum to at most 1" : "they must sum to 1, or one flow must be \(closing)"
    return SystemFault(
      .flow(first),
      "the shares\(what) of \(passes) \(side.name(of: cell)) sum to \(rounded(sums[period])) in "
        + "\(model.time.label(of: period)): \(rule)")
  }

  /// Enough digits to see what is wrong and no more.
  private func rounded(_ value: Double) -> String {
    let short = (value * 1e6).rounded() / 1e6
    return plainNumber(short == 1 ? value : short)
  }
}

extension SystemModel.Flow.Rule {
  var isGiven: Bool { if case .given = self { true } else { false } }
  var isShare: Bool { if case .share = self { true } else { false } }
  var isShareOfRest: Bool { if case .shareOfRest = self { true } else { false } }
  var isInput: Bool { if case .input = self { true } else { false } }
  var isFill: Bool { if case .fill = self { true } else { false } }
  /// Whether its target says how much it carries.
  var isAsked: Bool { isInput || isFill }
  /// Whether it tells a source that is driven by demand how much to give.
  var asksItsSource: Bool { isGiven || isAsked }
  var priority: Int { if case .fill(let priority) = self { priority } else { 0 } }
}
