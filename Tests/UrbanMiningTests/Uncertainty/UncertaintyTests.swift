import Testing

@testable import UrbanMining

struct UncertaintyTests {
  private func faults(
    _ parameters: [UncertainParameter], _ groups: [CorrelatedGroup] = []
  ) throws -> [String] {
    do {
      _ = try TwoUseCycle().uncertainty(parameters, groups: groups)
      return []
    } catch let error as UncertaintyError {
      return error.faults.map(\.message)
    }
  }

  private func relative(
    _ key: String, _ text: String, over: [String] = [], path: UncertainParameter.Path = .once
  ) throws -> UncertainParameter {
    .init(key: key, .relative(try Distribution(text)), over: over, path: path)
  }

  @Test func reportsEveryFaultAtOnce() throws {
    let found = try faults([
      relative("minning", "normal(mean: 1, sd: 0.1)"),
      relative("use.lifetime", "normal(mean: 1, sd: 0.5)"),
      relative("yield", "uniform(from: 0.9, to: 1)", over: ["region"]),
    ])
    #expect(found.count == 3)
    #expect(found[0].contains("'minning' names nothing in the model"))
    #expect(found[1].contains("also gives values of 0 and below"))
    #expect(found[2].contains("the key is not over 'region'"))
  }

  @Test func refusesAShareThatCanLeaveItsRange() throws {
    let found = try faults([relative("yield", "normal(mean: 1, sd: 0.1)")])
    #expect(found.count == 1)
    #expect(found[0].contains("could become any number in 1990, but shares lie from 0 to 1"))
    let above = try faults([relative("yield", "triangular(from: 0.8, mode: 1, to: 1.2)")])
    #expect(above[0].contains("the share 'yield' (buildings) could become 1.08 in 1990"))
  }

  @Test func refusesSharesThatTogetherTakeMoreThanThereIs() throws {
    let found = try faults([
      relative("split", "triangular(from: 0.9, mode: 1, to: 1.1)", over: ["end_use"])
    ])
    #expect(found.count == 1)
    #expect(found[0].contains("with all uncertain shares at their upper ends"))
    #expect(found[0].contains("sum to 1.1"))
  }

  @Test func refusesAGroupThatContradictsItself() throws {
    let parameters = [
      try relative("mining", "uniform(from: 0.9, to: 1.1)"),
      try relative("use.lifetime", "uniform(from: 0.9, to: 1.1)", over: ["end_use"]),
    ]
    let matrix = [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]
    let found = try faults(
      parameters, [.init(name: "g", keys: ["mining", "use.lifetime"], ranks: .matrix(matrix))])
    #expect(found.count == 1)
    #expect(found[0].contains("the group 'g'") && found[0].contains("not positive definite"))
    let unknown = try faults(parameters, [.init(name: "g", keys: ["mine"], ranks: .same(0.5))])
    #expect(unknown == ["the group 'g': 'mine' is not listed as uncertain"])
    let size = try faults(
      parameters, [.init(name: "g", keys: ["use.lifetime"], ranks: .matrix(matrix))])
    #expect(size[0].contains("3 rows for 2 quantities"))
  }

  @Test func refusesWhatALifetimeCannotBe() throws {
    let missing = try faults([
      relative("use.lifetime.cars.mean", "uniform(from: 0.9, to: 1.1)")
    ])
    #expect(missing[0].contains("has no parameter 'mean': it has shape, scale"))
    let whole = try faults([
      .init(key: "use.lifetime", .absolute(try Distribution("uniform(from: 9, to: 11)")))
    ])
    #expect(whole[0].contains("name a parameter of the lifetime, like 'use.lifetime.mean'"))
    let path = try faults([
      relative("use.lifetime", "uniform(from: 0.9, to: 1.1)", path: .yearly)
    ])
    #expect(path[0].contains("a lifetime is drawn once"))
  }

  @Test func refusesDirichletSharesOfLessThanAWhole() throws {
    let found = try faults([.init(key: "yield", .dirichlet(concentration: 10))])
    #expect(found[0].contains("sum to 1.65 in 1990"))
  }

  @Test func takesTheExampleOfTheContract() throws {
    let parameter = try relative("use.lifetime.buildings.mean", "normal(mean: 1, sd: 0.15)")
    #expect(try faults([parameter]) == [])
  }
}
