import LinearAlgebra
import Testing

@testable import UrbanMining

struct MarchWriterTests {
  private func stages(_ model: SystemModel) throws -> [MarchProgram.Stage] {
    let plan = try SystemPlan(model)
    var writer = MarchWriter(plan, plan.numbers, lanes: 1)
    writer.write()
    return writer.stages()
  }

  private func words(_ stages: [MarchProgram.Stage]) -> [String] {
    stages.map { stage in
      switch stage {
      case .rows: "rows"
      case .closing: "closing"
      case .limited: "limited"
      }
    }
  }

  /// A loop with one torn node is closed by steps on rows, without a pause.
  @Test func aSimpleLoopNeedsNoPause() throws {
    var cycle = TwoUseCycle()
    cycle.lifetimes = ["fixed(years: 20)", "fixed(years: 3)"]
    let model = try cycle.model()
    #expect(try SystemPlan(model).loops.map(\.torn) == [1])
    #expect(words(try stages(model)) == ["rows"])
  }

  /// A limit outside of loops is a step on rows, one inside is not.
  @Test func aLoopWithLimitsStandsBetweenRows() throws {
    #expect(words(try stages(DrivenSystem().model())) == ["rows"])
    let words = words(try stages(DrivenSystem(residue: 0.1).model()))
    #expect(words.first == "rows" && words.last == "rows")
    #expect(words.filter { $0 != "rows" } == ["limited"])
  }

  /// Two rings that share no node but are joined both ways need two torn nodes.
  @Test func severalTornNodesAreClosedTogether() throws {
    func share(_ value: Double) -> SystemModel.Flow.Rule { .share(.constant(value, periods: 1)) }
    let model = try SystemModel(
      header: .init(name: "rings"), time: TimeAxis(years: 2000...2000),
      processes: [
        .init("mine", kind: .source), .init("a"), .init("b"), .init("c"), .init("d"),
        .init("goods", kind: .sink),
      ],
      flows: [
        .init(from: "mine", to: "a", .given(.constant(10, periods: 1))),
        .init(from: "a", to: "b", .remainder), .init(from: "b", to: "a", share(0.2)),
        .init(from: "b", to: "c", share(0.5)), .init(from: "b", to: "goods", .remainder),
        .init(from: "c", to: "d", .remainder), .init(from: "d", to: "c", share(0.25)),
        .init(from: "d", to: "a", share(0.5)), .init(from: "d", to: "goods", .remainder),
      ])
    #expect(words(try stages(model)) == ["rows", "closing", "rows"])
    let results = try SystemPlan(model).solve()
    // b = 10 + 0.2 b + 0.5 d and d = 0.5 b + 0.25 d: b = 150 / 7, d = 100 / 7.
    expectClose(results.inflow(ofProcess: 2)[0][0, 0], 150 / 7, relative: 1e-14)
    expectClose(results.inflow(ofProcess: 4)[0][0, 0], 100 / 7, relative: 1e-14)
  }
}
