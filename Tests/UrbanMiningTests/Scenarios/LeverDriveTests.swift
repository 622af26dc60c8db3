import LinearAlgebra
import Testing
import UrbanMining

/// Levers in models in which the stock, or what enters it, is given.
struct LeverDriveTests {
  /// A stock of cars that is given, or what enters it; steel for it comes from a mine.
  static func cars(_ drive: SystemModel.Process.Drive) throws -> SystemModel {
    try SystemModel(
      header: .init(name: "cars"), time: TimeAxis(years: 2000...2019), timing: .end,
      processes: [
        .init("mine", kind: .source),
        .init("use", kind: .use([try .fixed(years: 6)]), drive: drive),
        .init("landfill", kind: .sink),
      ],
      flows: [
        .init(from: "mine", to: "use", .fill(priority: 1), role: .primary),
        .init(from: "use", to: "landfill", .remainder, role: .loss),
      ])
  }

  static func series(_ value: (Int) -> Double) -> SystemModel.Values {
    .inline(Parameter(series: (0..<20).map(value)))
  }

  private func comparison(
    _ lever: Lever, _ model: SystemModel
  ) throws -> (base: ScenarioOutcome, own: ScenarioOutcome) {
    let scenario = Scenario(name: "x", changes: try lever.changes(in: model))
    let comparison = try ScenarioComparison(of: [scenario], in: model)
    return (comparison.base, comparison.scenarios[0])
  }

  @Test func sharingNeedsLessOfAStockThatIsGiven() throws {
    let model = try Self.cars(.target(inflow: nil, stock: Self.series { 100 + 10 * Double($0) }))
    let lever = try Lever(.sharing, strength: 0.2, path: .passage(from: 2005, until: 2015))
    let (base, own) = try comparison(lever, model)
    expectClose(own.stock[19], 0.8 * 290, relative: 1e-12)
    expectClose(own.service, base.service, relative: 1e-12)
    let saved = (base.primary ?? []).reduce(0, +) - (own.primary ?? []).reduce(0, +)
    #expect(saved > 0)
  }

  /// With a stock given, longer lives save what would have replaced the old ones.
  @Test func longerLivesSavePrimaryWhereTheStockIsGiven() throws {
    let model = try Self.cars(.target(inflow: nil, stock: Self.series { _ in 600 }))
    let lever = try Lever(.lifetimeExtension, strength: 1, path: .step(from: 2001))
    let (base, own) = try comparison(lever, model)
    // 600 in 2000, the same when they are six years old, and so on; once replaced they last for twelve.
    expectClose((base.primary ?? []).reduce(0, +), 2400)
    expectClose((own.primary ?? []).reduce(0, +), 1800)
    expectClose(own.service, base.service)
  }

  @Test(arguments: [Lever.Kind.lightWeighting, .substitution])
  func newProductsCanNotServeBetterWhereTheStockIsGiven(_ kind: Lever.Kind) throws {
    let model = try Self.cars(.target(inflow: nil, stock: Self.series { _ in 100 }))
    let error = #expect(throws: LeverFault.self) {
      try Lever(kind, strength: 0.1).changes(in: model)
    }
    #expect(error == .stockIsGiven(kind))
    #expect(error?.description.contains("use 'sharing'") == true)
  }

  @Test func lessEntersWhereTheInflowIsGiven() throws {
    let model = try Self.cars(.target(inflow: Self.series { _ in 50 }, stock: nil))
    let lever = try Lever(.lightWeighting, strength: 0.4, path: .step(from: 2010))
    let (base, own) = try comparison(lever, model)
    expectClose(own.intoUse[9], 50)
    expectClose(own.intoUse[10], 30)
    expectClose(own.service, base.service)
  }

  @Test func whatMustBeHeldHasAKey() throws {
    let model = try Self.cars(
      .target(inflow: nil, stock: .inline(Parameter(constant: 100, periods: 20))))
    let target = try model.target(of: "use.stock")
    let scenario = Scenario(
      name: "x", changes: [.init(target: target, value: .factor(3), path: .step(from: 2010))])
    let results = try SystemPlan(scenario.applied(to: model)).solve()
    expectClose(results.inUseStock()[9], 100)
    expectClose(results.inUseStock()[10], 300)
    #expect(throws: UnknownKey.self) { try model.target(of: "use.inflow") }
  }

  /// Half of the amount goes to the one element that the flow is confined to.
  @Test func aConfinedFlowIsChangedWhereItIs() throws {
    func constant(_ value: Double) -> SystemModel.Values { .constant(value, periods: 2) }
    let model = try SystemModel(
      header: .init(name: "confined"), time: TimeAxis(years: 2000...2001),
      dimensions: [Dimension(name: "use", elements: ["a", "b"])],
      processes: [
        .init("mine", kind: .source), .init("mill"), .init("shop", over: ["use"], kind: .sink),
        .init("heap", kind: .sink),
      ],
      flows: [
        .init(from: "mine", to: "mill", .given(constant(10))),
        .init(from: "mill", to: "shop", .share(constant(0.5)), only: ["use": ["b"]], name: "sales"),
        .init(from: "mill", to: "heap", .remainder, role: .loss),
      ])
    let scenario = Scenario(
      name: "x",
      changes: [
        .init(target: try model.target(of: "sales.share.b"), value: .factor(1.5)),
        .init(
          target: try model.target(of: "sales.share"),
          value: .added(Parameter(constant: 0.05, periods: 2))),
      ])
    let results = try SystemPlan(scenario.applied(to: model)).solve()
    let sold = results.inflow(ofProcess: 2).map { $0.column(0)[0] }
    expectClose(sold, [0, 8])
  }
}
