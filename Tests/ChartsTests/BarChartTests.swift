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

  @Test func leversAddUpToTheChange() throws {
    let model = try Cycles.model()
    let levers = try [Cycles.scenario(1.5, named: "longer"), Cycles.scenario(2, named: "more")]
    let chart = try BarChart(waterfallOf: model, levers: levers, context: Cycles.context)
    let both = try levers[1].applied(to: levers[0].applied(to: model))
    let last = try SystemPlan(both).solve().total(of: .loss).last ?? 0
    #expect(abs((chart.rows.last?.bars[0].to ?? 0) - last) < 1e-9 * last)
    #expect(chart.caption.footer.contains("Scenarios: Lives times 1.5, Lives times 2.0"))
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
