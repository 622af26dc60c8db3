import LinearAlgebra
import Testing
import UrbanMining

struct ScenarioTests {
  private func scenario(
    _ changes: [(key: String, value: Scenario.Value)], of model: SystemModel
  ) throws -> Scenario {
    Scenario(
      name: "test",
      changes: try changes.map { .init(target: try model.target(of: $0.key), value: $0.value) })
  }

  private func constant(_ value: Double) -> Scenario.Value {
    .numbers(Parameter(constant: value, periods: 30))
  }

  @Test func settingAnInputChangesItAlone() throws {
    let model = try TwoUseCycle().model()
    let changed = try scenario([("yield", constant(0.8))], of: model).applied(to: model)
    #expect(changed.inputs[2].parameter.cells.allSatisfy { $0.allSatisfy { $0 == 0.8 } })
    #expect(changed.inputs[2].provenance == model.inputs[2].provenance)
    #expect(changed.inputs[1] == model.inputs[1])
    #expect(changed.flows == model.flows)
    #expect(changed.population == model.population)
    // The model itself stays as it is.
    #expect(model.inputs[2].parameter.cells[0][0] == 0.9)
  }

  @Test func anElementKeyChangesItsCellAlone() throws {
    let model = try TwoUseCycle().model()
    let changed = try scenario([("yield.cars", constant(0.8))], of: model).applied(to: model)
    #expect(changed.inputs[2].parameter.cells.map { $0[0] } == [0.9, 0.8])
  }

  @Test func numbersMayVaryOverOpenDimensions() throws {
    let model = try TwoUseCycle().model()
    let new = Parameter(
      dimensions: ["end_use"], cells: [0.5, 0.25].map { [Double](repeating: $0, count: 30) })
    let changed = try scenario([("collection", .numbers(new))], of: model).applied(to: model)
    #expect(changed.inputs[3].parameter == new)
  }

  @Test func settingAShareGivesTheFlowNumbersOfItsOwn() throws {
    let model = try TwoUseCycle().model()
    let changed = try scenario(
      [("collected->refining.share.cars", constant(0.5))], of: model
    ).applied(to: model)
    guard case .share(.inline(let parameter)) = changed.flows[6].rule else {
      Issue.record("\(changed.flows[6])")
      return
    }
    #expect(parameter.dimensions == ["end_use"])
    #expect(parameter.cells.map { $0[3] } == [0.8, 0.5])
    #expect(changed.flows[6].role == .oldScrap)
  }

  /// A flow that took its numbers from an input leaves that input to the others.
  @Test func settingAFlowLeavesItsInput() throws {
    let model = try TwoUseCycle().model()
    let changed = try scenario([("mine->refining.given", .factor(3))], of: model).applied(to: model)
    #expect(changed.inputs == model.inputs)
    guard case .given(.inline(let parameter)) = changed.flows[0].rule else {
      Issue.record("\(changed.flows[0])")
      return
    }
    #expect(parameter.cells[0].prefix(2) == [300, 303])
  }

  /// A system is linear: twice the mining gives exactly twice of everything.
  @Test func doublingTheInputDoublesTheResult() throws {
    let model = try TwoUseCycle().model()
    let changed = try scenario([("mining", .factor(2))], of: model).applied(to: model)
    let results = try SystemPlan(lanes: [model, changed]).solve()
    for index in model.flows.indices {
      for cell in results.flow(at: index) {
        #expect(cell.column(1) == cell.column(0).map { $0 * 2 })
      }
    }
  }

  @Test func lifetimesAreSetAndStretched() throws {
    let model = try TwoUseCycle().model()
    let changed = try scenario(
      [
        ("use.lifetime.buildings", .lifetimes([try .fixed(years: 50)])),
        ("use.lifetime.cars", .factor(2)),
      ], of: model
    ).applied(to: model)
    #expect(
      changed.process("use")?.lifetimes?.map(\.description)
        == ["fixed(years: 50)", "weibull(shape: 2, scale: 6)"])
    let both = try scenario([("use.lifetime", .factor(0.5))], of: changed).applied(to: changed)
    #expect(
      both.process("use")?.lifetimes?.map(\.description)
        == ["fixed(years: 25)", "weibull(shape: 2, scale: 3)"])
  }

  @Test func changesAreMadeOneAfterTheOther() throws {
    let model = try TwoUseCycle().model()
    let changed = try scenario(
      [("mining", constant(10)), ("mining", .factor(3)), ("mine->refining.given", .factor(2))],
      of: model
    ).applied(to: model)
    #expect(changed.inputs[0].parameter.cells[0][5] == 30)
    let results = try SystemPlan(changed).solve()
    #expect(results.flow(at: 0)[0][5, 0] == 60)
  }

  @Test func noChangesChangeNothing() throws {
    let model = try TwoUseCycle().model()
    #expect(try Scenario(name: "same", changes: []).applied(to: model) == model)
    #expect(Scenario(name: "same", changes: []).title == "same")
  }

  @Test func reportsTheFaultsOfTheChangedModel() throws {
    let model = try TwoUseCycle().model()
    let scenario = try scenario(
      [("collection.cars", .factor(2)), ("split", constant(0.4))], of: model)
    let error = try #require(
      throws: SystemModelError.self, performing: { try scenario.applied(to: model) })
    #expect(
      error.faults.map(\.subject) == [.flow(4), .flow(1), .flow(4)])
    #expect(error.description.contains("a share is at most 1"))
    #expect(error.description.contains("the shares of what leaves refining sum to 0.8 in 1990"))
  }

  @Test func reportsAFactorThatNoLifetimeTakes() throws {
    let model = try TwoUseCycle().model()
    let scenario = try scenario([("use.lifetime", .factor(0))], of: model)
    let error = try #require(
      throws: SystemModelError.self, performing: { try scenario.applied(to: model) })
    #expect(error.faults.map(\.subject) == [.process("use")])
    #expect(error.description.hasPrefix("the lifetime of 'use': factor: 0 is not possible"))
  }

  @Test func extendsOthersEachOnce() throws {
    let model = try TwoUseCycle().model()
    let target = try model.target(of: "mining")
    let root = Scenario(name: "root", changes: [.init(target: target, value: .factor(2))])
    let left = Scenario(
      name: "left", extending: [root], changes: [.init(target: target, value: .factor(3))])
    let right = Scenario(
      name: "right", extending: [root], changes: [.init(target: target, value: .factor(5))])
    let both = Scenario(name: "both", title: "Both", extending: [left, right], changes: [])
    #expect(both.layers.map(\.scenario) == ["root", "left", "right", "both"])
    #expect(try both.applied(to: model).inputs[0].parameter.cells[0][0] == 3000)
    #expect(try left.applied(to: model).inputs[0].parameter.cells[0][0] == 600)
  }

  @Test func keepsSomeOfItsParts() throws {
    let model = try TwoUseCycle().model()
    let scenario = try scenario(
      [("mining", .factor(2)), ("use.lifetime.cars", .factor(2))], of: model)
    #expect(scenario.parts == ["mining", "use.lifetime.cars"])
    let kept = scenario.keeping(parts: ["mining"])
    #expect(try kept.applied(to: model).processes == model.processes)
    #expect(try kept.applied(to: model).inputs != model.inputs)
  }
}
