import Foundation
import Testing
import UrbanMining

/// One lifetime of `lifetimes.json`: mpmath at 60 digits, confirmed by SciPy.
struct LifetimeReference: Decodable {
  let lifetime: String
  let canonical: [String: Double]
  let ages: [Double]
  let survival: [Double]
  let density: [Double?]?
  let hazard: [Double?]?
  let mean: Double?
  let sd: Double?
  let median: Double
  let quantiles: [String: Double]

  /// The references of one family.
  static func all(of family: String) throws -> [LifetimeReference] {
    try ReferenceFile.read("lifetimes.json", as: [LifetimeReference].self)
      .filter { $0.lifetime.hasPrefix(family + "(") }
  }

  /// Compares everything that a family computes with its references.
  ///
  /// Numbers agree to 1e-13 relative where they are well conditioned. Survival and density are not in
  /// their tails: the argument of exp or erfc carries a rounding of some ε of itself, and that argument
  /// is about ln S, so each unit of −ln S costs some ε. A quantile magnifies the rounding of its share,
  /// which is up to ε/2, by 1/(density · age).
  static func expectAgreement(
    family: String, deviation deviationTolerance: Double = 1e-13,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let references = try all(of: family)
    let perTailUnit = 1e-15
    try #require(!references.isEmpty, sourceLocation: sourceLocation)
    for reference in references {
      let text = reference.lifetime
      let lifetime = try Lifetime(text)
      for (index, age) in reference.ages.enumerated() {
        let survival = reference.survival[index]
        let tail = survival > 0 ? -logarithm(survival) : 0
        let relative = 1e-13 + perTailUnit * tail
        expectClose(
          lifetime.survival(atAge: age), survival, relative: relative, "\(text) S(\(age))",
          sourceLocation: sourceLocation)
        if let density = reference.density?[index] {
          expectClose(
            lifetime.density(atAge: age) ?? .nan, density,
            relative: 1e-13 - perTailUnit * min(0, logarithm(density)), "\(text) f(\(age))",
            sourceLocation: sourceLocation)
        }
        if let hazard = reference.hazard?[index] {
          expectClose(
            lifetime.hazard(atAge: age) ?? .nan, hazard,
            relative: relative - perTailUnit * min(0, logarithm(hazard)), "\(text) h(\(age))",
            sourceLocation: sourceLocation)
        }
      }
      // No number in the reference means that the integral diverges.
      expectClose(
        lifetime.mean, reference.mean ?? .infinity, "\(text) mean", sourceLocation: sourceLocation)
      expectClose(
        lifetime.standardDeviation, reference.sd ?? .infinity, relative: deviationTolerance,
        "\(text) sd", sourceLocation: sourceLocation)
      expectClose(
        lifetime.median, reference.median, "\(text) median", sourceLocation: sourceLocation)
      for (share, age) in reference.quantiles {
        let slope = (lifetime.density(atAge: age) ?? .infinity) * age
        expectClose(
          lifetime.age(atShareLeft: try #require(Double(share))), age,
          relative: 1e-13 + .ulpOfOne / slope, "\(text) quantile \(share)",
          sourceLocation: sourceLocation)
      }
    }
  }

  private static func logarithm(_ value: Double) -> Double {
    value > 0 ? log(value) : 0
  }
}
