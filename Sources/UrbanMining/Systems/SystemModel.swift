/// A material system as a person writes it: named processes joined by flows, over named dimensions.
///
/// A model that exists is valid: the initialiser reports every fault at once. It is solved by compiling
/// it to a ``SystemPlan``.
public struct SystemModel: Hashable, Sendable {
  public let header: Header
  public let time: TimeAxis
  public let timing: InflowTiming
  public let dimensions: [Dimension]
  public let inputs: [Input]
  public let processes: [Process]
  public let flows: [Flow]
  /// Inhabitants in each period, for figures per capita.
  public let population: [Double]?
  public let populationProvenance: Provenance?
  /// How much of tramp elements may be in flows.
  public let concentrationLimits: [ConcentrationLimit]

  /// What the model is called and measured in.
  public struct Header: Hashable, Sendable {
    /// The identifier: lower case, digits and hyphens.
    public let name: String
    public let title: String
    /// The word for what flows: `copper`.
    public let material: String
    public let description: String?
    /// The unit of stocks, a mass or a count; flows are in this unit per year.
    public let unit: MassUnit
    /// What readers see instead of an identifier.
    public let labels: [String: String]

    public init(
      name: String, title: String? = nil, material: String? = nil, description: String? = nil,
      unit: MassUnit = .tonne, labels: [String: String] = [:]
    ) {
      self.name = name
      self.title = title ?? name
      self.material = material ?? name
      self.description = description
      self.unit = unit
      self.labels = labels
    }
  }

  /// Checks the whole model.
  /// - Throws: every fault that it has.
  public init(
    header: Header, time: TimeAxis, timing: InflowTiming = .middle, dimensions: [Dimension] = [],
    inputs: [Input] = [], processes: [Process], flows: [Flow], population: [Double]? = nil,
    populationProvenance: Provenance? = nil, concentrationLimits: [ConcentrationLimit] = []
  ) throws(SystemModelError) {
    self.header = header
    self.time = time
    self.timing = timing
    self.dimensions = dimensions
    self.inputs = inputs
    self.processes = processes.map { $0.resolved(over: time) }
    self.flows = flows.map { $0.resolved(over: time) }
    self.population = population
    self.populationProvenance = populationProvenance
    self.concentrationLimits = concentrationLimits
    let faults = SystemValidation(model: self).faults()
    guard faults.isEmpty else { throw SystemModelError(faults: faults) }
  }

  /// What readers see for an identifier.
  public func label(for identifier: String) -> String {
    header.labels[identifier] ?? identifier
  }

  /// The process of this name.
  public func process(_ name: String) -> Process? {
    processes.first { $0.name == name }
  }

  /// The cells that some dimensions, by name and in the order of the model, span.
  public func space(over names: [String]) -> CellSpace {
    CellSpace(dimensions.filter { names.contains($0.name) })
  }

  /// The cells of a flow: it is over every dimension of its two ends, under the names that it gives them,
  /// and of these over the elements that it is confined to.
  public func space(of flow: Flow) -> CellSpace {
    let source = process(flow.from)?.dimensions ?? []
    let target = (process(flow.to)?.dimensions ?? []).map { flow.across[$0] ?? $0 }
    return CellSpace(
      space(over: source + target).dimensions.map { dimension in
        guard let only = flow.only[dimension.name] else { return dimension }
        return Dimension(
          name: dimension.name, elements: dimension.elements.filter(only.contains))
      })
  }

  /// The numbers behind a flow's values.
  func parameter(_ values: Values) -> Parameter? {
    switch values.resolved(over: time) {
    case .inline(let parameter): parameter
    case .points: nil
    case .input(let name): inputs.first { $0.name == name }?.parameter
    }
  }
}
