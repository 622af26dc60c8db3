import Foundation
import RealModule
import Testing

@Suite struct StockCommandTests {
  static func isNear(_ left: [Double], _ right: [Double]?, _ tolerance: Double) -> Bool {
    guard let right, left.count == right.count else { return false }
    return zip(left, right).allSatisfy {
      $0.isApproximatelyEqual(to: $1, absoluteTolerance: tolerance, relativeTolerance: tolerance)
    }
  }

  static func run(
    _ table: String, _ drive: String = "--inflow", lifetime: String, _ more: String...
  ) throws -> Urbanmine.Outcome {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(table, to: "in.csv")
      return try urbanmine.run(["stock", drive, "in.csv", "--lifetime", lifetime] + more)
    }
  }

  /// ODYM's test prints its figures with eight or more digits; what they allow is their tolerance.
  @Test(arguments: ["fixed", "normal", "weibull"])
  func agreesWithODYM(_ name: String) throws {
    let golden = try GoldenStocks.read()
    let one = try #require(golden.inflowDriven.first { $0.name == name })
    let run = try Self.run(
      GoldenStocks.table(one.inflow ?? []), lifetime: one.lifetime, "--inflow-at", "end",
      "--cohorts", "--json")
    #expect(run.code == 0)
    let document = try run.json(as: StockJSON.self)
    let lane = try #require(document.series["value"])
    #expect(Self.isNear(lane.stock, one.stock, one.tolerance))
    #expect(Self.isNear(lane.outflow, one.outflow, one.tolerance))
    for (row, expected) in zip(document.cohorts?["value"] ?? [], one.cohortStock ?? []) {
      #expect(Self.isNear(Array(row.prefix(expected.count)), expected, one.tolerance))
      #expect(row.dropFirst(expected.count).allSatisfy { $0 == 0 })
    }
    #expect(document.cohorts?["value"]?.count == 10)
  }

  /// SciPy 1.17: `norm.sf` and `weibull_min.sf` at whole ages, summed over cohorts by `math.fsum`.
  @Test(
    arguments: [
      ("fixed(years: 5)", [1, 3, 6, 10, 15, 20, 25, 30, 35, 40]),
      (
        "normal(mean: 5, sd: 1.5)",
        [
          0.9995709396668032, 2.9953114987660165, 5.968301925917051, 9.850081133342217,
          14.47936780322046, 19.608654473098703, 24.99043368052387, 30.463424107674903,
          35.959164666774114, 41.45873560644092,
        ]
      ),
      (
        "weibull(shape: 1.2, scale: 1)",
        [
          1.0, 2.3678794411714423, 3.836279068939608, 5.328499575591672, 6.825822546629373,
          8.324154666233389, 9.822673521877862, 11.321225003160526, 12.819781902721042,
          14.318339662043615,
        ]
      ),
    ] as [(String, [Double])])
  func agreesWithSciPyToTwelveDigits(_ lifetime: String, _ stock: [Double]) throws {
    let inflow = (1...10).map(Double.init)
    let built = try Self.run(
      GoldenStocks.table(inflow), lifetime: lifetime, "--inflow-at", "end", "--json")
    #expect(
      Self.isNear(try built.json(as: StockJSON.self).series["value"]?.stock ?? [], stock, 1e-12))
    let back = try Self.run(
      GoldenStocks.table(stock), "--stock", lifetime: lifetime, "--inflow-at", "end", "--json")
    #expect(
      Self.isNear(try back.json(as: StockJSON.self).series["value"]?.inflow ?? [], inflow, 1e-12))
  }

  @Test(arguments: ["fixed", "normal", "weibull", "negative inflow kept"])
  func findsTheInflowOfAStockAsODYMDoes(_ name: String) throws {
    let one = try #require(try GoldenStocks.read().stockDriven.first { $0.name == name })
    let run = try Self.run(
      GoldenStocks.table(one.stock ?? []), "--stock", lifetime: one.lifetime, "--inflow-at", "end",
      "--json")
    let document = try run.json(as: StockJSON.self)
    #expect(Self.isNear(document.series["value"]?.inflow ?? [], one.inflow, one.tolerance))
    #expect(document.convention.negativeInflow == "keep")
    #expect(document.balance.holds)
  }

  @Test func keepsOrClipsANegativeInflowAndNamesItsYears() throws {
    let table = "year,value\n1980,10\n1981,4\n1982,12\n"
    let kept = try Self.run(table, "--stock", lifetime: "fixed(years: 9)", "--json")
      .json(as: StockJSON.self)
    #expect(kept.series["value"]?.inflow == [10, -6, 8])
    #expect(kept.series["value"]?.negativeInflowYears == [1981])
    let clipped = try Self.run(
      table, "--stock", lifetime: "fixed(years: 9)", "--negative-inflow", "clip", "--json"
    ).json(as: StockJSON.self)
    #expect(clipped.series["value"]?.inflow == [10, 0, 2])
    #expect(clipped.series["value"]?.stock == [10, 10, 12])
    #expect(clipped.series["value"]?.negativeInflowYears == [1981])
    #expect(clipped.convention.negativeInflow == "clip")
    let text = try Self.run(table, "--stock", lifetime: "fixed(years: 9)").output
    #expect(
      text.contains("The stock falls faster than its outflow in 1981: the negative inflow was kept")
    )
  }

  @Test(arguments: [
    ("start", 0.25), ("middle", 0.375), ("end", 0.5), ("uniform(4)", 0.375),
  ])
  func everyResultNamesItsConvention(_ timing: String, _ left: Double) throws {
    // Of a straight line that ends at age 4: left at the end of the second year after the entry.
    let run = try Self.run(
      "year,value\n2000,1\n2001,0\n2002,0\n", lifetime: "uniform(from: 0, to: 4)", "--inflow-at",
      timing, "--json")
    let document = try run.json(as: StockJSON.self)
    #expect(document.convention.inflowAt == timing)
    #expect(Self.isNear([document.series["value"]?.stock[2] ?? 0], [left], 1e-14))
    let text = try Self.run(
      "year,value\n2000,1\n", lifetime: "fixed(years: 2)", "--inflow-at", timing)
    #expect(text.output.contains(timing))
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func readsTidyTablesWithAnyLineEndAndByteOrderMark(_ end: String, _ mark: String) throws {
    let lines = [
      "# t", "year,region,value", "2000,\"North, far\",1", "2000,South,3", "2001,\"North, far\",2",
      "2001,South,4", "",
    ]
    let run = try Self.run(
      mark + lines.joined(separator: end), lifetime: "fixed(years: 9)", "--json")
    let document = try run.json(as: StockJSON.self)
    #expect(document.years == [2000, 2001])
    #expect(document.series["North, far"]?.stock == [1, 3])
    #expect(document.series["South"]?.stock == [3, 7])
  }

  @Test func placesBoundsHalfwayBetweenUnevenYears() throws {
    let document = try Self.run(
      "year,value\n2000,1\n2005,1\n2010,1\n2020,1\n", lifetime: "fixed(years: 99)", "--json"
    ).json(as: StockJSON.self)
    #expect(document.bounds == [1997.5, 2002.5, 2007.5, 2015, 2022.5])
    #expect(document.convention.periods == "midpoints")
    #expect(document.series["value"]?.stock == [1, 2, 3, 4])
  }

  @Test func writesAllSeriesAsATableOrADocument() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write("year,a,b\n2000,1,2\n2001,1,2\n", to: "in.csv")
      let arguments = ["stock", "--inflow", "in.csv", "--lifetime", "fixed(years: 9)", "-o"]
      let run = try urbanmine.run(arguments + ["out.csv"])
      #expect(run.code == 0)
      #expect(run.errors == "wrote out.csv\n")
      let rows = try urbanmine.text(of: "out.csv").split(separator: "\n")
      #expect(rows[0] == "year,series,inflow,stock,outflow,mean_age")
      #expect(rows.count == 5)
      #expect(rows[4] == "2001,b,2,4,0,1")
      _ = try urbanmine.run(arguments + ["out.json"])
      let document = try JSONDecoder().decode(
        Schema.self, from: Data(try urbanmine.text(of: "out.json").utf8))
      #expect(document.schema == "urbanmine/stock/1")
      #expect(try urbanmine.files == ["in.csv", "out.csv", "out.json"])
    }
  }

  struct Schema: Decodable { let schema: String }

  @Test(arguments: [
    (
      "year,value\n1980,1\n1981,\"3,5\"\n",
      "in.csv:3:6: '3,5' is not a number (a comma is not a decimal sign: write 3.5)"
    ),
    (
      "year,value\n1980,1\n1981,-2\n",
      "in.csv:3:6: the number of 'value' is -2: an amount of material is not negative"
    ),
    ("year,value\n1980,1\n1979,2\n", "in.csv:3:1: the years must increase, but 1979 follows 1980"),
    (
      "year;value\n1980;1\n",
      "in.csv:1:1: the columns are separated by semicolons; CSV separates them by commas (export "
        + "it with commas, and with points as decimal signs)"
    ),
    (
      "",
      "in.csv:1:1: the table has no header (the first line names the columns, such as year,value)"
    ),
  ])
  func aBadTableIsCode65WithThePlace(_ table: String, _ fault: String) throws {
    let run = try Self.run(table, lifetime: "fixed(years: 2)")
    #expect(run.code == 65)
    #expect(run.output == "")
    #expect(run.errorLines == [fault])
  }

  @Test func allFaultsOfATableComeTogether() throws {
    let run = try Self.run("year,a,b\n1980,1,x\n1981,2\n1982,-1,1\n", lifetime: "fixed(years: 2)")
    #expect(run.errorLines.map { $0.prefix(11) } == ["in.csv:2:8:", "in.csv:3:1:", "in.csv:4:6:"])
  }

  @Test func aMissingFileIsCode66() throws {
    let run = try Urbanmine.run("stock", "--inflow", "no.csv", "--lifetime", "fixed(years: 2)")
    #expect(run.code == 66)
    #expect(run.errorLines == ["the file 'no.csv' doesn't exist"])
  }

  @Test func aStockThatNoInflowCanHoldIsCode65() throws {
    let run = try Self.run("year,a\n1980,1\n", "--stock", lifetime: "fixed(years: 0.2)")
    #expect(run.code == 65)
    #expect(run.errors.contains("so no inflow can hold the stock"))
  }

  @Test func aTableWithARowForEachSeriesHasALifetimeForEach() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(
        "metal,place,life,1980,1981,1982\nzinc,roof,2,5,1,1\nlead,pipe,3,4,2,0\n", to: "in.csv")
      let run = try urbanmine.run(
        "stock", "--inflow", "in.csv", "--lifetime", "fixed(years: life)", "--inflow-at", "end",
        "--json")
      #expect(run.code == 0)
      let document = try run.json(as: StockJSON.self)
      #expect(document.lifetime == "2 lifetimes by lane")
      #expect(document.series["zinc/roof"]?.stock == [5, 6, 2])
      #expect(document.series["lead/pipe"]?.stock == [4, 6, 6])
    }
  }
}
