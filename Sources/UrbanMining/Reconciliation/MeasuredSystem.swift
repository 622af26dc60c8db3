/// Processes, flows and what was measured of them in one year: what reconciliation makes consistent.
///
/// Flows of goods balance in every process inside the system, and so does each substance that is looked at.
/// For a flow i of goods with amount m, and a substance s in it,
/// ```
/// Σ in − Σ out − Δstock = 0        in each process, for goods and for each substance
/// amount(s, i) = concentration(s, i) · m(i)
/// m(i) = share(i) · Σ in of the source of i      (a transfer coefficient; the same for substances)
/// Δstock = stock at the end − stock at the start
/// total = Σ factor · quantity          (a relation)
/// ```
/// Brunner & Rechberger (2016), Handbook of Material Flow Analysis, doi:10.1201/9781315313450.
public struct MeasuredSystem: Hashable, Sendable {
  public let header: Header
  public let processes: [Process]
  public let flows: [Flow]
  /// The substances that are looked at beside the goods, by name.
  public let substances: [String]
  public let correlations: [Correlation]
  public let relations: [Relation]
  /// All numbers of the system: those of the flows in their order, then those of the processes and of
  /// the relations.
  public let quantities: [MeasuredQuantity]
  let equations: [BalanceEquation]

  /// What the system is called and measured in.
  public struct Header: Hashable, Sendable {
    /// The identifier: lower case, digits and hyphens.
    public let name: String
    public let title: String
    /// The word for the goods.
    public let material: String
    public let year: Int
    /// The unit of stocks; flows are in this unit per year.
    public let unit: MassUnit
    /// What readers see instead of an identifier.
    public let labels: [String: String]

    public init(
      name: String, title: String? = nil, material: String? = nil, year: Int,
      unit: MassUnit = .tonne, labels: [String: String] = [:]
    ) {
      self.name = name
      self.title = title ?? name
      self.material = material ?? name
      self.year = year
      self.unit = unit
      self.labels = labels
    }
  }

  /// A place that flows join.
  public struct Process: Hashable, Sendable {
    public let name: String
    /// Whether it lies outside the system, so that nothing is known of its balance.
    public let isBoundary: Bool
    /// What it holds; nil where it passes everything on.
    public let stock: Stock?
    /// What it holds of each substance; one that is missing is unknown in a process with a stock.
    public let substanceStocks: [String: Stock]

    public init(
      _ name: String, isBoundary: Bool = false, stock: Stock? = nil,
      substanceStocks: [String: Stock] = [:]
    ) {
      self.name = name
      self.isBoundary = isBoundary
      self.stock = stock
      self.substanceStocks = substanceStocks
    }
  }

  /// A stock: how much it changes, and what it holds at both ends of the year where that was measured.
  public struct Stock: Hashable, Sendable {
    public let change: Knowledge
    public let levels: Levels?

    /// What is held at the start and at the end of the year.
    public struct Levels: Hashable, Sendable {
      public let start: Knowledge
      public let end: Knowledge

      public init(start: Knowledge, end: Knowledge) {
        self.start = start
        self.end = end
      }
    }

    public init(change: Knowledge = .unknown, levels: Levels? = nil) {
      self.change = change
      self.levels = levels
    }
  }

  /// A passage of goods from one process to another.
  public struct Flow: Hashable, Sendable {
    public let from: String
    public let to: String
    public let amount: Knowledge
    /// The part of what enters its source; nil where it is not asked for.
    public let share: Knowledge?
    /// What is known of each substance in it; one that is missing is unknown.
    public let contents: [String: Content]
    /// A name of its own, where it has one.
    public let ownName: String?

    public init(
      from: String, to: String, _ amount: Knowledge, share: Knowledge? = nil,
      contents: [String: Content] = [:], name: String? = nil
    ) {
      self.from = from
      self.to = to
      self.amount = amount
      self.share = share
      self.contents = contents
      ownName = name
    }

    /// What identifies the flow: its own name, or `from->to`.
    public var key: String { ownName ?? "\(from)->\(to)" }
  }

  /// One substance in a flow of goods.
  public struct Content: Hashable, Sendable {
    public let amount: Knowledge
    public let concentration: Knowledge
    /// The part of the substance that enters the source of the flow; nil where it is not asked for.
    public let share: Knowledge?

    public init(
      amount: Knowledge = .unknown, concentration: Knowledge = .unknown, share: Knowledge? = nil
    ) {
      self.amount = amount
      self.concentration = concentration
      self.share = share
    }
  }

  /// Errors of two measurements that hang together, such as those of one scale.
  public struct Correlation: Hashable, Sendable {
    /// The names of the quantities.
    public let first: String
    public let second: String
    /// Above -1 and below 1.
    public let coefficient: Double

    public init(_ first: String, _ second: String, _ coefficient: Double) {
      self.first = first
      self.second = second
      self.coefficient = coefficient
    }
  }

  /// A sum of quantities about which something is known beside the balances: that one is twice another, or
  /// what several flows were measured to be together.
  public struct Relation: Hashable, Sendable {
    public let name: String
    public let terms: [Term]
    /// Σ factor · quantity.
    public let total: Knowledge

    /// A quantity, by its name, times a number.
    public struct Term: Hashable, Sendable {
      public let quantity: String
      public let factor: Double

      public init(_ quantity: String, factor: Double = 1) {
        self.quantity = quantity
        self.factor = factor
      }
    }

    public init(_ name: String, _ terms: [Term], total: Knowledge = .exact(0)) {
      self.name = name
      self.terms = terms
      self.total = total
    }
  }

  /// Checks the whole system.
  /// - Throws: every fault that it has.
  public init(
    header: Header, processes: [Process], flows: [Flow], substances: [String] = [],
    correlations: [Correlation] = [], relations: [Relation] = []
  ) throws(MeasuredSystemError) {
    self.header = header
    self.processes = processes
    self.flows = flows
    self.substances = substances
    self.correlations = correlations
    self.relations = relations
    let writer = MeasuredSystemWriter(
      processes: processes, flows: flows, substances: substances, relations: relations)
    quantities = writer.quantities
    equations = writer.equations
    let faults = MeasuredSystemValidation(system: self).faults()
    guard faults.isEmpty else { throw MeasuredSystemError(faults: faults) }
  }

  /// What readers see for an identifier.
  public func label(for identifier: String) -> String {
    header.labels[identifier] ?? identifier
  }
}
