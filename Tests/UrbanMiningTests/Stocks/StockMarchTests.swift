import LinearAlgebra
import Testing

@testable import UrbanMining

/// By hand, with units that live two years.
struct StockMarchTests {
  private func march(
    _ target: [Double], given: [Double]? = nil, _ policy: NegativeInflowPolicy
  ) throws -> DynamicStock {
    let survival = Survival(
      try .fixed(years: 2), over: TimeAxis(years: 1...target.count), timing: .end)
    return try StockMarch(
      survival: survival, target: Matrix(column: target),
      given: given.map { Matrix(column: $0) }, from: given?.count ?? 0, inherited: [],
      policy: policy
    ).result(.stock, threads: 1)
  }

  /// Period by period or all at once: the same.
  @Test func keepingIsTheSolutionOfTheEquations() throws {
    let march = try march([3, 5, 1, 4], .keep)
    #expect(march.inflow.values == [3, 2, -1, 5])
    #expect(march.outflow.values == [0, 0, 3, 2])
  }

  /// In the third year 2 of 1 wanted are still there, so nothing enters until they have left.
  @Test func clippingWaits() throws {
    let march = try march([3, 5, 1, 4], .clip)
    #expect(march.inflow.values == [3, 2, 0, 4])
    #expect(march.stock.values == [3, 5, 2, 4])
  }

  /// Half of the 2 that are left must go early, and are not there in the year after.
  @Test func retiringMeetsTheStock() throws {
    let march = try march([3, 5, 1, 4], .retire)
    #expect(march.inflow.values == [3, 2, 0, 4])
    #expect(march.stock.values == [3, 5, 1, 4])
    #expect(march.retained?.values == [1, 1, 0.5, 1])
    #expect(march.outflow.values == [0, 0, 4, 1])
  }

  /// The target of a period whose inflow is known isn't read.
  @Test func historyComesFirst() throws {
    let march = try march([.nan, .nan, 9, 4], given: [6, 7], .keep)
    #expect(march.inflow.values == [6, 7, 2, 2])
    #expect(march.target?.values == [6, 13, 9, 4])
  }
}
