/// One thing that is wrong with a measured system.
public struct MeasuredSystemFault: Hashable, Sendable, CustomStringConvertible {
  public let subject: Subject
  public let message: String
  /// Where a name is unknown: that name, and the names that exist.
  public let unknown: SystemFault.UnknownName?

  /// The part of the system that is at fault.
  public enum Subject: Hashable, Sendable {
    case system
    case process(Int)
    case flow(Int)
    case correlation(Int)
    case relation(Int)
  }

  public var description: String { message }
}

/// All faults of a measured system.
public struct MeasuredSystemError: Error, Hashable, Sendable, CustomStringConvertible {
  public let faults: [MeasuredSystemFault]

  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}

/// Finds every fault of a measured system before anything is computed.
struct MeasuredSystemValidation {
  let system: MeasuredSystem

  func faults() -> [MeasuredSystemFault] {
    let structure = nameFaults() + flowFaults() + stockFaults() + relationFaults()
    let numbers = system.quantities.compactMap(numberFault)
    let correlations = correlationFaults()
    guard structure.isEmpty, numbers.isEmpty, correlations.isEmpty else {
      return structure + numbers + correlations
    }
    do throws(SingularCovariance) {
      _ = try ErrorCovariance(of: system)
      return []
    } catch {
      let last = system.correlations.lastIndex { [$0.first, $0.second].contains(error.names.last) }
      return [fault(last.map { .correlation($0) } ?? .system, error.description)]
    }
  }

  private func fault(
    _ subject: MeasuredSystemFault.Subject, _ message: String,
    unknown: SystemFault.UnknownName? = nil
  ) -> MeasuredSystemFault {
    MeasuredSystemFault(subject: subject, message: message, unknown: unknown)
  }

  private func nameFaults() -> [MeasuredSystemFault] {
    let (names, keys) = (system.processes.map(\.name), system.flows.map(\.key))
    return names.indices.filter { names[..<$0].contains(names[$0]) }.map {
      fault(.process($0), "there are two processes '\(names[$0])': names are unique")
    }
      + keys.indices.filter { keys[..<$0].contains(keys[$0]) }.map {
        fault(
          .flow($0), "there are two flows '\(keys[$0])': give one of them a 'name' of its own")
      }
      + (system.processes.contains { !$0.isBoundary }
        ? [] : [fault(.system, "no process lies inside the system: there is nothing to balance")])
  }

  private func flowFaults() -> [MeasuredSystemFault] {
    let names = system.processes.map(\.name)
    return system.flows.enumerated().flatMap { index, flow -> [MeasuredSystemFault] in
      var faults: [MeasuredSystemFault] = []
      for end in [flow.from, flow.to] where !names.contains(end) {
        faults.append(
          fault(
            .flow(index), "there is no process '\(end)'", unknown: .init(name: end, known: names)))
      }
      if flow.from == flow.to {
        faults.append(fault(.flow(index), "'\(flow.from)' flows into itself"))
      }
      for name in flow.contents.keys.sorted() where !system.substances.contains(name) {
        faults.append(
          fault(
            .flow(index), "there is no substance '\(name)'",
            unknown: .init(name: name, known: system.substances)))
      }
      let hasShare = flow.share != nil || flow.contents.values.contains { $0.share != nil }
      if hasShare, !system.flows.contains(where: { $0.to == flow.from }) {
        faults.append(
          fault(
            .flow(index),
            "'\(flow.key)' can't be a share: nothing flows into '\(flow.from)' of which it could be one"
          ))
      }
      return faults
    }
  }

  private func stockFaults() -> [MeasuredSystemFault] {
    system.processes.enumerated().flatMap { index, process -> [MeasuredSystemFault] in
      var faults: [MeasuredSystemFault] = []
      if process.isBoundary, process.stock != nil || !process.substanceStocks.isEmpty {
        faults.append(
          fault(
            .process(index),
            "'\(process.name)' lies outside the system: its stock is not part of the account"))
      }
      for name in process.substanceStocks.keys.sorted() where !system.substances.contains(name) {
        faults.append(
          fault(
            .process(index), "there is no substance '\(name)'",
            unknown: .init(name: name, known: system.substances)))
      }
      return faults
    }
  }

