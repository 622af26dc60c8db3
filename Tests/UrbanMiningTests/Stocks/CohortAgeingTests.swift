import LinearAlgebra
import Testing

@testable import UrbanMining

/// By hand, with lifetimes in whole or half years.
struct CohortAgeingTests {
  private func ageing(
    _ law: LifetimeLaw, _ timing: InflowTiming = .middle, _ bounds: [Double] = [0, 1, 2, 4]
  ) throws -> CohortAgeing {
    CohortAgeing(law: law, time: try TimeAxis(bounds: bounds), timing: timing)
  }

  /// uniform(0, 5) leaves a fifth of a cohort each year; entered at 0.5.
  @Test func followsACohortByItsAge() throws {
    let ageing = try ageing(.shared(.uniform(from: 0, to: 5)))
    let entry = ageing.entries(ofCohort: 0, lane: 0)[0]
    expectClose(ageing.life(of: entry, lane: 0).map(\.left), [0.9, 0.7, 0.3], relative: 1e-14)
    expectClose(
      ageing.life(of: entry, lane: 0).map(\.moment), [0.45, 1.05, 1.05], relative: 1e-14)
    // The mean of what is left over each period, times its length of life in it.
    expectClose(ageing.yearsLived(of: entry, lane: 0), [0.475, 0.8, 1], relative: 1e-14)
  }

  /// What stands at the start is a whole then: 0.6 of 0.8 is left a year later.
  @Test func followsWhatStandsAtTheStart() throws {
    let ageing = try ageing(.shared(.uniform(from: 0, to: 5)))
    let entry = CohortAgeing.Entry(origin: .standing(age: 1), amount: 8)
    expectClose(ageing.life(of: entry, lane: 0).map(\.left), [6, 4, 0], relative: 1e-14)
    #expect(!entry.isNew && entry.cohort == 0)
  }

  /// In the second period the hazard of the other lifetime holds: half of those of age ½ see age 1½.
  @Test func changesItsHazardWithTheCalendar() throws {
    let long = try Lifetime.uniform(from: 0, to: 5)
    let short = try Lifetime.uniform(from: 0, to: 2.5)
    let ageing = try ageing(.byPeriod([long, short, long]))
    let entry = ageing.entries(ofCohort: 0, lane: 0)[0]
    let left = ageing.life(of: entry, lane: 0).map(\.left)
    expectClose(left[1], 0.9 * (1 / 2.5) / (2 / 2.5), relative: 1e-14)
  }

  @Test func nothingComesFromAnAgeThatNothingReaches() throws {
    let ageing = try ageing(.shared(.fixed(years: 1)))
    #expect(ageing.quotient(try .fixed(years: 1), from: 2, to: 3) == 0)
  }

  /// A curve is the first column of the triangle.
  @Test(arguments: [InflowTiming.start, .middle, .end, .uniform(points: 5), .uniform(points: nil)])
  func curvesAreColumnsOfTheTriangle(timing: InflowTiming) throws {
    let lifetime = try Lifetime.weibull(shape: 1.7, scale: 2.3)
    let ageing = try ageing(.shared(lifetime), timing, [0, 1, 2, 3, 4])
    expectClose(
      ageing.curves([lifetime]).values, ageing.triangle(lane: 0).entries.column(0),
      relative: 1e-13)
  }
}
