import Foundation
import Testing

@testable import UrbanMining

struct GaussLobattoTests {
  /// `survival-conventions.json`: mpmath at 60 digits.
  @Test func agreesWithMpmath() throws {
    struct Reference: Decodable {
      struct Rule: Decodable {
        let points: Int
        let nodes: [Double]
        let weights: [Double]
      }
      let quadrature: [Rule]
    }
    let rules = try ReferenceFile.read("survival-conventions.json", as: Reference.self).quadrature
    #expect(rules.map(\.points) == [2, 3, 4, 6, 10])
    for rule in rules {
      let ours = gaussLobatto(points: rule.points)
      expectClose(ours.map(\.position), rule.nodes, relative: 0, absolute: 2e-16)
      expectClose(ours.map(\.weight), rule.weights, relative: 1e-14)
    }
  }

  /// ∫₀¹ xᵏ dx = 1/(k + 1) up to k = 2n − 3, and no further for the small rules.
  @Test(arguments: 2...64) func isExactForPolynomials(points: Int) {
    let rule = gaussLobatto(points: points)
    func power(_ degree: Int) -> Double {
      rule.reduce(0) { $0 + $1.weight * pow($1.position, Double(degree)) }
    }
    for degree in 0...2 * points - 3 {
      expectClose(power(degree), 1 / Double(degree + 1), relative: 1e-13, "degree \(degree)")
    }
    if points <= 6 {
      #expect(abs(power(2 * points - 2) * Double(2 * points - 1) - 1) > 1e-6)
    }
  }

  @Test(arguments: [2, 9, 64]) func holdsBothEndsAndIsSymmetric(points: Int) {
    let rule = gaussLobatto(points: points)
    #expect(rule.count == points)
    #expect(rule[0].position == 0)
    #expect(rule[points - 1].position == 1)
    for (left, right) in zip(rule, rule.reversed()) {
      expectClose(left.position + right.position, 1, relative: 1e-15)
      expectClose(left.weight, right.weight)
    }
    #expect(zip(rule, rule.dropFirst()).allSatisfy { $0.position < $1.position })
  }
}
