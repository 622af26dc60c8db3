import UrbanMining

extension SystemModel.Values {
  /// One number for all periods.
  static func constant(_ value: Double, periods: Int) -> Self {
    .inline(Parameter(constant: value, periods: periods))
  }
}

/// A cycle over two end uses with new and old scrap that return within the year.
struct TwoUseCycle {
  var years = 1990...2019
  var timing = InflowTiming.middle
  var lifetimes = ["normal(mean: 20, sd: 6)", "weibull(shape: 2, scale: 3)"]
  var split = [0.4, 0.6]
  var yields = [0.9, 0.75]
  var collection = [0.6, 0.8]
  var mining = 100.0

  var periods: Int { years.count }

  func model(extra: [SystemModel.Flow] = []) throws -> SystemModel {
    func constant(_ value: Double) -> SystemModel.Values { .constant(value, periods: periods) }
    func input(_ name: String, _ values: [Double]) -> SystemModel.Input {
      .init(
        name: name,
        parameter: Parameter(
          dimensions: ["end_use"],
          cells: values.map { [Double](repeating: $0, count: periods) }),
        provenance: Provenance(assumption: "made up"))
    }
    let over = ["end_use"]
    return try SystemModel(
      header: .init(name: "cycle", unit: .kilotonne), time: TimeAxis(years: years), timing: timing,
      dimensions: [Dimension(name: "end_use", elements: ["buildings", "cars"])],
      inputs: [
        .init(
          name: "mining",
          parameter: Parameter(series: (0..<periods).map { mining + Double($0) })),
        input("split", split), input("yield", yields), input("collection", collection),
      ],
      processes: [
        .init("mine", kind: .source), .init("refining"), .init("fabrication", over: over),
        .init("use", over: over, kind: .use(try lifetimes.map { try Lifetime($0) })),
        .init("collected", over: over), .init("landfill", kind: .sink),
        .init("tailings", kind: .destination),
      ],
      flows: [
        .init(from: "mine", to: "refining", .given(.input("mining")), role: .primary),
        .init(from: "refining", to: "fabrication", .share(.input("split"))),
        .init(from: "fabrication", to: "use", .share(.input("yield"))),
        .init(from: "fabrication", to: "refining", .remainder, role: .newScrap),
        .init(from: "use", to: "collected", .share(.input("collection")), role: .collected),
        .init(from: "use", to: "landfill", .remainder, role: .loss),
        .init(from: "collected", to: "refining", .share(constant(0.8)), role: .oldScrap),
        .init(from: "collected", to: "tailings", .remainder, role: .loss),
      ] + extra,
      population: [Double](repeating: 5e6, count: periods))
  }

  func solved() throws -> SystemResults { try SystemPlan(model()).solve() }
}
