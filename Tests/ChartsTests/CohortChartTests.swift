import Testing
import UrbanMining

@testable import Charts

struct CohortChartTests {
  @Test func cohortsSumToTheStockOfTheModel() throws {
    let results = try Cycles.results()
    let chart = try CohortChart(of: results, context: Cycles.context)
    let stock = results.inUseStock()
    for (year, amount) in stock.enumerated() {
      let sum = chart.amounts.reduce(0) { $0 + $1[year] }
      #expect(abs(sum - amount) < 1e-9 * max(1, amount))
    }
  }

  @Test func nothingIsLeftBeforeItEntered() throws {
    let chart = try CohortChart(of: Cycles.results(), context: Cycles.context)
    for (cohort, row) in zip(chart.cohorts, chart.amounts) {
      for (year, amount) in zip(chart.years, row) where year < cohort.lowerBound {
        #expect(amount == 0)
      }
    }
  }

  @Test func whatWasThereBeforeIsTheOldestGroup() throws {
    let time = TimeAxis(years: 2000...2010)
    let lifetime = try Lifetime("weibull(shape: 2, mean: 15)")
    let model = try SystemModel(
      header: .init(name: "m", unit: .tonne), time: time,
      processes: [
        .init("in", kind: .source),
        .init("use", kind: .use([lifetime]), initialStocks: [.total(500, growth: 0)]),
        .init("out", kind: .sink),
      ],
      flows: [
        .init(from: "in", to: "use", .given(.inline(Parameter(constant: 30, periods: 11)))),
        .init(from: "use", to: "out", .remainder),
      ])
    let results = try SystemPlan(model).solve()
    let chart = try CohortChart(of: results, context: Cycles.context)
    #expect(chart.cohorts.first?.upperBound == 1999)
    let stock = results.inUseStock()
    for (year, amount) in stock.enumerated() {
      #expect(abs(chart.amounts.reduce(0) { $0 + $1[year] } - amount) < 1e-9 * amount)
    }
  }

  @Test func groupsEndWithTheLastCohort() {
    #expect(CohortChart.groups(count: 11, width: 5) == [0...0, 1...5, 6...10])
    #expect(CohortChart.groups(count: 10, width: 5) == [0...4, 5...9])
    #expect(CohortChart.groups(count: 3, width: 5) == [0...2])
  }

  @Test func barsReadBackFromTheFileAreTheAges() throws {
    let chart = try CohortChart(of: Cycles.results(), years: [2000], context: Cycles.context)
    let svg = try ParsedSVG(Chart.cohorts(chart).picture().svg)
    let bars = try svg.element("cohorts-ages-2000").children.filter { $0.name == "rect" }
    // The youngest two classes of ten years: cohorts 1991–2000 and 1981–1990.
    func amount(_ years: ClosedRange<Double>) -> Double {
      zip(chart.cohorts, chart.amounts).filter { years.contains($0.0.lowerBound) }
        .reduce(0) { $0 + ($1.1.last ?? 0) }
    }
    let ratio = bars[1].number("width") / bars[0].number("width")
    #expect(abs(ratio - amount(1981...1990) / amount(1991...2000)) < 0.01)
  }

  @Test func reportsEveryFaultAtOnce() throws {
    let error = try #require(throws: ChartError.self) {
      _ = try CohortChart(
        caption: Caption(id: "c", title: "t", subtitle: "", footer: ""), unit: " ",
        years: [2000, 2001],
        cohorts: [1999...1999, 2000...2001], amounts: [[1], [-1, .infinity]], chosen: [])
    }
    #expect(
      error.faults == [
        .missingText(name: "unit"), .unequalLengths(band: "1999", values: 1, years: 2),
        .negative(band: "2000–2001", year: 2000, value: -1),
        .notFinite(band: "2000–2001", year: 2001, value: .infinity),
      ])
  }
}
