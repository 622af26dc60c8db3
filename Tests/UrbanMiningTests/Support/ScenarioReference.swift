import UrbanMining

/// `scenarios.json`, made by `scenarios.py` with NumPy and SciPy in other ways than ours.
struct ScenarioReference: Decodable {
  let periods: [Int]
  /// Series of a changed cycle in those periods, by scenario and name.
  let cycles: [String: [String: [Double]]]
  let sameService: Equivalent
  let attribution: Attribution
  let games: [Game]
  let saturation: [Saturation]

  struct Equivalent: Decodable {
    let from: Int
    let factor: Double
    let primary: Double
    let saved: Double
  }

  struct Attribution: Decodable {
    let parts: [String]
    let quantities: [String: Quantity]

    struct Quantity: Decodable {
      let alone: [Double]
      let last: [Double]
      let shapley: [Double]
    }
  }

  struct Game: Decodable {
    let worths: [Double]
    let values: [Double]
  }

  struct Saturation: Decodable {
    let shape: String
    let years: [Double]
    let values: [Double]
    let parameters: [Double]
    let errors: [Double]
    let rms: Double
    let givenCeiling: Double
    let heldParameters: [Double]
    let heldErrors: [Double]

    enum CodingKeys: String, CodingKey {
      case shape, years, values, parameters, errors, rms
      case givenCeiling = "given_ceiling"
      case heldParameters = "held_parameters"
      case heldErrors = "held_errors"
    }

    var points: [(year: Double, value: Double)] {
      zip(years, values).map { (year: $0, value: $1) }
    }
  }

  enum CodingKeys: String, CodingKey {
    case periods, cycles, attribution, games, saturation
    case sameService = "same_service"
  }

  static func read() throws -> ScenarioReference {
    try ReferenceFile.read("scenarios.json", as: ScenarioReference.self)
  }
}

/// The scenarios that `scenarios.py` solves, as changes of the same cycle.
enum SampleScenarios {
  static func scenario(_ name: String, of model: SystemModel) throws -> Scenario {
    let changes: [Scenario.Change] =
      switch name {
      case "logistic-life":
        [
          .init(
            target: try model.target(of: "use.lifetime"), value: .factor(1.5),
            path: try .passage(from: 2000, until: 2010, .logistic))
        ]
      case "new-life":
        [
          .init(
            target: try model.target(of: "use.lifetime.cars"),
            value: .lifetimes([try .normal(mean: 12, standardDeviation: 2)]),
            path: try .passage(from: 1995, until: 2005))
        ]
      case "longer-by-years":
        [
          .init(
            target: try model.target(of: "use.lifetime"),
            value: .added(Parameter(constant: 2.5, periods: 30)), path: .step(from: 2003))
        ]
      case "other-split":
        [
          .init(
            target: try model.target(of: "split.cars"),
            value: .numbers(Parameter(constant: 0.3, periods: 30)),
            path: try .passage(from: 2000, until: 2010), rebalance: .proportional)
        ]
      case "levers": try levers().flatMap { try $0.changes(in: model) }
      default: []
      }
    return Scenario(name: name, changes: changes)
  }

  /// One of each lever that this cycle has the parts for.
  static func levers() throws -> [Lever] {
    [
      try Lever(.lifetimeExtension, strength: 0.3, path: .step(from: 1998), of: ["buildings"]),
      try Lever(.collection, strength: 0.5, path: .passage(from: 2000, until: 2012)),
      try Lever(.recovery, strength: 0.25, path: .passage(from: 1995, until: 2015, .logistic)),
      try Lever(.yield, strength: 0.4, path: .step(from: 2005)),
      try Lever(.lightWeighting, strength: 0.2, path: .passage(from: 2000, until: 2010)),
      try Lever(.sharing, strength: 0.1, path: .step(from: 2008)),
    ]
  }
}
