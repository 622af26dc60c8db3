/// Variants and the answers of week 3, from the Python standard library (`coursework_variants.py`).
struct VariantsReference: Decodable {
  struct Seed: Decodable, Sendable {
    struct Values: Decodable, Sendable {
      let growth: Double
      let mean: Double
      let metal: String
    }

    let learner: String
    let digest: String
    let numbers: [String]
    let values: Values
    let questions: [String]
  }

  struct Growing: Decodable, Sendable {
    let values: [String: Double]
    let stock: Double
    let outflow: Double
    let net: Double
    let stocks: [Double]
    let outflows: [Double]
    let mistakes: [String: Double]
  }

  struct Steady: Decodable, Sendable {
    let values: [String: Double]
    let stock: Double
    let turnover: Double
    let age: Double
    let deviation: Double
  }

  struct Wanted: Decodable, Sendable {
    let values: [String: Double]
    let stock: Double
    let growth: Double
    let inflow: Double
    let replacement: Double
  }

  struct Curve: Decodable, Sendable {
    struct Values: Decodable, Sendable {
      let product: String
      let mean: Double
      let shape: Double
      let part: Double
    }

    let values: Values
    let left: Double
    let median: Double
    let mistakes: [String: Double]
  }

  let seeds: [Seed]
  let growing: [Growing]
  let steady: [Steady]
  let wanted: [Wanted]
  let curve: [Curve]

  static func read() throws -> VariantsReference {
    try Reference.read("coursework-variants.json", as: VariantsReference.self)
  }
}
