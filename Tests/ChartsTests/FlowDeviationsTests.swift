import Testing
import UrbanMining

@testable import Charts

struct FlowDeviationsTests {
  /// All flows are proportional to what is mined, whose standard deviation is a tenth of it.
  @Test func everyLinkHasTheDeviationOfItsFlow() throws {
    for dimension in [nil, "end_use"] {
      let (ensemble, tally) = try Cycles.drawn(
        2048, only: [], isDetailed: dimension != nil, miningAlone: true)
      let chart = try SankeyChart(
        of: Cycles.results(), by: dimension,
        deviations: FlowDeviations(of: ensemble, tally: tally, year: 2000),
        context: Cycles.context)
      #expect(!chart.links.isEmpty)
      for link in chart.links {
        let deviation = try #require(link.uncertainty)
        #expect(abs(deviation / link.value - 0.1) < 0.002, "\(link.from) \(link.to)")
      }
      #expect(chart.caption.subtitle.contains("one standard deviation of 2\u{2009}048 draws"))
      let texts = try ParsedSVG(Chart.sankey(chart).picture().svg).root.texts.map(\.content)
      #expect(texts.contains { $0.contains(" ± ") } || dimension != nil)
    }
  }

  @Test func severalYearsAndUnknownOnesAreRefused() throws {
    let (ensemble, tally) = try Cycles.drawn(8, only: [])
    #expect(throws: ChartError.self) {
      _ = try FlowDeviations(of: ensemble, tally: tally, year: 1800)
    }
    let last = try FlowDeviations(of: ensemble, tally: tally, year: nil)
    #expect(throws: ChartError.self) {
      _ = try SankeyChart(
        of: Cycles.results(), years: 1990...2000, deviations: last, context: Cycles.context)
    }
  }
}
