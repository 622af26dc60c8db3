/// `uncertainty.json`: SciPy's, NumPy's and SALib's answers.
struct UncertaintyReference: Decodable {
  struct Quantile: Decodable {
    let text: String
    let probabilities, values: [Double]
  }
  struct Gamma: Decodable {
    let shape: Double
    let probabilities, values: [Double]
  }
  struct Sequence: Decodable {
    let dimensions: [Int]
    let points: [[UInt64]]
  }
  struct Sample: Decodable {
    let values, probabilities, quantiles: [Double]
    let mean, sd: Double
  }
  struct Indices: Decodable {
    let name: String
    let a, b: [Double]
    let ab: [[Double]]
    let first, total, firstHalfWidth, totalHalfWidth: [Double]
  }

  let quantiles: [Quantile]
  let gamma: [Gamma]
  let sobol: Sequence
  let sample: Sample
  let indices: [Indices]

  static func read() throws -> UncertaintyReference {
    try ReferenceFile.read("uncertainty.json", as: UncertaintyReference.self)
  }
}
