import Testing

@testable import UrbanMining

struct KaplanMeierTests {
  @Test func curveAndLimitsAgreeWithLifelines() throws {
    for reference in try FittingReference.all.get().survival {
      let own = KaplanMeier(try reference.data())
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
    let own = KaplanMeier(
      try SurvivalData(ages: [2, 4, 4, 9, 11], hasLeft: [true, true, true, true, true]))
    #expect(own.steps.map(\.age) == [2, 4, 9, 11])
    expectClose(own.steps.map(\.survival), [0.8, 0.4, 0.2, 0], relative: 1e-14)
    #expect(own.survival(atAge: 1.9) == 1 && own.survival(atAge: 100) == 0)
    expectClose(own.survival(atAge: 4), 0.4, relative: 1e-14)
    #expect(own.steps[3].low == nil)
  }
}
