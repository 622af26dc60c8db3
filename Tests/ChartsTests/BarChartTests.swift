import Testing
import UrbanMining

@testable import Charts

struct BarChartTests {
  private let caption = Caption(id: "bars", title: "Title", subtitle: "s", footer: "f")

  @Test func lengthsReadBackFromTheFileAreTheValues() throws {
    let chart = try BarChart(
      tornado: caption, axis: "Change", unit: "%",
      effects: [("small", -1, 2), ("large", -8, 4)])
    let svg = try ParsedSVG(Chart.bars(chart).picture().svg)
    let rows = try (1...2).map { row in
      try svg.element("bars-row-\(row)").children.filter { $0.name == "rect" }.map {
        $0.number("width")
      }
    }
    // The largest effect stands on top.
    #expect(abs(rows[0][0] / rows[0][1] - 2) < 0.001)
    #expect(abs(rows[0][0] / rows[1][0] - 8) < 0.01)
  }

  @Test func aWaterfallEndsWhereItsStepsLead() throws {
    let chart = try BarChart(
      waterfall: caption, axis: "Lost", unit: "kt", start: ("now", 10),
      steps: [("a", -3), ("b", 1)],
      end: "then")
    #expect(chart.rows.map { $0.bars[0].to } == [10, 7, 8, 8])
    #expect(chart.rows.map { $0.bars[0].from } == [0, 10, 7, 0])
    #expect(chart.isConnected)
  }

  @Test func whatDrivesTheModelMovesItByTheSameShare() throws {
    let chart = try BarChart(tornadoOf: Cycles.model(), context: Cycles.context)
    let mining = try #require(chart.rows.first { $0.label == "Mining" })
    #expect(abs(mining.bars[0].to + 10) < 1e-9)
    #expect(abs(mining.bars[1].to - 10) < 1e-9)
    #expect(chart.caption.title.hasPrefix("After mining, lifetimes move tin in use most"))
  }

  @Test func aTornadoShowsTheQuantilesOfWhatIsUncertain() throws {
    let uncertainty = try Cycles.uncertainty()
    let chart = try BarChart(
      tornadoOf: ResultKey("stock.use"), in: uncertainty, context: Cycles.context)
    #expect(chart.rows.map(\.label) == ["Mining", "Lifetime of roofs", "Lifetime of cans"])
    // The stock is proportional to what is mined: the 5 % and 95 % points of the standard normal
    // distribution are at 1.6448536.
    #expect(abs(chart.rows[0].bars[0].to + 16.448536) < 1e-5)
    #expect(abs(chart.rows[0].bars[1].to - 16.448536) < 1e-5)
    #expect(chart.caption.subtitle.contains("5 % (blue) or 95 % quantile (orange)"))
    #expect(chart.caption.title == "Mining moves tin in use in 2000 most: \u{2212}16.4 to +16.4 %")
    let rate = try BarChart(
      tornadoOf: ResultKey("eol_rr@1990"), in: uncertainty, context: Cycles.context)
    #expect(rate.unit == "percentage points")
    #expect(rate.caption.title.contains("end-of-life recycling rate (EOL-RR) in 1990"))
    // What is mined changes no rate.
    let mining = try #require(rate.rows.first { $0.label == "Mining" })
    #expect(mining.bars.allSatisfy { abs($0.to) < 1e-9 })
  }

  @Test func withoutUncertaintiesATornadoSaysSo() throws {
    let chart = try BarChart(tornadoOf: Cycles.model(), context: Cycles.context)
    #expect(chart.caption.subtitle.contains("the model names no uncertainties"))
  }

  @Test func barsThatGoOneWaySayBothNumbersOnce() throws {
    let chart = try BarChart(
      tornado: caption, axis: "Change", unit: "%", effects: [("bent", 2, 5), ("flat", 0, 0)])
    #expect(chart.rows[0].bars.map(\.to) == [5, 2])
    #expect(chart.rows[0].bars.map(\.text) == ["+2 / +5", ""])
    #expect(chart.rows[1].bars.map(\.text) == ["0", ""])
    #expect(chart.alternativeText.contains("bent +2 / +5;"))
  }

