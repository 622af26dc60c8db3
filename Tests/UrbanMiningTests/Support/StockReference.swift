import UrbanMining

/// `stocks.json`: stocks by mpmath at 60 digits, confirmed by scipy.linalg.solve_triangular.
struct StockReference: Decodable {
  struct Given: Decodable {
    let firstYear: Int
    let values: [Double]

    var time: TimeAxis { TimeAxis(years: firstYear...firstYear + values.count - 1) }
  }

  struct InflowDriven: Decodable {
    let lifetime, timing, inflow: String
    let stock, outflow: [Double]
    let meanAge: [Double?]
  }

  struct StockDriven: Decodable {
    struct Clipped: Decodable { let inflow, stock, outflow: [Double] }
    let lifetime, timing, stock: String
    let inflow, outflow: [Double]
    let clip: Clipped?
  }

  struct Uneven: Decodable {
    struct Needed: Decodable { let inflow, outflow: [Double] }
    struct Case: Decodable {
      let lifetime, timing: String
      let stock, outflow: [Double]
      let meanAge: [Double?]?
      let cohorts: [[Double]]
      let stockDriven: Needed
    }
    let bounds, inflow, stock: [Double]
    let cases: [Case]
  }

  let inflows, stocks: [String: Given]
  let inflowDriven: [InflowDriven]
  let stockDriven: [StockDriven]
  let uneven: Uneven

  static func read() throws -> StockReference {
    try ReferenceFile.read("stocks.json", as: StockReference.self)
  }
}

extension Survival {
  /// The survival of texts, as the references write them.
  init(_ lifetime: String, _ timing: String, over time: TimeAxis) throws {
    struct UnknownTiming: Error {}
    guard let timing = InflowTiming(timing) else { throw UnknownTiming() }
    self.init(try Lifetime(lifetime), over: time, timing: timing)
  }
}
