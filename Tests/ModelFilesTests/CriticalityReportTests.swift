import ModelFiles
import Testing
import UrbanMining

@Suite struct CriticalityReportTests {
  private static func report(_ weights: [CriticalityIndicator: Double]) throws -> CriticalityReport
  {
    try CriticalityReport(
      tables: MetalTablesTests.tables, weights: weights, draws: 300, seed: 1, drawsWeights: false)
  }

  @Test func showsMembershipBesideTheRank() throws {
    let metals = try Self.report(CriticalityIndicator.defaultWeights).metals
    #expect(metals.count == 16)
    let listed = Dictionary(uniqueKeysWithValues: metals.map { ($0.metal, $0.eu2023) })
    #expect(listed["cobalt"] == "critical")
    #expect(listed["copper"] == "strategic_only")
    #expect(listed["zinc"] == .some(nil))
    #expect(metals.map(\.rank) == Array(1...16))
  }

  /// With the weight on one indicator the order is that of the indicator.
  @Test func ranksByOneIndicatorWhereAllWeightIsOnIt() throws {
    let metals = try Self.report([.concentration: 1]).metals
    let values = metals.compactMap(\.hhi)
    #expect(values == values.sorted(by: >))
    #expect(metals.count == 16)
    // Four fifths from South Africa: 80² = 6400 if the rest are many, 80² + 20² = 6800 if it is one.
    let rhodium = try #require(metals.first)
    #expect(rhodium.metal == "rhodium")
    expectNear(try #require(rhodium.hhiLow), 6400, 1e-9)
    expectNear(try #require(rhodium.hhiHigh), 6800, 1e-9)
  }

  /// Recycled content 63, 42, 51 and old scrap ratio 95, 96 per cent (UNEP 2011): 52 · 95.5 = 49.66 per cent.
  @Test func recyclingOfLeadIsWhatUNEPGives() throws {
    let lead = try #require(
      try Self.report([.missingRecycling: 1]).metals.first { $0.metal == "lead" })
    expectNear(lead.score, 1 - 0.4966, 1e-9)
  }
}
