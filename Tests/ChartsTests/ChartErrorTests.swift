import Testing

@testable import Charts

struct ChartErrorTests {
  @Test func saysWhatWhereAndWhichRule() {
    let fault = ChartError.Fault.negative(band: "transport", year: 1998, value: -2.5)
    #expect(
      fault.description
        == "band 'transport' is -2.5 in 1998; a stacked area can't show values below zero")
  }

  @Test func putsEachFaultOnItsLine() {
    let error = ChartError(faults: [.noBands, .unequalLengths(band: "x", values: 2, years: 3)])
    #expect(
      error.description == """
        there are no bands; a stacked area needs at least one
        band 'x' has 2 values for 3 years; it needs one for each year
        """)
  }

  @Test(arguments: [
    ChartError.Fault.missingText(name: "unit"), .noYears, .invalidYear(year: .nan),
    .yearsNotIncreasing(year: 2000, previous: .infinity), .duplicateBand(id: "x"),
    .notFinite(band: "x", year: 2000, value: .infinity), .totalTooLarge(year: 2000),
  ])
  func everyFaultHasASentence(_ fault: ChartError.Fault) {
    #expect(fault.description.count > 10)
  }
}
