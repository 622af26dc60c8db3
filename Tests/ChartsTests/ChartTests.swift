import Foundation
import Testing

@testable import Charts

/// What holds for charts of every kind.
struct ChartTests {
  @Test(arguments: ChartSize.allCases, Theme.allCases)
  func noTextTouchesAnotherOrLeavesTheCanvas(_ size: ChartSize, _ theme: Theme) throws {
    for (name, chart) in try Cycles.charts() {
      let drawing = chart.picture(size: size, theme: theme).drawing
      let canvas = Box(left: 0, top: 0, right: size.width, bottom: size.height)
      let texts = drawing.texts
      let outside = texts.filter { !canvas.contains($0.box) }.map(\.lines)
      #expect(outside.isEmpty, "\(name)")
      for (index, text) in texts.enumerated() {
        for other in texts[(index + 1)...] where text.box.overlaps(other.box) {
          Issue.record("\(name), \(size): \(text.lines) touches \(other.lines)")
        }
      }
    }
  }

  @Test(arguments: Theme.allCases)
  func everyTextIsReadableOnTheBackground(_ theme: Theme) throws {
    // Texts on fills are black or white, whichever is easier to read; the others stand on the
    // background or on a plate of it.
    let known: Set<Color> = [theme.ink, theme.mutedInk, Color(0x000000), Color(0xFFFFFF)]
    #expect(theme.ink.contrast(with: theme.background) >= 7)
    #expect(theme.mutedInk.contrast(with: theme.background) >= 4.5)
    for (name, chart) in try Cycles.charts() {
      for text in chart.picture(theme: theme).drawing.texts {
        #expect(known.contains(text.style.color), "\(name): \(text.lines)")
      }
    }
  }

  @Test(arguments: Theme.allCases)
  func linesAndBarsStandOutFromTheBackground(_ theme: Theme) {
    for color in [theme.primary, theme.spent, theme.secondary, theme.addition, theme.rule] {
      #expect(color.contrast(with: theme.background) >= 3)
    }
    for color in Palette(theme).lineColors(for: (0..<12).map { "b\($0)" }) {
      #expect(color.contrast(with: theme.background) >= 3)
    }
  }

  @Test func everyChartSaysWhatItIsAndWhereItComesFrom() throws {
    for (name, chart) in try Cycles.charts() {
      let svg = try ParsedSVG(chart.picture().svg)
      #expect(svg.root.attributes["role"] == "img", "\(name)")
      let labelled = (svg.root.attributes["aria-labelledby"] ?? "").split(separator: " ")
      #expect(try svg.element(String(labelled[0])).content == chart.caption.title)
      #expect(try svg.element(String(labelled[1])).content == chart.alternativeText)
      #expect(chart.alternativeText.contains(chart.caption.title), "\(name)")
      let texts = svg.root.texts.map(\.content).joined(separator: " ")
      #expect(texts.contains(chart.caption.title.split(separator: " ")[0]), "\(name)")
    }
    let footer = try StackedAreaChart(stockOf: Cycles.results(), context: Cycles.context).footer
    #expect(footer.hasPrefix("World tin cycle. Sources: Geological Survey (1999); other-2001. "))
    #expect(footer.contains("Scenario: base case. Made by urbanmine 9.9 from input "))
    let subtitle = try StackedAreaChart(stockOf: Cycles.results(), context: Cycles.context).subtitle
    for part in ["World tin cycle", "stock in use", "kt", "1950–2000", "middle of the year"] {
      #expect(subtitle.contains(part))
    }
  }

  @Test func theSameChartGivesTheSameBytes() throws {
    for (one, other) in zip(try Cycles.charts(), try Cycles.charts()) {
      #expect(one.chart.picture().svg == other.chart.picture().svg, "\(one.name)")
    }
  }

  @Test func identifiersInAFileAreUnique() throws {
    for (name, chart) in try Cycles.charts() {
      let ids = try ParsedSVG(chart.picture().svg).root.tree.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(name)")
    }
  }

  @Test func vegaLiteHoldsTheNumbersOfTheTable() throws {
    for (name, chart) in try Cycles.charts() {
      guard let text = chart.vegaLite else {
        #expect(name.hasPrefix("sankey") || name == "cycle")
        continue
      }
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect((document["$schema"] as? String)?.contains("vega-lite/v5") == true)
      let data = try #require(document["data"] as? [String: Any])
      let values = try #require(data["values"] as? [[String: Any]])
      #expect(values.count == chart.table.rows.count, "\(name)")
      // A chart of lines and bands has layers, and so has each of several panels.
      let views = document["concat"] as? [[String: Any]] ?? [document]
      let layers = views.flatMap { $0["layer"] as? [[String: Any]] ?? [$0] }
      for layer in layers {
        let encoding = try #require(layer["encoding"] as? [String: [String: Any]])
        for channel in encoding.values {
          let field = try #require(channel["field"] as? String)
          // The edges of bands are columns after the pivot.
          let known = chart.table.columns + ["lower", "upper"]
          #expect(known.contains(field), "\(name): \(field)")
        }
      }
    }
  }

  @Test func theTableIsCSV() {
    let table = DataTable(
      columns: ["a", "b"],
      rows: [
        [.text("x, \"y\""), .number(2)], [.missing, .number(0.1)], [.text(""), .number(1e300)],
      ])
    #expect(table.csv == "a,b\n\"x, \"\"y\"\"\",2\n,0.1\n,1e+300\n")
  }
}
