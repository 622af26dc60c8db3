/// Checks what a flow is confined to, and the names that it gives to the dimensions of its target.
struct FlowCellValidation {
  let model: SystemModel

  func faults() -> [SystemFault] {
    model.flows.enumerated().flatMap { faults(of: $1, subject: .flow($0)) }
  }

  func faults(of flow: SystemModel.Flow, subject: SystemFault.Subject) -> [SystemFault] {
    acrossFaults(flow, subject) + onlyFaults(flow, subject)
  }

  private func acrossFaults(
    _ flow: SystemModel.Flow, _ subject: SystemFault.Subject
  ) -> [SystemFault] {
    let known = model.dimensions.map(\.name)
    guard let target = model.process(flow.to) else { return [] }
    return flow.across.sorted { $0.key < $1.key }.flatMap { own, name -> [SystemFault] in
      guard target.dimensions.contains(own) else {
        return [
          SystemFault(
            subject, "'\(flow.key)' renames '\(own)', but '\(flow.to)' is not over it",
            unknown: .init(name: own, known: target.dimensions))
        ]
      }
      guard let first = model.dimensions.first(where: { $0.name == own }),
        let second = model.dimensions.first(where: { $0.name == name })
      else {
        return [
          SystemFault(
            subject, "there is no dimension '\(name)'", unknown: .init(name: name, known: known))
        ]
      }
      guard first.elements == second.elements else {
        return [
          SystemFault(
            subject,
            "'\(own)' can't be mapped to '\(name)': they have other elements, or in another order")
        ]
      }
      guard !target.dimensions.contains(name) else {
        return [SystemFault(subject, "'\(flow.to)' is over '\(name)' already")]
      }
      return []
    }
  }

  private func onlyFaults(
    _ flow: SystemModel.Flow, _ subject: SystemFault.Subject
  ) -> [SystemFault] {
    let ends =
      (model.process(flow.from)?.dimensions ?? [])
      + (model.process(flow.to)?.dimensions ?? []).map { flow.across[$0] ?? $0 }
    return flow.only.sorted { $0.key < $1.key }.flatMap { name, elements -> [SystemFault] in
      guard ends.contains(name), let dimension = model.dimensions.first(where: { $0.name == name })
      else {
        return [
          SystemFault(
            subject,
            "'\(flow.key)' is confined to elements of '\(name)', but neither '\(flow.from)' nor "
              + "'\(flow.to)' is over it", unknown: .init(name: name, known: ends))
        ]
      }
      guard !elements.isEmpty else {
        return [SystemFault(subject, "'\(flow.key)' is confined to no element of '\(name)'")]
      }
      return elements.filter { !dimension.elements.contains($0) }.map {
        SystemFault(
          subject, "'\($0)' is not an element of '\(name)'",
          unknown: .init(name: $0, known: dimension.elements))
      }
    }
  }
}
