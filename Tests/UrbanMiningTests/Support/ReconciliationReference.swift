import Foundation

@testable import UrbanMining

/// What NumPy and SciPy found, from Tests/Reference/reconciliation.py.
struct ReconciliationReference: Decodable {
  let systems: [RandomSystem]
  let products: [Product]
  let bounded: [Bounded]
  let correlated: Correlated
  let chiSquared: [ChiSquaredPoint]

  struct RandomSystem: Decodable {
    let processes: [String]
    let stocks: [String]
    let flows: [[String]]
    let kinds: [String]
    let values: [Double?]
    let sds: [Double]
    let expected: Expected

    struct Expected: Decodable {
      let value: [Double?]
      let sd: [Double?]
      let classes: [String]
      let residual: [Double?]
      let chi2: Double
      let freedom: Int
    }

    func knowledge(_ index: Int) -> Knowledge {
      switch (kinds[index], values[index]) {
      case ("measured", let value?): .measured(value, uncertainty: sds[index])
      case ("exact", let value?): .exact(value)
      default: .unknown
      }
    }

    func system() throws(MeasuredSystemError) -> MeasuredSystem {
      try MeasuredSystem(
        header: .init(name: "random", year: 2000),
        processes: processes.map { name in
          let place = stocks.firstIndex(of: name)
          return .init(
            name, isBoundary: name == "out",
            stock: place.map { .init(change: knowledge(flows.count + $0)) })
        },
        flows: flows.enumerated().map { index, ends in
          .init(from: ends[0], to: ends[1], knowledge(index), name: "f\(index)")
        })
    }
  }

  struct Product: Decodable {
    let measured: [Double]
    let sd: [Double]
    let unknown: Int
    let value: [Double]
    let uncertainty: [Double]
    let chi2: Double
  }

  struct Bounded: Decodable {
    let measured: [Double]
    let sd: [Double]
    let value: [Double]
    let chi2: Double
  }

  struct Correlated: Decodable {
    let value: [Double]
    let sd: [Double]
    let chi2: Double
    let probability: Double
  }

  struct ChiSquaredPoint: Decodable {
    let x: Double
    let n: Double
    let upper: Double
    let p: Double
    let quantile: Double
  }

  static let all = Result { try ReferenceFile.read("reconciliation.json", as: Self.self) }
}

/// Small measured systems.
enum MeasuredSystems {
  static let header = MeasuredSystem.Header(name: "small", year: 2020, unit: .kilotonne)

  /// mine -> smelter -> market
  static func chain(_ entering: Knowledge, _ leaving: Knowledge) throws -> MeasuredSystem {
    try MeasuredSystem(
      header: header,
      processes: [
        .init("mine", isBoundary: true), .init("smelter"), .init("market", isBoundary: true),
      ],
      flows: [
        .init(from: "mine", to: "smelter", entering),
        .init(from: "smelter", to: "market", leaving),
      ])
  }

  /// mine -> plant -> metal, slag
  static func plant(
    _ feed: Knowledge, _ metal: Knowledge, _ slag: Knowledge,
    correlations: [MeasuredSystem.Correlation] = []
  ) throws -> MeasuredSystem {
    try MeasuredSystem(
      header: header,
      processes: [
        .init("mine", isBoundary: true), .init("plant"), .init("out", isBoundary: true),
      ],
      flows: [
        .init(from: "mine", to: "plant", feed, name: "feed"),
        .init(from: "plant", to: "out", metal, name: "metal"),
        .init(from: "plant", to: "out", slag, name: "slag"),
      ], correlations: correlations)
  }
}
