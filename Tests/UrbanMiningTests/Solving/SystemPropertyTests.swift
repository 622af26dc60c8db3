import LinearAlgebra
import Testing
import UrbanMining

/// What holds for every system, whatever its structure.
struct SystemPropertyTests {
  private let lanes: [UInt64] = [0, 1, 2, 3, 4]

  @Test(arguments: 0..<40, [false, true]) func lanesAreSolvedAsOneByOne(
    seed: UInt64, isCyclic: Bool
  ) throws {
    let system = RandomSystem(seed: seed, isCyclic: isCyclic)
    let together = try SystemPlan(lanes: lanes.map { try system.model(lane: $0) }).solve()
    for (lane, number) in lanes.enumerated() {
      let model = try system.model(lane: number)
      let alone = try SystemPlan(model).solve()
      for index in model.flows.indices {
        for (ours, theirs) in zip(together.flow(at: index), alone.flow(at: index)) {
          #expect(ours.column(lane) == theirs.column(0))
        }
      }
      for index in model.processes.indices {
        for (ours, theirs) in zip(together.stock(ofProcess: index), alone.stock(ofProcess: index)) {
          #expect(ours.column(lane) == theirs.column(0))
        }
      }
    }
  }

  /// Balance from the flows and stocks alone, summed here once more, and no flow below zero.
  @Test(arguments: 0..<40, [false, true]) func massIsConserved(
    seed: UInt64, isCyclic: Bool
  ) throws {
    let model = try RandomSystem(seed: seed, isCyclic: isCyclic).model()
    let results = try SystemPlan(model).solve()
    #expect(results.balance.holds)
    func total(_ cells: [Matrix], _ t: Int) -> Double { cells.reduce(0) { $0 + $1[t, 0] } }
    for (index, process) in model.processes.enumerated() where process.kind != .source {
      for t in 0..<model.time.count {
        var rest = 0.0
        for (flowIndex, flow) in model.flows.enumerated() {
          if flow.to == process.name { rest += total(results.flow(at: flowIndex), t) }
          if flow.from == process.name { rest -= total(results.flow(at: flowIndex), t) }
        }
        let stock = results.stock(ofProcess: index)
        rest -= total(stock, t) - (t > 0 ? total(stock, t - 1) : 0)
        // Flows are some hundreds and stocks some thousands.
        expectClose(rest, 0, absolute: 1e-10, "\(process.name) \(t)")
      }
    }
    for index in model.flows.indices {
      #expect(results.flow(at: index).allSatisfy { $0.values.allSatisfy { $0 >= 0 } })
    }
    // All that was mined stands in a stock.
    let mined = results.flow(at: 0).reduce(0) { $0 + $1.values.reduce(0, +) }
    let held = model.processes.indices.reduce(0) {
      $0 + total(results.stock(ofProcess: $1), model.time.count - 1)
    }
    expectClose(held, mined, relative: 1e-12)
  }

  @Test func randomSystemsHaveLoopsWhereTheyShould() throws {
    let counts = try (0..<40).map { seed in
      try SystemPlan(RandomSystem(seed: UInt64(seed), isCyclic: true).model()).loops.count
    }
    #expect(counts.filter { $0 > 0 }.count > 10)
    for seed in 0..<40 {
      let plan = try SystemPlan(RandomSystem(seed: UInt64(seed), isCyclic: false).model())
      #expect(plan.loops.isEmpty)
    }
  }
}
