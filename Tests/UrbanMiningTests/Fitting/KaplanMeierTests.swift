import Testing

@testable import UrbanMining

struct KaplanMeierTests {
  @Test func curveAndLimitsAgreeWithLifelines() throws {
    for reference in try FittingReference.all.get().survival {
      let own = try #require(KaplanMeier(try reference.data()))
      let expected = reference.kaplanMeier
      expectClose(own.steps.map(\.age), expected.age, relative: 1e-12, reference.name)
      expectClose(own.steps.map(\.survival), expected.survival, relative: 1e-10, absolute: 1e-15)
      for (index, step) in own.steps.enumerated() where step.survival > 0 {
        expectClose(step.low ?? .nan, expected.low[index], relative: 1e-9)
        expectClose(step.high ?? .nan, expected.high[index], relative: 1e-9)
      }
    }
  }

  /// Nothing censored: the share that is left.
  @Test func withoutCensoringItIsTheShareLeft() throws {
    let own = try #require(
      KaplanMeier(
        try SurvivalData(ages: [2, 4, 4, 9, 11], hasLeft: [true, true, true, true, true])))
    #expect(own.steps.map(\.age) == [2, 4, 9, 11])
    expectClose(own.steps.map(\.survival), [0.8, 0.4, 0.2, 0], relative: 1e-14)
    #expect(own.survival(atAge: 1.9) == 1 && own.survival(atAge: 100) == 0)
    expectClose(own.survival(atAge: 4), 0.4, relative: 1e-14)
    #expect(own.steps[3].low == nil)
  }

  /// Units that were not watched from the start.
  @Test func lateEntriesAgreeWithLifelines() throws {
    let late = try FittingReference.all.get().incomplete.late
    let own = try #require(
      KaplanMeier(
        try SurvivalData(ages: late.ages, hasLeft: late.left, entered: late.entered)))
    expectClose(own.steps.map(\.age), late.kaplanMeier.age, relative: 1e-12)
    expectClose(
      own.steps.map(\.survival), late.kaplanMeier.survival, relative: 1e-10, absolute: 1e-15)
    for (index, step) in own.steps.enumerated() where step.survival > 0 && step.survival < 1 {
      expectClose(step.low ?? .nan, late.kaplanMeier.low[index], relative: 1e-9)
      expectClose(step.high ?? .nan, late.kaplanMeier.high[index], relative: 1e-9)
    }
  }

  /// By hand: of three watched from 0, 1 and 6 on, the last is not at risk at 4.
  @Test func whoEntersLaterIsNotAtRiskBefore() throws {
    let own = try #require(
      KaplanMeier(
        try SurvivalData(ages: [4, 5, 9], hasLeft: [true, true, true], entered: [0, 1, 4.5])))
    #expect(own.steps.map(\.atRisk) == [2, 2, 1])
    expectClose(own.steps.map(\.survival), [0.5, 0.25, 0], relative: 1e-14)
  }

  @Test func intervalsHaveNoCurve() throws {
    #expect(
      KaplanMeier(
        try SurvivalData(ages: [0, 5], hasLeft: [true, true], leftBy: [5, 10])) == nil)
  }
}
