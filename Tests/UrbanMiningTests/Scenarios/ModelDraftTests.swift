import LinearAlgebra
import Testing
import UrbanMining

/// Changes that come about over time, against a solution of the same cycle in closed form (NumPy).
struct ModelDraftTests {
  @Test(arguments: ["logistic-life", "new-life", "longer-by-years", "other-split", "levers"])
  func changedCyclesAreThoseOfNumPy(_ name: String) throws {
    let reference = try ScenarioReference.read()
    let model = try TwoUseCycle().model()
    let scenario = try SampleScenarios.scenario(name, of: model)
    let results = try SystemPlan(scenario.applied(to: model)).solve()
    let expected = try #require(reference.cycles[name])
    let service = ServiceIntensity(of: scenario, in: model)
    let found = [
      "stock": results.inUseStock(), "outflow": results.endOfLife(),
      "old_scrap": results.total(of: .oldScrap), "losses": results.total(of: .loss),
      "primary": results.total(of: .primary), "service": service.service(of: results),
      "throughput": results.inflow(ofProcess: 1)[0].column(0),
    ]
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (series, values) in expected {
      let own = try #require(found[series])
      expectClose(reference.periods.map { own[$0] }, values, relative: 1e-11, "\(name) \(series)")
    }
    #expect(results.balance.holds)
  }

  @Test func whatIsInUseKeepsItsLifetime() throws {
    let model = try TwoUseCycle().model()
    let changed = try SampleScenarios.scenario("longer-by-years", of: model).applied(to: model)
    let cohorts = try #require(changed.process("use")?.lifetimesByCohort)
    #expect(cohorts.map(\.count) == [30, 30])
    #expect(cohorts[0][12] == model.process("use")?.lifetimes?[0])
    expectClose(cohorts[0][13].mean, 22.5)
    #expect(cohorts[0][29] == cohorts[0][13])
  }

  @Test func aChangeThatIsAlwaysThereNeedsNoCohorts() throws {
    let model = try TwoUseCycle().model()
    let target = try model.target(of: "use.lifetime")
    let changed = try Scenario(
      name: "x", changes: [.init(target: target, value: .factor(2), path: .step(from: 1990))]
    ).applied(to: model)
    #expect(changed.process("use")?.lifetimesByCohort == nil)
    expectClose(changed.process("use")?.lifetimes?[0].mean ?? 0, 40)
  }

  @Test func addsAndScalesNumbersOverTime() throws {
    let model = try TwoUseCycle().model()
    let changes: [Scenario.Change] = [
      .init(
        target: try model.target(of: "mining"), value: .added(Parameter(constant: 50, periods: 30)),
        path: try .passage(from: 1990, until: 2000)),
      .init(
        target: try model.target(of: "mining"), value: .factor(0.5),
        path: try .passage(from: 2000, until: 2010)),
    ]
    let mining = try Scenario(name: "x", changes: changes).applied(to: model).inputs[0]
    // 100 + t, five more each year to 2000, then the factor 1 − 0.05 a year to 2010.
    expectClose(mining.parameter.cells[0][4], 100 + 4 + 20)
    expectClose(mining.parameter.cells[0][16], (100 + 16 + 50) * 0.7)
    expectClose(mining.parameter.cells[0][25], (100 + 25 + 50) * 0.5)
  }

  @Test func scalesByElementAndPeriod() throws {
    let model = try TwoUseCycle().model()
    let factors = Parameter(
      dimensions: ["end_use"],
      cells: [[Double](repeating: 1, count: 30), (0..<30).map { $0 < 10 ? 1 : 1.5 }])
    let changed = try Scenario(
      name: "x",
      changes: [.init(target: try model.target(of: "use.lifetime"), value: .factors(factors))]
    ).applied(to: model)
    let cohorts = try #require(changed.process("use")?.lifetimesByCohort)
    #expect(cohorts[0].allSatisfy { $0.mean == cohorts[0][0].mean })
    expectClose(cohorts[1][10].mean / cohorts[1][9].mean, 1.5)
  }

  @Test func onlyALifetimeWithAMeanCanBeLengthened() throws {
    var cycle = TwoUseCycle()
    cycle.lifetimes[1] = "fixed(years: 0)"
    let model = try cycle.model()
    let scenario = Scenario(
      name: "x",
      changes: [
        .init(
          target: try model.target(of: "use.lifetime"),
          value: .added(Parameter(constant: 1, periods: 30)))
      ])
    let error = #expect(throws: SystemModelError.self) { try scenario.applied(to: model) }
    #expect(error?.description.contains("with a mean above 0 can be lengthened") == true)
  }
}
