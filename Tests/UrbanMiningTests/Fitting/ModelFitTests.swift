import Testing

@testable import UrbanMining

struct ModelFitTests {
  private let shape = FitParameter("use.lifetime.shape")
  private let scale = FitParameter("use.lifetime.scale")

  private func model(_ lifetime: String = "weibull(shape: 2, scale: 15)") throws -> SystemModel {
    try FittedStock.model(lifetime, inflow: try FittingReference.all.get().stock.inflow)
  }

  @Test(arguments: [("linear", RobustLoss.squared), ("huber", .huber), ("cauchy", .cauchy)])
  func lifetimesFittedToAStockAgreeWithSciPy(_ name: String, _ loss: RobustLoss) throws {
    let reference = try FittingReference.all.get().stock
    let expected = try #require(reference.fits[name])
    let own = try ModelFit(
      of: model(), [shape, scale], to: reference.observations(), loss: loss, withIntervals: false)
    expectClose(own.estimates[0].value, expected["shape"] ?? .nan, relative: 2e-6)
    expectClose(own.estimates[1].value, expected["scale"] ?? .nan, relative: 2e-6)
    expectClose(own.cost, expected["cost"] ?? .nan, relative: 1e-9)
    #expect(own.warnings.isEmpty && own.isAbsolute && own.degreesOfFreedom == 24)
  }

  @Test func uncertaintiesAndProfilesAgreeWithSciPy() throws {
    let reference = try FittingReference.all.get().stock
    let expected = try #require(reference.fits["linear"])
    let own = try ModelFit(of: model(), [shape, scale], to: reference.observations())
    expectClose(own.estimates[0].standardError, expected["shape_se"] ?? .nan, relative: 1e-5)
    expectClose(own.estimates[1].standardError, expected["scale_se"] ?? .nan, relative: 1e-5)
    expectClose(own.correlations[0][1], expected["correlation"] ?? .nan, relative: 1e-5)
    expectClose(own.estimates[1].low ?? .nan, reference.profile[0], relative: 1e-6)
    expectClose(own.estimates[1].high ?? .nan, reference.profile[1], relative: 1e-6)
  }

  /// Without uncertainties the scatter comes from the residuals.
  @Test func growthAndAnEstimatedScatterAgreeWithSciPy() throws {
    let reference = try FittingReference.all.get().stock
    let own = try ModelFit(
      of: model("weibull(shape: 2.4, scale: 15)"), [scale, FitParameter("sales.growth")],
      to: reference.observations(withUncertainty: false), withIntervals: false)
    let found = own.estimates
    expectClose(found[0].value, reference.growth["scale"] ?? .nan, relative: 1e-5)
    expectClose(found[1].value, reference.growth["growth"] ?? .nan, absolute: 1e-7)
    expectClose(found[0].standardError, reference.growth["scale_se"] ?? .nan, relative: 1e-4)
    expectClose(found[1].standardError, reference.growth["growth_se"] ?? .nan, relative: 1e-4)
    #expect(!own.isAbsolute)
  }

