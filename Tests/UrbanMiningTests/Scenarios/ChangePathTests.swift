import Testing
import UrbanMining

struct ChangePathTests {
  @Test func alwaysIsAlways() {
    #expect(ChangePath.always.weight(at: -500) == 1)
    #expect(ChangePath.always.weight(at: 2500) == 1)
  }

  @Test func aStepHoldsFromItsYearOn() {
    let path = ChangePath.step(from: 2025)
    #expect([2024, 2024.5, 2025, 2090].map(path.weight) == [0, 0, 1, 1])
  }

  @Test func aPassageIsNothingAtItsStartAndAllAtItsEnd() throws {
    let linear = try ChangePath.passage(from: 2020, until: 2030)
    #expect([2000, 2020, 2023, 2030, 2050].map(linear.weight) == [0, 0, 0.3, 1, 1])
    let logistic = try ChangePath.passage(from: 2020, until: 2030, .logistic)
    #expect([2020, 2030].map(logistic.weight) == [0, 1])
    expectClose(logistic.weight(at: 2025), 0.5)
    // (1/(1+e^{2.4}) − 1/(1+e^6)) / (1/(1+e^{−6}) − 1/(1+e^6)).
    expectClose(logistic.weight(at: 2023), 0.08110113844317565, relative: 1e-13)
  }

  @Test func refusesYearsThatDoNotRiseAndStepsWithAnEnd() {
    #expect(throws: ChangePathError.unordered(2030, 2030)) {
      try ChangePath.passage(from: 2030, until: 2030)
    }
    #expect(throws: ChangePathError.stepWithEnd) {
      try ChangePath.passage(from: 2030, until: 2040, .step)
    }
    #expect(
      "\(ChangePathError.unordered(2040, 2030))".contains("'until' 2030 is not after 'from' 2040"))
  }
}
