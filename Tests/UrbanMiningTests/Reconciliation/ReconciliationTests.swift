import Testing

@testable import UrbanMining

struct ReconciliationTests {
  /// Equal uncertainties: each moves by half of the gap, and becomes more certain by √2.
  @Test func equalUncertaintiesShareTheGap() throws {
    let own = try Reconciliation(
      MeasuredSystems.chain(
        .measured(100, uncertainty: 4), .measured(106, uncertainty: 4)))
    for quantity in own.quantities {
      expectClose(quantity.value ?? .nan, 103, relative: 1e-15)
      expectClose(quantity.uncertainty ?? .nan, 8.0.squareRoot(), relative: 1e-14)
      #expect(quantity.classification == .overDetermined)
    }
    expectClose(own.test.chiSquared, 36.0 / 32, relative: 1e-14)
    #expect(own.test.degreesOfFreedom == 1)
    #expect(own.covariance(0, 1) > 0)
  }

  /// The gap is shared in proportion to the variances: 9 to 1.
  @Test func whatIsLessCertainMovesMore() throws {
    let own = try Reconciliation(
      MeasuredSystems.chain(.measured(100, uncertainty: 3), .measured(110, uncertainty: 1)))
    expectClose(own.quantities[0].adjustment ?? .nan, 9, relative: 1e-14)
    expectClose(own.quantities[1].adjustment ?? .nan, -1, relative: 1e-13)
  }

  @Test func whatIsExactNeverMoves() throws {
    let own = try Reconciliation(
      MeasuredSystems.chain(.exact(100), .measured(110, uncertainty: 1)))
    #expect(own.quantities.map(\.value) == [100, 100])
    #expect(own.quantities[0].uncertainty == 0)
    #expect(own.quantities[0].classification == .exact)
    expectClose(own.quantities[1].uncertainty ?? .nan, 0, absolute: 1e-15)
    expectClose(own.test.chiSquared, 100, relative: 1e-14)
  }

  /// An unknown flow has the uncertainty of the balance that gives it.
  @Test func unknownsAreComputed() throws {
    let own = try Reconciliation(
      MeasuredSystems.plant(
        .measured(100, uncertainty: 3), .measured(70, uncertainty: 4), .unknown))
    let slag = try #require(own.quantity("slag"))
    #expect(slag.classification == .observable)
    expectClose(slag.value ?? .nan, 30, relative: 1e-14)
    expectClose(slag.uncertainty ?? .nan, 5, relative: 1e-14)
    #expect(own.quantities[0].classification == .justMeasured)
    #expect(own.quantities[0].adjustment == 0)
    #expect(own.test.degreesOfFreedom == 0)
    #expect(own.test.probability == nil && own.test.suspect == nil)
  }

  @Test func whatNothingFixesIsSaid() throws {
    let own = try Reconciliation(
      MeasuredSystems.plant(.measured(100, uncertainty: 3), .unknown, .unknown))
    #expect(own.unobservable == ["metal", "slag"])
    #expect(own.quantity("slag")?.value == nil)
    #expect(own.quantity("feed")?.value == 100)
  }

  @Test func correlatedErrorsAgreeWithNumPy() throws {
    let expected = try ReconciliationReference.all.get().correlated
    let own = try Reconciliation(
      MeasuredSystems.plant(
        .measured(100, uncertainty: 4), .measured(62, uncertainty: 3),
        .measured(45, uncertainty: 5),
        correlations: [.init("slag", "metal", 0.6)]))
    expectClose(own.quantities.compactMap(\.value), expected.value, relative: 1e-12)
    expectClose(own.quantities.compactMap(\.uncertainty), expected.sd, relative: 1e-12)
    expectClose(own.test.chiSquared, expected.chi2, relative: 1e-12)
    expectClose(own.test.probability ?? .nan, expected.probability, relative: 1e-12)
  }

