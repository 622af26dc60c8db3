internal import LinearAlgebra

/// One series of a result, with all that says what it is.
public struct Series: Hashable, Sendable {
  public let kind: Kind
  public let name: String
  /// The processes that a flow joins.
  public let from: String?
  public let to: String?
  /// What a flow means to the indicators.
  public let role: SystemModel.Role?
  /// The element of each dimension that it is over, by the name of the dimension.
  public let elements: [String: String]
  /// `kt`, `kt/yr`, or `1` for a ratio.
  public let unit: String
  /// One value for each period; nil where it is not defined.
  public let values: [Double?]

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case stock, inflow, outflow, flow, concentration, dilution, addition, indicator, parameter
  }
}

extension Series {
  /// What it is, apart from all others of a result: `flow mine->smelter (north)`.
  var fullName: String {
    var text = "\(kind.rawValue) \(name)"
    if let from, let to {
      let ends = "\(from)->\(to)"
      text = "\(kind.rawValue) \(ends)" + (name == ends ? "" : " \(name)")
    }
    let places = elements.sorted { $0.key < $1.key }.map(\.value)
    return places.isEmpty ? text : "\(text) (\(places.joined(separator: ", ")))"
  }
}

extension SystemResults {
  /// All series of one lane: stocks with what enters, leaves and is added, flows and what they are made of,
  /// indicators and inputs.
  /// - Complexity: O(cells · T).
  public func series(lane: Int = 0) -> [Series] {
    stockSeries(lane) + flowSeries(lane) + concentrationSeries(lane) + indicatorSeries(lane)
      + inputSeries(lane)
  }

  private func stockSeries(_ lane: Int) -> [Series] {
    let model = plan.models[lane]
    return model.processes.indices.flatMap { index -> [Series] in
      let stock = stock(ofProcess: index)
      guard !stock.isEmpty else { return [] }
      let space = model.space(over: model.processes[index].dimensions)
      let name = model.processes[index].name
      let initial = initialStock(ofProcess: index)
      return stock.indices.flatMap { cell -> [Series] in
        func series(_ kind: Series.Kind, _ unit: String, _ values: [Double]) -> Series {
          Series(
            kind: kind, name: name, from: nil, to: nil, role: nil,
            elements: elements(space, cell), unit: unit, values: values)
        }
        let amounts = stock[cell].column(lane)
        let before = [initial[cell][lane]] + amounts.dropLast()
        let added = zip(amounts, before).map { $0 - $1 }
        let held = [
          series(.stock, massUnit, amounts),
          series(.inflow, flowUnit, perYear(inflow(ofProcess: index)[cell].column(lane))),
        ]
        let left = outflow(ofProcess: index)
        return held
          + (left.isEmpty ? [] : [series(.outflow, flowUnit, perYear(left[cell].column(lane)))])
          + [series(.addition, flowUnit, perYear(added))]
      }
    }
  }

  private func flowSeries(_ lane: Int) -> [Series] {
    let model = plan.models[lane]
    return model.flows.enumerated().flatMap { index, flow -> [Series] in
      let space = model.space(of: flow)
      return flowPerYear(at: index, lane: lane).enumerated().map { cell, values in
        Series(
          kind: .flow, name: flow.displayName, from: flow.from, to: flow.to, role: flow.role,
          elements: elements(space, cell), unit: flowUnit, values: values)
      }
    }
  }

  private func indicatorSeries(_ lane: Int) -> [Series] {
    RecyclingIndicators(self, lane: lane).all.map { indicator in
      Series(
        kind: .indicator, name: indicator.name, from: nil, to: nil, role: nil, elements: [:],
        unit: "1", values: indicator.values)
    }
  }

  private func inputSeries(_ lane: Int) -> [Series] {
    let model = plan.models[lane]
    return model.inputs.flatMap { input -> [Series] in
      let space = model.space(over: input.parameter.dimensions)
      let isAmount = model.flows.contains {
        if case .given(.input(input.name)) = $0.rule { true } else { false }
      }
      return input.parameter.cells.enumerated().map { cell, values in
        Series(
          kind: .parameter, name: input.name, from: nil, to: nil, role: nil,
          elements: elements(space, cell), unit: isAmount ? flowUnit : "1", values: values)
      }
    }
  }

  private func perYear(_ amounts: [Double]) -> [Double] {
    amounts.indices.map { amounts[$0] / plan.model.time.length(of: $0) }
  }

  private var massUnit: String { plan.model.header.unit.rawValue }
  var flowUnit: String { massUnit + "/yr" }

  func elements(_ space: CellSpace, _ cell: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: zip(space.dimensions.map(\.name), space.elements(of: cell)))
  }
}
