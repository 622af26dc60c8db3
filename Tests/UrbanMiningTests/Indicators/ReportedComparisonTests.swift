import LinearAlgebra
import Testing
import UrbanMining

@Suite struct ReportedComparisonTests {
  private static func results(_ amounts: [Double]) throws -> SystemResults {
    try SystemPlan(
      SystemModel(
        header: .init(name: "one", unit: .kilotonne),
        time: TimeAxis(years: 2000...2000 + amounts.count - 1),
        processes: [.init("yard", kind: .source), .init("smelter", kind: .destination)],
        flows: [
          .init(
            from: "yard", to: "smelter",
            .given(.inline(Parameter(dimensions: [], cells: [amounts]))), name: "scrap")
        ])
    ).solve()
  }

  /// Predicted 10, 12, 20, 18, reported 8, 12, 0 (none), 20: ratios 1.25, 1, 0.9; |2| + 0 + |2| of 40.
  @Test func isWhatHandCalculationGives() throws {
    let comparison = try #require(
      ReportedComparison(of: "scrap", reported: [8, 12, 0, 20], Self.results([10, 12, 20, 18])))
    #expect(comparison.years.map(\.year) == [2000, 2001, 2003])
    expectClose(comparison.years.map(\.ratio), [1.25, 1, 0.9])
    expectClose(comparison.medianRatio, 1)
    expectClose(comparison.deviation, 0.1)
    #expect(comparison.correlationOfChanges == nil)
  }

  /// Changes 2, −1, 4 and 1, 1, 4: numpy.corrcoef.
  @Test func correlatesChangesAndNotLevels() throws {
    let comparison = try #require(
      ReportedComparison(of: "scrap", reported: [5, 6, 7, 11], Self.results([10, 12, 11, 15])))
    expectClose(try #require(comparison.correlationOfChanges), 0.802955068546966, relative: 1e-12)
    let flat = try #require(
      ReportedComparison(of: "scrap", reported: [5, 5, 5, 5], Self.results([10, 12, 11, 15])))
    #expect(flat.correlationOfChanges == nil)
  }

  @Test func thereIsNoneOfAnUnknownFlowOrOfNothingReported() throws {
    let results = try Self.results([1, 2])
    #expect(ReportedComparison(of: "scarp", reported: [1, 1], results) == nil)
    #expect(ReportedComparison(of: "scrap", reported: [0, 0], results) == nil)
  }
}
