import UrbanMining

/// The figures of `golden-odym.json`: the literals of ODYM's own test of its dynamic stock model.
struct OdymReference: Decodable {
  let inflowDriven: [InflowDriven]
  let stockDriven: [StockDriven]
  let inflowFromCohorts: [FromCohorts]
  let initialStock: [InitialStock]
  let typeSplit: [TypeSplit]
  let invertedLogNormal: [TypeSplit]

  struct InflowDriven: Decodable {
    let name: String
    let lifetime: String
    let inflow: [Double]
    let stock: [Double]?
    let outflow: [Double]?
    let stockChange: [Double]?
    let cohortStock: [[Double]]?
    let cohortOutflow: [[Double]]?
    let tolerance: Double
  }

  struct StockDriven: Decodable {
    let name: String
    let lifetime: String
    let stock: [Double]
    let inflow: [Double]
    let outflow: [Double]?
    let stockChange: [Double]?
    let policy: String
    let tolerance: Double
  }

  struct FromCohorts: Decodable {
    let name: String
    let lifetime: String
    let cohortStock: [Double]
    let inflow: [Double]
    let tolerance: Double
  }

  struct InitialStock: Decodable {
    let name: String
    let lifetime: String
    let cohorts: [Double]
    let stock: [Double]
    let inflow: [Double]
    let policy: String
    let tolerance: Double
    let cohortStock: [[Double]]?
    let cohortOutflow: [[Double]]?
  }

  struct TypeSplit: Decodable {
    let name: String
    let lifetime: String
    let cohorts: [[Double]]
    let stock: [Double]
    let shares: [[Double]]
    let policy: String
    let inflow: [[Double]]
    let stockByType: [[Double]]
    let lastCohorts: [[Double]]
    let flags: [Double]
    let tolerance: Double
    let thirdCohort: [[Double]]?
    let inflowLiteral: [[Double]]?
    let cohortsOfFifthYear: [[Double]]?
  }

  static func read() throws -> OdymReference {
    try ReferenceFile.read("golden-odym.json", as: OdymReference.self)
  }

  /// The policy that a name of the file stands for.
  static func policy(_ name: String) -> NegativeInflowPolicy {
    name == "scale-cohorts" ? .retire : .keep
  }
}

extension Survival {
  /// ODYM's convention: ages t − c, over so many years from this one on.
  static func odym(_ lifetime: Lifetime, years: Int, from first: Int = 0) -> Survival {
    Survival(lifetime, over: TimeAxis(years: first...first + years - 1), timing: .end)
  }
}

/// Cohorts that entered in the years from 0 on.
func yearlyCohorts(_ amounts: [Double]) -> [UrbanMining.InitialStock.Cohort] {
  amounts.enumerated().map {
    .init(from: Double($0.offset), to: Double($0.offset + 1), amount: $0.element)
  }
}
