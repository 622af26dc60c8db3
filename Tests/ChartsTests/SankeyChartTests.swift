import Testing
import UrbanMining

@testable import Charts

struct SankeyChartTests {
  private let caption = Caption(id: "sankey", title: "Flows", subtitle: "s", footer: "f")

  private func chart(
    _ links: [(String, String, Double)], changes: [String: Double] = [:]
  ) throws(ChartError) -> SankeyChart {
    let ids = Array(Set(links.flatMap { [$0.0, $0.1] })).sorted()
    return try SankeyChart(
      caption: caption, unit: "kt/yr",
      nodes: ids.map { .init(id: $0, label: "Node \($0)", stockChange: changes[$0] ?? 0) },
      links: links.map { .init(from: $0.0, to: $0.1, label: "f", value: $0.2) })
  }

  /// The height of a link at its ends, read back from the file.
  private func thickness(_ path: ParsedSVG.Element) throws -> Double {
    let data = try #require(path.attributes["d"])
    let numbers = data.split { "MLCZ".contains($0) }.map { piece in
      piece.split(separator: " ").compactMap { Double($0) }
    }
    // The first point is the upper start; the last line or curve ends at the lower start.
    let (first, last) = (try #require(numbers.first), try #require(numbers.last))
    return try #require(last.last) - first[1]
  }

  @Test func widthsReadBackFromTheFileAreTheValues() throws {
    let links = [("a", "b", 10.0), ("b", "c", 7), ("b", "d", 3), ("c", "b", 2.5), ("a", "d", 1)]
    let svg = try ParsedSVG(Chart.sankey(chart(links)).picture().svg)
    let widest = try thickness(try svg.element("sankey-link-a-b").children.last ?? svg.root)
    for (from, to, value) in links {
      let element = try svg.element("sankey-link-\(from)-\(to)")
      let path = try #require(element.children.last)
      #expect(abs(try thickness(path) - value / 10 * widest) < 0.03, "\(from) \(to)")
      #expect(
        element.children.first?.content.contains(Magnitude.text(value, unit: "kt/yr")) == true)
    }
  }

  @Test func namesOfNodesAreWhole() throws {
    let chart = try SankeyChart(
      caption: caption, unit: "kt/yr",
      nodes: [
        .init(id: "a", label: "Mining"), .init(id: "b", label: "Smelting and refining"),
        .init(id: "c", label: "Fabrication"), .init(id: "d", label: "In use"),
        .init(id: "e", label: "Collection and sorting"),
        .init(id: "f", label: "Not collected or lost in sorting"),
      ],
      links: zip("abcde", "bcdef").map {
        .init(from: String($0), to: String($1), value: 3)
      })
    for size in ChartSize.allCases {
      let texts = try ParsedSVG(Chart.sankey(chart).picture(size: size).svg).root.texts
      #expect(!texts.contains { $0.content.contains("…") }, "\(size)")
    }
  }

