import RealModule
import Testing
import UrbanMining

struct EWasteStatementTests {
  /// 100 kt a year put on the market from 2000 on, with a life of exactly two years, and a fifth collected.
  private func results(lifetime: String = "fixed(years: 2)") throws -> SystemResults {
    let model = try SystemModel(
      header: .init(name: "phones", unit: .kilotonne), time: TimeAxis(years: 2000...2005),
      inputs: [
        .init(
          name: "sold", parameter: Parameter(series: [100, 100, 110, 120, 130, 140]),
          provenance: Provenance(assumption: "made up"))
      ],
      processes: [
        .init("market", kind: .source), .init("use", kind: .use([try Lifetime(lifetime)])),
        .init("schemes", kind: .destination), .init("bins", kind: .destination),
      ],
      flows: [
        .init(from: "market", to: "use", .given(.input("sold"))),
        .init(from: "use", to: "schemes", .share(.constant(0.2, periods: 6)), role: .collected),
        .init(from: "use", to: "bins", .remainder, role: .loss),
      ], population: [Double](repeating: 1e7, count: 6))
    return try SystemPlan(model).solve()
  }

  /// By hand: what entered in the middle of 2002 leaves in 2004, so 110 kt are generated and 22 collected;
  /// 22 over (100 + 110 + 120) / 3 = 0.2; 11 kg per inhabitant; 1 % copper is 1100 t, at 7000 a tonne 7.7 million.
  @Test func figuresAreThoseOfAHandCalculation() throws {
    let copper = try MetalContent(
      "copper", share: 0.01, price: 7000, greenhouseGases: 2.8, energy: 53.7)
    let found = try EWasteStatement(
      try results(), year: 2004, contents: [copper], recovery: 0.9)
    #expect(found.putOnMarket == 130)
    #expect(found.generated.isApproximatelyEqual(to: 110, relativeTolerance: 1e-12))
    #expect(found.collected.isApproximatelyEqual(to: 22, relativeTolerance: 1e-12))
    #expect(
      try #require(found.rateOfGenerated).isApproximatelyEqual(to: 0.2, relativeTolerance: 1e-12))
    #expect(
      try #require(found.rateOfMarket).isApproximatelyEqual(to: 0.2, relativeTolerance: 1e-12))
    #expect(
      try #require(found.kilogramsPerCapita).isApproximatelyEqual(to: 11, relativeTolerance: 1e-12))
    let metal = found.metals[0]
    #expect(metal.generated.isApproximatelyEqual(to: 1100, relativeTolerance: 1e-12))
    #expect(try #require(metal.value).isApproximatelyEqual(to: 7.7e6, relativeTolerance: 1e-12))
    #expect(
      try #require(metal.collectedValue).isApproximatelyEqual(to: 1.54e6, relativeTolerance: 1e-12))
    // 220 t collected · 0.9 · 2.8 t/t and · 53.7 GJ/t
    #expect(
      try #require(metal.avoidedGases).isApproximatelyEqual(to: 554.4, relativeTolerance: 1e-12))
    #expect(
      try #require(metal.avoidedEnergy).isApproximatelyEqual(to: 10.6326, relativeTolerance: 1e-12))
    #expect(found.generatedByDensity == nil)
    #expect(found.lostByDensity == nil)
  }

  @Test func theDensityMethodStandsBesideIt() throws {
    let found = try EWasteStatement(
      try results(lifetime: "weibull(shape: 1.3, scale: 5)"), year: 2002, contents: [])
    let method = try DensityMethod(try Lifetime("weibull(shape: 1.3, scale: 5)"))
    let waste = method.arisings(of: [100, 100, 110])
    #expect(
      try #require(found.generatedByDensity).isApproximatelyEqual(
        to: waste[2], relativeTolerance: 1e-12))
    #expect(
      try #require(found.lostByDensity).isApproximatelyEqual(
        to: 1 - method.sumOfWeights, relativeTolerance: 1e-9))
    #expect(found.rateOfMarket == nil)
  }

  @Test func whatCanNotBeIsRefused() throws {
    let results = try results()
    #expect(throws: EWasteError.unknownYear(2030, first: "2000", last: "2005")) {
      try EWasteStatement(results, year: 2030, contents: [])
    }
    let halves = try [MetalContent("a", share: 0.6), MetalContent("b", share: 0.5)]
    #expect(throws: EWasteError.self) { try EWasteStatement(results, year: 2004, contents: halves) }
    #expect(throws: EWasteError.shareOutside(name: "recovery", value: 1.5)) {
      try EWasteStatement(results, year: 2004, contents: [], recovery: 1.5)
    }
  }
}
