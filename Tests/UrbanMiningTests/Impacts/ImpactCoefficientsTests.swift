import Testing
import UrbanMining

@Suite struct ImpactCoefficientsTests {
  @Test func keepsAValueWithItsRange() throws {
    let amount = try RangedAmount(60, low: 33, high: 90)
    #expect((amount.value, amount.low, amount.high) == (60, 33, 90))
  }

  @Test func refusesNegativeNumbersAndValuesOutsideOfTheirRange() {
    #expect(throws: ImpactError.self) { try RangedAmount(-1, low: -2, high: 0) }
    #expect(throws: ImpactError.outsideOfRange(value: 5, low: 6, high: 9)) {
      try RangedAmount(5, low: 6, high: 9)
    }
    #expect(throws: ImpactError.self) { try RangedAmount(.nan, low: 0, high: 1) }
  }

  @Test func saysWhatIsMissing() {
    #expect("\(ImpactError.noMetal)".contains("'old_scrap'"))
  }
}
