import Testing

@testable import Coursework

struct UnitTests {
  /// Factors of the SI and of the brochure on units outside it.
  @Test(
    arguments: [
      ("kt", "t", 1000), ("Mt/yr", "kt/yr", 1000), ("kg/cap", "t/person", 0.001),
      ("MJ/kg", "GJ/t", 1),
      ("kWh/t", "MJ/kg", 0.0036), ("%", "", 0.01), ("ppm", "%", 1e-4), ("1/yr", "%/yr", 100),
      ("Gg", "kt", 1),
      ("month", "yr", 1.0 / 12), ("t/cap/yr", "kg/cap/a", 1000), ("kt per year", "kt/yr", 1),
    ] as [(String, String, Double)])
  func converts(_ sample: (from: String, to: String, factor: Double)) throws {
    let quantity = Quantity(1, try Quantity.Unit(sample.from))
    let value = try #require(quantity.value(in: try Quantity.Unit(sample.to)))
    #expect(abs(value - sample.factor) <= 1e-15 * sample.factor)
  }

  @Test func convertsDecimalsExactly() throws {
    #expect(Quantity(0.3, .megatonnes).value(in: .kilotonnes) == 300)
    #expect(Quantity(5642.97, .kilotonnes).value(in: .megatonnes) == 5.64297)
  }

  @Test func hasNoValueInUnitsOfSomethingElse() {
    #expect(Quantity(1, .kilotonnes).value(in: .years) == nil)
    #expect(Quantity(1, .kilotonnes).value(in: .kilotonnesPerYear) == nil)
  }

  @Test(arguments: [
    ("kt", "a mass"), ("kt/yr", "a mass per year"), ("%", "a share"),
    ("MJ/kg", "an energy per mass"),
    ("1/yr", "a number per year"), ("uses", "a number of items"), ("kg/cap", "a mass per person"),
  ])
  func saysWhatAUnitMeasures(_ sample: (symbol: String, words: String)) throws {
    #expect(try Quantity.Unit(sample.symbol).dimension.words == sample.words)
  }

  @Test(arguments: ["kt//yr", "/yr", "furlong", "kt/"])
  func refusesWhatIsNoUnit(_ text: String) {
    #expect(throws: QuantityError.self) { try Quantity.Unit(text) }
  }
}
