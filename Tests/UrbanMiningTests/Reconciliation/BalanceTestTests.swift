import Testing

@testable import UrbanMining

struct BalanceTestTests {
  /// in -> a -> b -> out, with a check at each process; b's outflow was read 30 too high.
  private func chain(_ last: Double) throws -> Reconciliation {
    try Reconciliation(
      MeasuredSystem(
        header: MeasuredSystems.header,
        processes: [.init("a"), .init("b"), .init("out", isBoundary: true)],
        flows: [
          .init(from: "out", to: "a", .measured(100, uncertainty: 2)),
          .init(from: "a", to: "b", .measured(101, uncertainty: 2)),
          .init(from: "b", to: "out", .measured(last, uncertainty: 2)),
        ]))
  }

  @Test func aGrossErrorIsNamed() throws {
    let own = try chain(130)
    let suspect = try #require(own.test.suspect)
    #expect(suspect.names == ["b->out"])
    #expect(suspect.isSignificant)
    #expect(!own.test.holds)
    // The mean of the others, each with a variance of 4.
    expectClose(suspect.valueByOthers, 100.5, relative: 1e-12)
    expectClose(suspect.uncertaintyByOthers ?? .nan, 2.0.squareRoot(), relative: 1e-12)
    // What is left is the gap of the other two: 1² / 8.
    expectClose(suspect.chiSquaredWithout, 0.125, relative: 1e-10)
    expectClose(
      suspect.normalisedResidual, -29.5 / 6.0.squareRoot(), relative: 1e-12)
  }

  @Test func measurementsThatAgreeAreNotSuspected() throws {
    let own = try chain(99)
    #expect(own.test.holds)
    #expect(own.test.suspect?.isSignificant == false)
    // Šidák's bound of three: Φ⁻¹(1 − (1 − 0.95^(1/3)) / 2), by SciPy.
    expectClose(own.test.criticalResidual ?? .nan, 2.387737887070816, relative: 1e-12)
  }

  /// One balance of two flows can't tell which of them is wrong.
  @Test func whatCanNotBeToldApartIsNamedTogether() throws {
    let own = try Reconciliation(
      MeasuredSystems.chain(.measured(100, uncertainty: 2), .measured(150, uncertainty: 3)))
    #expect(
      Set(own.test.suspect?.names ?? []) == ["mine->smelter", "smelter->market"])
  }
}
