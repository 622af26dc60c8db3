import Testing

@testable import Charts

struct PeriodicChartTests {
  @Test func elementsStandWhereTheyBelong() {
    let elements = PeriodicTable.elements
    #expect(elements.count == 118)
    // IUPAC's table: group and period; the lanthanides and actinides in two rows below.
    let places: [(String, Int, Int, Int)] = [
      ("H", 1, 1, 1), ("He", 2, 18, 1), ("Al", 13, 13, 3), ("Cu", 29, 11, 4), ("Zn", 30, 12, 4),
      ("Pb", 82, 14, 6), ("Hf", 72, 4, 6), ("La", 57, 3, 9), ("Lu", 71, 17, 9), ("U", 92, 6, 10),
      ("Og", 118, 18, 7),
    ]
    for (symbol, number, column, row) in places {
      #expect(
        elements[number - 1] == .init(number: number, symbol: symbol, column: column, row: row))
    }
    #expect(Set(elements.map { [$0.column, $0.row] }).count == 118)
  }

  @Test func whatHasNoDataIsHatched() throws {
    let chart = try PeriodicChart(classes: ["Cu": .above50], source: "s", program: "p")
    let svg = try ParsedSVG(Chart.periodic(chart).picture().svg)
    let (copper, iron) = (try svg.element("periodic-Cu"), try svg.element("periodic-Fe"))
    #expect(copper.children.contains { $0.name == "rect" })
    #expect(!iron.children.contains { $0.name == "rect" })
    #expect(iron.paths.count > 4)
    #expect(iron.children.first?.content == "Fe: no data")
    #expect(copper.children.first?.content == "Cu: above 50 %")
  }

  @Test(arguments: Theme.allCases)
  func theClassesDifferInLightnessAlone(_ theme: Theme) {
    let colors = PeriodicLayout.colors(theme)
    let steps = PeriodicChart.RateClass.allCases.compactMap { colors[$0]?.luminance }
    let ordered = theme == .light ? steps.reversed() : steps
    for (darker, lighter) in zip(ordered, ordered.dropFirst()) {
      #expect((lighter + 0.05) / (darker + 0.05) > 1.15)
    }
  }

  @Test func rejectsWhatIsNoElement() {
    #expect(
      throws: ChartError(faults: [.unknownElement(symbol: "Cp"), .unknownElement(symbol: "Xx")])
    ) {
      _ = try PeriodicChart(
        classes: ["Xx": .above50, "Cp": .below1, "Cu": .below1], source: "s", program: "p")
    }
  }
}
