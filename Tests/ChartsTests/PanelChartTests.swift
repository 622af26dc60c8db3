import Foundation
import Testing
import UrbanMining

@testable import Charts

struct PanelChartTests {
  private let caption = Caption(id: "p", title: "Title", subtitle: "s", footer: "f")

  private func chart(
    _ values: [Double?], projectedFrom: Double? = nil
  ) throws(ChartError) -> PanelChart {
    try PanelChart(
      caption: caption, kind: "Line chart",
      panels: [
        .init(
          unit: "kt", positions: values.indices.map { 2000 + Double($0) },
          layers: [
            .line(
              .init(
                id: "x", label: "X", ink: .primary, values: values, projectedFrom: projectedFrom))
          ])
      ], message: "")
  }

  @Test func missingValuesAreGaps() throws {
    let svg = try ParsedSVG(Chart.panels(chart([1, 2, nil, 4, 5, nil, 7])).picture().svg)
    #expect(try svg.element("p-line-x").paths.map(\.count) == [2, 2, 1])
  }

  @Test func whatIsProjectedIsDashed() throws {
    let svg = try ParsedSVG(
      Chart.panels(chart([1, 2, 3, 4], projectedFrom: 2002)).picture().svg)
    let paths = try svg.element("p-line-x").tree.filter { $0.name == "path" }
    #expect(paths.map { $0.attributes["stroke-dasharray"] != nil } == [false, true])
    // The dashed part begins where the other ends.
    let points = try svg.element("p-line-x").paths
    #expect(points[0].last == points[1].first)
  }

  @Test func heightsReadBackFromTheFileAreTheValues() throws {
    let values = [3.0, 7.5, 12.25]
    let svg = try ParsedSVG(Chart.panels(chart(values)).picture().svg)
    let points = try #require(try svg.element("p-line-x").paths.first)
    // Two points fix the scale; the third must lie on it.
    let perUnit = (points[0].y - points[1].y) / (values[1] - values[0])
    #expect(abs(points[0].y - (values[2] - values[0]) * perUnit - points[2].y) < 0.03)
  }

