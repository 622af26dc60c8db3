import LinearAlgebra
import Testing
import UrbanMining

struct SystemSolverTests {
  @Test func everySystemAgreesWithNumPy() throws {
    let references = try SystemReference.all()
    #expect(references.count >= 10)
    for reference in references {
      let results = try SystemPlan(reference.model()).solve()
      let largest = reference.results.flows.flatMap { $0 }.reduce(0) { max($0, abs($1)) }
      for (index, expected) in reference.results.flows.enumerated() {
        expectClose(
          results.flow(at: index)[0].column(0), expected, relative: 1e-10,
          absolute: 1e-13 * largest, "\(reference.name) flow \(index)")
      }
      for (index, process) in reference.processes.enumerated() {
        guard let expected = reference.results.stocks[process.name] else { continue }
        expectClose(
          results.stock(ofProcess: index)[0].column(0), expected, relative: 1e-10,
          absolute: 1e-13 * largest, "\(reference.name) stock \(process.name)")
      }
      #expect(results.balance.holds)
    }
  }

  /// `golden-odym-tutorials.json`: what ODYM 0.1 gives for its first tutorial.
  @Test func agreesWithODYMTutorialOne() throws {
    struct Golden: Decodable {
      struct Tutorial: Decodable {
        let input, alpha, b, c, d: [Double]
        enum CodingKeys: String, CodingKey {
          case input = "D"
          case alpha, b, c, d
        }
      }
      let tutorial1: Tutorial
      enum CodingKeys: String, CodingKey { case tutorial1 = "tutorial_1" }
    }
    let golden = try ReferenceFile.read("golden-odym-tutorials.json", as: Golden.self).tutorial1
    let model = try SystemModel(
      header: .init(name: "tutorial-1"), time: TimeAxis(years: 1980...2010),
      processes: [
        .init("input", kind: .source), .init("process 1"), .init("process 2"),
        .init("output", kind: .sink),
      ],
      flows: [
        .init(
          from: "input", to: "process 1", .given(.inline(Parameter(series: golden.input)))),
        .init(from: "process 1", to: "process 2", .remainder),
        .init(from: "process 2", to: "output", .remainder),
        .init(
          from: "process 2", to: "process 1", .share(.inline(Parameter(series: golden.alpha)))),
      ])
    let results = try SystemPlan(model).solve()
    for (index, expected) in [golden.input, golden.b, golden.c, golden.d].enumerated() {
      expectClose(
        results.flow(at: index)[0].column(0), expected, relative: 1e-10, absolute: 1e-12)
    }
  }

  /// A loop that returns the share r multiplies what enters it by 1/(1 − r).
  @Test(arguments: [0, 0.25, 0.9, 0.999])
  func loopMultipliesByOneOverOneMinusShare(share: Double) throws {
    let model = try SystemModel(
      header: .init(name: "loop"), time: TimeAxis(years: 2000...2002),
      processes: [
        .init("mine", kind: .source), .init("refining"), .init("fabrication"),
        .init("goods", kind: .destination),
      ],
      flows: [
        .init(from: "mine", to: "refining", .given(.constant(7, periods: 3))),
        .init(from: "refining", to: "fabrication", .remainder),
        .init(from: "fabrication", to: "refining", .share(.constant(share, periods: 3))),
        .init(from: "fabrication", to: "goods", .remainder),
      ])
    let results = try SystemPlan(model).solve()
    expectClose(
      results.flow(at: 1)[0].column(0), [Double](repeating: 7 / (1 - share), count: 3))
    expectClose(results.flow(at: 3)[0].column(0), [7, 7, 7], relative: 1e-12)
  }

  /// What remains is throughput less given flows: 100 − 30 = 70, of which one half and the rest.
  @Test func remainderTakesWhatGivenFlowsAndSharesLeave() throws {
    let model = try SystemModel(
      header: .init(name: "mixed"), time: TimeAxis(years: 2000...2000),
      processes: [
        .init("mine", kind: .source), .init("refining"), .init("export", kind: .destination),
        .init("goods", kind: .sink), .init("stockpile", kind: .sink),
      ],
      flows: [
        .init(from: "mine", to: "refining", .given(.constant(100, periods: 1))),
        .init(from: "refining", to: "export", .given(.constant(30, periods: 1))),
        .init(from: "refining", to: "goods", .share(.constant(0.5, periods: 1))),
        .init(from: "refining", to: "stockpile", .remainder),
      ])
    let results = try SystemPlan(model).solve()
    #expect((0..<4).map { results.flow(at: $0)[0][0, 0] } == [100, 30, 50, 20])
  }

  /// With uneven periods flows are amounts per year: 10 a year for 4 years are 40.
  @Test func givenFlowsCountPerYear() throws {
    let time = try TimeAxis(bounds: [2000, 2001, 2005])
    let model = try SystemModel(
      header: .init(name: "uneven"), time: time,
      processes: [
        .init("mine", kind: .source),
        .init("use", kind: .use([try .exponential(mean: 3)])),
        .init("landfill", kind: .sink),
      ],
      flows: [
        .init(from: "mine", to: "use", .given(.constant(10, periods: 2))),
        .init(from: "use", to: "landfill", .remainder),
      ])
    let results = try SystemPlan(model).solve()
    #expect(results.flow(at: 0)[0].column(0) == [10, 40])
    let alone = try DynamicStock.inflowDriven(
      inflow: [10, 40], survival: Survival(.exponential(mean: 3), over: time))
    expectClose(results.stock(ofProcess: 1)[0].column(0), alone.amounts(ofLane: 0))
    expectClose(results.flow(at: 1)[0].column(0), alone.outflow(ofLane: 0), relative: 1e-12)
    let held = results.stock(ofProcess: 1)[0][1, 0] + results.stock(ofProcess: 2)[0][1, 0]
    expectClose(held, 50)
  }

  /// A stock in a system is the stock alone, for every timing.
  @Test(arguments: ["start", "middle", "end", "uniform(6)"])
  func stockInASystemIsTheStockAlone(timing: String) throws {
    var cycle = TwoUseCycle()
    cycle.timing = try #require(InflowTiming(timing))
    let results = try cycle.solved()
    for cell in 0..<2 {
      let inflow = results.inflow(ofProcess: 3)[cell].column(0)
      let survival = try Survival(cycle.lifetimes[cell], timing, over: results.plan.model.time)
      let alone = try DynamicStock.inflowDriven(inflow: inflow, survival: survival)
      expectClose(
        results.stock(ofProcess: 3)[cell].column(0), alone.amounts(ofLane: 0), relative: 1e-13)
      expectClose(
        results.outflow(ofProcess: 3)[cell].column(0), alone.outflow(ofLane: 0), relative: 1e-11,
        absolute: 1e-11)
    }
  }

  @Test func nothingGivenGivesNothing() throws {
    var cycle = TwoUseCycle()
    cycle.mining = 0
    cycle.years = 2000...2000
    let results = try cycle.solved()
    for index in results.plan.model.flows.indices {
      #expect(results.flow(at: index).allSatisfy { $0.values == [0] })
    }
    #expect(results.balance.holds)
  }
}
