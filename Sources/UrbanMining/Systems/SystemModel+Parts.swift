extension SystemModel {
  /// A named input with its provenance.
  public struct Input: Hashable, Sendable {
    public let name: String
    public let parameter: Parameter
    public let provenance: Provenance

    public init(name: String, parameter: Parameter, provenance: Provenance = Provenance()) {
      self.name = name
      self.parameter = parameter
      self.provenance = provenance
    }
  }

  /// What a flow means to the indicators of recycling.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// Metal from ore, P.
    case primary
    /// Scrap of fabrication that becomes metal again, N.
    case newScrap = "new_scrap"
    /// Scrap from end of life that becomes metal again, R.
    case oldScrap = "old_scrap"
    /// What a collection system receives out of end of life, C.
    case collected
    /// Products that begin another life as they are.
    case reUse = "re_use"
    /// Products that begin another life after they were restored to new.
    case remanufactured
    /// What leaves the cycle for good.
    case loss
    /// Recycling that keeps the metal and loses its function.
    case nonFunctional = "non_functional"
  }
}
