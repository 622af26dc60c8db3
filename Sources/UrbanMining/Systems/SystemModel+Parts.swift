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

  /// A place where material is passed on, held or received.
  public struct Process: Hashable, Sendable {
    public let name: String
    /// The dimensions that it is over, by name.
    public let dimensions: [String]
    public let kind: Kind
    /// The lifetime of each cell (outer) for the cohort of each period (inner), where it changes over
    /// time; nil where the lifetimes of ``kind`` hold for all cohorts.
    public let lifetimesByCohort: [[Lifetime]]?
    /// Where the lifetimes of a stock in service come from.
    public let provenance: Provenance

    /// What a process does with what it receives.
    public enum Kind: Hashable, Sendable {
      /// Outside the system: its outflows are inputs.
      case source
      /// Outside the system: what enters has left the account.
      case destination
      /// Passes everything on in the same period.
      case transform
      /// Holds it for a lifetime: one for each cell.
      case use([Lifetime])
      /// Holds it for good.
      case sink
    }

    public init(
      _ name: String, over dimensions: [String] = [], kind: Kind = .transform,
      lifetimesByCohort: [[Lifetime]]? = nil, provenance: Provenance = Provenance()
    ) {
      self.name = name
      self.dimensions = dimensions
      self.kind = kind
      self.lifetimesByCohort = lifetimesByCohort
      self.provenance = provenance
    }

    /// The lifetimes, one for each cell; nil unless the process is a stock in service. Where they change
    /// over time, those of the first cohort.
    public var lifetimes: [Lifetime]? {
      if case .use(let lifetimes) = kind { lifetimes } else { nil }
    }

    /// Which lifetime holds for which cohort of a cell; nil unless the process is a stock in service.
    func lifetimeLaw(ofCell cell: Int) -> LifetimeLaw? {
      guard let lifetimes else { return nil }
      guard let cohorts = lifetimesByCohort?[cell],
        cohorts.contains(where: { $0 != cohorts[0] })
      else { return .shared(lifetimes[cell]) }
      return .byCohort(cohorts)
    }
  }

  /// Numbers given in place or by the name of an input.
  public enum Values: Hashable, Sendable {
    case inline(Parameter)
    case input(String)
  }

  /// A passage of material from one process to another, in amounts per year.
  public struct Flow: Hashable, Sendable {
    public let from: String
    public let to: String
    public let rule: Rule
    public let role: Role?
    /// A name of its own, where it has one.
    public let ownName: String?
    public let provenance: Provenance

    /// How large the flow is.
    public enum Rule: Hashable, Sendable {
      /// This amount per year.
      case given(Values)
      /// This share of its source's throughput (of a stock in service: of its outflow).
      case share(Values)
      /// What the other flows of its source leave.
      case remainder
    }

    public init(
      from: String, to: String, _ rule: Rule, role: Role? = nil, name: String? = nil,
      provenance: Provenance = Provenance()
    ) {
      self.from = from
      self.to = to
      self.rule = rule
      self.role = role
      ownName = name
      self.provenance = provenance
    }

    /// What identifies the flow in its model: its own name, or `from->to`.
    public var key: String { ownName ?? "\(from)->\(to)" }

    /// What results call it: its own name, else its role, else `from->to`.
    public var displayName: String { ownName ?? role?.rawValue ?? key }

    var values: Values? {
      switch rule {
      case .given(let values), .share(let values): values
      case .remainder: nil
      }
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
