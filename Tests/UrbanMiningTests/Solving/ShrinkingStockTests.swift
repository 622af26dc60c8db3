import LinearAlgebra
import Testing

@testable import UrbanMining

struct ShrinkingStockTests {
  typealias Reference = SystemModelDriveTests.Reference

  @Test func aKeptNegativeInflowIsReportedWithItsYears() throws {
    let reference = try Reference.read()
    let found = try SystemModelDriveTests.model(reference).solved().shrinkingStocks()
    let expected = reference.keep.inflow.indices.filter { reference.keep.inflow[$0] < 0 }
    #expect(!expected.isEmpty)
    #expect(found.map(\.process) == ["use"] && found.map(\.elements) == [["region": "north"]])
    #expect(found[0].periods == expected && found[0].policy == .keep)
    #expect(found[0].largestExcess == 0)
  }

  @Test func aClippedInflowIsReportedWithWhatLiesAbove() throws {
    let reference = try Reference.read()
    let results = try SystemModelDriveTests.model(reference, policy: .clip).solved()
    let found = results.shrinkingStocks()
    let excess = zip(reference.clip.stock, reference.target).map { $0 - $1 }
    #expect(found[0].periods == excess.indices.filter { excess[$0] > 1e-9 })
    #expect(abs(found[0].largestExcess - (excess.max() ?? 0)) < 1e-10)
    #expect(results.inflow(ofProcess: 2)[0].values.allSatisfy { $0 >= 0 })
  }

  @Test func aStockThatGrowsIsNotReported() throws {
    let model = try SystemModel(
      "grows", years: 2000...2003,
      processes: [
        .source("mine"), .stock("use", .exponential(mean: 9), holding: [2000: 4, 2003: 9]),
        .sink("dump"),
      ], flows: [.flow("mine", to: "use", .fill(1)), .flow("use", to: "dump")])
    #expect(try model.solved().shrinkingStocks().isEmpty)
  }

  /// The derivative of what is clipped with respect to the stock that was asked for is zero.
  @Test func whatIsClippedDoesNotChangeWithItsTarget() throws {
    let reference = try Reference.read()
    func inflow(_ more: Double) throws -> [Double] {
      let model = try SystemModel(
        "clipped", years: 2000...2002,
        processes: [
          .source("mine"), .sink("dump"),
          .init(
            "use", kind: .use([try Lifetime(reference.lifetime)]),
            drive: .target(inflow: nil, stock: [2000: 50, 2001: 5 + more, 2002: 60]),
            negativeInflow: .clip),
        ], flows: [.flow("mine", to: "use", .fill(1)), .flow("use", to: "dump")])
      return try model.solved().inflow(ofProcess: 2)[0].column(0)
    }
    #expect(try inflow(0) == inflow(1))
    #expect(try inflow(0)[1] == 0)
  }
}
