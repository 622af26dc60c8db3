import LinearAlgebra
import Testing
import UrbanMining

struct LeverTests {
  /// Final demand is given; used products are sold again or restored.
  static func demandDriven() throws -> SystemModel {
    func constant(_ value: Double) -> SystemModel.Values { .constant(value, periods: 20) }
    return try SystemModel(
      header: .init(name: "demand"), time: TimeAxis(years: 2000...2019),
      processes: [
        .init("makers", kind: .source), .init("use", kind: .use([try .fixed(years: 5)])),
        .init("shops"), .init("collection"), .init("works"), .init("landfill", kind: .sink),
      ],
      flows: [
        .init(from: "makers", to: "use", .given(constant(100)), role: .primary),
        .init(from: "use", to: "shops", .share(constant(0)), role: .reUse),
        .init(from: "use", to: "collection", .share(constant(0.7)), role: .collected),
        .init(from: "use", to: "landfill", .remainder, role: .loss),
        .init(from: "shops", to: "use", .remainder),
        .init(from: "collection", to: "works", .share(constant(0)), role: .remanufactured),
        .init(from: "collection", to: "landfill", .remainder, role: .loss),
        .init(from: "works", to: "use", .remainder),
      ])
  }

  static func changed(_ model: SystemModel, _ levers: Lever...) throws -> SystemModel {
    try Scenario(name: "x", changes: levers.flatMap { try $0.changes(in: model) })
      .applied(to: model)
  }

  private func share(_ model: SystemModel, _ index: Int, _ period: Int = 10) -> Double? {
    guard case .share(.inline(let parameter)) = model.flows[index].rule else { return nil }
    return parameter.cells[0][period]
  }

  @Test func reUseTakesItsShareAndLeavesTheRestAsItWas() throws {
    let model = try Self.changed(Self.demandDriven(), Lever(.reUse, strength: 0.2))
    #expect(share(model, 1) == 0.2)
    expectClose(share(model, 2) ?? 0, 0.7 * 0.8)
    // Each product is used once and a quarter: 100 new ones a year serve as 125 did.
    let results = try SystemPlan(model).solve()
    expectClose(results.outflow(ofProcess: 1)[0].column(0)[19], 125, relative: 1e-2)
  }

  @Test func remanufactureTakesFromRecyclingAndLosses() throws {
    let model = try Self.changed(
      Self.demandDriven(), Lever(.remanufacture, strength: 0.5, path: .step(from: 2005)))
    #expect(share(model, 5, 4) == 0)
    #expect(share(model, 5, 5) == 0.5)
  }

  @Test func lessMaterialLowersADemandThatIsGiven() throws {
    let base = try Self.demandDriven()
    let model = try Self.changed(
      base, Lever(.lightWeighting, strength: 0.25, path: .step(from: 2010)),
      Lever(.substitution, strength: 0.2, path: .step(from: 2010)))
    let results = try SystemPlan(model).solve()
    let primary = results.total(of: .primary)
    #expect(primary[9] == 100)
    expectClose(primary[10], 100 * 0.75 * 0.8)
  }

  /// Every tonne that is not there any more is made up for by what the rest does.
  @Test(arguments: [Lever.Kind.lightWeighting, .substitution, .sharing])
  func theServiceOfAGivenDemandStaysTheSame(_ kind: Lever.Kind) throws {
    let base = try Self.demandDriven()
    let lever = try Lever(kind, strength: 0.3, path: .passage(from: 2004, until: 2012))
    let scenario = Scenario(name: "less", changes: try lever.changes(in: base))
    let comparison = try ScenarioComparison(of: [scenario], in: base)
    let outcome = comparison.scenarios[0]
    expectClose(outcome.service, comparison.base.service, relative: 1e-12)
    #expect(outcome.stock[19] < 0.71 * comparison.base.stock[19])
    let saved =
      (comparison.base.primary ?? []).reduce(0, +) - (outcome.primary ?? []).reduce(0, +)
    // 30 % of eight full years, and of 1/8 … 7/8 before them.
    expectClose(saved, 100 * 0.3 * (8 + 3.5), relative: 1e-12)
    expectClose(comparison.sameService[0]?.factor ?? 0, 1, relative: 1e-12)
    expectClose(comparison.sameService[0]?.saved ?? 0, saved, relative: 1e-12)
  }

  @Test func nothingOfAModelChangesWhereSupplyIsGiven() throws {
    let model = try TwoUseCycle().model()
    let lever = try Lever(.sharing, strength: 0.5)
    let scenario = Scenario(name: "x", changes: try lever.changes(in: model))
    #expect(try scenario.applied(to: model) == model)
    let results = try SystemPlan(model).solve()
    let service = ServiceIntensity(of: scenario, in: model).service(of: results)
    expectClose(service, results.inUseStock().map { 2 * $0 })
  }

  @Test(arguments: [
    (Lever.Kind.reUse, "a flow with the role 're_use'"),
    (.remanufacture, "a flow with the role 'remanufactured'"),
  ])
  func saysWhatAModelLacks(_ kind: Lever.Kind, _ needs: String) throws {
    let model = try TwoUseCycle().model()
    let lever = try Lever(kind, strength: 0.5)
    let error = #expect(throws: LeverFault.self) { try lever.changes(in: model) }
    #expect(error == .missing(kind, model: "cycle"))
    #expect(error?.description.contains("needs \(needs)") == true)
    #expect(error?.description.hasSuffix("the model 'cycle' has none") == true)
  }

  @Test func collectionNeedsALossBesideIt() throws {
    let error = #expect(throws: LeverFault.self) {
      try Lever(.yield, strength: 0.5).changes(in: Self.demandDriven())
    }
    #expect(error == .missing(.yield, model: "demand"))
  }

  @Test func isLimitedToElementsThatExist() throws {
    let model = try TwoUseCycle().model()
    let cars = try Lever(.collection, strength: 1, of: ["cars"])
    let changed = try Self.changed(model, cars)
    #expect(changed.inputs[3].parameter.cells.map { $0[0] } == [0.6, 1])
    #expect(cars.name == "collection (cars)")
    #expect(throws: LeverFault.unknownElement("boats", known: ["buildings", "cars"])) {
      try Lever(.collection, strength: 1, of: ["boats"]).changes(in: model)
    }
  }

  @Test(arguments: [
    (Lever.Kind.collection, 1.1), (.collection, -0.1), (.substitution, 1), (.sharing, .nan),
    (.lifetimeExtension, -0.2), (.lifetimeExtension, .infinity),
  ])
  func refusesStrengthsThatCanNotBe(_ kind: Lever.Kind, _ strength: Double) {
    let error = #expect(throws: LeverFault.self) { try Lever(kind, strength: strength) }
    #expect(error?.description.hasPrefix("the strength of '\(kind.rawValue)' can't be") == true)
  }
}
