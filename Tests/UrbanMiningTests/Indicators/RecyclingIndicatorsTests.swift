import LinearAlgebra
import Testing
import UrbanMining

struct RecyclingIndicatorsTests {
  /// Hand values: primary 16, new scrap 4, end of life 10, collected 6.5, recycled 5.2. With the fixed
  /// lifetime of one year, what enters use in 2000 leaves it in 2001.
  private func handMade() throws -> SystemResults {
    func given(_ first: Double, _ second: Double) -> SystemModel.Flow.Rule {
      .given(.inline(Parameter(series: [first, second])))
    }
    let model = try SystemModel(
      header: .init(name: "hand", unit: .kilotonne), time: TimeAxis(years: 2000...2001),
      timing: .end,
      processes: [
        .init("mine", kind: .source), .init("goods", kind: .source), .init("melting"),
        .init("stockpile", kind: .sink), .init("use", kind: .use([try .fixed(years: 1)])),
        .init("collection"), .init("landfill", kind: .sink), .init("trim", kind: .source),
      ],
      flows: [
        .init(from: "mine", to: "melting", given(0, 16), role: .primary),
        .init(from: "trim", to: "melting", given(0, 4), role: .newScrap),
        .init(from: "goods", to: "use", given(10, 0)),
        .init(
          from: "use", to: "collection", .share(.constant(0.65, periods: 2)), role: .collected),
        .init(from: "use", to: "landfill", .remainder, role: .loss),
        .init(
          from: "collection", to: "melting", .share(.constant(0.8, periods: 2)), role: .oldScrap),
        .init(from: "collection", to: "landfill", .remainder, role: .loss),
        .init(from: "melting", to: "stockpile", .remainder),
      ])
    return try SystemPlan(model).solve()
  }

  @Test func handValuesComeOut() throws {
    let indicators = RecyclingIndicators(try handMade())
    expectClose(indicators.recyclingRate[1] ?? .nan, 0.52)
    expectClose(indicators.recycledContent[1] ?? .nan, 9.2 / 25.2)
    expectClose(indicators.recycledContent[1] ?? .nan, 0.3651, relative: 0, absolute: 5e-5)
    expectClose(indicators.oldScrapRatio[1] ?? .nan, 0.5652, relative: 0, absolute: 5e-5)
    expectClose(indicators.recyclingInputRate[1] ?? .nan, 0.2063, relative: 0, absolute: 5e-5)
    expectClose(indicators.collectionRate[1] ?? .nan, 0.65)
    expectClose(indicators.processEfficiency[1] ?? .nan, 0.8)
  }

  @Test func aRatioOfNothingIsNothing() throws {
    let indicators = RecyclingIndicators(try handMade())
    #expect(indicators.all.allSatisfy { $0.values[0] == nil })
  }

  @Test func namesAndOrderAreThoseOfTheContract() throws {
    let names = RecyclingIndicators(try handMade()).all.map(\.name)
    #expect(names == ["eol_rr", "eol_cr", "eol_pr", "rc", "osr", "eol_rir"])
  }

  /// R/E = (C/E) · (R/C) and EOL-RIR = RC · OSR, whatever the cycle.
  @Test func ratiosAreTiedToOneAnother() throws {
    let indicators = RecyclingIndicators(try TwoUseCycle().solved())
    for t in 0..<30 {
      let (collected, processed) = (
        indicators.collectionRate[t] ?? .nan, indicators.processEfficiency[t] ?? .nan
      )
      expectClose(indicators.recyclingRate[t] ?? .nan, collected * processed)
      let (content, old) = (
        indicators.recycledContent[t] ?? .nan, indicators.oldScrapRatio[t] ?? .nan
      )
      expectClose(indicators.recyclingInputRate[t] ?? .nan, content * old)
    }
  }

  @Test func totalsSumAllFlowsOfARole() throws {
    let results = try handMade()
    expectClose(results.total(of: .loss)[1], 10 - 5.2)
    #expect(results.total(of: .nonFunctional) == [0, 0])
    expectClose(results.supply()[1], 25.2)
    #expect(results.intoUse() == [10, 0])
    expectClose(results.endOfLife(), [0, 10])
    expectClose(results.inUseStock(), [10, 0])
  }

  @Test func everyLaneHasItsOwn() throws {
    var other = TwoUseCycle()
    other.collection = [0.1, 0.2]
    let both = try SystemPlan(lanes: [TwoUseCycle().model(), other.model()]).solve()
    #expect(RecyclingIndicators(both, lane: 0) == RecyclingIndicators(try TwoUseCycle().solved()))
    #expect(RecyclingIndicators(both, lane: 1) == RecyclingIndicators(try other.solved()))
  }

  /// Of 10 that enter use, half waits a year in drawers before it is collected: what waits is neither in
  /// use nor end of life a second time. By hand, with lifetimes of one year.
  @Test func whatWaitsIsNotInService() throws {
    let drawer = SystemModel.Process(
      "drawer", kind: .use([try .fixed(years: 1)]), isInService: false)
    let model = try SystemModel(
      header: .init(name: "drawer", unit: .kilotonne), time: TimeAxis(years: 2000...2002),
      timing: .end,
      processes: [
        .init("goods", kind: .source), .init("use", kind: .use([try .fixed(years: 1)])), drawer,
        .init("collection", kind: .destination),
      ],
      flows: [
        .init(from: "goods", to: "use", .given(.inline(Parameter(series: [10, 0, 0])))),
        .init(from: "use", to: "drawer", .share(.constant(0.5, periods: 3))),
        .init(from: "use", to: "collection", .remainder, role: .oldScrap),
        .init(from: "drawer", to: "collection", .remainder, role: .oldScrap),
      ])
    #expect(!drawer.isInService)
    let results = try SystemPlan(model).solve()
    #expect(results.intoUse() == [10, 0, 0])
    #expect(results.inUseStock() == [10, 0, 0])
    #expect(results.endOfLife() == [0, 10, 0])
    #expect(results.total(of: .oldScrap) == [0, 5, 5])
    #expect(results.stock(ofProcess: 2)[0].values == [0, 5, 0])
    #expect(RecyclingIndicators(results).recyclingRate == [nil, 0.5, nil])
  }
}
