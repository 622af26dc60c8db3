import Foundation
import Testing

@testable import Charts

struct VegaWriterTests {
  private func document(_ chart: Chart) throws -> [String: [[String: Any]]] {
    let all = try #require(
      try JSONSerialization.jsonObject(with: Data(chart.vega().utf8)) as? [String: Any])
    #expect(all["$schema"] as? String == "https://vega.github.io/schema/vega/v5.json")
    let sets = try #require(all["data"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: try sets.map { set in
        (try #require(set["name"] as? String), try #require(set["values"] as? [[String: Any]]))
      })
  }

  @Test func everyKindKeepsItsWordsAndNumbers() throws {
    for (name, chart) in try Cycles.charts() {
      let data = try document(chart)
      let svg = try ParsedSVG(chart.picture().svg)
      let lines = (data["texts"] ?? []).compactMap { $0["text"] as? String }
      #expect(!lines.isEmpty, "\(name)")
      let written = svg.root.texts.map(\.content).joined(separator: " ")
      #expect(lines.allSatisfy { written.contains($0) }, "\(name)")
      #expect(data["table"]?.count == chart.table.rows.count, "\(name)")
      // All but the background, which is a property of the whole.
      let shapes = svg.root.tree.filter { ["path", "rect", "circle"].contains($0.name) }
      #expect(data["shapes"]?.count == shapes.count - 1, "\(name)")
    }
  }

  @Test func linksOfASankeyAreRowsThatSayWhatTheyAre() throws {
    let data = try document(.sankey(SankeyChart(of: Cycles.results(), context: Cycles.context)))
    let link = try #require(
      data["shapes"]?.first { $0["id"] as? String == "link-mine-smelter" })
    #expect((link["about"] as? String)?.contains("→") == true)
    #expect((link["path"] as? String)?.contains("C") == true)
    #expect(try #require(link["opacity"] as? Double) < 1)
  }
}
