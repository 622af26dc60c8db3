import Foundation
import Testing

@testable import UrbanMining

struct IncompleteGammaTests {
  /// `special.json`: mpmath at 60 digits, confirmed by SciPy.
  private struct Reference: Decodable {
    struct Row: Decodable { let a, x, p, q: Double }
    let gamma: [Row]
  }

  private func rows() throws -> [Reference.Row] {
    try ReferenceFile.read("special.json", as: Reference.self).gamma
  }

  /// In its small tail each function is about e to the power of its own logarithm, whose rounding of
  /// some ε of itself costs that many ε · |ln| of the value; the rounding of x/a costs |x − a| · ε/2.
  @Test func bothTailsAgreeWithMpmath() throws {
    for row in try rows() {
      let place = "a = \(row.a), x = \(row.x)"
      func tolerance(_ value: Double) -> Double {
        value > 0 ? 2e-14 + 1e-15 * abs(log(value)) + abs(row.x - row.a) * .ulpOfOne : 0
      }
      expectClose(
        IncompleteGamma.lower(row.a, row.x), row.p, relative: tolerance(row.p), "P, \(place)")
      expectClose(
        IncompleteGamma.upper(row.a, row.x), row.q, relative: tolerance(row.q), "Q, \(place)")
    }
  }

  @Test func bothTailsSumToOne() throws {
    for row in try rows() {
      let sum = IncompleteGamma.lower(row.a, row.x) + IncompleteGamma.upper(row.a, row.x)
      expectClose(sum, 1, relative: 1e-15)
    }
  }

  /// P(a, x) − P(a + 1, x) = D(a, x), NIST DLMF 8.8.5.
  @Test(arguments: [(0.3, 0.2), (4.2, 6), (9.9, 9), (11, 10), (150, 148), (5000, 5100)])
  func recurrenceHolds(a: Double, x: Double) {
    let step = IncompleteGamma.lower(a, x) - IncompleteGamma.lower(a + 1, x)
    expectClose(step, IncompleteGamma.factor(a, x), relative: 1e-11)
  }

  @Test func endsAreExact() {
    #expect(IncompleteGamma.lower(2.5, 0) == 0)
    #expect(IncompleteGamma.upper(2.5, 0) == 1)
    #expect(IncompleteGamma.upper(2.5, .infinity) == 0)
    #expect(IncompleteGamma.upper(2.5, 1e9) == 0)
  }

  /// mpmath: r - 1 - log(r)
  @Test(
    arguments: [
      (1.0, 0.0), (1.0000001, 4.999999672505363e-15), (0.85, 0.012518929497774917),
      (1.19999, 0.017676776574101105), (1.3, 0.03763573553250896), (3, 0.9013877113318903),
    ])
  func devianceKeepsItsDigitsNearOne(ratio: Double, expected: Double) {
    // The ratio 1 + δ carries a rounding of ε/2, which costs ε/δ of the deviance δ²/2.
    let rounding = .ulpOfOne / max(abs(ratio - 1), 1e-12)
    expectClose(IncompleteGamma.deviance(ratio), expected, relative: 1e-14 + rounding)
  }
}
