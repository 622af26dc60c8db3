extension SystemModel {
  /// A place where material is passed on, held or received.
  public struct Process: Hashable, Sendable {
    public let name: String
    /// The dimensions that it is over, by name.
    public let dimensions: [String]
    public let kind: Kind
    /// What its throughput follows from.
    public let drive: Drive
    /// Where it must reach an inflow first and a stock later: the first period, as an index, in which the
    /// stock counts and not the inflow.
    public let stockFrom: Int?
    /// The lifetime of each cell (outer) for the cohort of each period (inner), where it changes over
    /// time; nil where the lifetimes of ``kind`` hold for all cohorts.
    public let lifetimesByCohort: [[Lifetime]]?
    /// What a stock holds before the first period: one for each cell, or none at all.
    public let initialStocks: [InitialStock]
    /// The input whose first period is what it holds before the first period, where one is named: what
    /// changes the input changes ``initialStocks``.
    public let initialStockInput: String?
    /// What is done where the stock that it must hold falls faster than it wears out.
    public let negativeInflow: NegativeInflow
    /// Whether what it holds waits and does not serve.
    private let isWaiting: Bool
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

    /// What is done where a stock that must be held falls faster than it wears out.
    public enum NegativeInflow: String, Hashable, Sendable, CaseIterable {
      /// The negative inflow is kept and reported: a fact about the data.
      case keep
      /// The inflow is zero, and the stock stays above the given one until enough has worn out.
      case clip
    }

    public init(
      _ name: String, over dimensions: [String] = [], kind: Kind = .transform,
      drive: Drive = .supply, stockFrom: Int? = nil, lifetimesByCohort: [[Lifetime]]? = nil,
      initialStocks: [InitialStock] = [], initialStockInput: String? = nil,
      negativeInflow: NegativeInflow = .keep, isInService: Bool = true,
      provenance: Provenance = Provenance()
    ) {
      self.name = name
      self.dimensions = dimensions
      self.kind = kind
      self.drive = drive
      self.stockFrom = stockFrom
      self.lifetimesByCohort = lifetimesByCohort
      self.initialStocks = initialStocks
      self.initialStockInput = initialStockInput
      self.negativeInflow = negativeInflow
      self.isWaiting = !isInService
      self.provenance = provenance
    }

    /// The lifetimes, one for each cell; nil unless the process is a stock in service. Where they change
    /// over time, those of the first cohort.
    public var lifetimes: [Lifetime]? {
      if case .use(let lifetimes) = kind { lifetimes } else { nil }
    }

    /// Whether it holds material that serves: what enters it enters use, and what leaves it is end of life.
    /// A stock that waits (hibernating products, work in progress) is not in service.
    public var isInService: Bool { lifetimes != nil && !isWaiting }

    /// Whether it lies outside the system.
    public var isBoundary: Bool { kind == .source || kind == .destination }

    /// Which lifetime holds for which cohort of a cell; nil unless the process is a stock in service.
    func lifetimeLaw(ofCell cell: Int) -> LifetimeLaw? {
      guard let lifetimes else { return nil }
      guard let cohorts = lifetimesByCohort?[cell],
        cohorts.contains(where: { $0 != cohorts[0] })
      else { return .shared(lifetimes[cell]) }
      return .byCohort(cohorts)
    }

    /// The lifetimes of each cell by cohort; nil unless the process is a stock in service.
    func lifetimesByCell(periods: Int) -> [[Lifetime]]? {
      lifetimesByCohort
        ?? lifetimes?.map { lifetime in [Lifetime](repeating: lifetime, count: periods) }
    }

    /// The same process with other lifetimes, by cell and cohort.
    func with(lifetimes cells: [[Lifetime]]) -> Process {
      let isConstant = cells.allSatisfy { cohorts in cohorts.allSatisfy { $0 == cohorts[0] } }
      return Process(
        name, over: dimensions, kind: .use(cells.map { $0[0] }), drive: drive,
        stockFrom: stockFrom, lifetimesByCohort: isConstant ? nil : cells,
        initialStocks: initialStocks, initialStockInput: initialStockInput,
        negativeInflow: negativeInflow, isInService: !isWaiting, provenance: provenance)
    }

    /// The same process with other totals before the first period, grown as before.
    func with(initialTotals totals: [Double]) -> Process {
      let stocks = zip(initialStocks, totals).map { stock, total in
        if case .total(_, let growth) = stock {
          InitialStock.total(total, growth: growth)
        } else {
          stock
        }
      }
      return Process(
        name, over: dimensions, kind: kind, drive: drive, stockFrom: stockFrom,
        lifetimesByCohort: lifetimesByCohort, initialStocks: stocks,
        initialStockInput: initialStockInput, negativeInflow: negativeInflow,
        isInService: !isWaiting, provenance: provenance)
    }

    /// The same process with another drive.
    func with(_ drive: Drive) -> Process {
      Process(
        name, over: dimensions, kind: kind, drive: drive, stockFrom: stockFrom,
        lifetimesByCohort: lifetimesByCohort, initialStocks: initialStocks,
        initialStockInput: initialStockInput, negativeInflow: negativeInflow,
        isInService: !isWaiting, provenance: provenance)
    }
  }
}
