internal import RealModule

/// An initial stock on its way through the periods of a calculation, for one lane.
struct InheritedStock: Sendable {
  /// The cohorts with what entered once, what is left at the start and at the end of each period.
  let cohorts: [Cohort]
  /// What is there before the first period.
  let total: Double
  /// What is left of it at the end of each period.
  let left: [Double]

  struct Cohort: Sendable {
    let from: Double
    let to: Double
    /// The inflow that must have entered, calculated back through the lifetime.
    let inflow: Double
    let amount: Double
    /// One for each node of the timing with which it entered.
    let entries: [CohortAgeing.Entry]
    let left: [Double]
  }

  /// What leaves of it in each period.
  var outflow: [Double] { zip([total] + left, left).map { $0 - $1 } }

  static func none(periods: Int) -> InheritedStock {
    InheritedStock(cohorts: [], total: 0, left: [Double](repeating: 0, count: periods))
  }

  private init(cohorts: [Cohort], total: Double, left: [Double]) {
    self.cohorts = cohorts
    self.total = total
    self.left = left
  }

  /// Ages an initial stock through all periods of a survival.
  /// - Throws: `.initialStock` for negative amounts, cohorts that did not enter before the start or can't
  ///   be there any more, and a past whose stock does not add up.
  init(_ initial: InitialStock, survival: Survival, lane: Int) throws(StockError) {
    let start = survival.time.bounds[0]
    let first = survival.law.lifetime(lane: lane, cohort: 0, period: 0)
    let ageing = CohortAgeing(survival)
    var cohorts: [Cohort] = []
    for part in try InheritedStock.parts(of: initial, start, survival, first) {
      guard part.amount.isFinite, part.amount >= 0 else {
        throw .initialStock("the amount from \(plainNumber(part.from)) is \(part.amount)")
      }
      guard part.from < part.to, part.to <= start else {
        throw .initialStock(
          "a cohort from \(plainNumber(part.from)) to \(plainNumber(part.to)) did not enter before "
            + "\(plainNumber(start))")
      }
      let nodes = survival.timing.nodes(
        for: first,
        ages: survival.time.bounds.indices.map {
          start - part.from + survival.time.elapsed(atBound: $0)
        }, length: part.to - part.from)
      let ages = nodes.map { start - part.from - $0.position * (part.to - part.from) }
      let shares = zip(nodes, ages).map { $0.weight * first.survival(atAge: max(0, $1)) }
      let share = shares.reduce(0, +)
      guard share > 0 else {
        guard part.amount > 0 else { continue }
        throw .initialStock(
          "nothing of the cohort from \(plainNumber(part.from)) can be left: "
            + "\(first.description) is over by \(plainNumber(start))")
      }
      let entries = zip(ages, shares).map { age, left in
        CohortAgeing.Entry(
          origin: .standing(age: max(0, age)), amount: part.amount * left / share)
      }
      let lives = entries.map { ageing.life(of: $0, lane: lane) }
      cohorts.append(
        Cohort(
          from: part.from, to: part.to, inflow: part.amount / share, amount: part.amount,
          entries: entries,
          left: (0..<survival.time.count).map { t in lives.reduce(0) { $0 + $1[t].left } }))
    }
    self.cohorts = cohorts
    total = cohorts.reduce(0) { $0 + $1.amount }
    left = (0..<survival.time.count).map { t in cohorts.reduce(0) { $0 + $1.left[t] } }
  }

  private static func parts(
    of initial: InitialStock, _ start: Double, _ survival: Survival, _ lifetime: Lifetime
  ) throws(StockError) -> [InitialStock.Cohort] {
    switch initial {
    case .cohorts(let cohorts): return cohorts
    case .builtUp(let inflow, let bounds):
      guard bounds.count == inflow.count + 1, bounds.last == start else {
        throw .initialStock(
          "the earlier inflow needs one more bound than amounts, the last at \(plainNumber(start))")
      }
      return inflow.indices.map { index in
        let cohort = InitialStock.Cohort(from: bounds[index], to: bounds[index + 1], amount: 1)
        let share = self.share(of: cohort, start, survival, lifetime)
        return .init(from: cohort.from, to: cohort.to, amount: inflow[index] * share)
      }
    case .total(let amount, let growth):
      return try past(of: amount, growth: growth, start, survival, lifetime)
    }
  }

  /// The cohorts of a stock whose inflow grew at a constant rate: amounts ∝ (1 + growth)^(−age) · S(age).
  private static func past(
    of amount: Double, growth: Double, _ start: Double, _ survival: Survival, _ lifetime: Lifetime
  ) throws(StockError) -> [InitialStock.Cohort] {
    guard amount != 0 else { return [] }
    guard growth.isFinite, growth > -1 else {
      throw .initialStock("a past growing at \(growth) per year is not possible")
    }
    let length = survival.time.length(of: 0)
    let fade = 1 / Double.pow(1 + growth, length)
    var weights: [Double] = []
    var (sum, factor, isUnderflow) = (0.0, 1.0, false)
    while weights.count < 20_000 {
      let share = share(
        of: cohort(weights.count, length, start, amount: 1), start, survival, lifetime)
      weights.append(factor * share)
      sum += weights[weights.count - 1]
      factor *= fade
      guard weights[weights.count - 1] > 1e-16 * sum else { break }
      // The survival is about to end in the smallest doubles while the past still grows.
      isUnderflow = share < 1e-290
    }
    guard weights.count < 20_000, sum > 0, sum.isFinite, !isUnderflow else {
      throw .initialStock(
        "with \(lifetime.description) a past growing at \(growth) per year does not add up to a stock "
          + "within 20,000 periods")
    }
    return weights.enumerated().map { age, weight in
      cohort(age, length, start, amount: amount * weight / sum)
    }
  }

  /// The cohort that entered so many whole periods before the start.
  private static func cohort(
    _ age: Int, _ length: Double, _ start: Double, amount: Double
  ) -> InitialStock.Cohort {
    .init(
      from: start - Double(age + 1) * length, to: start - Double(age) * length, amount: amount)
  }

  /// The share of a cohort that is left at the start.
  private static func share(
    of cohort: InitialStock.Cohort, _ start: Double, _ survival: Survival, _ lifetime: Lifetime
  ) -> Double {
    let (oldest, length) = (start - cohort.from, cohort.to - cohort.from)
    let nodes = survival.timing.nodes(for: lifetime, ages: [oldest], length: length)
    return nodes.reduce(0) { sum, node in
      sum + node.weight * lifetime.survival(atAge: max(0, oldest - node.position * length))
    }
  }
}