  @Test func valuesBelowZeroStandBelowTheLineOfZero() throws {
    let svg = try ParsedSVG(Chart.panels(chart([4, -2, 1])).picture().svg)
    let points = try #require(try svg.element("p-line-x").paths.first)
    let perUnit = (points[1].y - points[0].y) / 6
    let texts = svg.root.texts.map(\.content)
    #expect(texts.contains("\u{2212}2"))
    // The heavier line of the axis is where zero is.
    let zero = points[0].y + 4 * perUnit
    let lines = svg.root.tree.filter { $0.name == "path" && $0.attributes["id"] == nil }
    #expect(
      lines.contains { line in
        guard let d = line.attributes["d"], let y = Double(d.split(separator: " ").last ?? "")
        else {
          return false
        }
        return abs(y - zero) < 0.02
      })
  }

  @Test func bandsHaveGapsWhereValuesAreMissing() throws {
    let chart = try PanelChart(
      fan: caption, unit: "Mt", years: [2000, 2010, 2020, 2030, 2040], median: [3, 4, nil, 5, 6],
      half: ([2, 3, nil, 4, 5], [4, 5, nil, 6, 7]), most: ([1, 1, nil, 2, 2], [5, 7, nil, 8, 9]))
    let svg = try ParsedSVG(Chart.panels(chart).picture().svg)
    #expect(try svg.element("p-band-most").paths.map(\.count) == [4, 4])
    #expect(try svg.element("p-line-median").paths.map(\.count) == [2, 2])
  }

  @Test func whatComesAfterTheDataIsDashedOnAllChartsOverYears() throws {
    let context = ChartContext(program: "p", projectedFrom: 1990)
    let results = try Cycles.results()
    let charts: [(String, Chart)] = [
      ("flows-line-inflow", .panels(try PanelChart(flowsOf: results, context: context))),
      ("stock-total", .area(try StackedAreaChart(stockOf: results, context: context))),
      (
        "compare-line-base",
        .panels(try PanelChart(compare: results, with: [("Same", results)], context: context))
      ),
    ]
    for (id, chart) in charts {
      #expect(chart.caption.subtitle.hasSuffix("dashed from 1990 on: projected"))
      let svg = try ParsedSVG(chart.picture().svg)
      let paths = try svg.element(id).tree.filter { $0.name == "path" }
      #expect(paths.contains { $0.attributes["stroke-dasharray"] != nil }, "\(id)")
    }
    let past = ChartContext(program: "p", projectedFrom: 2300)
    let chart = try PanelChart(flowsOf: results, context: past)
    #expect(!chart.caption.subtitle.contains("dashed"))
  }

  @Test func flowsAreThoseOfTheModel() throws {
    let results = try Cycles.results()
    let chart = try PanelChart(flowsOf: results, context: Cycles.context)
    let lines = chart.panels[0].lines
    #expect(lines.map(\.id) == ["inflow", "outflow", "secondary"])
    let inflow = lines[0].values.compactMap { $0 }
    #expect(chart.panels[0].unit == "kt/yr")
    #expect(inflow == results.intoUse())
    // The band is the gap between the two.
    #expect(zip(chart.panels[0].bands[0].upper, inflow).allSatisfy { ($0 ?? 0) >= $1 })
    #expect(chart.caption.title.hasSuffix("left it"))
  }

  @Test func lifetimesAreThoseOfTheModel() throws {
    let chart = try PanelChart(survivalOf: Cycles.model(), context: Cycles.context)
    let roofs = try Lifetime("weibull(shape: 3, mean: 20)")
    let panel = chart.panels[0]
    let line = try #require(panel.lines.first { $0.id == "roofs" })
    for (age, value) in zip(panel.positions, line.values) {
      #expect(value == roofs.survival(atAge: age))
    }
    // A fixed lifetime has no density: a gap, not a zero.
    #expect(chart.panels[1].lines[1].values.allSatisfy { $0 == nil })
    #expect(chart.caption.title.contains("roofs is still in use after 19.8 years"))
    #expect(line.label == "Roofs, median 19.8, mean 20 years")
    #expect(panel.lines[1].label == "Cans, median 2 years")
  }

  @Test func panelsOfAUnitShareTheirAxis() throws {
    let solved = try Cycles.scenario(3, named: "longer").applied(to: Cycles.model())
    let chart = try PanelChart(
      compare: Cycles.results(),
      with: [("Longer", SystemPlan(solved).solve()), ("Same", Cycles.results())],
      context: Cycles.context)
    let svg = try ParsedSVG(Chart.panels(chart).picture().svg)
    let base = try ["", "-2"].map {
      try #require(try svg.element("compare-line-base\($0)").paths.first)
    }
    #expect(base[0].map(\.y) == base[1].map(\.y))
    #expect(
      chart.panels[1].notes[0].text.contains("± 0 %")
        || chart.panels[1].notes[0].text.contains("±0 %"))
  }

  @Test func panelsOfVegaLiteShareTheirColours() throws {
    let results = try Cycles.results()
    let chart = Chart.panels(
      try PanelChart(compare: results, with: [("Same", results)], context: Cycles.context))
    let text = try #require(chart.vegaLite)
    let scales = text.components(separatedBy: "\"scale\":{\"domain\"").dropFirst()
      .map { $0.prefix { $0 != "}" } }
    #expect(scales.count == 2)
    #expect(Set(scales).count == 1)
    #expect(scales.allSatisfy { $0.contains("Stock in use") && $0.contains("Recycled old scrap") })
  }

  @Test func aFanIsInWords() throws {
    let chart = try PanelChart(
      fan: caption, unit: "Mt", years: [2000, 2010], median: [3, 4], half: ([2, 3], [4, 5]),
      most: ([1, 1], [5, 7]))
    let texts = try ParsedSVG(Chart.panels(chart).picture().svg).root.texts.map(\.content)
    #expect(texts.contains { $0.hasPrefix("9 of 10") })
    #expect(texts.contains { $0.hasPrefix("5 of 10") })
    #expect(chart.alternativeText.contains("Half of all draws"))
  }

  @Test func reportsEveryFaultAtOnce() throws {
    let error = try #require(throws: ChartError.self) {
      _ = try PanelChart(
        caption: Caption(id: "p", title: "", subtitle: "", footer: ""), kind: "Line chart",
        panels: [
          .init(
            unit: "", positions: [2, 1],
            layers: [.line(.init(id: "x", label: "", ink: .main, values: [.infinity]))])
        ], message: "")
    }
    #expect(
      error.faults == [
        .missingText(name: "title"), .yearsNotIncreasing(year: 1, previous: 2),
        .missingText(name: "unit"), .missingText(name: "label of band 'x'"),
        .unequalLengths(band: "x", values: 1, years: 2),
        .notFinite(band: "x", year: 2, value: .infinity),
      ])
  }
}
