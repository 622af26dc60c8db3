import Testing

@testable import UrbanMining

struct ReconciliationSeriesTests {
  /// shop -> use -> shop, with what use holds at both ends of the year.
  private func stock(_ levels: MeasuredSystem.Stock.Levels?) throws -> MeasuredSystem {
    try MeasuredSystem(
      header: MeasuredSystems.header,
      processes: [
        .init("shop", isBoundary: true), .init("use", stock: .init(levels: levels)),
      ],
      flows: [
        .init(from: "shop", to: "use", .measured(50, uncertainty: 1), name: "sold"),
        .init(from: "use", to: "shop", .unknown, name: "discarded"),
      ])
  }

  @Test func yearsWithoutStocksAreIndependent() throws {
    let base = try MeasuredSystems.chain(
      .measured(100, uncertainty: 4), .measured(106, uncertainty: 4))
    var systems: [MeasuredSystem] = []
    for year in 2000..<2012 {
      systems.append(
        try base.measured(
          ["smelter->market": .measured(Double(year - 1900), uncertainty: 2)], in: year,
          keepsStart: true, keepsEnd: true))
    }
    let one = try ReconciliationSeries(systems)
    let four = try ReconciliationSeries(systems, threads: 4)
    #expect(!one.isLinked)
    for (number, own) in one.years.enumerated() {
      #expect(own.year == 2000 + number)
      #expect(own.quantities == four.years[number].quantities)
      let alone = try Reconciliation(systems[number])
      #expect(own.quantities == alone.quantities && own.test == alone.test)
      // Variances 16 and 4: the more uncertain one moves by four fifths of the gap.
      expectClose(own.quantities[0].value ?? .nan, 100 + 0.8 * Double(number), relative: 1e-13)
    }
  }

  /// What is held at the end of a year is held at the start of the next: two measurements of one stock.
  @Test func stocksTieYearsTogether() throws {
    let base = try stock(
      .init(start: .measured(500, uncertainty: 3), end: .measured(560, uncertainty: 4)))
    let first = try base.measured(
      [
        "use.stock.end": .measured(520, uncertainty: 2), "discarded": .measured(28, uncertainty: 1),
      ],
      in: 2000, keepsStart: true, keepsEnd: false)
    let second = try base.measured(
      ["use.stock.start": .unknown], in: 2001, keepsStart: false, keepsEnd: true)
    let own = try ReconciliationSeries([first, second])
    #expect(own.isLinked)
    let end = own.years[0].quantities.first { $0.name == "use.stock.end" }
    let start = own.years[1].quantities.first { $0.name == "use.stock.start" }
    // By hand: 500 ± 3, + 50 ± 1 − 28 ± 1 gives 522 with variance 11, beside 520 with variance 4.
    expectClose(end?.value ?? .nan, (522.0 * 4 + 520 * 11) / 15, relative: 1e-12)
    expectClose(end?.uncertainty ?? .nan, (44.0 / 15).squareRoot(), relative: 1e-12)
    #expect(start?.classification == .observable)
    expectClose(start?.value ?? .nan, end?.value ?? .nan, relative: 1e-14)
    let discarded = own.years[1].quantities.first { $0.name == "discarded" }
    expectClose(
      discarded?.value ?? .nan, 50 - (560 - (522.0 * 4 + 520 * 11) / 15), relative: 1e-12)
    expectClose(own.years[0].test.chiSquared, 4.0 / 15, relative: 1e-11)
    #expect(own.years[0].test == own.years[1].test)
    #expect(own.years[0].test.suspect?.names.allSatisfy { $0.hasSuffix(" in 2000") } == true)
  }

  /// A year that is missing breaks the chain.
  @Test func stocksOfYearsApartAreNotTied() throws {
    let base = try stock(.init(start: .measured(500, uncertainty: 3), end: .unknown))
    let years = try [2000, 2002].map {
      try base.measured(
        ["discarded": .measured(20, uncertainty: 1)], in: $0, keepsStart: $0 == 2000,
        keepsEnd: false)
    }
    let own = try ReconciliationSeries(years)
    let start = own.years[1].quantities.first { $0.name == "use.stock.start" }
    #expect(start?.classification == .unobservable)
  }

  @Test func everyYearThatContradictsItselfIsNamed() throws {
    let base = try MeasuredSystems.chain(.exact(100), .exact(100))
    let systems = try [2000, 2001, 2002].map { year in
      try base.measured(
        year == 2001 ? [:] : ["mine->smelter": .exact(90)], in: year, keepsStart: true,
        keepsEnd: true)
    }
    let error = #expect(throws: ReconciliationSeries.Failure.self) {
      try ReconciliationSeries(systems, threads: 2)
    }
    #expect(error?.reasons.map(\.system.header.year) == [2000, 2002])
  }
}
