import Testing

@testable import UrbanMining

struct MeasuredSystemTests {
  private func faults(
    processes: [MeasuredSystem.Process], flows: [MeasuredSystem.Flow],
    substances: [String] = [], correlations: [MeasuredSystem.Correlation] = []
  ) -> [String] {
    do throws(MeasuredSystemError) {
      _ = try MeasuredSystem(
        header: MeasuredSystems.header, processes: processes, flows: flows,
        substances: substances, correlations: correlations)
      return []
    } catch {
      return error.faults.map(\.message)
    }
  }

  @Test func everyNumberHasAName() throws {
    let system = try MeasuredSystem(
      header: MeasuredSystems.header,
      processes: [.init("use", stock: .init()), .init("out", isBoundary: true)],
      flows: [
        .init(from: "out", to: "use", .unknown),
        .init(from: "use", to: "out", .unknown, share: .unknown, name: "scrap"),
      ], substances: ["cu"])
    #expect(
      system.quantities.map(\.name) == [
        "out->use", "out->use.cu", "out->use.cu.concentration", "scrap", "scrap.cu",
        "scrap.cu.concentration", "use.stock_change", "use.cu.stock_change", "scrap.share",
      ])
    #expect(system.equations.count == 5)
  }

  @Test func reportsEveryFaultAtOnce() {
    let found = faults(
      processes: [.init("a"), .init("a"), .init("b", isBoundary: true, stock: .init())],
      flows: [
        .init(from: "a", to: "c", .measured(1, uncertainty: 0)),
        .init(from: "a", to: "a", .measured(-1, uncertainty: 1)),
        .init(from: "a", to: "b", .exact(.infinity), share: .exact(2)),
        .init(
          from: "b", to: "a", .unknown,
          contents: ["cu": .init(concentration: .exact(-0.1))]),
      ])
    for part in [
      "there are two processes 'a'", "no process 'c'", "flows into itself",
      "lies outside the system: its stock", "the uncertainty of 'a->c' is 0",
      "'a->a' is -1: it can't be below 0", "'a->b' has no finite value", "a share is at most 1",
      "there is no substance 'cu'",
    ] {
      #expect(found.contains { $0.contains(part) }, "\(part) in \(found)")
    }
  }

  @Test func twoFlowsBetweenTheSameProcessesNeedNames() {
    let flow = MeasuredSystem.Flow(from: "b", to: "a", .unknown)
    #expect(
      faults(processes: [.init("a"), .init("b", isBoundary: true)], flows: [flow, flow])
        == ["there are two flows 'b->a': give one of them a 'name' of its own"])
  }

  @Test func aShareNeedsSomethingOfWhichItIsOne() {
    let found = faults(
      processes: [.init("a"), .init("b", isBoundary: true)],
      flows: [.init(from: "a", to: "b", .unknown, share: .exact(0.5))])
    #expect(found.count == 1 && found[0].contains("nothing flows into 'a'"))
  }

  @Test func aSingularCovarianceNamesTheFlows() {
    let measured = (0..<3).map {
      MeasuredSystem.Flow(
        from: "b", to: "a", .measured(10, uncertainty: 1), name: "f\($0)")
    }
    func found(_ correlations: [MeasuredSystem.Correlation]) -> [String] {
      faults(
        processes: [.init("a"), .init("b", isBoundary: true)], flows: measured,
        correlations: correlations)
    }
    let tied = found([.init("f0", "f2", 1)])
    #expect(tied.count == 1)
    #expect(tied[0].contains("is singular: the errors of 'f0', 'f2' are tied"))
    let contradiction = found([
      .init("f0", "f1", 0.9), .init("f1", "f2", 0.9), .init("f0", "f2", -0.9),
    ])
    #expect(contradiction.count == 1)
    #expect(contradiction[0].contains("'f0', 'f1', 'f2' contradict one another"))
    #expect(found([.init("f0", "f9", 0.5)])[0].contains("there is no quantity 'f9'"))
    #expect(found([.init("f0", "f1", 1.5)])[0].contains("1.5 is no correlation"))
    #expect(
      found([.init("f0", "f1", 0.5), .init("f1", "f0", 0.5)])[0].contains("is given twice"))
  }
}
