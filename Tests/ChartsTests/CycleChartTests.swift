import Testing

@testable import Charts

struct CycleChartTests {
  @Test func processesStandInTheBoxesOfWhatTheyDo() throws {
    let stages = CycleStages(try Cycles.model()).stages
    #expect(
      stages == [
        "mine": .ore, "smelter": .production, "workshop": .fabrication, "use": .use, "yard": .waste,
        "tip": .landfill, "soil": .environment,
      ])
  }

  @Test func scrapPassesTheMarket() throws {
    let chart = try CycleChart(of: Cycles.results(), context: Cycles.context)
    func value(_ from: CycleChart.Stage, _ to: CycleChart.Stage) -> Double {
      chart.arrows.filter { $0.from == from && $0.to == to }.reduce(0) { $0 + $1.value }
    }
    let scrap = value(.waste, .market) + value(.fabrication, .market)
    #expect(scrap > 0)
    #expect(abs(scrap - value(.market, .production)) < 1e-9 * scrap)
  }

  @Test func everyBoxIsInBalance() throws {
    let chart = try CycleChart(of: Cycles.results(), year: 1980, context: Cycles.context)
    for stage in CycleChart.Stage.allCases where stage != .ore && stage != .outside {
      let entering = chart.arrows.filter { $0.to == stage }.reduce(0) { $0 + $1.value }
      let leaving = chart.arrows.filter { $0.from == stage }.reduce(0) { $0 + $1.value }
      let rest = entering - leaving - (chart.stockChanges[stage] ?? 0)
      #expect(abs(rest) < 1e-9 * max(1, entering), "\(stage)")
    }
  }

  @Test func arrowsAreAsWideAsTheirShareOfWhatEntersUse() throws {
    let chart = try CycleChart(of: Cycles.results(), context: Cycles.context)
    let svg = try ParsedSVG(Chart.cycle(chart).picture().svg)
    func width(_ from: CycleChart.Stage, _ to: CycleChart.Stage) throws -> Double {
      let arrow = try svg.element("cycle-arrow-\(from.rawValue)-\(to.rawValue)")
      return try #require(arrow.children.first { $0.name == "rect" }).number("height")
    }
    let ratio = try width(.ore, .production) / width(.fabrication, .use)
    let mined = try #require(chart.arrows.first { $0.from == .ore }).value
    #expect(abs(ratio - mined / chart.intoUse) < 0.005)
  }

  @Test func boxesStandAtTheSamePlaceForAllYears() throws {
    func boxes(_ year: Double) throws -> [String] {
      let chart = try CycleChart(of: Cycles.results(), year: year, context: Cycles.context)
      let svg = try ParsedSVG(Chart.cycle(chart).picture().svg)
      return try CycleChart.Stage.allCases.filter { $0 != .outside }.map { stage in
        let box = try #require(
          try svg.element("cycle-box-\(stage.rawValue)").children.first { $0.name == "rect" })
        return "\(box.number("x")) \(box.number("y")) \(box.number("width"))"
      }
    }
    #expect(try boxes(1960) == boxes(2000))
  }

  @Test(arguments: ChartSize.allCases)
  func tradeStaysBelowTheWordsAbove(_ size: ChartSize) throws {
    let chart = try CycleChart(
      caption: Caption(id: "c", title: "Trade", subtitle: "of both kinds", footer: ""), unit: "kt",
      arrows: [
        .init(from: .fabrication, to: .use, value: 10),
        .init(from: .fabrication, to: .outside, value: 10),
        .init(from: .outside, to: .production, value: 10),
      ], stocks: [:], stockChanges: [:])
    let top = chart.caption.frame(size: size, theme: .light).body.top - 0.7 * size.label
    let svg = try ParsedSVG(Chart.cycle(chart).picture(size: size).svg)
    for id in ["fabrication-outside", "outside-production"] {
      let bars = try svg.element("c-arrow-\(id)").children.filter { $0.name == "rect" }
      #expect(bars.count > 1)
      for bar in bars { #expect(bar.number("y") > top) }
    }
  }

  @Test func rejectsYearsAndValuesThatAreNot() throws {
    #expect(throws: ChartError.self) {
      _ = try CycleChart(of: Cycles.results(), year: 1850, context: Cycles.context)
    }
    #expect(throws: ChartError(faults: [.invalidLink(link: "ore->production", value: -1)])) {
      _ = try CycleChart(
        caption: Caption(id: "c", title: "t", subtitle: "", footer: ""), unit: "kt",
        arrows: [.init(from: .ore, to: .production, value: -1)], stocks: [:], stockChanges: [:])
    }
  }
}
