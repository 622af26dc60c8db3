import Foundation
import RealModule
import Testing

/// `outlook`, as users run it.
@Suite struct OutlookCommandTests {
  struct Outlook: Decodable {
    struct Row: Decodable {
      let element: String?
      let secondaryShare: [Double?]
      let highestShare: [Double?]
      let cumulativePrimary: Double
      let reserves: Double?
      let scrapExceedsPrimaryFrom: Double?
    }

    let schema: String
    let years: [Double]
    let rows: [Row]
  }

  @Test func recyclingComplementsMiningUntilStocksStopGrowing() throws {
    let found = try Urbanmine.run(
      "outlook", "cleantech", "--by", "metal", "--scenario", "best-recycling", "--json"
    ).json(as: Outlook.self)
    #expect(found.schema == "urbanmine/outlook/1")
    let lithium = try #require(found.rows.first { $0.element == "lithium" })
    let (early, late) = (
      try #require(found.years.firstIndex(of: 2030)), try #require(found.years.firstIndex(of: 2070))
    )
    #expect(try #require(lithium.highestShare[early]) < 0.05)
    #expect(try #require(lithium.highestShare[late]) == 1)
    #expect(abs(try #require(lithium.secondaryShare[late]) - 0.8) < 1e-6)
    #expect(lithium.scrapExceedsPrimaryFrom == 2051)
    #expect(lithium.reserves == 37e6)
    #expect(lithium.cumulativePrimary > 0.2 * 37e6)
    let text = try Urbanmine.run("outlook", "copper-2100")
    #expect(text.output.contains("not by the end"))
    #expect(!text.output.contains("Reserves"))
  }

  private struct Ranges: Decodable {
    struct Row: Decodable {
      struct Range: Decodable {
        let secondaryShare: [[Double?]]
        let cumulativePrimary: [Double]
        let shareExceeding: Double
      }

      let label: String
      let cumulativePrimary: Double
      let range: Range?
    }

    struct Group: Decodable {
      let elements: [String]
      let cumulativePrimary: Double
      let reserves: Double
    }

    let draws: Int?
    let rows: [Row]
    let groups: [Group]
  }

  private struct RangesOfModels: Decodable {
    let schema: String
    let outlooks: [Ranges]
  }

  /// The platinum metals have reserves together only; each metal has ranges of its own around the base.
  @Test func anOutlookHasRangesAndReservesOfGroups() throws {
    let found = try Urbanmine.run(
      "outlook", "cleantech", "--by", "metal", "--draws", "64", "--json"
    ).json(as: Ranges.self)
    #expect(found.draws == 64)
    let group = try #require(found.groups.first)
    #expect(group.elements == ["platinum", "palladium", "rhodium"])
    #expect(group.reserves == 76_000)
    let members = found.rows.filter { ["Platinum", "Palladium", "Rhodium"].contains($0.label) }
    #expect(
      group.cumulativePrimary.isApproximatelyEqual(
        to: members.reduce(0) { $0 + $1.cumulativePrimary }, relativeTolerance: 1e-12))
    for row in found.rows {
      let range = try #require(row.range)
      #expect(range.cumulativePrimary[0] < row.cumulativePrimary)
      #expect(range.cumulativePrimary[2] > row.cumulativePrimary)
      #expect((0...1).contains(range.shareExceeding))
    }
    let without = try Urbanmine.run("outlook", "cleantech", "--draws", "0", "--json")
      .json(as: Ranges.self)
    #expect(without.draws == nil && without.rows.allSatisfy { $0.range == nil })
  }

  @Test func modelsStandSideBySideInAnOutlook() throws {
    let names = ["copper-2100", "aluminium-2100", "zinc-2100", "lead-2100"]
    func outlook(_ options: String...) throws -> Urbanmine.Outcome {
      try Urbanmine.inEmptyFolder { try $0.run(["outlook"] + names + options) }
    }
    let run = try outlook("--scenario", "circular", "--draws", "16")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.outputLines.filter { $0.hasPrefix("copper ") || $0.hasPrefix("lead ") }.count == 6)
    let document = try outlook("--draws", "0", "--json")
      .json(as: RangesOfModels.self)
    #expect(document.schema == "urbanmine/outlooks/1")
    #expect(document.outlooks.map { $0.rows[0].label } == ["copper", "aluminium", "zinc", "lead"])
  }
}
