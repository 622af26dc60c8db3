/// `stock-models.json`, made by `stock_models.py` with SciPy and NumPy in other ways than ours.
struct StockModelsReference: Decodable {
  let laws: [Law]
  let initial: Initial
  let months: Months
  let drives: Drives
  let dissipated: Dissipated
  let remaining: [Remaining]

  struct Law: Decodable {
    let lifetime: String
    let timing: String
    let bounds: [Double]
    let byCohort: [Double]
    let byPeriod: [Double]
    let survival: [[Double]]
  }

  struct Initial: Decodable {
    let bounds: [Double]
    let cohorts: [Cohort]
    let inflow: [Double]
    let target: [Double]
    let known: Int
    let cases: [Case]

    struct Cohort: Decodable {
      let from: Double
      let to: Double
      let amount: Double
    }

    struct Case: Decodable {
      let lifetime: String
      let timing: String
      let left: [Double]
      let stock: [Double]
      let outflow: [Double]
      let meanAge: [Double]
      let meanAgeOfOutflow: [Double]
      let stockDriven: [String: Driven]
      let inflowThenStock: [Double]
    }

    struct Driven: Decodable {
      let inflow: [Double]
      let stock: [Double]
    }
  }

  struct Months: Decodable {
    let inflow: [Double]
    let cases: [Case]

    struct Case: Decodable {
      let lifetime: String
      let timing: String
      let stock: [Double]
    }
  }

  struct Drives: Decodable {
    let inflow: [Double]
    let outflow: [Outflow]
    let hibernating: [Chain]
    let reused: [Chain]

    struct Outflow: Decodable {
      let lifetime: String
      let outflow: [Double]
      let inflow: [Double]
    }

    struct Chain: Decodable {
      let lifetime: String
      let then: String
      let share: [Double]?
      let inflow: [Double]?
      let stock: [Double]
      let outflow: [Double]?
    }
  }

  struct Dissipated: Decodable {
    let rate: Double
    let inflow: [Double]
    let cases: [Case]

    struct Case: Decodable {
      let lifetime: String
      let timing: String
      let dissipated: [Double]
      let stock: [Double]
      let mean: Double
      let sd: Double
    }
  }

  struct Remaining: Decodable {
    let lifetime: String
    let ages: [Double]
    let years: [Double]
  }

  static func read() throws -> StockModelsReference {
    try ReferenceFile.read("stock-models.json", as: StockModelsReference.self)
  }
}
