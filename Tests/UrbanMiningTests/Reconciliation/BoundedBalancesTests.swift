import Testing

@testable import UrbanMining

struct BoundedBalancesTests {
  /// A concentration is at most 1: without the bound it would be 1400.
  @Test func moreOfASubstanceThanOfGoodsIsNotFound() throws {
    let own = try Reconciliation(
      MeasuredSystem(
        header: MeasuredSystems.header,
        processes: [.init("p"), .init("out", isBoundary: true)],
        flows: [
          .init(
            from: "out", to: "p", .measured(0.5, uncertainty: 0.1),
            contents: ["hg": .init(amount: .measured(0.7, uncertainty: 0.1))], name: "in"),
          .init(from: "p", to: "out", .unknown, name: "off"),
        ], substances: ["hg"]))
    // Both measure the same amount, equally well.
    expectClose(own.quantity("in")?.value ?? .nan, 0.6, relative: 1e-12)
    expectClose(own.quantity("in.hg")?.value ?? .nan, 0.6, relative: 1e-12)
    #expect(own.quantity("in.hg.concentration")?.bound == 1)
    #expect(own.test.degreesOfFreedom == 1)
    expectClose(own.test.chiSquared, 2, relative: 1e-10)
  }

  /// A flow that comes out as zero holds no concentration, which is no fault.
  @Test func theConcentrationOfNothingIsNotAskedFor() throws {
    let own = try Reconciliation(
      MeasuredSystem(
        header: MeasuredSystems.header,
        processes: [.init("p"), .init("out", isBoundary: true)],
        flows: [
          .init(
            from: "out", to: "p", .exact(10), contents: ["cu": .init(concentration: .exact(0.3))],
            name: "in"),
          .init(
            from: "p", to: "out", .exact(10),
            contents: ["cu": .init(concentration: .measured(0.31, uncertainty: 0.02))],
            name: "off"),
          .init(from: "p", to: "out", .unknown, name: "dust"),
        ], substances: ["cu"]))
    #expect(own.quantity("dust")?.value == 0)
    #expect(own.unobservable == ["dust.cu.concentration"])
    #expect(Reconciliation.undetermined(own.quantities).isEmpty)
    expectClose(own.quantity("off.cu.concentration")?.value ?? .nan, 0.3, relative: 1e-12)
  }

  /// Many bounds at once: a process whose outflows sum to far more than what enters.
  @Test func manyBoundsAgreeWithTheProjection() throws {
    let readings = (0..<30).map { 10 + 7 * Double(($0 * 11) % 30) }
    let own = try Reconciliation(
      MeasuredSystem(
        header: MeasuredSystems.header,
        processes: [.init("p"), .init("out", isBoundary: true)],
        flows: [.init(from: "out", to: "p", .exact(200), name: "in")]
          + readings.indices.map {
            .init(
              from: "p", to: "out", .measured(readings[$0], uncertainty: 2), name: "f\($0)")
          }))
    // The projection onto the simplex: max(0, reading − level), with the level that sums to 200.
    let falling = readings.sorted(by: >)
    var level = 0.0
    for count in 1...falling.count {
      let trial = (falling[..<count].reduce(0, +) - 200) / Double(count)
      if trial < falling[count - 1] { level = trial }
    }
    for (index, reading) in readings.enumerated() {
      let quantity = own.quantity("f\(index)")
      expectClose(
        quantity?.value ?? .nan, max(0, reading - level), relative: 1e-10, absolute: 1e-10)
      #expect((quantity?.bound == 0) == (reading < level))
    }
  }

  /// A reading may lie above 1 by its error; the balance brings it back.
  @Test func aShareMayBeReadAboveOne() throws {
    func system(_ share: Knowledge) throws -> MeasuredSystem {
      try MeasuredSystem(
        header: MeasuredSystems.header,
        processes: [.init("p"), .init("out", isBoundary: true)],
        flows: [
          .init(from: "out", to: "p", .measured(100, uncertainty: 5), name: "in"),
          .init(from: "p", to: "out", .unknown, share: share, name: "off"),
          .init(from: "p", to: "out", .unknown, name: "loss"),
        ])
    }
    let own = try Reconciliation(system(.measured(1.02, uncertainty: 0.03)))
    #expect(own.quantity("loss")?.value == 0)
    expectClose(own.quantity("off.share")?.value ?? .nan, 1, relative: 1e-12)
    #expect(throws: MeasuredSystemError.self) { try system(.measured(1.2, uncertainty: 0.03)) }
    #expect(throws: MeasuredSystemError.self) { try system(.exact(1.02)) }
  }
}
