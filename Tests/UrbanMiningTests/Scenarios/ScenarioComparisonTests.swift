import Testing
import UrbanMining

struct ScenarioComparisonTests {
  private func comparison(_ names: String...) throws -> ScenarioComparison {
    let model = try TwoUseCycle().model()
    return try ScenarioComparison(
      of: try names.map { try SampleScenarios.scenario($0, of: model) }, in: model)
  }

  @Test func solvesAllSideBySideAsAlone() throws {
    let comparison = try comparison("logistic-life", "levers", "other-split")
    let model = try TwoUseCycle().model()
    expectClose(comparison.base.stock, try SystemPlan(model).solve().inUseStock())
    for outcome in comparison.scenarios {
      let scenario = try SampleScenarios.scenario(outcome.name, of: model)
      let alone = try SystemPlan(scenario.applied(to: model)).solve()
      expectClose(outcome.stock, alone.inUseStock())
      expectClose(outcome.losses, alone.total(of: .loss))
    }
  }

  @Test func knowsTheFirstYearThatDiffers() throws {
    let comparison = try comparison("logistic-life", "longer-by-years", "levers", "nothing")
    #expect(comparison.scenarios.map(\.firstChange) == [11, 13, 6, nil])
  }

  /// Where supply is given nothing is saved; the amount that would have done is as NumPy finds it.
  @Test func findsThePrimaryMetalForTheSameService() throws {
    let comparison = try comparison("levers", "nothing")
    let expected = try ScenarioReference.read().sameService
    expectClose(comparison.scenarios[0].primary ?? [], comparison.base.primary ?? [])
    let found = try #require(comparison.sameService[0])
    expectClose(found.factor, expected.factor, relative: 1e-10)
    expectClose(found.primary, expected.primary, relative: 1e-10)
    expectClose(found.saved, expected.saved, relative: 1e-10)
    #expect(comparison.sameService[1] == nil)
  }

  /// With all given amounts halved, twice as much of them does the same.
  @Test func halfTheSupplyNeedsTwiceTheFactor() throws {
    let model = try TwoUseCycle().model()
    let half = Scenario(
      name: "half", changes: [.init(target: try model.target(of: "mining"), value: .factor(0.5))])
    let comparison = try ScenarioComparison(of: [half], in: model)
    let found = try #require(comparison.sameService[0])
    expectClose(found.factor, 2)
    expectClose(found.saved, 0, absolute: 1e-9)
  }

  @Test func namesTheScenarioThatIsAtFault() throws {
    let model = try TwoUseCycle().model()
    let bad = Scenario(
      name: "bad", changes: [.init(target: try model.target(of: "collection"), value: .factor(2))])
    let error = #expect(throws: ScenarioComparisonError.self) {
      try ScenarioComparison(of: [Scenario(name: "good", changes: []), bad], in: model)
    }
    #expect("\(try #require(error))".hasPrefix("with 'bad': "))
  }
}
