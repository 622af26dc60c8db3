import Testing

@testable import Charts

struct DecimalPowerTests {
  @Test func valuesAreCorrectlyRounded() {
    #expect(DecimalPower.value(0) == 1)
    #expect(DecimalPower.value(-7) == 1e-7)
    #expect(DecimalPower.value(300) == 1e300)
    #expect(DecimalPower.value(400) == .infinity)
  }

  @Test(
    arguments: [
      (1, 0), (9.999, 0), (10, 1), (999_999, 5), (0.1, -1), (0.0999, -2), (1e-300, -300),
      (1e300, 300),
    ] as [(Double, Int)])
  func exponentIsTheFloorOfTheLogarithm(_ value: Double, _ exponent: Int) {
    #expect(DecimalPower.exponent(of: value) == exponent)
  }

  @Test func divisionBySmallPowersIsExact() {
    #expect(DecimalPower.divide(0.3, by: -1) == 3)
    #expect(DecimalPower.divide(4.5e11, by: 9) == 450)
  }
}