  /// Data that the model itself makes: the truth comes back, and nothing is left over.
  @Test func exactDataGiveTheTruthBack() throws {
    let inflow = (0..<25).map { 30 + Double($0) }
    let truth = try FittedStock.model(
      "weibull(shape: 2.5, scale: 9)", inflow: inflow, share: 0.62)
    let results = try SystemPlan(truth).solve().series()
    let stock = try #require(results.first { $0.kind == .stock && $0.name == "use" })
    let melted = try #require(results.first { $0.name == "yard->melt" })
    let seen = stride(from: 5, to: 25, by: 3).flatMap { period in
      [
        Observation(
          series: "stock.use", year: 2000 + Double(period), value: stock.values[period] ?? .nan),
        Observation(
          series: "yard->melt", year: 2000 + Double(period), value: melted.values[period] ?? .nan),
      ]
    }
    let start = try FittedStock.model("weibull(shape: 2, scale: 14)", inflow: inflow, share: 0.3)
    let own = try ModelFit(
      of: start, [shape, scale, FitParameter("yard->melt.share")], to: seen, withIntervals: false)
    expectClose(own.estimates.map(\.value), [2.5, 9, 0.62], relative: 1e-8)
    #expect(own.scatter < 1e-10)
    #expect(
      own.model.processes[1].lifetimes?[0].description.hasPrefix("weibull(shape: 2.5") == true)
  }

  /// A hundred data sets with known noise: the 95 % intervals of a mean and a deviation hold the truth as often
  /// as they say. By chance fewer than 88 come about once in 700 times, and 100 once in 170.
  @Test(arguments: [true, false])
  func intervalsHoldTheTruthAsOftenAsTheySay(isAbsolute: Bool) throws {
    let inflow = (0..<24).map { year -> Double in
      year % 7 == 3 ? 50 + 3 * Double(year) : 20 + 3 * Double(year)
    }
    let truth = try FittedStock.model("normal(mean: 6, sd: 2)", inflow: inflow)
    let stock = try #require(
      try SystemPlan(truth).solve().series().first { $0.kind == .stock && $0.name == "use" })
    let start = try FittedStock.model("normal(mean: 8, sd: 1.5)", inflow: inflow)
    // The same for all years: what a fit without uncertainties takes for granted.
    let noise = 8.0
    var hits = [0, 0]
    for repetition in 0..<100 {
      var numbers = RandomStream(Philox(key: 95), UInt64(repetition))
      let seen = (3..<24).map { period -> Observation in
        let error = noise * numbers.normal()
        return Observation(
          series: "stock.use", year: 2000 + Double(period),
          value: (stock.values[period] ?? .nan) + error, uncertainty: isAbsolute ? noise : nil)
      }
      let own = try ModelFit(
        of: start, [FitParameter("use.lifetime.mean"), FitParameter("use.lifetime.sd")], to: seen)
      for (index, value) in [6.0, 2].enumerated() {
        let (low, high) = (own.estimates[index].low, own.estimates[index].high)
        // No end before the bound holds everything on that side.
        if (low ?? -.infinity) <= value, value <= (high ?? .infinity) { hits[index] += 1 }
      }
    }
    #expect(hits.allSatisfy { (88...99).contains($0) }, "\(hits) of 100")
  }

  /// The stock depends on the product of both factors alone.
  @Test func aPairThatCanNotBeToldApartIsReported() throws {
    let reference = try FittingReference.all.get().stock
    let model = try SystemModel(
      header: .init(name: "shop"), time: TimeAxis(years: 2000...2029),
      inputs: [
        .init(name: "mined", parameter: Parameter(series: reference.inflow)),
        .init(
          name: "kept", parameter: Parameter(constant: 0.5, periods: 30)),
      ],
      processes: [
        .init("mine", kind: .source), .init("mill"), .init("tailings", kind: .sink),
        .init("use", kind: .use([try .weibull(shape: 2.4, scale: 11)])),
        .init("yard", kind: .destination),
      ],
      flows: [
        .init(from: "mine", to: "mill", .given(.input("mined"))),
        .init(from: "mill", to: "use", .share(.input("kept"))),
        .init(from: "mill", to: "tailings", .remainder), .init(from: "use", to: "yard", .remainder),
      ])
    let own = try ModelFit(
      of: model, [FitParameter("mined"), FitParameter("kept")], to: reference.observations(),
      withIntervals: false)
    #expect(own.warnings.contains(.notIdentifiable(["mined", "kept"])))
    #expect(own.estimates.allSatisfy { $0.standardError == .infinity })
    // What nothing depends on.
    let idle = try ModelFit(
      of: try FittedStock.model(
        "weibull(shape: 2, scale: 15)", inflow: reference.inflow, share: 0.3),
      [scale, FitParameter("yard->melt.share")], to: reference.observations(), withIntervals: false)
    #expect(idle.warnings == [.noEffect("yard->melt.share")])
  }

  @Test func boundsAreKeptAndSaid() throws {
    let reference = try FittingReference.all.get().stock
    let own = try ModelFit(
      of: model(), [shape, FitParameter("use.lifetime.scale", bounds: 12...20)],
      to: reference.observations())
    #expect(own.estimates[1].value == 12 && own.estimates[1].isAtBound)
    #expect(own.estimates[1].low == nil && own.estimates[1].standardError == 0)
    #expect((own.estimates[1].high ?? 0) > 12)
    #expect(own.warnings == [.atBound("use.lifetime.scale")])
  }

  /// A prior that is much narrower than the data decides.
  @Test func whatIsKnownBeforehandCounts() throws {
    let reference = try FittingReference.all.get().stock
    func scale(_ sd: Double) throws -> Double {
      try ModelFit(
        of: model(),
        [
          shape,
          FitParameter("use.lifetime.scale", prior: .normal(mean: 14, standardDeviation: sd)),
        ], to: reference.observations(), withIntervals: false
      ).estimates[1].value
    }
    expectClose(try scale(1e-6), 14, relative: 1e-6)
    expectClose(try scale(1e6), reference.fits["linear"]?["scale"] ?? .nan, relative: 1e-5)
  }

  @Test func whatCanNotBeFittedIsAFault() throws {
    let seen = try FittingReference.all.get().stock.observations()
    let model = try model()
    func message(_ parameters: [FitParameter], _ observations: [Observation]) -> String {
      do throws(FitError) {
        _ = try ModelFit(of: model, parameters, to: observations)
        return ""
      } catch {
        return error.description
      }
    }
    #expect(message([], seen).contains("name what is to be fitted"))
    #expect(message([FitParameter("usee.lifetime")], seen).contains("names nothing in the model"))
    #expect(message([FitParameter("use.lifetime.mean")], seen).contains("has a parameter 'mean'"))
    #expect(
      message([scale], [Observation(series: "stock.usee", year: 2001, value: 1)]).contains(
        "the model has no series 'stock.usee'"))
    #expect(
      message([scale], [Observation(series: "use", year: 1901, value: 1)]).contains("1901"))
    #expect(
      message([scale], seen + [Observation(series: "stock.use", year: 2001, value: 1)])
        .contains("all observations an uncertainty, or none"))
    #expect(message([shape, scale], [seen[0]]).contains("1 observation is too few"))
    #expect(
      message([FitParameter("use.lifetime.scale", start: 1, bounds: 2...3)], seen).contains(
        "outside of its bounds"))
    #expect(message([FitParameter("use.lifetime.growth")], seen).contains("does not grow"))
    #expect(message([scale, scale], seen).contains("named twice"))
    let both = message(
      [scale],
      [
        Observation(series: "stock.usee", year: 2001, value: 1),
        Observation(series: "stock.use", year: 1901, value: 1),
      ])
    #expect(both.contains("'stock.usee'") && both.contains("1901"))
  }
}
