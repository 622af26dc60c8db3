extension SystemModel {
  /// The dimension that tells apart what a flow is made of, where a model has one.
  public static let elementDimension = "element"

  /// How much of a tramp element may be in flows, and how pure the metal is that dilutes it.
  ///
  /// The elements are those of the dimension ``elementDimension``.
  public struct ConcentrationLimit: Hashable, Sendable {
    /// The element, such as `Cu`.
    public let element: String
    /// Its highest share that is allowed, above `purity` and at most 1.
    public let limit: Double
    /// Its share in the metal that dilutes, from 0.
    public let purity: Double
    /// The flows that must keep the limit, by name; nil for every flow that is told apart by element.
    public let flows: [String]?

    public init(element: String, limit: Double, purity: Double = 0, flows: [String]? = nil) {
      self.element = element
      self.limit = limit
      self.purity = purity
      self.flows = flows
    }
  }
}

/// Checks what a model says of tramp elements.
struct ConcentrationLimitValidation {
  let model: SystemModel

  func faults() -> [SystemFault] {
    let name = SystemModel.elementDimension
    return model.concentrationLimits.flatMap { limit -> [SystemFault] in
      let subject = SystemFault.Subject.concentrationLimit(limit.element)
      guard let dimension = model.dimensions.first(where: { $0.name == name }) else {
        return [
          SystemFault(
            subject,
            "the concentration of '\(limit.element)' needs a dimension '\(name)', along which flows are told "
              + "apart")
        ]
      }
      var faults: [SystemFault] = []
      if !dimension.elements.contains(limit.element) {
        faults.append(
          SystemFault(
            subject, "'\(limit.element)' is not an element of '\(name)'",
            unknown: .init(name: limit.element, known: dimension.elements)))
      }
      if !(limit.purity >= 0 && limit.purity < limit.limit && limit.limit <= 1) {
        faults.append(
          SystemFault(
            subject,
            "of '\(limit.element)' at most \(plainNumber(limit.limit)) is allowed, and what dilutes it has "
              + "\(plainNumber(limit.purity)): the one is a share of at most 1, the other a smaller one"
          ))
      }
      for flow in limit.flows ?? [] {
        guard let found = model.flows.first(where: { $0.key == flow }) else {
          faults.append(
            SystemFault(
              subject, "there is no flow '\(flow)'",
              unknown: .init(name: flow, known: model.flows.map(\.key))))
          continue
        }
        if !model.space(of: found).dimensions.contains(where: { $0.name == name }) {
          faults.append(
            SystemFault(subject, "'\(flow)' is not told apart by '\(name)': nothing is known of it")
          )
        }
      }
      return faults
    }
  }
}
