import Foundation
import Testing
import UrbanMining

@testable import Charts

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct ReportTests {
  private func page() throws -> String {
    let longer = try Cycles.scenario(1.5, named: "longer")
    let solved = try SystemPlan(longer.applied(to: Cycles.model())).solve()
    return try Report(
      [
        .init(
          name: nil, title: "Base <case>", results: Cycles.results(), fans: [Cycles.fan()]),
        .init(name: "longer", title: longer.title, results: solved),
      ], context: Cycles.context
    ).html
  }

  @Test func everyIdentifierIsUniqueAndEveryLabelHasItsSwitch() throws {
    let page = try page()
    func all(_ pattern: String) throws -> [String] {
      let expression = try NSRegularExpression(pattern: pattern)
      return expression.matches(in: page, range: NSRange(page.startIndex..., in: page)).compactMap {
        Range($0.range(at: 1), in: page).map { String(page[$0]) }
      }
    }
    let ids = try all(" id=\"([^\"]*)\"")
    #expect(ids.count > 100)
    #expect(Set(ids).count == ids.count)
    let wanted = try all(" for=\"([^\"]*)\"") + all(" aria-labelledby=\"([^ \"]*)")
    #expect(wanted.allSatisfy(ids.contains))
  }

  @Test func textsAreEscaped() throws {
    let page = try page()
    #expect(page.contains("Base &lt;case&gt;"))
    #expect(!page.contains("Base <case>"))
    #expect(
      HTML.tag("p", [("title", "a\"b")], [.text("<&>")]).rendered
        == "<p title=\"a&quot;b\">&lt;&amp;&gt;</p>")
  }

  @Test func bothThemesAreInOnePicture() throws {
    var sheet = ColorSheet()
    let chart = Chart.area(try StackedAreaChart(stockOf: Cycles.results(), context: Cycles.context))
    let (light, dark) = (
      chart.picture(size: .page, theme: .light).drawing,
      chart.picture(size: .page, theme: .dark).drawing
    )
    let svg = SVGWriter.document(light: light, dark: dark, sheet: &sheet)
    #expect(!svg.contains("fill=\"#"))
    #expect(svg.contains("fill=\"var(--c0)\""))
    // The first pair are the backgrounds.
    #expect(sheet.declarations(.light).hasPrefix("--c0:#ffffff"))
    #expect(sheet.declarations(.dark).hasPrefix("--c0:#14171c"))
    // With the variables filled in, it is the picture of the theme.
    for theme in Theme.allCases {
      var text = svg
      for declaration in sheet.declarations(theme).split(separator: ";").reversed() {
        let parts = declaration.split(separator: ":")
        text = text.replacingOccurrences(of: "var(\(parts[0]))", with: parts[1])
      }
      #expect(text == SVGWriter.document(theme == .light ? light : dark))
    }
  }

  @Test func tablesPutSeriesSideBySide() throws {
    let table = DataTable(
      columns: ["year", "label", "value"],
      rows: [
        [.number(2000), .text("A"), .number(1)], [.number(2000), .text("B"), .number(2)],
        [.number(2001), .text("A"), .number(3.14159)],
      ])
    let wide = ReportTable(table)
    #expect(wide.columns == ["year", "A", "B"])
    #expect(wide.rows == [["2000", "1", "2"], ["2001", "3.14", ""]])
    let plain = ReportTable(DataTable(columns: ["x"], rows: [[.missing]]))
    #expect(plain.rows == [[""]])
  }

  @Test func scenariosSayHowTheyDiffer() throws {
    let page = try page()
    #expect(page.contains("against the base case"))
    #expect(page.contains("EOL-RR"))
  }

  @Test func needsACase() {
    #expect(throws: ChartError.self) { _ = try Report([], context: Cycles.context) }
  }
}
