internal import LinearAlgebra

/// What went into a deposit, decade by decade, and how rich each layer is.
public struct DepositLedger: Hashable, Sendable {
  /// The sink that it is about.
  public let deposit: String
  /// The element that is looked for.
  public let element: String
  public let decades: [Decade]

  /// A layer: what was deposited in ten calendar years, in the unit of the model.
  public struct Decade: Hashable, Sendable {
    /// The first year, such as 1990.
    public let start: Int
    /// The mass of the element, and of all elements together.
    public let metal: Double
    public let mass: Double

    /// The share of the element; nil where nothing was deposited.
    public var grade: Double? { mass > 0 ? metal / mass : nil }
  }

  /// Reads the layers of a sink off a solved system.
  /// - Parameters:
  ///   - results: a system with a sink over a dimension of elements.
  ///   - deposit: the name of the sink.
  ///   - element: the element that is looked for.
  ///   - dimension: the dimension of the sink that tells elements apart.
  ///   - lane: the lane of the results.
  /// - Throws: what is not there, with what there is.
  /// - Complexity: O(cells · T).
  public init(
    _ results: SystemResults, in deposit: String, of element: String, along dimension: String,
    lane: Int = 0
  ) throws(DepositError) {
    let model = results.plan.models[lane]
    let sinks = model.processes.filter { $0.kind == .sink && $0.dimensions.contains(dimension) }
    guard let index = model.processes.firstIndex(where: { $0.name == deposit }),
      sinks.contains(model.processes[index])
    else {
      let known = sinks.map(\.name).joined(separator: ", ")
      throw DepositError(faults: [
        "'\(deposit)' is no sink over '\(dimension)'"
          + (known.isEmpty ? ": the model has none" : ": there are \(known)")
      ])
    }
    let space = model.space(over: model.processes[index].dimensions)
    let axis = space.dimensions.firstIndex { $0.name == dimension } ?? 0
    let elements = space.dimensions[axis].elements
    guard elements.contains(element) else {
      throw DepositError(faults: [
        "'\(element)' is not an element of '\(dimension)': there are \(elements.joined(separator: ", "))"
      ])
    }
    var found: [Int: (metal: Double, mass: Double)] = [:]
    for (cell, values) in results.inflow(ofProcess: index).enumerated() {
      let isMeant = space.elements(of: cell)[axis] == element
      for period in model.time.labels.indices {
        let start = Int((model.time.labels[period] / 10).rounded(.down)) * 10
        found[start, default: (0, 0)].mass += values[period, lane]
        if isMeant { found[start, default: (0, 0)].metal += values[period, lane] }
      }
    }
    guard found.values.contains(where: { $0.metal > 0 }) else {
      throw DepositError(faults: [
        "no '\(element)' goes to '\(deposit)' in this model: 'run \(model.header.name)' shows what does"
      ])
    }
    self.deposit = deposit
    self.element = element
    decades = found.keys.sorted().map { start in
      Decade(start: start, metal: found[start]?.metal ?? 0, mass: found[start]?.mass ?? 0)
    }
  }

  /// All layers together.
  public var total: Decade {
    Decade(
      start: decades.first?.start ?? 0, metal: decades.reduce(0) { $0 + $1.metal },
      mass: decades.reduce(0) { $0 + $1.mass })
  }
}
