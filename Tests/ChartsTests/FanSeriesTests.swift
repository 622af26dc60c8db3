import Testing
import UrbanMining

@testable import Charts

struct FanSeriesTests {
  /// The stock is proportional to what is mined, so that its quantiles are those of the factor: standard
  /// normal quantiles of SciPy 1.14, norm.ppf([0.05, 0.25, 0.5, 0.75, 0.95]).
  @Test func theBandsAreThoseOfTheFactorThatIsDrawn() throws {
    let (ensemble, tally) = try Cycles.drawn(4096, only: ["stock.use"], miningAlone: true)
    let fan = FanSeries.all(of: ensemble, tally: tally, context: Cycles.context)[0]
    let scores = [-1.6448536, -0.6744898, 0, 0.6744898, 1.6448536]
    let stock = try Cycles.results().inUseStock()
    for (values, score) in zip(fan.quantiles, scores) {
      for (value, base) in zip(values, stock) {
        #expect(abs(try #require(value) / base - (1 + 0.1 * score)) < 0.001)
      }
    }
  }

  @Test func theChartSaysWhatTheBandsAreAndOfHowManyDraws() throws {
    let chart = try PanelChart(fanOf: Cycles.fan())
    #expect(chart.caption.title.hasPrefix("End-of-life recycling rate (EOL-RR) in 2000: "))
    #expect(chart.caption.title.hasSuffix(" % in 9 of 10 draws"))
    for part in [
      "World tin cycle", "median and the bands of half and of nine in ten of 64 draws",
      "scrambled Sobol sequence, seed 3", "middle of the year",
    ] {
      #expect(chart.caption.subtitle.contains(part), "\(part)")
    }
    #expect(chart.caption.footer.hasPrefix("Uncertain: mining, use.lifetime. World tin cycle."))
    #expect(chart.panels[0].unit == "%")
  }

  @Test func yearsInWhichARateIsNotDefinedAreLeftOut() throws {
    let fan = FanSeries(
      label: try Cycles.fan().label, years: [1, 2, 3, 4],
      quantiles: (0..<5).map { [nil, Double($0), nil, 4 + Double($0)] },
      origin: .init(
        title: "t", convention: "c", draws: 9, seed: 1, sampler: nil, uncertain: ["x"],
        footer: "f"))
    let chart = try PanelChart(fanOf: fan, projectedFrom: 4)
    #expect(chart.panels[0].positions == [2, 3, 4])
    #expect(chart.panels[0].lines[0].values == [200, nil, 600])
    #expect(chart.caption.subtitle.hasSuffix("dashed from 4 on: projected"))
    let empty = FanSeries(
      label: fan.label, years: [1], quantiles: (0..<5).map { _ in [nil] }, origin: fan.origin)
    #expect(!empty.isDefined)
    #expect(throws: ChartError.self) { _ = try PanelChart(fanOf: empty) }
  }
}
