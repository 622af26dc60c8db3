import Foundation
import Testing

/// Draws that count more and more over time, and those of a stock that holds from a year on.
@Suite struct DrawPassageTests {
  private struct Document: Decodable {
    struct Series: Decodable {
      let min: [Double?]
      let max: [Double?]
    }

    let series: [Series]
  }

  private func model(_ uncertain: String) -> Data {
    Data(
      """
      model: one
      years: 2020-2024
      unit: t
      data:
        past: { values: 10, assumption: made up }
        wanted: { values: { 2020: 20, 2024: 60 }, assumption: made up }
      processes:
        mine: { boundary: source }
        waste: { boundary: sink }
        use: { inflow: past, stock: wanted, stock_from: 2022, lifetime: 'fixed(years: 100)' }
      flows:
        - { from: mine, to: use, fill: true }
        - { from: use, to: waste }
      uncertainty:
        \(uncertain)
      """.utf8)
  }

  /// The stock is 20 in 2021 whatever is drawn, 40 in 2022 give or take a third of a fifth, and 60 in 2024 give or
  /// take a fifth.
  @Test func aDrawGrowsBetweenTwoYearsAndReachesAStockThatHoldsFromAYearOn() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let uncertain =
        "wanted: { relative: 'uniform(from: 0.8, to: 1.2)', from: 2021, until: 2024, assumption: x }"
      try model(uncertain).write(to: urbanmine.folder.appendingPathComponent("one.yaml"))
      let run = try urbanmine.run(
        ["ensemble", "one.yaml", "--draws", "500", "--of", "stock.use", "--json"])
      #expect(run.code == 0, "\(run.errors)")
      let series = try #require(try run.json(as: Document.self).series.first)
      let (low, high) = (series.min.compactMap(\.self), series.max.compactMap(\.self))
      #expect(low[1] == 20 && high[1] == 20)
      #expect(low[2] > 40 * (1 - 0.2 / 3) - 1e-9 && low[2] < 40 * (1 - 0.19 / 3))
      #expect(high[2] < 40 * (1 + 0.2 / 3) + 1e-9 && high[2] > 40 * (1 + 0.19 / 3))
      #expect(low[4] >= 48 && low[4] < 48.5)
      #expect(high[4] <= 72 && high[4] > 71.5)
    }
  }

  @Test(arguments: [
    (
      "wanted: { relative: 'uniform(from: 0.8, to: 1.2)', until: 2024, assumption: x }",
      "a change over time says with 'from' in which year it begins"
    ),
    (
      "use.lifetime: { relative: 'uniform(from: 0.8, to: 1.2)', from: 2022, assumption: x }",
      "a lifetime is drawn for all years"
    ),
    (
      "wanted: { relative: 'uniform(from: 0.8, to: 1.2)', from: 2024, until: 2022, assumption: x }",
      "'until' 2022 is not after 'from' 2024"
    ),
  ])
  func aPassageThatCanNotBeIsAFault(_ uncertain: String, _ message: String) throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try model(uncertain).write(to: urbanmine.folder.appendingPathComponent("one.yaml"))
      let run = try urbanmine.run(["check", "one.yaml"])
      #expect(run.code == 65)
      #expect(run.output.contains(message) || run.errors.contains(message), "\(run.errors)")
    }
  }
}