  @Test func theLinksOfANodeFillItsHeight() throws {
    let links = [("a", "b", 10.0), ("b", "c", 7), ("b", "d", 3)]
    let svg = try ParsedSVG(Chart.sankey(chart(links)).picture().svg)
    let node = try #require(try svg.element("sankey-node-b").children.last)
    let sum = try ["c", "d"].reduce(0.0) { sum, to in
      sum + (try thickness(#require(try svg.element("sankey-link-b-\(to)").children.last)))
    }
    #expect(abs(node.number("height") - sum) < 0.05)
  }

  @Test func whatStaysIsDrawn() throws {
    let svg = try ParsedSVG(
      Chart.sankey(chart([("a", "b", 10), ("b", "c", 6)], changes: ["b": 4])).picture().svg)
    let bars = try svg.element("sankey-node-b").children.filter { $0.name == "rect" }
    #expect(bars.count == 2)
    #expect(abs(bars[1].number("height") / bars[0].number("height") - 0.4) < 0.001)
    #expect(svg.root.texts.contains { $0.content.contains("+4") })
  }

  @Test func whatIsMissingIsHatchedAndNamed() throws {
    let chart = try chart([("a", "b", 10), ("b", "c", 6)])
    #expect(chart.imbalance(of: chart.nodes[1]) == 4)
    let svg = try ParsedSVG(Chart.sankey(chart).picture().svg)
    #expect(
      try svg.element("sankey-node-b").children.first?.content.contains("imbalance +4") == true)
    #expect(svg.root.texts.contains { $0.content.contains("imbalance +4") })
    let balanced = try self.chart([("a", "b", 10), ("b", "c", 10)])
    let text = Chart.sankey(balanced).picture().svg
    // The ends take in or give off only: they too are out of balance unless they lie outside.
    #expect(try !ParsedSVG(text).element("sankey-node-b").content.contains("imbalance"))
  }

  @Test func doubtIsWrittenAndFades() throws {
    let nodes = ["a", "b"].map { SankeyChart.Node(id: $0, label: $0, isInside: false) }
    func opacity(_ doubt: Double?) throws -> Double {
      let chart = try SankeyChart(
        caption: caption, unit: "kt", nodes: nodes,
        links: [.init(from: "a", to: "b", value: 10, uncertainty: doubt)])
      let svg = try ParsedSVG(Chart.sankey(chart).picture().svg)
      if doubt != nil { #expect(svg.root.texts.contains { $0.content == "10.0 ± 5.0" }) }
      return try #require(try svg.element("sankey-link-a-b").children.last).number("fill-opacity")
    }
    #expect(try opacity(5) < opacity(nil))
  }

  @Test func everyProcessOfAModelIsInBalance() throws {
    let chart = try SankeyChart(of: Cycles.results(), context: Cycles.context)
    for node in chart.nodes { #expect(chart.imbalance(of: node) == 0, "\(node.id)") }
    // The mine outside of the system has no balance.
    #expect(chart.nodes.first { $0.id == "mine" }?.isInside == false)
  }

  @Test func partsByADimensionSumToTheWhole() throws {
    let whole = try SankeyChart(of: Cycles.results(), context: Cycles.context)
    let parts = try SankeyChart(of: Cycles.results(), by: "end_use", context: Cycles.context)
    for link in whole.links {
      let sum = parts.links.filter {
        $0.from == link.from && $0.to == link.to && $0.label == link.label
      }.reduce(0) { $0 + $1.value }
      #expect(abs(sum - link.value) < 1e-9 * link.value, "\(link.from) \(link.to)")
    }
    #expect(Set(parts.links.map(\.group)) == ["", "Roofs", "Cans"])
  }

  @Test func aMeanOfYearsIsTheMeanOfItsYears() throws {
    let results = try Cycles.results()
    func first(_ years: ClosedRange<Double>) throws -> Double {
      let chart = try SankeyChart(of: results, years: years, context: Cycles.context)
      return try #require(chart.links.first { $0.from == "mine" }).value
    }
    // The mine gives 100 kt in 1950 and 3 kt more each year.
    let (one, two) = (try first(1990...1990), try first(1991...1991))
    #expect(abs(one / two - 220.0 / 223) < 1e-12)
    #expect(abs(try first(1990...1991) - (one + two) / 2) < 1e-12 * one)
  }

  @Test func smallSinksAreDrawnAsOneAndTheSubtitleSaysSo() throws {
    let time = TimeAxis(years: 2000...2001)
    func share(_ value: Double) -> SystemModel.Values {
      .inline(Parameter(constant: value, periods: 2))
    }
    let model = try SystemModel(
      header: .init(name: "m", unit: .tonne), time: time,
      processes: [
        .init("in", kind: .source), .init("mill"), .init("a", kind: .sink), .init("b", kind: .sink),
        .init("c", kind: .sink),
      ],
      flows: [
        .init(from: "in", to: "mill", .given(share(1000))),
        .init(from: "mill", to: "a", .share(share(0.003))),
        .init(from: "mill", to: "b", .share(share(0.002))),
        .init(from: "mill", to: "c", .remainder),
      ])
    let chart = try SankeyChart(of: SystemPlan(model).solve(), context: Cycles.context)
    let merged = try #require(chart.nodes.first { $0.id == "other sinks" })
    #expect(merged.label == "Other sinks (2)")
    #expect(abs(chart.sums(of: "other sinks").inflow - 5) < 1e-9)
    #expect(chart.caption.subtitle.contains("small flows are drawn as one"))
  }

  @Test func reportsEveryFaultAtOnce() throws {
    let error = try #require(throws: ChartError.self) {
      _ = try SankeyChart(
        caption: Caption(id: "s", title: " ", subtitle: "", footer: ""), unit: "",
        nodes: [.init(id: "a", label: ""), .init(id: "a", label: "A")],
        links: [.init(from: "a", to: "b", value: -1), .init(from: "a", to: "a", value: 1)])
    }
    #expect(
      error.faults == [
        .missingText(name: "title"), .missingText(name: "unit"),
        .missingText(name: "label of node 'a'"), .duplicateBand(id: "a"),
        .unknownNode(link: "a->b", node: "b"), .invalidLink(link: "a->b", value: -1),
        .unknownNode(link: "a->a", node: "a"),
      ])
    #expect(throws: ChartError.self) {
      _ = try SankeyChart(of: Cycles.results(), by: "region", context: Cycles.context)
    }
  }
}
