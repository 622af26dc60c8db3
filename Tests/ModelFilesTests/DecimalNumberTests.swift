import ModelFiles
import Testing

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("0", 0), ("-0", 0), ("+5", 5), ("007", 7), ("3.5", 3.5), (".5", 0.5), ("5.", 5),
    ("-1.25e-3", -0.00125), ("1E6", 1e6), ("1e+2", 100), ("0.1", 0.1), ("1e-400", 0),
    ("179769313486231570000e288", 1.7976931348623157e308), ("2.2250738585072011e-308", 0x1p-1022),
    ("9007199254740993", 9_007_199_254_740_992),
  ])
  func readsDecimalAndExponentForm(_ text: String, _ value: Double) throws {
    let read = try DecimalNumber.value(of: text)
    let tolerance = text == "2.2250738585072011e-308" ? 0x1p-1074 : 0
    #expect(abs(read - value) <= tolerance)
  }

  static let missing = "leave the field empty where a number is missing"

  @Test(arguments: [
    ("3,5", "a comma is not a decimal sign: write 3.5"),
    ("-3,25e2", "a comma is not a decimal sign: write -3.25e2"),
    ("1.234,5", "a comma is not a decimal sign: write 1234.5"),
    (
      "1,000",
      "a comma does not separate thousands: write 1000, "
        + "or 1.000 if the comma was meant as a decimal sign"
    ),
    ("1,000,000", "a comma does not separate thousands: write 1000000"),
    ("12,345.6", "a comma does not separate thousands: write 12345.6"),
    ("1,2,3", "a comma does not belong in a number"),
    ("1 000", "digits are not grouped: write 1000"),
    ("1\u{202F}000.5", "digits are not grouped: write 1000.5"),
    ("1'000", "digits are not grouped: write 1000"),
    ("1_000", "digits are not grouped: write 1000"),
    ("1.5e", "the exponent has no digits: write 1.5 or 1.5e3"),
    ("1.5e+", "the exponent has no digits: write 1.5 or 1.5e3"),
    ("1.5d3", "write 1.5e3"),
    ("12%", "a share is written as a fraction: 0.12"),
    ("12.5 kt", "only the number stands in the field, not 'kt': write 12.5"),
    ("4e", "the exponent has no digits: write 4 or 4e3"),
    ("−5", "write the minus sign as a hyphen: -5"),
    ("0x10", "write it as a decimal number"),
    ("nan", missing), ("NaN", missing), ("-nan", missing), ("N/A", missing), ("-", missing),
    ("..", missing), (".", missing), ("W", missing),
  ])
  func explainsWhatIsNotANumber(_ text: String, _ hint: String) {
    #expect {
      try DecimalNumber.value(of: text)
    } throws: { error in
      let refusal = error as? DecimalNumber.Refusal
      return refusal?.hint == hint && refusal?.message == "'\(text)' is not a number"
    }
  }

  @Test(arguments: ["", " ", "copper", "1e5e5", "1..2", "--1", "+-1", "e5", "1 2 x", "٣", "1.5 "])
  func refusesEverythingElse(_ text: String) {
    #expect(throws: DecimalNumber.Refusal.self) { try DecimalNumber.value(of: text) }
  }

  @Test(arguments: ["inf", "-Infinity", "1e999", "-1e309"])
  func refusesWhatIsNotFinite(_ text: String) {
    #expect(throws: DecimalNumber.Refusal.self) { try DecimalNumber.value(of: text) }
  }
}
