import Testing
import UrbanMining

struct InflowTimingTests {
  @Test(
    arguments: [
      ("start", .start), ("middle", .middle), ("end", .end), ("uniform", .uniform(points: nil)),
      ("uniform(2)", .uniform(points: 2)), ("uniform(64)", .uniform(points: 64)),
    ] as [(String, InflowTiming)])
  func readsItsForms(text: String, timing: InflowTiming) {
    #expect(InflowTiming(text) == timing)
    #expect(InflowTiming(timing.description) == timing)
  }

  @Test(
    arguments: [
      "", "Start", "mid", "uniform(", "uniform()", "uniform(1)", "uniform(65)", "uniform(6.0)",
      "uniform(6) ", "uniform 6",
    ])
  func refusesOtherTexts(text: String) {
    #expect(InflowTiming(text) == nil)
  }

  @Test func printsTheNumberOfPoints() {
    #expect(InflowTiming.uniform(points: 10).description == "uniform(10)")
    #expect(InflowTiming.uniform(points: nil).description == "uniform")
  }

  @Test(
    arguments: [
      (.start, 0), (.middle, 0.5), (.end, 1), (.uniform(points: 7), 0.5),
    ] as [(InflowTiming, Double)])
  func weightsSumToOneAroundTheMeanPosition(timing: InflowTiming, mean: Double) throws {
    let nodes = try #require(timing.nodes)
    expectClose(nodes.reduce(0) { $0 + $1.weight }, 1)
    expectClose(nodes.reduce(0) { $0 + $1.weight * $1.position }, mean)
  }
}
