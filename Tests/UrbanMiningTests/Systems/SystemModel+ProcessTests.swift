import Testing

@testable import UrbanMining

struct SystemModelProcessTests {
  @Test func otherLifetimesKeepTheDriveAndTheStart() throws {
    let (first, second) = (try Lifetime("fixed(years: 3)"), try Lifetime("fixed(years: 5)"))
    let process = SystemModel.Process(
      "use", kind: .use([first]), drive: .target(inflow: .constant(1, periods: 1), stock: nil),
      stockFrom: 3, initialStocks: [.total(7, growth: 0)], provenance: Provenance(source: "me"))
    let changed = process.with(lifetimes: [[second]])
    #expect(changed.lifetimes == [second])
    #expect(changed.drive == process.drive && changed.initialStocks == process.initialStocks)
    #expect(changed.provenance == process.provenance && changed.stockFrom == 3)
  }

  @Test func oneOfTwoNumbersCountsInEachPeriod() {
    let process = SystemModel.Process("use", stockFrom: 2)
    let numbers = Parameter(series: [1, 2, 3])
    #expect(process.blanked(numbers, isStock: true).cells[0].map(\.isNaN) == [true, true, false])
    #expect(process.blanked(numbers, isStock: false).cells[0].map(\.isNaN) == [false, false, true])
    #expect(SystemModel.Process("use").blanked(numbers, isStock: true) == numbers)
  }

  @Test func boundariesLieOutside() {
    #expect(SystemModel.Process("a", kind: .source).isBoundary)
    #expect(SystemModel.Process("a", kind: .destination).isBoundary)
    #expect(!SystemModel.Process("a", kind: .sink).isBoundary)
    #expect(SystemModel.Process("a", kind: .sink).lifetimes == nil)
  }
}
