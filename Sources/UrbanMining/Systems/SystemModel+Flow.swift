extension SystemModel {
  /// A passage of material from one process to another, in amounts per year.
  public struct Flow: Hashable, Sendable {
    public let from: String
    public let to: String
    public let rule: Rule
    /// The most that may pass, where there is such a limit.
    public let limit: Limit?
    /// The elements that it is confined to, by dimension; every element where a dimension is not named.
    public let only: [String: [String]]
    /// What the flow calls a dimension of its target, where it calls it otherwise: with
    /// `["region": "destination"]` it goes from each region to each destination, and the target's regions
    /// are the destinations.
    public let across: [String: String]
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
      /// This share of what the given flows and the shares of its source leave.
      case shareOfRest(Values)
      /// What the other flows of its source leave.
      case remainder
      /// This share of its target's throughput: an input coefficient.
      case input(Values)
      /// What its target still needs after its other inflows. Of several, those of a lower priority number
      /// come first and are limited, and the last covers what is left.
      case fill(priority: Int)
    }

    /// The most that may pass through a flow.
    public enum Limit: Hashable, Sendable {
      /// A capacity, per year.
      case amount(Values)
      /// What its source has left after its other flows.
      case available
    }

    public init(
      from: String, to: String, _ rule: Rule, atMost limit: Limit? = nil,
      only: [String: [String]] = [:], across: [String: String] = [:], role: Role? = nil,
      name: String? = nil, provenance: Provenance = Provenance()
    ) {
      self.from = from
      self.to = to
      self.rule = rule
      self.limit = limit
      self.only = only
      self.across = across
      self.role = role
      ownName = name
      self.provenance = provenance
    }

    /// What identifies the flow in its model: its own name, or `from->to`.
    public var key: String { ownName ?? "\(from)->\(to)" }

    /// What results call it: its own name, else its role, else `from->to`.
    public var displayName: String { ownName ?? role?.rawValue ?? key }

    /// The numbers of its rule.
    var values: Values? {
      switch rule {
      case .given(let values), .share(let values), .shareOfRest(let values), .input(let values):
        values
      case .remainder, .fill: nil
      }
    }

    /// The numbers of its limit, where that is an amount.
    var limitValues: Values? {
      if case .amount(let values) = limit { values } else { nil }
    }

    /// The same flow with other numbers.
    func with(_ values: Values) -> Flow {
      let changed: Rule =
        switch rule {
        case .given: .given(values)
        case .share: .share(values)
        case .shareOfRest: .shareOfRest(values)
        case .input: .input(values)
        case .remainder, .fill: rule
        }
      return Flow(
        from: from, to: to, changed, atMost: limit, only: only, across: across, role: role,
        name: ownName, provenance: provenance)
    }
  }
}

extension SystemModel.Flow.Rule {
  /// What files call it.
  public var word: String {
    switch self {
    case .given: "given"
    case .share: "share"
    case .shareOfRest: "share_of_rest"
    case .remainder: "remainder"
    case .input: "input"
    case .fill: "fill"
    }
  }
}