  /// 500 random systems against the null-space solution of Tests/Reference/reconciliation.py.
  @Test func randomSystemsAgreeWithNumPy() throws {
    let systems = try ReconciliationReference.all.get().systems
    #expect(systems.count == 500)
    for (number, reference) in systems.enumerated() {
      let own = try Reconciliation(try reference.system())
      let expected = reference.expected
      #expect(
        own.quantities.map(\.classification.rawValue) == expected.classes, "system \(number)")
      expectClose(
        own.quantities.map(\.value), expected.value, relative: 1e-9, absolute: 1e-9,
        "values of \(number)")
      expectClose(
        own.quantities.map(\.uncertainty), expected.sd, relative: 1e-7, absolute: 1e-7,
        "uncertainties of \(number)")
      expectClose(
        own.quantities.map(\.normalisedResidual), expected.residual, relative: 1e-5,
        absolute: 1e-6, "residuals of \(number)")
      expectClose(
        own.test.chiSquared, expected.chi2, relative: 1e-8, absolute: 1e-9, "χ² of \(number)")
      #expect(own.test.degreesOfFreedom == expected.freedom, "system \(number)")
    }
  }

  /// A flow below zero is held at zero, and the others carry what it can't.
  @Test func boundsAgreeWithATryOfAllCombinations() throws {
    for (number, reference) in try ReconciliationReference.all.get().bounded.enumerated() {
      let flows = reference.measured.indices.map { index in
        MeasuredSystem.Flow(
          from: index < 2 ? "a" : "p", to: index < 2 ? "p" : "a",
          .measured(reference.measured[index], uncertainty: reference.sd[index]),
          name: "f\(index)")
      }
      let own = try Reconciliation(
        MeasuredSystem(
          header: MeasuredSystems.header, processes: [.init("a", isBoundary: true), .init("p")],
          flows: flows))
      expectClose(
        own.quantities.compactMap(\.value), reference.value, relative: 1e-10, absolute: 1e-9,
        "case \(number)")
      expectClose(own.test.chiSquared, reference.chi2, relative: 1e-10, "χ² of \(number)")
      for (index, quantity) in own.quantities.enumerated() {
        #expect(quantity.bound == (reference.value[index] == 0 ? 0 : nil))
      }
    }
  }

  /// Goods, a substance and a transfer coefficient, one of the seven unknown.
  @Test func productsAgreeWithSciPy() throws {
    for (number, reference) in try ReconciliationReference.all.get().products.enumerated() {
      func known(_ index: Int) -> Knowledge {
        index == reference.unknown
          ? .unknown : .measured(reference.measured[index], uncertainty: reference.sd[index])
      }
      let own = try Reconciliation(
        MeasuredSystem(
          header: MeasuredSystems.header,
          processes: [
            .init("mine", isBoundary: true), .init("plant"), .init("out", isBoundary: true),
          ],
          flows: [
            .init(
              from: "mine", to: "plant", known(0), contents: ["cu": .init(concentration: known(3))],
              name: "feed"),
            .init(
              from: "plant", to: "out", known(1), contents: ["cu": .init(concentration: known(4))],
              name: "metal"),
            .init(
              from: "plant", to: "out", known(2), share: known(6),
              contents: ["cu": .init(concentration: known(5))], name: "slag"),
          ], substances: ["cu"]))
      let names = [
        "feed", "metal", "slag", "feed.cu.concentration", "metal.cu.concentration",
        "slag.cu.concentration", "slag.share",
      ]
      let found = names.map { own.quantity($0) }
      expectClose(
        found.map { $0?.value ?? .nan }, reference.value, relative: 1e-6, "values of \(number)")
      expectClose(
        found.map { $0?.uncertainty ?? .nan }, reference.uncertainty, relative: 1e-4,
        "uncertainties of \(number)")
      expectClose(own.test.chiSquared, reference.chi2, relative: 1e-6, "χ² of \(number)")
      // The amount of the substance is the product.
      let product = (found[0]?.value ?? .nan) * (found[3]?.value ?? .nan)
      expectClose(own.quantity("feed.cu")?.value ?? .nan, product, relative: 1e-10)
    }
  }

  @Test func stocksAtBothEndsGiveTheChange() throws {
    let own = try Reconciliation(
      MeasuredSystem(
        header: MeasuredSystems.header,
        processes: [
          .init("shop", isBoundary: true),
          .init(
            "use",
            stock: .init(
              levels: .init(
                start: .measured(500, uncertainty: 3), end: .measured(520, uncertainty: 4)))),
        ],
        flows: [
          .init(from: "shop", to: "use", .measured(50, uncertainty: 1)),
          .init(from: "use", to: "shop", .unknown, name: "discarded"),
        ]))
    expectClose(own.quantity("use.stock_change")?.value ?? .nan, 20, relative: 1e-13)
    expectClose(own.quantity("discarded")?.value ?? .nan, 30, relative: 1e-13)
    expectClose(
      own.quantity("discarded")?.uncertainty ?? .nan, 26.0.squareRoot(), relative: 1e-13)
  }

  /// Units change nothing but the numbers.
  @Test func gramsGiveTheSameAsGigatonnes() throws {
    let reference = try ReconciliationReference.all.get().systems[7]
    let own = try Reconciliation(reference.system())
    let system = own.system
    let scaled = try Reconciliation(
      MeasuredSystem(
        header: system.header,
        processes: system.processes.map { process in
          .init(
            process.name, isBoundary: process.isBoundary,
            stock: process.stock.map { .init(change: $0.change.scaled(by: 1e15)) })
        },
        flows: system.flows.map {
          .init(from: $0.from, to: $0.to, $0.amount.scaled(by: 1e15), name: $0.key)
        }))
    #expect(scaled.quantities.map(\.classification) == own.quantities.map(\.classification))
    expectClose(
      scaled.quantities.map { $0.value.map { $0 / 1e15 } }, own.quantities.map(\.value),
      relative: 1e-12)
    expectClose(scaled.test.chiSquared, own.test.chiSquared, relative: 1e-10, absolute: 1e-12)
  }

  @Test func exactValuesThatContradictOneAnotherAreNamed() throws {
    let system = try MeasuredSystems.plant(.exact(100), .exact(70), .exact(40))
    #expect(
      throws: ReconciliationError.contradictions([
        .init(exact: ["feed", "metal", "slag"], equations: ["the balance of 'plant'"])
      ])
    ) { try Reconciliation(system) }
    let sound = try Reconciliation(MeasuredSystems.plant(.exact(100), .exact(70), .exact(30)))
    #expect(sound.quantities.allSatisfy { $0.classification == .exact })
    #expect(sound.test.degreesOfFreedom == 0)
  }

  /// Two processes contradict each other through an unknown flow between them; a third is innocent.
  @Test func onlyThoseThatContradictAreNamed() throws {
    let system = try MeasuredSystem(
      header: MeasuredSystems.header,
      processes: [.init("a"), .init("b"), .init("c"), .init("out", isBoundary: true)],
      flows: [
        .init(from: "out", to: "a", .exact(10)), .init(from: "a", to: "b", .unknown),
        .init(from: "b", to: "c", .exact(12)),
        .init(from: "c", to: "out", .measured(11, uncertainty: 1)),
      ])
    let error = #expect(throws: ReconciliationError.self) { try Reconciliation(system) }
    #expect(
      error
        == .contradictions([
          .init(
            exact: ["out->a", "b->c"], equations: ["the balance of 'a'", "the balance of 'b'"])
        ]))
  }

  /// What contradicts itself in two places is said of both.
  @Test func contradictionsThatStandAloneAreNamedOneByOne() throws {
    let system = try MeasuredSystem(
      header: MeasuredSystems.header,
      processes: [.init("a"), .init("b"), .init("out", isBoundary: true)],
      flows: [
        .init(from: "out", to: "a", .exact(10)), .init(from: "a", to: "b", .exact(12)),
        .init(from: "b", to: "out", .exact(15)),
      ])
    let error = #expect(throws: ReconciliationError.self) { try Reconciliation(system) }
    guard case .contradictions(let found)? = error else { return }
    #expect(found.map(\.exact) == [["out->a", "a->b"], ["a->b", "b->out"]])
  }

  /// More leaves than enters even with all bounds kept.
  @Test func boundsThatCanNotBeKeptAreNamed() throws {
    let system = try MeasuredSystems.plant(.exact(10), .exact(12), .unknown)
    let error = #expect(throws: ReconciliationError.self) { try Reconciliation(system) }
    #expect(error?.description.contains("'slag'") == true)
  }
}

extension Knowledge {
  fileprivate func scaled(by factor: Double) -> Knowledge {
    switch self {
    case .measured(let value, let own): .measured(value * factor, uncertainty: own * factor)
    case .exact(let value): .exact(value * factor)
    case .unknown: .unknown
    }
  }
}
