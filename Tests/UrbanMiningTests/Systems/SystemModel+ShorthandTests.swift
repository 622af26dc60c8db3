import Testing

@testable import UrbanMining

struct SystemModelShorthandTests {
  @Test func eachShortFormIsOneProcess() throws {
    let lifetime = try Lifetime("fixed(years: 3)")
    #expect(SystemModel.Process.source("a") == .init("a", kind: .source))
    #expect(SystemModel.Process.destination("a") == .init("a", kind: .destination))
    #expect(SystemModel.Process.sink("a", over: ["r"]) == .init("a", over: ["r"], kind: .sink))
    #expect(SystemModel.Process.step("a") == .init("a"))
    #expect(SystemModel.Process.onDemand("a") == .init("a", drive: .demand))
    #expect(SystemModel.Process.stock("a", lifetime) == .init("a", kind: .use([lifetime])))
    #expect(
      SystemModel.Process.stock("a", lifetime, holding: 3)
        == .init("a", kind: .use([lifetime]), drive: .target(inflow: nil, stock: 3)))
  }

  @Test func flowsAreTheirInitialisers() {
    #expect(SystemModel.Flow.flow("a", to: "b").rule == .remainder)
    #expect(
      SystemModel.Flow.flow("a", to: "b", .fill(2), atMost: .available, role: .oldScrap, name: "n")
        == .init(
          from: "a", to: "b", .fill(priority: 2), atMost: .available, role: .oldScrap, name: "n"))
  }

  /// 100 a year enter, and what enters lasts two years and leaves in the middle of the year.
  @Test func aModelOfThreeLinesIsSolved() throws {
    let model = try SystemModel(
      "small", years: 2000...2003, unit: .kilotonne,
      processes: [.source("mine"), .stock("use", .fixed(years: 2)), .sink("dump")],
      flows: [.flow("mine", to: "use", .given(100)), .flow("use", to: "dump")])
    #expect(model.header.unit == .kilotonne && model.timing == .middle)
    #expect(try model.solved().inUseStock() == [100, 200, 200, 200])
  }

  @Test func faultsComeTogether() {
    #expect {
      try SystemModel(
        "wrong", years: 2000...2001, processes: [.source("mine"), .sink("dump")],
        flows: [.flow("mine", to: "dmp", .given(-1)), .flow("min", to: "dump", .given(1))])
    } throws: { error in
      ((error as? SystemModelError)?.faults.count ?? 0) >= 2
    }
  }

  @Test func whatHasNoSolutionSaysWhy() throws {
    let model = try SystemModel(
      "over", years: 2000...2000,
      processes: [.source("mine"), .step("mill"), .sink("dump"), .sink("store")],
      flows: [
        .flow("mine", to: "mill", .given(3)), .flow("mill", to: "dump", .given(5)),
        .flow("mill", to: "store"),
      ])
    let error = try #require(throws: SystemSolutionError.self) { try model.solved() }
    #expect(
      error
        == .solve(.overdrawn(flow: "mill->store", process: "mill", year: "2000", amount: 2)))
    #expect(error.description.hasPrefix("the other flows from 'mill' take 2 more than it has"))
  }
}