  @Test func thePartOfALeverIsItsMeanOverBothOrders() throws {
    let model = try Cycles.model()
    let levers = try [Cycles.scenario(1.5, named: "longer"), Cycles.scenario(0.8, named: "less")]
    let chart = try BarChart(waterfallOf: model, levers: levers, context: Cycles.context)
    func lost(_ scenarios: [Scenario]) throws -> Double {
      var changed = model
      for scenario in scenarios { changed = try scenario.applied(to: changed) }
      return try SystemPlan(changed).solve().total(of: .loss).reduce(0, +)
    }
    let (none, one) = (try lost([]), try lost([levers[0]]))
    let (other, both) = (try lost([levers[1]]), try lost(levers))
    let parts = [
      ((one - none) + (both - other)) / 2, ((other - none) + (both - one)) / 2,
    ]
    let bars = chart.rows.map { $0.bars[0] }
    #expect(chart.unit == "kt")
    #expect(abs(bars[0].to - none) < 1e-9 * none)
    #expect(abs(bars[3].to - both) < 1e-9 * none)
    for (bar, part) in zip(bars[1...2], parts) {
      #expect(abs(bar.to - bar.from - part) < 1e-9 * none)
    }
    #expect(chart.caption.subtitle.contains("Shapley"))
    #expect(chart.caption.footer.contains("Scenarios: Lives times 1.5, Lives times 0.8"))
  }

  @Test func theLeversOfOneScenarioAreItsParts() throws {
    let model = try Cycles.model()
    let scenario = Scenario(
      name: "both", title: "Both",
      changes: [
        .init(
          target: try model.target(of: "use.lifetime"), value: .factor(1.5),
          part: "lifetime-extension"),
        .init(target: try model.target(of: "mining"), value: .factor(0.9)),
      ])
    let chart = try BarChart(waterfallOf: model, levers: [scenario], context: Cycles.context)
    #expect(
      chart.rows.map(\.label) == ["Base case", "Lifetime extension", "Mining", "With all levers"])
    let end = try SystemPlan(scenario.applied(to: model)).solve().total(of: .loss).reduce(0, +)
    #expect(abs((chart.rows.last?.bars[0].to ?? 0) - end) < 1e-9 * end)
    let single = try BarChart(
      waterfallOf: model, levers: [Cycles.scenario(1.5, named: "longer")], context: Cycles.context)
    #expect(single.rows.map(\.label) == ["Base case", "Lives times 1.5", "With the lever"])
  }

  @Test func aModelWithoutLossesHasNoWaterfall() throws {
    let model = try SystemModel(
      header: .init(name: "m", title: "M", material: "tin"), time: TimeAxis(years: 2000...2001),
      dimensions: [], inputs: [],
      processes: [.init("a", kind: .source), .init("b", kind: .sink)],
      flows: [.init(from: "a", to: "b", .given(.inline(Parameter(series: [1, 2]))))])
    #expect(throws: ChartError(faults: [.notInModel(what: "flow with the role 'loss'")])) {
      _ = try BarChart(
        waterfallOf: model, levers: [Scenario(name: "s", changes: [])], context: Cycles.context)
    }
  }

  @Test func rowsWithoutRoomGiveWayAndAreCounted() throws {
    let effects = (1...60).map { (name: "input \($0)", low: -Double($0), high: Double($0)) }
    let chart = try BarChart(tornado: caption, axis: "Change", unit: "%", effects: effects)
    let texts = try ParsedSVG(Chart.bars(chart).picture(size: .page).svg).root.texts.map(\.content)
    #expect(texts.contains("input 60"))
    #expect(!texts.contains("input 1"))
    #expect(texts.contains { $0.hasSuffix("more with less effect") })
  }

  @Test func rejectsWhatIsNotFinite() throws {
    #expect(throws: ChartError(faults: [.notFinite(band: "a", year: 0, value: .infinity)])) {
      _ = try BarChart(
        caption: caption, kind: "Bars", axis: "x", unit: "kt",
        rows: [.init(label: "a", bars: [.init(from: 0, to: .infinity, ink: .main, text: "")])])
    }
    #expect(throws: ChartError(faults: [.noBands])) {
      _ = try BarChart(caption: caption, kind: "Bars", axis: "x", unit: "kt", rows: [])
    }
  }

  @Test(
    arguments: [
      ([3.0, 7], [0.0, 2, 4, 6, 8]), ([-10.0, 10], [-10, -5, 0, 5, 10]),
      ([-0.3], [-0.3, -0.2, -0.1, 0]),
      ([0.0], [0, 0.2, 0.4, 0.6, 0.8, 1]),
    ] as [([Double], [Double])])
  func scalesCoverZeroAndTheValues(_ values: [Double], _ ticks: [Double]) {
    let scale = SignedScale(covering: values)
    #expect(scale.first <= min(0, values.min() ?? 0) + 1e-12)
    #expect(scale.last >= max(0, values.max() ?? 0) - 1e-12)
    if values != [-0.3] && values != [0] {
      #expect(zip(scale.ticks, ticks).allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }
}
