/// What `Tests/Reference/scarcity.py` found by other means.
struct ScarcityReference: Decodable {
  struct Depletion: Decodable {
    let amount, production, growth, `static`, discrete, continuous, growthFirst: Double
  }

  struct Peak: Decodable {
    let until: Double
    let given: Double?
    let ultimate, steepness, year, rms: Double
    let errors: [Double]
  }

  struct Grade: Decodable {
    let metal: String
    let rate, error, explained, first, last: Double
  }

  struct Ranks: Decodable {
    let first, value, low, high: [String: Double]
  }

  let depletion: [Depletion]
  let peaks: [Peak]
  let grades: [Grade]
  let gradePoints: [String: [[Double]]]
  let withoutPeak: [[Double]]
  let copper: [[Double]]
  let ranks: Ranks

  static func read() throws -> ScarcityReference {
    try ReferenceFile.read("scarcity.json", as: ScarcityReference.self)
  }

  static func points(_ pairs: [[Double]]) -> [(year: Double, production: Double)] {
    pairs.map { ($0[0], $0[1]) }
  }
}