  private func numberFault(_ quantity: MeasuredQuantity) -> MeasuredSystemFault? {
    let subject: MeasuredSystemFault.Subject =
      quantity.flow.map { .flow($0) } ?? quantity.process.map { .process($0) }
      ?? quantity.relation.map { .relation($0) } ?? .system
    guard let value = quantity.knowledge.value else { return nil }
    guard value.isFinite else { return fault(subject, "'\(quantity.name)' has no finite value") }
    if case .measured(_, let uncertainty) = quantity.knowledge,
      !(uncertainty > 0 && uncertainty.isFinite)
    {
      return fault(
        subject,
        "the uncertainty of '\(quantity.name)' is \(plainNumber(uncertainty)): it is above 0, or the "
          + "value is exact")
    }
    if quantity.kind.isNeverNegative, value < 0 {
      return fault(
        subject, "'\(quantity.name)' is \(plainNumber(value)): it can't be below 0")
    }
    // The error of a measurement may lift it above 1, and a share does lie there where a stock shrinks.
    let least = value - 3 * (quantity.knowledge.uncertainty ?? 0)
    if quantity.kind == .concentration, least > 1 {
      return fault(
        subject,
        "'\(quantity.name)' is \(plainNumber(value)): a concentration is at most 1, as in 0.28 for 28 %"
      )
    }
    if quantity.kind == .share, least > 1, !hasStock(sourceOf: quantity) {
      return fault(
        subject, "'\(quantity.name)' is \(plainNumber(value)): a share is at most 1")
    }
    return nil
  }

  private func hasStock(sourceOf quantity: MeasuredQuantity) -> Bool {
    guard let flow = quantity.flow.map({ system.flows[$0] }) else { return false }
    return system.processes.contains {
      $0.name == flow.from && ($0.stock != nil || !$0.substanceStocks.isEmpty)
    }
  }

  private func relationFaults() -> [MeasuredSystemFault] {
    let named = system.quantities.filter { $0.relation == nil }.map(\.name)
    return system.relations.enumerated().flatMap { index, relation -> [MeasuredSystemFault] in
      var faults: [MeasuredSystemFault] = []
      let name = relation.name
      if named.contains(name) || system.relations[..<index].contains(where: { $0.name == name }) {
        faults.append(
          fault(.relation(index), "there are two quantities '\(name)': names are unique"))
      }
      if relation.terms.isEmpty {
        faults.append(fault(.relation(index), "the relation '\(name)' is of no quantity"))
      }
      for term in relation.terms {
        if !named.contains(term.quantity) {
          faults.append(
            fault(
              .relation(index), "there is no quantity '\(term.quantity)'",
              unknown: .init(name: term.quantity, known: named)))
        }
        if !term.factor.isFinite || term.factor == 0 {
          faults.append(
            fault(
              .relation(index),
              "the factor of '\(term.quantity)' is \(plainNumber(term.factor)): it is not zero"))
        }
      }
      return faults
    }
  }

  private func correlationFaults() -> [MeasuredSystemFault] {
    let measured = system.quantities.filter {
      if case .measured = $0.knowledge { true } else { false }
    }.map(\.name)
    return system.correlations.enumerated().flatMap { index, own -> [MeasuredSystemFault] in
      var faults: [MeasuredSystemFault] = []
      for name in [own.first, own.second] where !measured.contains(name) {
        let exists = system.quantities.contains { $0.name == name }
        faults.append(
          fault(
            .correlation(index),
            exists
              ? "'\(name)' has no measurement whose error could be correlated"
              : "there is no quantity '\(name)'",
            unknown: .init(name: name, known: measured)))
      }
      if own.first == own.second {
        faults.append(fault(.correlation(index), "'\(own.first)' is correlated with itself"))
      }
      if !(abs(own.coefficient) <= 1) {
        faults.append(
          fault(
            .correlation(index),
            "\(plainNumber(own.coefficient)) is no correlation: it lies between -1 and 1"))
      }
      let pair = Set([own.first, own.second])
      if system.correlations[..<index].contains(where: { Set([$0.first, $0.second]) == pair }) {
        faults.append(
          fault(
            .correlation(index),
            "the correlation of '\(own.first)' and '\(own.second)' is given twice"))
      }
      return faults
    }
  }
}
