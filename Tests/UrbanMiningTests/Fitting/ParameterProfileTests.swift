import Testing

@testable import UrbanMining

struct ParameterProfileTests {
  /// The lifetimes of two stocks of which only the sum was seen: a long valley, whose ends are the same from
  /// wherever the search begins.
  @Test func profilesFollowALongValley() throws {
    let inflow = (0..<40).map { 20 + 2 * Double($0) }
    let model = try SystemModel(
      header: .init(name: "two"), time: TimeAxis(years: 1980...2019),
      dimensions: [Dimension(name: "kind", elements: ["a", "b"])],
      inputs: [.init(name: "sales", parameter: Parameter(series: inflow))],
      processes: [
        .init("shop", kind: .source),
        .init(
          "use", over: ["kind"],
          kind: .use([
            try .normal(mean: 9, standardDeviation: 3), try .normal(mean: 16, standardDeviation: 4),
          ])), .init("yard", kind: .destination),
      ],
      flows: [
        .init(from: "shop", to: "use", .given(.input("sales"))),
        .init(from: "use", to: "yard", .remainder),
      ])
    let stock = try SystemPlan(model).solve().series().filter { $0.kind == .stock }
    var numbers = RandomStream(Philox(key: 8), 1)
    let seen = (5..<40).map { period -> Observation in
      let value = stock.reduce(0) { $0 + ($1.values[period] ?? .nan) }
      return Observation(
        series: "stock.use", year: 1980 + Double(period), value: value + 25 * numbers.normal(),
        uncertainty: 25)
    }
    func fit(_ first: Double, _ second: Double) throws -> ModelFit {
      try ModelFit(
        of: model,
        [
          FitParameter("use.lifetime.a.mean", start: first, bounds: 1...60),
          FitParameter("use.lifetime.b.mean", start: second, bounds: 1...60),
        ], to: seen)
    }
    let (one, other) = (try fit(9, 16), try fit(12, 13.5))
    for (own, expected) in zip(one.estimates, other.estimates) {
      #expect((own.low ?? -1) < own.value && own.value < (own.high ?? 99))
      expectClose(own.value, expected.value, relative: 1e-5)
      expectClose(own.low ?? .nan, expected.low ?? .nan, relative: 1e-5)
      expectClose(own.high ?? .nan, expected.high ?? .nan, relative: 1e-5)
    }
  }
}
