import Testing

@testable import UrbanMining

/// `even-inflow.json`: shares of cohorts that enter at an even rate, by mpmath.
private struct Reference: Decodable {
  struct Kept: Decodable {
    let lifetime, periods: String
    let bounds: [Double]
    let shares: [[Double]]
  }

  struct Changing: Decodable {
    let lifetimes: [String]
    let bounds: [Double]
    let shares: [[Double]]
  }

  let kept: [Kept]
  let changing: [Changing]

  static func read() throws -> Reference {
    try ReferenceFile.read("even-inflow.json", as: Reference.self)
  }
}

struct EntryNodesTests {
  private func expect(_ survival: Survival, _ shares: [[Double]], _ what: String) {
    for (t, row) in shares.enumerated() {
      let ours = row.indices.map { survival.share(atEndOf: t, ofCohort: $0) }
      expectClose(ours, row, relative: 0, absolute: InflowTiming.tolerance, "\(what), \(t)")
    }
  }

  @Test func anEvenInflowIsRightToItsTolerance() throws {
    for known in try Reference.read().kept {
      let survival = Survival(
        try Lifetime(known.lifetime), over: try TimeAxis(bounds: known.bounds),
        timing: .uniform(points: nil))
      expect(survival, known.shares, "\(known.lifetime) by \(known.periods)")
    }
  }

  @Test func soItIsWhereTheLifetimeChangesWithTheCalendar() throws {
    for known in try Reference.read().changing {
      let law = LifetimeLaw.byPeriod(try known.lifetimes.map { try Lifetime($0) })
      let survival = try Survival(
        law, over: TimeAxis(bounds: known.bounds), timing: .uniform(points: nil))
      expect(survival, known.shares, known.lifetimes.joined(separator: ", then "))
    }
  }

  /// ∫ S da over a year is the mean where all of a cohort is gone within it: minutes of a year are seen.
  @Test(arguments: [1e-2, 1e-4, 1e-6])
  func findsAShortLifeInALongPeriod(mean: Double) throws {
    let lifetime = try Lifetime.mixture([
      (0.75, .weibull(shape: 3, mean: mean)), (0.25, .fixed(years: mean / 3)),
    ])
    let survival = Survival(
      lifetime, over: TimeAxis(years: 0...2), timing: .uniform(points: nil))
    expectClose(
      survival.share(atEndOf: 0, ofCohort: 0), mean * (0.75 + 0.25 / 3), relative: 0,
      absolute: 1e-10)
  }

  /// A stock that was built up by an even inflow ages as the nodes of its entry say.
  @Test func anInitialStockEntersEvenlyToo() throws {
    let time = TimeAxis(years: 2000...2003)
    let survival = Survival(
      try .uniform(from: 0.5, to: 4.25), over: time, timing: .uniform(points: nil))
    let stock = try DynamicStock.inflowDriven(
      inflow: [0, 0, 0, 0], survival: survival,
      initial: .builtUp(inflow: [6], bounds: [1999, 2000]))
    // By hand: ∫ S over [t, t + 1] of a curve that is straight from 0.5 down to 4.25.
    func area(_ a: Double) -> Double {
      a <= 0.5 ? a : a >= 4.25 ? 0.5 + 3.75 / 2 : 0.5 + (a - 0.5) - (a - 0.5) * (a - 0.5) / 7.5
    }
    let left = (1...4).map { 6 * (area(Double($0) + 1) - area(Double($0))) }
    expectClose(stock.amounts(ofLane: 0), left, relative: 0, absolute: 6e-10)
  }

  @Test func fixedNodesStayFixed() throws {
    let nodes = InflowTiming.middle.nodes(
      for: try .fixed(years: 2), ages: [1, 2], length: 1)
    #expect(nodes.map(\.position) == [0.5] && nodes.map(\.weight) == [1])
  }

  @Test func weightsSumToOne() throws {
    let nodes = InflowTiming.uniform(points: nil).nodes(
      for: try .weibull(shape: 0.4, scale: 0.2), ages: [1, 2, 3], length: 1)
    expectClose(nodes.reduce(0) { $0 + $1.weight }, 1, relative: 1e-14)
    #expect(nodes.allSatisfy { $0.position > 0 && $0.position < 1 })
  }
}
