import Testing

@testable import UrbanMining

struct RelationTests {
  /// feed -> plant -> metal, slag, with relations.
  private func plant(
    _ metal: Knowledge, _ slag: Knowledge, _ relations: [MeasuredSystem.Relation]
  ) throws -> MeasuredSystem {
    try MeasuredSystem(
      header: MeasuredSystems.header,
      processes: [
        .init("mine", isBoundary: true), .init("plant"), .init("out", isBoundary: true),
      ],
      flows: [
        .init(from: "mine", to: "plant", .measured(100, uncertainty: 4), name: "feed"),
        .init(from: "plant", to: "out", metal, name: "metal"),
        .init(from: "plant", to: "out", slag, name: "slag"),
      ], relations: relations)
  }

  /// metal = 3 · slag, and both are the feed.
  @Test func aRatioOfFlowsFixesThem() throws {
    let own = try Reconciliation(
      plant(
        .unknown, .unknown,
        [.init("ratio", [.init("metal"), .init("slag", factor: -3)])]))
    expectClose(own.quantity("metal")?.value ?? .nan, 75, relative: 1e-13)
    expectClose(own.quantity("slag")?.uncertainty ?? .nan, 1, relative: 1e-13)
    #expect(own.quantity("feed")?.classification == .justMeasured)
  }

  /// A second measurement of the feed: the mean of both, weighted by 1/16 and 1/9.
  @Test func aSecondMeasurementOfAFlowIsARelationOfOne() throws {
    let own = try Reconciliation(
      plant(
        .measured(60, uncertainty: 1), .unknown,
        [.init("customs", [.init("feed")], total: .measured(110, uncertainty: 3))]))
    expectClose(own.quantity("feed")?.value ?? .nan, 106.4, relative: 1e-13)
    expectClose(own.quantity("feed")?.uncertainty ?? .nan, 2.4, relative: 1e-13)
    expectClose(own.quantity("slag")?.value ?? .nan, 46.4, relative: 1e-13)
    expectClose(own.test.chiSquared, 4, relative: 1e-12)
    #expect(own.quantity("customs")?.measured.kind == .total)
  }

  @Test func unknownNamesAndDoubleOnesAreFaults() throws {
    let error = #expect(throws: MeasuredSystemError.self) {
      try plant(
        .unknown, .unknown,
        [
          .init("feed", [.init("metal")]), .init("empty", []),
          .init("wrong", [.init("slga"), .init("slag", factor: 0)]),
        ])
    }
    let found = error?.faults.map(\.message) ?? []
    #expect(
      found == [
        "there are two quantities 'feed': names are unique",
        "the relation 'empty' is of no quantity", "there is no quantity 'slga'",
        "the factor of 'slag' is 0: it is not zero",
      ])
    #expect(error?.faults.first?.subject == .relation(0))
  }
}
