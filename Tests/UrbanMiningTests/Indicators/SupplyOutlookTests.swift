import RealModule
import Testing
import UrbanMining

struct SupplyOutlookTests {
  /// Of `a` 10 t a year enter use, of `b` 10, 20, 40, 80, 160.
  private func results() throws -> SystemResults {
    let model = try TwoMetals.model(wanted: [[10, 10, 10, 10, 10], [10, 20, 40, 80, 160]])
    return try SystemPlan(model).solve()
  }

  /// From 2022 on all that entered two years before leaves: 10 of `a`, six of which replace mining; of `b` 10
  /// against 40 that enter, a quarter at best.
  @Test func aSteadyStockCanBeFedByScrapAndAGrowingOneCanNot() throws {
    let results = try results()
    let steady = SupplyOutlook(results, element: "a", along: "metal")
    #expect(steady.highestShares.compactMap(\.self) == [0, 0, 1, 1, 1])
    for (share, expected) in zip(steady.secondaryShares, [0, 0, 0.6, 0.6, 0.6]) {
      #expect(try #require(share).isApproximatelyEqual(to: expected, relativeTolerance: 1e-12))
    }
    #expect(steady.scrapExceedsPrimaryFrom == 2022)
    #expect(
      steady.cumulativePrimary(from: 2021).isApproximatelyEqual(to: 22, relativeTolerance: 1e-12))
    let growing = SupplyOutlook(results, element: "b", along: "metal")
    #expect(growing.highestShares.compactMap(\.self) == [0, 0, 0.25, 0.25, 0.25])
    #expect(growing.scrapExceedsPrimaryFrom == nil)
    #expect(growing.demand == [10, 20, 40, 80, 160])
  }

  @Test func theElementsSumToTheWhole() throws {
    let results = try results()
    let whole = SupplyOutlook(results)
    let parts = ["a", "b"].map { SupplyOutlook(results, element: $0, along: "metal") }
    for period in whole.years.indices {
      #expect(
        whole.primary[period].isApproximatelyEqual(
          to: parts[0].primary[period] + parts[1].primary[period], relativeTolerance: 1e-12))
    }
    #expect(SupplyOutlook(results, element: "c", along: "metal").demand == [0, 0, 0, 0, 0])
  }
}
