import Foundation

@testable import UrbanMining

/// What lifelines, SciPy and ArviZ found, from Tests/Reference/fitting.py.
struct FittingReference: Decodable {
  let survival: [SurvivalCase]
  let stock: Stock
  let chain: Chain
  let student: [StudentPoint]
  let incomplete: Incomplete
  let unknownScatter: UnknownScatter
  let posterior: Posterior

  struct SurvivalCase: Decodable {
    let name: String
    let ages: [Double]
    let left: [Bool]
    let weibull: Values
    let lognormal: Values
    /// By family: both parameters and ln L, by SciPy.
    let exact: [String: [Double]]
    let kaplanMeier: Curve

    typealias Values = [String: Double]

    struct Curve: Decodable {
      let age: [Double]
      let survival: [Double]
      let low: [Double]
      let high: [Double]
    }

    func data() throws(FitError) -> SurvivalData { try SurvivalData(ages: ages, hasLeft: left) }
  }

  struct Stock: Decodable {
    let inflow: [Double]
    let years: [Double]
    let value: [Double]
    let sd: [Double]
    let fits: [String: [String: Double]]
    let profile: [Double]
    let growth: [String: Double]

    func observations(withUncertainty: Bool = true) -> [Observation] {
      years.indices.map {
        Observation(
          series: "stock.use", year: years[$0], value: value[$0],
          uncertainty: withUncertainty ? sd[$0] : nil)
      }
    }
  }

  struct Chain: Decodable {
    let chains: [[Double]]
    let mean: Double
    let sd: Double
    let rhat: Double
    let ess: Double
    let tail: Double
    let low: Double
  }

  /// Units watched from a later age on, and units of which intervals are known.
  struct Incomplete: Decodable {
    let late: Late
    let intervals: Intervals

    struct Late: Decodable {
      let ages: [Double]
      let left: [Bool]
      let entered: [Double]
      let weibull: [Double]
      let lognormal: [Double]
      let kaplanMeier: SurvivalCase.Curve
    }

    struct Intervals: Decodable {
      let ages: [Double]
      let left: [Bool]
      let leftBy: [Double?]
      let weibull: [Double]
      let lognormal: [Double]
    }
  }

  /// A factor on the inflow, with observations of which no uncertainties are known.
  struct UnknownScatter: Decodable {
    let huber: [String: Double]
    let prior: [String: Double]
    let posterior: [String: Double]
  }

  /// A posterior far from normal, by quadrature.
  struct Posterior: Decodable {
    let years: [Double]
    let value: [Double]
    let sd: [Double]
    let median: Double
    let sigma: Double
    let mean: Double
    let deviation: Double
    let low: Double
    let middle: Double
    let high: Double
  }

  struct StudentPoint: Decodable {
    let n: Double
    let t: Double
    let p: Double
  }

  static let all = Result { try ReferenceFile.read("fitting.json", as: Self.self) }
}

/// A shop that fills a stock in service from 2000 on.
enum FittedStock {
  static func model(
    _ lifetime: String, inflow: [Double], share: Double? = nil
  ) throws -> SystemModel {
    var flows: [SystemModel.Flow] = [
      .init(from: "shop", to: "use", .given(.input("sales"))),
      .init(from: "use", to: "yard", .remainder),
    ]
    var processes: [SystemModel.Process] = [
      .init("shop", kind: .source), .init("use", kind: .use([try Lifetime(lifetime)])),
    ]
    if let share {
      flows += [
        .init(
          from: "yard", to: "melt",
          .share(.inline(Parameter(constant: share, periods: inflow.count)))),
        .init(from: "yard", to: "dump", .remainder),
      ]
      processes += [
        .init("yard"), .init("melt", kind: .destination), .init("dump", kind: .sink),
      ]
    } else {
      processes.append(.init("yard", kind: .destination))
    }
    return try SystemModel(
      header: .init(name: "shop"), time: TimeAxis(years: 2000...2000 + inflow.count - 1),
      inputs: [.init(name: "sales", parameter: Parameter(series: inflow))], processes: processes,
      flows: flows)
  }
}
