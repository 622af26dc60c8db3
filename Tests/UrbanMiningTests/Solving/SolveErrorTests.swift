import LinearAlgebra
import Testing
import UrbanMining

struct SolveErrorTests {
  @Test func everyErrorSaysWhereWhenAndWhy() {
    #expect(
      SolveError.overdrawn(flow: "a->b", process: "a", year: "2001", amount: 2.5).description
        == "the other flows from 'a' take 2.5 more than it has in 2001, so that nothing is left for "
        + "'a->b', which would be negative")
    #expect(
      SolveError.overfilled(flow: "a->b", process: "b", year: "2001", amount: 2.5).description
        == "the other flows to 'b' bring 2.5 more than it needs in 2001, so that 'a->b', which fills "
        + "what is missing, would be negative")
    #expect(
      SolveError.singularLoop(processes: ["a", "b"], year: "1999").description
        == "the loop through a, b has no solution of its own in 1999: it returns all that it receives"
    )
    #expect(
      SolveError.unsettledLimits(processes: ["a", "b"], year: "1999").description
        == "the limits in the loop through a, b can't all hold in 1999")
  }

  /// Fabrication needs 100, and 130 are brought to it.
  @Test func moreThanIsNeededIsAFault() throws {
    let model = try DrivenSystem().model {
      $0.append(.init(from: "old", to: "fabrication", .given(.constant(130, periods: 2))))
    }
    #expect(
      throws: SolveError.overfilled(
        flow: "scrap->fabrication", process: "fabrication", year: "2000", amount: 30)
    ) { try SystemPlan(model).solve() }
  }

  /// A given flow out of scrap that takes more than there is.
  @Test func moreThanThereIsIsAFault() throws {
    let model = try DrivenSystem(oldScrap: 10).model {
      $0.append(
        .init(from: "scrap", to: "market", .given(.constant(60, periods: 2)), name: "exports"))
    }
    #expect(throws: SolveError.self) { try SystemPlan(model).solve() }
  }
}
