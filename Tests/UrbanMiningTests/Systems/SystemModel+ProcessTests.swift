import Testing

@testable import UrbanMining

struct SystemModelProcessTests {
  @Test func otherLifetimesKeepTheDriveAndTheStart() throws {
    let (first, second) = (try Lifetime("fixed(years: 3)"), try Lifetime("fixed(years: 5)"))
    let process = SystemModel.Process(
      "use", kind: .use([first]), drive: .target(inflow: .constant(1, periods: 1), stock: nil),
      initialStocks: [.total(7, growth: 0)], provenance: Provenance(source: "me"))
    let changed = process.with(lifetimes: [second])
    #expect(changed.lifetimes == [second])
    #expect(changed.drive == process.drive && changed.initialStocks == process.initialStocks)
    #expect(changed.provenance == process.provenance)
  }

  @Test func whatAsksIsDrivenByDemandOrATarget() {
    #expect(!SystemModel.Process("a").asks)
    #expect(SystemModel.Process("a", drive: .demand).asks)
    #expect(SystemModel.Process("a", drive: .target(inflow: nil, stock: nil)).asks)
  }

  @Test func boundariesLieOutside() {
    #expect(SystemModel.Process("a", kind: .source).isBoundary)
    #expect(SystemModel.Process("a", kind: .destination).isBoundary)
    #expect(!SystemModel.Process("a", kind: .sink).isBoundary)
    #expect(SystemModel.Process("a", kind: .sink).lifetimes == nil)
  }
}
