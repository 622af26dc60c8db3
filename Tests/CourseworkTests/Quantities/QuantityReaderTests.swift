import Testing

@testable import Coursework

struct QuantityReaderTests {
  @Test(
    arguments: [
      ("300", 300), ("300 kt", 300), ("300kt", 300), ("0.3 Mt", 300), ("3e2", 300),
      ("3E+2 kt", 300),
      ("+300", 300), ("300.0", 300), (" 300 ", 300), ("300000 t", 300), ("3e8 kg", 300),
      ("0,3 Mt", 0.3e3),
      ("-12", -12), ("−12", -12), ("–12 kt", -12), ("1 000", 1000), ("1\u{202F}000.5 kt", 1000.5),
      ("1\u{A0}000", 1000), ("1\u{2009}234\u{2009}567", 1_234_567), ("1'000", 1000),
      ("1’234’567", 1_234_567),
      ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("1,234,567", 1_234_567), ("1.234.567", 1_234_567),
      ("5.643", 5.643), ("0.520", 0.52), ("0,520", 0.52), ("12,5", 12.5), ("1,2345", 1.2345),
      (".5", 0.5),
      ("300 kilotonnes", 300), ("5 Gg", 5),
    ] as [(String, Double)])
  func readsWhatPeopleType(_ sample: (text: String, kilotonnes: Double)) throws {
    let quantity = try QuantityReader.read(sample.text, unit: .kilotonnes)
    #expect(quantity.value(in: .kilotonnes) == sample.kilotonnes)
  }

  @Test(arguments: [
    ("1,000", ["1000", "1.0"]), ("1.000", ["1000", "1.0"]),
    ("-12,345 kt", ["-12345", "-12.345"]),
    ("300,000", ["300000", "300.0"]), ("2,500 t", ["2500", "2.500"]),
  ])
  func asksAboutOneMarkBeforeThreeDigits(_ sample: (text: String, readings: [String])) {
    #expect(throws: QuantityError.ambiguous(sample.text, readings: sample.readings)) {
      try QuantityReader.read(sample.text, unit: .kilotonnes)
    }
  }

  @Test(arguments: [
    "abc", "kt", "12 34", "1.2.3", "1,23,456", "1.234,567,8", "--3", "3-2", "'", "1e999",
  ])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(throws: QuantityError.self) { try QuantityReader.read(text, unit: .kilotonnes) }
  }

  /// What is proposed is not asked about again.
  @Test(arguments: ["1,000", "1.000", "-12,345 kt", "300,000", "20,500"])
  func readsWhatItProposes(_ text: String) throws {
    do {
      _ = try QuantityReader.read(text, unit: .kilotonnes)
      Issue.record("\(text) can be read in two ways")
    } catch QuantityError.ambiguous(_, let readings) {
      for reading in readings { _ = try QuantityReader.read(reading, unit: .kilotonnes) }
    }
  }

  @Test(arguments: ["1/2", "3/4 kt", "0x10", "3 4/5"])
  func callsAFractionNoNumber(_ text: String) {
    let error = #expect(throws: QuantityError.self) {
      try QuantityReader.read(text, unit: .share)
    }
    #expect(error?.description.contains("is not a number: write digits") == true)
  }

  @Test(arguments: ["", "  ", "\u{202F}"])
  func tellsThatThereIsNothing(_ text: String) {
    #expect(throws: QuantityError.empty) { try QuantityReader.read(text, unit: .kilotonnes) }
  }

  @Test func readsSharesAndPercent() throws {
    #expect(try QuantityReader.read("12 %", unit: .share).value(in: .share) == 0.12)
    #expect(try QuantityReader.read("12%", unit: .percent).value(in: .percent) == 12)
    #expect(try QuantityReader.read("12 per cent", unit: .share).value(in: .share) == 0.12)
    #expect(try QuantityReader.read("0.52", unit: .share).value(in: .percent) == 52)
    #expect(try QuantityReader.read("52", unit: .percent).value(in: .share) == 0.52)
  }

  /// What flows in one year is often written as an amount; a stock is no flow.
  @Test func takesAnAmountForTheFlowOfAYearButNoFlowForAStock() throws {
    let flow = try QuantityReader.read("157 kt", unit: .kilotonnesPerYear)
    #expect(flow.value(in: .kilotonnesPerYear) == 157)
    let error = #expect(throws: QuantityError.self) {
      try QuantityReader.read("157 kt/yr", unit: .kilotonnes)
    }
    #expect(
      error?.description
        == "'kt/yr' measures a mass per year, and a mass is asked for, in kt")
  }

  @Test(arguments: [
    ("3 mt", "the unit 'mt' is not known: did you mean 'Mt'?"),
    ("3 tons", "the unit 'tons' is not known: write t for tonnes of 1000 kg"),
    ("3 kilotones", "the unit 'kilotones' is not known: did you mean 'kilotonnes'?"),
    ("3 yr", "'yr' measures a time, and a mass is asked for, in kt"),
  ])
  func explainsUnits(_ sample: (text: String, message: String)) {
    let error = #expect(throws: QuantityError.self) {
      try QuantityReader.read(sample.text, unit: .kilotonnes)
    }
    #expect(error?.description == sample.message)
  }
}
