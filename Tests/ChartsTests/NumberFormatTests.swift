import Testing

@testable import Charts

struct NumberFormatTests {
  @Test(
    arguments: [
      (0, "0"), (12, "12"), (12.5, "12.5"), (12.345, "12.35"), (0.25, "0.25"), (-0.25, "-0.25"),
      (-0.001, "0"), (0.07, "0.07"), (1600, "1600"), (99.999, "100"),
    ] as [(Double, String)])
  func pixelsHaveAtMostTwoDecimals(_ value: Double, _ text: String) {
    #expect(NumberFormat.pixels(value) == text)
  }

  @Test(arguments: [(1998, "1998"), (2010.5, "2010.5"), (-3000, "−3000")] as [(Double, String)])
  func yearsHaveNoSeparators(_ value: Double, _ text: String) {
    #expect(NumberFormat.year(value) == text)
  }

  @Test(
    arguments: [
      (467.3, "467"), (46.71, "46.7"), (5, "5"), (0.05, "0.05"), (0.012345, "0.0123"),
      (999.6, "1\u{2009}000"), (12345, "12\u{2009}300"), (1_234_567, "1\u{2009}230\u{2009}000"),
      (0, "0"), (1e-305, "0"), (-46.71, "−46.7"), (0.1 + 0.2, "0.3"),
    ] as [(Double, String)])
  func significantHasThreeDigits(_ value: Double, _ text: String) {
    #expect(NumberFormat.significant(value) == text)
  }

  @Test func decimalIsExact() {
    #expect(NumberFormat.decimal(mantissa: 15, exponent: -1) == "1.5")
    #expect(NumberFormat.decimal(mantissa: 20, exponent: -1) == "2")
    #expect(NumberFormat.decimal(mantissa: 5, exponent: -3) == "0.005")
    #expect(NumberFormat.decimal(mantissa: 25, exponent: 3) == "25\u{2009}000")
    #expect(NumberFormat.decimal(mantissa: 0, exponent: 5) == "0")
  }

  @Test(arguments: [(0.391, "39 %"), (0.004, "< 1 %"), (1, "100 %")] as [(Double, String)])
  func sharesAreWholePercent(_ share: Double, _ text: String) {
    #expect(NumberFormat.percent(share) == text)
  }
}
