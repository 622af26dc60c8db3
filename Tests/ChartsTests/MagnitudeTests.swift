import Testing

@testable import Charts

struct MagnitudeTests {
  @Test(
    arguments: [
      (450, 0), (0, 0), (0.001, 0), (999_999, 0), (1e6, 6), (4.5e11, 9), (1e12, 12), (9e-4, -6),
      (1e-6, -6), (9.9e-7, -9),
    ] as [(Double, Int)])
  func isAMultipleOfThreeAwayFromEverydayNumbers(_ value: Double, _ exponent: Int) {
    #expect(Magnitude(of: value).exponent == exponent)
  }

  @Test func textCarriesTheUnit() {
    #expect(Magnitude.text(467.2, unit: "Mt") == "467 Mt")
    #expect(Magnitude.text(4.672e12, unit: "kt") == "4.67 × 10¹² kt")
    #expect(Magnitude.text(2e-6, unit: "kt") == "2 × 10⁻⁶ kt")
  }

  @Test func headingCarriesThePower() {
    #expect(Magnitude(of: 450).heading(unit: "Mt") == "Mt")
    #expect(Magnitude(of: 4.5e11).heading(unit: "Mt") == "10⁹ Mt")
  }
}
