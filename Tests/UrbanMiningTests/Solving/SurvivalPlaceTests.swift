import Testing

@testable import UrbanMining

struct SurvivalPlaceTests {
  /// What an arena holds at the place of s(t, c) is the survival's own.
  @Test(arguments: [true, false], [true, false]) func everyShareLiesWhereItIsLookedFor(
    isEven: Bool, isByLane: Bool
  ) throws {
    let time = try TimeAxis(
      bounds: isEven ? [2000, 2001, 2002, 2003] : [2000, 2001, 2003, 2003.5])
    let lives = try ["normal(mean: 2, sd: 1)", "exponential(mean: 3)", "fixed(years: 2)"].map {
      try Lifetime($0)
    }
    let survival =
      isByLane
      ? try Survival(.byLane(lives), over: time, timing: .middle)
      : Survival(lives[0], over: time, timing: .middle)
    // The last two of three lanes, as a second block would have them.
    var arena = ArenaLayout(
      lanes: 2, periods: 3, nodes: 0, stocks: 0, numbers: [])
    let place = SurvivalPlace(survival, in: &arena)
    var numbers = [Double](repeating: -1, count: arena.size)
    place.fill(&numbers, survival, lanes: 1..<3)
    for t in 0..<3 {
      for c in 0...t {
        let start = place.start + t * place.rowStep + c * place.columnStep
        for lane in 0..<(isByLane ? 2 : 1) {
          expectClose(
            numbers[start + lane], survival.share(atEndOf: t, ofCohort: c, lane: lane + 1),
            relative: 1e-15)
        }
      }
    }
  }
}
