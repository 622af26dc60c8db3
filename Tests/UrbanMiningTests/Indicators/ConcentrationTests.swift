import LinearAlgebra
import Testing
import UrbanMining

@Suite struct ConcentrationTests {
  /// 90 kt iron with 0.9 kt copper, and 10 kt iron with nothing: the mixture is known by hand.
  private static func results(copper: [Double]) throws -> SystemResults {
    let time = TimeAxis(years: 2000...2001)
    let iron = [90.0, 90.0]
    return try SystemPlan(
      SystemModel(
        header: .init(name: "scrap", unit: .kilotonne), time: time,
        dimensions: [
          .init(name: "plant", elements: ["a", "b"]),
          .init(name: "element", elements: ["Fe", "Cu"]),
        ],
        processes: [
          .init("scrap", kind: .source), .init("furnace", over: ["plant", "element"]),
          .init("steel", kind: .destination),
        ],
        flows: [
          .init(
            from: "scrap", to: "furnace",
            .given(
              .inline(
                Parameter(
                  dimensions: ["plant", "element"], cells: [iron, copper, [10, 10], [0, 0]])))),
          .init(from: "furnace", to: "steel", .remainder, name: "melt"),
        ])
    ).solve()
  }

  @Test func isTheShareOfOneElementWithOtherDimensionsAddedUp() throws {
    let melt = try Concentration(
      of: "Cu", along: "element", in: "melt", Self.results(copper: [0.9, 0]))
    #expect(melt.amounts == [100.9, 100])
    #expect(melt.shares == [0.9 / 100.9, 0])
  }

  /// 0.9 kt in 100.9 kt; with D kt of iron that holds 0.05 % copper the mixture is to hold 0.25 %:
  /// D = (0.9 − 0.0025 · 100.9) / (0.0025 − 0.0005) = 323.875.
  @Test func dilutionNeedIsWhatHandCalculationGives() throws {
    let melt = try Concentration(
      of: "Cu", along: "element", in: "melt", Self.results(copper: [0.9, 0.1]))
    let need = try melt.dilutionNeed(limit: 0.0025, purity: 0.0005)
    expectClose(need, [323.875, 0], relative: 1e-12)
    let pure = try melt.dilutionNeed(limit: 0.0025)
    expectClose(pure, [0.9 / 0.0025 - 100.9, 0], relative: 1e-12)
  }

  @Test func theDilutedMixtureHoldsExactlyTheLimit() throws {
    let melt = try Concentration(
      of: "Cu", along: "element", in: "melt", Self.results(copper: [2.3, 7.1]))
    let need = try melt.dilutionNeed(limit: 0.004, purity: 0.0011)
    let mixed = zip(zip([2.3, 7.1], melt.amounts), need).map {
      ($0.0 + 0.0011 * $1) / ($0.1 + $1)
    }
    expectClose(mixed, [0.004, 0.004], relative: 1e-12)
  }

  @Test func refusesNamesThatAreNotThereAndDiluentsThatAreNotPure() throws {
    let results = try Self.results(copper: [0.9, 0])
    #expect(throws: ConcentrationError.unknown(name: "Zn", what: "element", known: ["Fe", "Cu"])) {
      try Concentration(of: "Zn", along: "element", in: "melt", results)
    }
    #expect(
      throws: ConcentrationError.unknown(
        name: "metal", what: "dimension", known: ["plant", "element"])
    ) {
      try Concentration(of: "Cu", along: "metal", in: "melt", results)
    }
    #expect(
      throws: ConcentrationError.unknown(
        name: "slag", what: "flow", known: ["scrap->furnace", "melt"])
    ) {
      try Concentration(of: "Cu", along: "element", in: "slag", results)
    }
    let melt = try Concentration(of: "Cu", along: "element", in: "melt", results)
    #expect(throws: ConcentrationError.impossibleDilution(limit: 0.002, purity: 0.002)) {
      try melt.dilutionNeed(limit: 0.002, purity: 0.002)
    }
  }
}
