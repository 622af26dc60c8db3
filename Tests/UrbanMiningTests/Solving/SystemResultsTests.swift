import LinearAlgebra
import Testing
import UrbanMining

struct SystemResultsTests {
  /// A flow over the union of its ends' dimensions; sums on the way in, shares by element on the way out.
  @Test func flowsAreOverEveryDimensionOfTheirEnds() throws {
    let results = try TwoUseCycle().solved()
    let refined = results.inflow(ofProcess: 1)
    #expect(refined.count == 1)
    let toFabrication = results.flow(at: 1)
    #expect(toFabrication.count == 2)
    for t in 0..<30 {
      expectClose(toFabrication[0][t, 0], 0.4 * refined[0][t, 0])
      expectClose(toFabrication[1][t, 0], 0.6 * refined[0][t, 0])
      let back =
        results.flow(at: 0)[0][t, 0]
        + [3, 6].flatMap { results.flow(at: $0) }.reduce(0) { $0 + $1[t, 0] }
      expectClose(refined[0][t, 0], back)
    }
  }

  @Test func twoDimensionsSpanEveryPairOfElements() throws {
    let dimensions = [
      Dimension(name: "region", elements: ["north", "south"]),
      Dimension(name: "end_use", elements: ["buildings", "cars", "cables"]),
    ]
    let shares = Parameter(
      dimensions: ["region", "end_use"],
      cells: [0.2, 0.3, 0.5, 0.6, 0.3, 0.1].map { [$0] })
    let model = try SystemModel(
      header: .init(name: "regions"), time: TimeAxis(years: 2000...2000), dimensions: dimensions,
      processes: [
        .init("mine", kind: .source), .init("trade", over: ["region"]),
        .init("goods", over: ["end_use"], kind: .sink),
      ],
      flows: [
        .init(
          from: "mine", to: "trade",
          .given(.inline(Parameter(dimensions: ["region"], cells: [[100], [40]])))),
        .init(from: "trade", to: "goods", .share(.inline(shares))),
      ])
    let results = try SystemPlan(model).solve()
    expectClose(results.flow(at: 1).map { $0[0, 0] }, [20, 30, 50, 24, 12, 4])
    expectClose(results.stock(ofProcess: 2).map { $0[0, 0] }, [44, 42, 54])
    #expect(results.balance.holds)
  }

  /// A number given once holds for every cell of its flow.
  @Test func givenNumbersReachEveryCell() throws {
    let model = try SystemModel(
      header: .init(name: "given"), time: TimeAxis(years: 2000...2000),
      dimensions: [Dimension(name: "end_use", elements: ["buildings", "cars"])],
      processes: [.init("mine", kind: .source), .init("goods", over: ["end_use"], kind: .sink)],
      flows: [.init(from: "mine", to: "goods", .given(.constant(6, periods: 1)))])
    let results = try SystemPlan(model).solve()
    #expect(results.flow(at: 0).map { $0[0, 0] } == [6, 6])
  }

  @Test func sinksAccumulateAndDestinationsForget() throws {
    let results = try TwoUseCycle().solved()
    let landfilled = results.flow(at: 5)
    var sum = 0.0
    for t in 0..<30 {
      sum += landfilled[0][t, 0] + landfilled[1][t, 0]
      expectClose(results.stock(ofProcess: 5)[0][t, 0], sum)
    }
    #expect(results.stock(ofProcess: 6).isEmpty)
    #expect(results.stock(ofProcess: 1).isEmpty)
    #expect(results.outflow(ofProcess: 5).isEmpty)
    #expect(results.inflow(ofProcess: 6).count == 1)
    #expect(results.inflow(ofProcess: 0).isEmpty)
  }

  /// All that was mined is in use, in landfill or has left to tailings.
  @Test func whatEnteredTheSystemIsSomewhere() throws {
    let results = try TwoUseCycle().solved()
    let mined = results.flow(at: 0)[0].column(0).reduce(0, +)
    let inUse = results.stock(ofProcess: 3).reduce(0) { $0 + $1[29, 0] }
    let lost = results.flow(at: 7).reduce(0) { $0 + $1.column(0).reduce(0, +) }
    expectClose(
      inUse + results.stock(ofProcess: 5)[0][29, 0] + lost, mined, relative: 1e-13)
    #expect(results.balance.holds)
    #expect(results.balance.tolerance > 0)
  }

  @Test func transformsGiveOffWhatTheyReceive() throws {
    let results = try TwoUseCycle().solved()
    #expect(results.outflow(ofProcess: 2) == results.inflow(ofProcess: 2))
  }

  /// A given outflow that misses the throughput can't be balanced by anything.
  @Test func reportsABalanceThatGivenFlowsBreak() throws {
    let model = try SystemModel(
      header: .init(name: "open"), time: TimeAxis(years: 2000...2001),
      processes: [
        .init("mine", kind: .source), .init("refining"), .init("goods", kind: .destination),
      ],
      flows: [
        .init(from: "mine", to: "refining", .given(.constant(100, periods: 2))),
        .init(from: "refining", to: "goods", .given(.constant(90, periods: 2))),
      ])
    let error = try #require(
      throws: SolveError.self, performing: { try SystemPlan(model).solve() })
    guard case .balanceViolated(let balance, "2000") = error else {
      Issue.record("\(error)")
      return
    }
    #expect(balance.worstProcess == "refining")
    #expect(balance.maxResidual == 10)
    #expect(error.description.contains("'refining'"))
  }

  @Test func refusesARemainderBelowZero() throws {
    let model = try SystemModel(
      header: .init(name: "overdrawn"), time: TimeAxis(years: 2000...2001),
      processes: [
        .init("mine", kind: .source), .init("refining"), .init("goods", kind: .destination),
        .init("slag", kind: .sink),
      ],
      flows: [
        .init(from: "mine", to: "refining", .given(.inline(Parameter(series: [100, 80])))),
        .init(from: "refining", to: "goods", .given(.constant(90, periods: 2))),
        .init(from: "refining", to: "slag", .remainder),
      ])
    let error = try #require(
      throws: SolveError.self, performing: { try SystemPlan(model).solve() })
    #expect(
      error == .overdrawn(flow: "refining->slag", process: "refining", year: "2001", amount: 10))
    #expect(error.description.contains("'refining' take 10 more than it has in 2001"))
  }
}
