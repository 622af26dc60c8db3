import Testing
import UrbanMining

struct LifetimeLawTests {
  @Test func factorsStretchEveryAge() throws {
    let lifetime = try Lifetime.gamma(shape: 3.5, scale: 2)
    let law = try LifetimeLaw.byCohort(lifetime, factors: [1, 1.5])
    guard case .byCohort(let lifetimes) = law else {
      Issue.record("not a law by cohort")
      return
    }
    expectClose(lifetimes[1].survival(atAge: 9), lifetime.survival(atAge: 6))
    expectClose(lifetimes[1].mean, 1.5 * lifetime.mean)
  }

  @Test func aLongerLifeFromAYearOnKeepsWhatStands() throws {
    let lifetime = try Lifetime.weibull(shape: 2.5, scale: 12)
    let factors = (0..<30).map { $0 < 15 ? 1.0 : 1.4 }
    let time = TimeAxis(years: 0...29)
    let usual = Survival(lifetime, over: time)
    let extended = try Survival(.byPeriod(lifetime, factors: factors), over: time)
    for c in 0..<15 {
      for t in c..<15 {
        expectClose(
          extended.share(atEndOf: t, ofCohort: c), usual.share(atEndOf: t, ofCohort: c))
      }
      for t in 15..<30 {
        #expect(extended.share(atEndOf: t, ofCohort: c) > usual.share(atEndOf: t, ofCohort: c))
      }
    }
  }

  @Test func refusesAFactorThatIsNotAboveZero() throws {
    let lifetime = try Lifetime.exponential(mean: 5)
    for factor in [0, -1, Double.nan] {
      #expect(throws: LifetimeError.self) {
        try LifetimeLaw.byPeriod(lifetime, factors: [1, factor])
      }
      #expect(throws: LifetimeError.self) {
        try LifetimeLaw.byCohort(lifetime, factors: [factor])
      }
    }
  }

  @Test func saysWhatTellsLifetimesApart() throws {
    let lifetime = try Lifetime.exponential(mean: 5)
    #expect(LifetimeLaw.shared(lifetime).description == "exponential(mean: 5)")
    #expect(LifetimeLaw.byLane([lifetime, lifetime]).description == "2 lifetimes by lane")
    #expect(LifetimeLaw.byCohort([lifetime]).description == "a lifetime for each cohort")
    #expect(LifetimeLaw.byPeriod([lifetime]).description == "a lifetime for each period")
  }

  @Test func lanesMayHaveLifetimesByCohort() throws {
    let time = TimeAxis(years: 2000...2004)
    let lanes = try [3.0, 7, 3].map { mean in
      try (0..<5).map { try Lifetime.exponential(mean: mean + Double($0)) }
    }
    let all = try Survival(.byLaneAndCohort(lanes), over: time)
    for (lane, lifetimes) in lanes.enumerated() {
      let own = try Survival(.byCohort(lifetimes), over: time)
      for t in 0..<5 {
        for c in 0...t {
          #expect(
            all.share(atEndOf: t, ofCohort: c, lane: lane) == own.share(atEndOf: t, ofCohort: c))
        }
      }
    }
    #expect("\(all.law)" == "a lifetime for each cohort of 3 lanes")
    #expect(throws: StockError.lifetimes("there are 4 lifetimes for 5 cohorts")) {
      try Survival(.byLaneAndCohort([Array(lanes[0].prefix(4))]), over: time)
    }
  }
}
