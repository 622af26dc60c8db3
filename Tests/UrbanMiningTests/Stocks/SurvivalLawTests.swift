import Testing
import UrbanMining

struct SurvivalLawTests {
  private struct Golden: Decodable {
    let cases: [[String: Column]]
    let uneven: Uneven
    let byCohort: Factors
    let byYear: Factors

    /// A column of shares, or the text of the lifetime beside them.
    enum Column: Decodable {
      case lifetime(String)
      case shares([Double])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
          self = .lifetime(text)
        } else {
          self = .shares(try container.decode([Double].self))
        }
      }
    }

    struct Uneven: Decodable {
      let bounds: [Double]
      let lifetime: String
      let middle: [[Double]]
      let uniform: [[Double]]

      enum CodingKeys: String, CodingKey {
        case bounds, lifetime, middle
        case uniform = "uniform(6)"
      }
    }

    struct Factors: Decodable {
      let factor: [Double]
      let lifetime: String
      let middle: [[Double]]
    }
  }

  /// Shares below 1 that two implementations round differently: 1e-12 absolutely.
  private func expectTriangle(_ survival: Survival, _ rows: [[Double]], _ what: String) {
    for (t, row) in rows.enumerated() {
      let ours = (0...t).map { survival.share(atEndOf: t, ofCohort: $0) }
      expectClose(ours, row, relative: 0, absolute: 1e-12, "\(what) row \(t)")
    }
  }

  @Test func agreesWithEveryColumnOfODYMAndFlodym() throws {
    let golden = try ReferenceFile.read("golden-survival.json", as: Golden.self)
    #expect(golden.cases.count == 7)
    for columns in golden.cases {
      guard case .lifetime(let text) = try #require(columns["lifetime"]) else {
        Issue.record("a case without a lifetime")
        continue
      }
      for (name, column) in columns {
        guard case .shares(let shares) = column else { continue }
        let timing = try #require(InflowTiming(name == "odym" ? "end" : name))
        let survival = Survival(
          try Lifetime(text), over: TimeAxis(years: 0...shares.count - 1), timing: timing)
        let ours = shares.indices.map { survival.share(atEndOf: $0, ofCohort: 0) }
        expectClose(ours, shares, relative: 0, absolute: 1e-12, "\(text) \(name)")
      }
    }
  }

  @Test func agreesWithFlodymOnUnevenPeriods() throws {
    let uneven = try ReferenceFile.read("golden-survival.json", as: Golden.self).uneven
    let time = try TimeAxis(bounds: uneven.bounds)
    let lifetime = try Lifetime(uneven.lifetime)
    expectTriangle(Survival(lifetime, over: time, timing: .middle), uneven.middle, "middle")
    expectTriangle(
      Survival(lifetime, over: time, timing: .uniform(points: 6)), uneven.uniform, "uniform(6)")
  }

  @Test func natureKeepsTheLifetimeOfTheCohort() throws {
    let nature = try ReferenceFile.read("golden-survival.json", as: Golden.self).byCohort
    let law = try LifetimeLaw.byCohort(Lifetime(nature.lifetime), factors: nature.factor)
    let survival = try Survival(law, over: TimeAxis(years: 0...nature.factor.count - 1))
    expectTriangle(survival, nature.middle, "nature")
  }

  @Test func nurtureFollowsTheHazardsOfTheYear() throws {
    let nurture = try ReferenceFile.read("golden-survival.json", as: Golden.self).byYear
    let law = try LifetimeLaw.byPeriod(Lifetime(nurture.lifetime), factors: nurture.factor)
    let survival = try Survival(law, over: TimeAxis(years: 0...nurture.factor.count - 1))
    expectTriangle(survival, nurture.middle, "nurture")
  }

  /// `stock_models.py` follows each node of each cohort by its hazards, on even and uneven periods.
  @Test func natureAndNurtureTogetherAgreeWithSingleUnits() throws {
    for law in try StockModelsReference.read().laws {
      let lifetime = try Lifetime(law.lifetime)
      let grid = try law.byCohort.map { cohort in
        try law.byPeriod.map { try lifetime.stretched(by: cohort * $0) }
      }
      let survival = try Survival(
        .byCohortAndPeriod(grid), over: TimeAxis(bounds: law.bounds),
        timing: try #require(InflowTiming(law.timing)))
      expectTriangle(survival, law.survival, "\(law.lifetime) \(law.timing)")
    }
  }

  @Test func equalLifetimesInAnyLawAreOneLifetime() throws {
    let lifetime = try Lifetime.weibull(shape: 2.2, scale: 9)
    let time = TimeAxis(years: 0...19)
    let one = Survival(lifetime, over: time, timing: .uniform(points: 5))
    let same = [Lifetime](repeating: lifetime, count: 20)
    let laws: [LifetimeLaw] = [
      .byCohort(same), .byPeriod(same), .byLane([lifetime]),
      .byCohortAndPeriod([[Lifetime]](repeating: same, count: 20)),
    ]
    for law in laws {
      let survival = try Survival(law, over: time, timing: .uniform(points: 5))
      for t in 0..<20 {
        for c in 0...t {
          // Hazards multiply up to 20 rounded ratios.
          expectClose(
            survival.share(atEndOf: t, ofCohort: c), one.share(atEndOf: t, ofCohort: c),
            relative: 1e-13, law.description)
        }
      }
    }
  }

  /// An inflow that is spread evenly: 10 points meet the integral where the survival is smooth.
  @Test(arguments: ["weibull(shape: 1.5, scale: 0.4)", "lognormal(mean: 0.6, sd: 0.3)"])
  func quadratureFollowsLifetimesOfMonths(_ text: String) throws {
    let lifetime = try Lifetime(text)
    let survival = Survival(lifetime, over: TimeAxis(years: 0...3), timing: .uniform(points: 20))
    for t in 0..<4 {
      // ∫₀¹ S(t + 1 − η) dη is the area under the curve over the year.
      let area = lifetime.timeInUse(from: Double(t), to: Double(t + 1))
      expectClose(
        survival.share(atEndOf: t, ofCohort: 0), area, relative: 0, absolute: 1e-5, "\(t)")
    }
  }

  @Test func refusesWrongNumbersOfLifetimes() throws {
    let lifetime = try Lifetime.exponential(mean: 5)
    let time = TimeAxis(years: 2000...2002)
    let two = [lifetime, lifetime]
    #expect(throws: StockError.lifetimes("there are 2 lifetimes for 3 cohorts")) {
      try Survival(.byCohort(two), over: time)
    }
    #expect(throws: StockError.lifetimes("there are 2 lifetimes for 3 periods")) {
      try Survival(.byPeriod(two), over: time)
    }
    #expect(throws: StockError.lifetimes("there are 2 lifetimes for 3 periods")) {
      try Survival(.byCohortAndPeriod([two, two, two]), over: time)
    }
    #expect(throws: StockError.lifetimes("there is no lifetime")) {
      try Survival(.byLane([]), over: time)
    }
  }
}
