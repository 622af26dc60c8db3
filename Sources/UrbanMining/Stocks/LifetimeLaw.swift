/// Which lifetime holds for which part of a stock.
public enum LifetimeLaw: Hashable, Sendable {
  /// One lifetime for everything.
  case shared(Lifetime)
  /// A lifetime for each lane.
  case byLane([Lifetime])
  /// "Nature", for each lane: `lifetimes[lane][cohort]`.
  case byLaneAndCohort([[Lifetime]])
  /// "Nature": each cohort keeps the lifetime of the period in which it was made.
  case byCohort([Lifetime])
  /// "Nurture": in each period the lifetime of that period sets the hazard of all cohorts.
  case byPeriod([Lifetime])
  /// Both: the hazard of cohort c in period t is that of `lifetimes[c][t]`; entries with t < c are unused.
  case byCohortAndPeriod([[Lifetime]])

  /// One lifetime, stretched for each cohort by a factor.
  /// - Throws: `.impossible` where a factor is not above 0.
  public static func byCohort(
    _ lifetime: Lifetime, factors: [Double]
  ) throws(LifetimeError) -> LifetimeLaw {
    .byCohort(try stretched(lifetime, factors))
  }

  /// One lifetime, stretched in each period by a factor: a lifetime extension from some year on.
  /// - Throws: `.impossible` where a factor is not above 0.
  public static func byPeriod(
    _ lifetime: Lifetime, factors: [Double]
  ) throws(LifetimeError) -> LifetimeLaw {
    .byPeriod(try stretched(lifetime, factors))
  }

  private static func stretched(
    _ lifetime: Lifetime, _ factors: [Double]
  ) throws(LifetimeError) -> [Lifetime] {
    var lifetimes: [Lifetime] = []
    for factor in factors { lifetimes.append(try lifetime.stretched(by: factor)) }
    return lifetimes
  }

  /// The lifetime of a cohort in a lane, in a period of its life.
  func lifetime(lane: Int, cohort: Int, period: Int) -> Lifetime {
    switch self {
    case .shared(let lifetime): lifetime
    case .byLane(let lifetimes): lifetimes[lane]
    case .byLaneAndCohort(let lifetimes): lifetimes[lane][cohort]
    case .byCohort(let lifetimes): lifetimes[cohort]
    case .byPeriod(let lifetimes): lifetimes[period]
    case .byCohortAndPeriod(let lifetimes): lifetimes[cohort][period]
    }
  }

  /// Whether the lifetime changes while a cohort is in use, so that its survival must follow hazards.
  var changesWithTime: Bool {
    switch self {
    case .shared, .byLane, .byLaneAndCohort, .byCohort: false
    case .byPeriod, .byCohortAndPeriod: true
    }
  }

  /// Whether all cohorts age alike.
  var isSameForAllCohorts: Bool {
    switch self {
    case .shared, .byLane: true
    case .byLaneAndCohort, .byCohort, .byPeriod, .byCohortAndPeriod: false
    }
  }

  /// The number of lanes that it is made for; nil where it serves any number.
  var laneCount: Int? {
    switch self {
    case .byLane(let lifetimes): lifetimes.count
    case .byLaneAndCohort(let lifetimes): lifetimes.count
    case .shared, .byCohort, .byPeriod, .byCohortAndPeriod: nil
    }
  }

  /// What is wrong with the number of lifetimes for so many periods.
  func sizeFault(periods: Int) -> String? {
    func fault(_ count: Int, _ what: String) -> String? {
      count == periods ? nil : "there are \(count) lifetimes for \(periods) \(what)"
    }
    switch self {
    case .shared: return nil
    case .byLane(let lifetimes): return lifetimes.isEmpty ? "there is no lifetime" : nil
    case .byLaneAndCohort(let lifetimes):
      return lifetimes.isEmpty
        ? "there is no lifetime"
        : lifetimes.lazy.compactMap { fault($0.count, "cohorts") }.first
    case .byCohort(let lifetimes): return fault(lifetimes.count, "cohorts")
    case .byPeriod(let lifetimes): return fault(lifetimes.count, "periods")
    case .byCohortAndPeriod(let lifetimes):
      return fault(lifetimes.count, "cohorts")
        ?? lifetimes.lazy.compactMap { fault($0.count, "periods") }.first
    }
  }
}

extension LifetimeLaw: CustomStringConvertible {
  /// The text form of the lifetime, or what tells lifetimes apart.
  public var description: String {
    switch self {
    case .shared(let lifetime): lifetime.description
    case .byLane(let lifetimes): "\(lifetimes.count) lifetimes by lane"
    case .byLaneAndCohort(let lifetimes):
      "a lifetime for each cohort of \(lifetimes.count) lanes"
    case .byCohort: "a lifetime for each cohort"
    case .byPeriod: "a lifetime for each period"
    case .byCohortAndPeriod: "a lifetime for each cohort and period"
    }
  }
}
