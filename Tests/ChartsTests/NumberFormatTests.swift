import Testing

@testable import Charts

struct NumberFormatTests {
  // JCGM 100:2008, 7.2.2 and 7.2.6: both numbers end at the same digit.
  @Test(
    arguments: [
      (26.7312, 0.9478, "26.73 ± 0.95"), (20, 0.396, "20.00 ± 0.40"), (31.3, 1.27, "31.3 ± 1.3"),
      (1_234_567, 2345, "1\u{2009}234\u{2009}600 ± 2\u{2009}300"),
      (-3.14159, 0.0021, "\u{2212}3.1416 ± 0.0021"),
      (5.5, nil, "5.5"), (5.5, 0, "5.5"),
    ] as [(Double, Double?, String)])
  func valuesEndWhereTheirUncertaintyDoes(_ value: Double, _ doubt: Double?, _ text: String) {
    #expect(NumberFormat.measured(value, doubt) == text)
  }

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
