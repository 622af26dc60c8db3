internal import LinearAlgebra

/// How much of one element is in a flow of several, and how much purer metal would dilute it enough.
///
/// With mᵢ the amounts of the elements that a flow carries, among them the element e that is looked at:
/// ```
/// concentration    c = m_e / Σᵢ mᵢ
/// dilution need    D = Σᵢ mᵢ · max(0, c − limit) / (limit − purity)
/// ```
/// D is the amount of a diluent with the concentration `purity` that brings the mixture exactly to the
/// limit: (c · Σ mᵢ + purity · D) / (Σ mᵢ + D) = limit. Copper in steel is the known case: it can't be
/// removed in the furnace, so that scrap steel is diluted with primary iron. Daehn, Cabrera Serrenho &
/// Allwood (2017), doi:10.1021/acs.est.7b00997.
public struct Concentration: Hashable, Sendable {
  /// What all elements of the flow sum to in each period, in the unit of the model per year.
  public let amounts: [Double]
  /// The share of the element in that sum, between 0 and 1; nil where nothing flows.
  public let shares: [Double?]

  /// Looks at one element of a flow, its other dimensions added up.
  /// - Parameters:
  ///   - element: the element whose concentration is asked for, such as `Cu`.
  ///   - dimension: the dimension of the flow that tells its elements apart, such as `element`.
  ///   - flow: the flow's own name, or `from->to`.
  ///   - results: the solved system.
  ///   - lane: the lane of the results.
  /// - Throws: ``ConcentrationError`` where the model has no such flow, dimension or element.
  /// - Complexity: O(cells · T).
  public init(
    of element: String, along dimension: String, in flow: String, _ results: SystemResults,
    lane: Int = 0
  ) throws(ConcentrationError) {
    let model = results.plan.models[lane]
    guard let index = model.flows.firstIndex(where: { $0.key == flow }) else {
      throw .unknown(name: flow, what: "flow", known: model.flows.map(\.key))
    }
    let space = model.space(of: model.flows[index])
    guard let axis = space.dimensions.firstIndex(where: { $0.name == dimension }) else {
      throw .unknown(name: dimension, what: "dimension", known: space.dimensions.map(\.name))
    }
    let elements = space.dimensions[axis].elements
    guard elements.contains(element) else {
      throw .unknown(name: element, what: "element", known: elements)
    }
    let amounts = results.flowPerYear(at: index, lane: lane)
    let meant = amounts.indices.filter { space.elements(of: $0)[axis] == element }
    self.init(
      of: Self.sum(meant.map { amounts[$0] }, periods: model.time.count),
      in: Self.sum(amounts, periods: model.time.count))
  }

  /// - Parameters:
  ///   - part: what there is of the element in each period.
  ///   - whole: what there is of all elements.
  init(of part: [Double], in whole: [Double]) {
    amounts = whole
    shares = zip(part, whole).map { $1 > 0 ? $0 / $1 : nil }
  }

  static func sum(_ series: [[Double]], periods: Int) -> [Double] {
    series.reduce([Double](repeating: 0, count: periods)) { zip($0, $1).map { $0 + $1 } }
  }

  /// How much of a diluent keeps the concentration at a limit, in the unit of the model per year.
  /// - Parameters:
  ///   - limit: the highest concentration that is allowed, above `purity` and at most 1.
  ///   - purity: the concentration of the same element in the diluent, from 0.
  /// - Returns: one amount for each period; 0 where the limit is kept already.
  /// - Throws: ``ConcentrationError`` where no amount could dilute it: the diluent is not below the limit.
  public func dilutionNeed(
    limit: Double, purity: Double = 0
  ) throws(ConcentrationError) -> [Double] {
    guard purity >= 0, purity < limit, limit <= 1 else {
      throw .impossibleDilution(limit: limit, purity: purity)
    }
    return zip(amounts, shares).map { amount, share in
      amount * max(0, (share ?? 0) - limit) / (limit - purity)
    }
  }
}

/// Why a concentration can't be found or reached.
public enum ConcentrationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing has this name.
  case unknown(name: String, what: String, known: [String])
  /// The diluent holds as much as is allowed, or more.
  case impossibleDilution(limit: Double, purity: Double)

  public var description: String {
    switch self {
    case .unknown(let name, let what, let known):
      known.isEmpty
        ? "there is no \(what) '\(name)'"
        : "there is no \(what) '\(name)': there are \(known.joined(separator: ", "))"
    case .impossibleDilution(let limit, let purity):
      "a diluent with a concentration of \(purity) can't bring anything down to \(limit): it must be purer "
        + "than the limit, which is at most 1"
    }
  }
}

extension SystemResults {
  /// The amounts of each cell of a flow, per year.
  func flowPerYear(at index: Int, lane: Int) -> [[Double]] {
    let time = plan.model.time
    return flow(at: index).map { cell in
      cell.column(lane).enumerated().map { $1 / time.length(of: $0) }
    }
  }
}
