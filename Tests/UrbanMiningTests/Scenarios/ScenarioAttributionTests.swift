import Testing
import UrbanMining

struct ScenarioAttributionTests {
  private func attribution(_ scenario: Scenario, _ model: SystemModel) throws
    -> ScenarioAttribution?
  {
    try ScenarioComparison(of: [scenario], in: model).attributions[0]
  }

  @Test func partsDoWhatNumPyFinds() throws {
    let model = try TwoUseCycle().model()
    let found = try #require(
      try attribution(SampleScenarios.scenario("levers", of: model), model))
    let expected = try ScenarioReference.read().attribution
    #expect(found.parts == (try SampleScenarios.levers().map(\.name)))
    for own in found.quantities where own.quantity != .primary {
      let reference = try #require(expected.quantities[own.quantity.rawValue])
      let size = reference.shapley.map(abs).max() ?? 0
      func expect(_ values: [Double], _ others: [Double], _ what: String) {
        expectClose(values, others, relative: 0, absolute: 1e-9 * size, "\(own.quantity) \(what)")
      }
      expect(own.alone, reference.alone, "alone")
      expect(own.last, reference.last, "last")
      expect(own.shapley ?? [], reference.shapley, "Shapley")
    }
  }

  @Test func shapleyValuesSumToTheWhole() throws {
    let model = try TwoUseCycle().model()
    let found = try #require(
      try attribution(SampleScenarios.scenario("levers", of: model), model))
    #expect(found.quantities.count == 5)
    for own in found.quantities {
      let total = own.scenario - own.base
      expectClose(
        (own.shapley ?? []).reduce(0, +), total, relative: 1e-12, absolute: 1e-10 * own.base)
      expectClose(own.alone.reduce(0, +) + own.interaction, total, relative: 1e-12, absolute: 1e-9)
    }
  }

  /// Shares that sum to one only together are one part; without them nothing could be solved.
  @Test func changesThatGoOnlyTogetherAreOnePart() throws {
    let model = try TwoUseCycle().model()
    func change(_ key: String, _ value: Scenario.Value) throws -> Scenario.Change {
      .init(target: try model.target(of: key), value: value)
    }
    func constant(_ value: Double) -> Scenario.Value {
      .numbers(Parameter(constant: value, periods: 30))
    }
    let scenario = Scenario(
      name: "x",
      changes: [
        try change("split.cars", constant(0.3)), try change("use.lifetime", .factor(1.5)),
        try change("split.buildings", constant(0.7)),
      ])
    let found = try #require(try attribution(scenario, model))
    #expect(found.parts == ["use.lifetime", "split.cars with split.buildings"])
  }

  @Test func onePartIsNotDivided() throws {
    let model = try TwoUseCycle().model()
    #expect(try attribution(SampleScenarios.scenario("logistic-life", of: model), model) == nil)
  }

  @Test func manyPartsAreJoinedByTheNumbersThatTheyChange() throws {
    let model = try TwoUseCycle().model()
    let mining = try model.target(of: "mining")
    let lifetime = try model.target(of: "use.lifetime")
    let changes = (0..<14).map { index in
      Scenario.Change(
        target: index < 9 ? mining : lifetime, value: .factor(1.01), part: "part \(index)")
    }
    let found = try #require(try attribution(Scenario(name: "x", changes: changes), model))
    #expect(found.parts.count == 2)
    #expect(found.parts[1] == "part 9 with part 10 with part 11 with part 12 with part 13")
    #expect(found.quantities.allSatisfy { $0.shapley?.count == 2 })
  }
}
