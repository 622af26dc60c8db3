import Foundation

/// The JSON documents as an outsider reads them, by the contract alone.
struct ResultsJSON: Decodable {
  struct Series: Decodable {
    let kind: String
    let name: String
    let from: String?
    let to: String?
    let role: String?
    let dimensions: [String: String]
    let unit: String
    let values: [Double?]
  }

  struct Convention: Decodable {
    let inflowAt: String
  }

  struct Balance: Decodable {
    let maxResidual: Double
    let tolerance: Double
    let holds: Bool
  }

  struct Provenance: Decodable {
    struct Input: Decodable {
      let table: String?
      let source: String?
      let assumption: String?
    }

    let program: String
    let inputs: [String: Input]
    let changes: [String]
  }

  let schema: String
  let model: String
  let scenario: String?
  let convention: Convention
  let unit: String
  let years: [Double]
  let series: [Series]
  let indicators: [String: [Double?]]
  let boundaries: [String]
  let balance: Balance
  let provenance: Provenance

  /// The numbers of all series that pass a test, added up by year.
  func sum(where isMeant: (Series) -> Bool) -> [Double] {
    series.filter(isMeant).reduce([Double](repeating: 0, count: years.count)) { sum, series in
      zip(sum, series.values).map { $0 + ($1 ?? .nan) }
    }
  }
}

struct CyclesJSON: Decodable {
  let schema: String
  let cycles: [ResultsJSON]
}

struct StockJSON: Decodable {
  struct Lane: Decodable {
    let inflow: [Double]
    let stock: [Double]
    let outflow: [Double]
    let meanAge: [Double?]
    let negativeInflowYears: [Double]?
  }

  struct Convention: Decodable {
    let inflowAt: String
    let negativeInflow: String?
    let periods: String
  }

  let schema: String
  let convention: Convention
  let lifetime: String
  let years: [Double]
  let bounds: [Double]?
  let series: [String: Lane]
  let cohorts: [String: [[Double]]]?
  let balance: ResultsJSON.Balance
}

struct LifetimeJSON: Decodable {
  let schema: String
  let lifetime: String
  let mean: Double?
  let sd: Double?
  let median: Double
  let ages: [Double]
  let survival: [Double]
  let density: [Double?]
  let hazard: [Double?]
}

struct CheckJSON: Decodable {
  struct Fault: Decodable {
    let file: String
    let line: Int
    let column: Int
    let message: String
    let hint: String?
  }

  let schema: String
  let model: String
  let faults: [Fault]
}
