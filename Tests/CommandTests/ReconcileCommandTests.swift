import Foundation
import Testing

@Suite struct ReconcileCommandTests {
  private static let plant = """
    reconcile: plant
    title: A plant
    year: 2020
    unit: kt
    labels: { plant: smelter }
    processes:
      mine: { boundary: true }
      plant: {}
      heap: { stock_change: unknown }
    flows:
      - { from: mine, to: plant, name: feed, amount: '100 ± 4' }
      - { from: plant, to: mine, name: metal, amount: '62 ± 3' }
      - { from: plant, to: heap, name: slag, amount: '45 ± 5' }

    """

  private struct Document: Decodable {
    let schema: String
    let quantities: [Entry]
    let test: Test

    struct Entry: Decodable {
      let name: String
      let classification: String
      let value: Double?
      let uncertainty: Double?
    }

    struct Test: Decodable {
      let chiSquared: Double
      let degreesOfFreedom: Int
      let suspect: Suspect?
    }

    struct Suspect: Decodable {
      let names: [String]
    }
  }

  /// In − out = −7 is shared by variance: 16 : 9 : 25 of 50.
  @Test func balancesAndSaysSo() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.plant, to: "plant.yaml")
      let run = try urbanmine.run("reconcile", "plant.yaml", "--json")
      #expect(run.code == 0, "\(run.errors)")
      let document = try run.json(as: Document.self)
      #expect(document.schema == "urbanmine/reconcile/1")
      let expected = [100 + 7 * 0.32, 62 - 7 * 0.18, 45 - 7 * 0.5, 41.5]
      for (own, expected) in zip(document.quantities, expected) {
        #expect(abs((own.value ?? .nan) - expected) < 1e-10, "\(own.name)")
      }
      #expect(abs(document.test.chiSquared - 49.0 / 50) < 1e-12)
      #expect(document.quantities.last?.classification == "observable")
    }
  }

  @Test func writesATableAModelThatRunsAndAPicture() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.plant, to: "plant.yaml")
      let run = try urbanmine.run(
        "reconcile", "plant.yaml", "-o", "out.csv", "-o", "model.yaml", "-o", "out.svg")
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.contains("the measurements agree within their"))
      #expect(try urbanmine.text(of: "out.csv").hasPrefix("name,kind,from,to,"))
      #expect(try urbanmine.text(of: "out.svg").contains("± 3.3"))
      let model = try urbanmine.run("run", "model.yaml", "-o", "results.csv")
      #expect(model.code == 0, "\(model.errors)")
      let rows = try urbanmine.text(of: "results.csv").split(separator: "\n")
      let slag = try #require(rows.first { $0.contains("flow,slag,") })
      #expect(abs((Double(slag.split(separator: ",").last ?? "") ?? .nan) - 41.5) < 1e-9)
      // The model balances: it is sound without being told how.
      #expect(try urbanmine.run("check", "model.yaml").code == 0)
    }
  }

  @Test func whatCanNotBeDeterminedIsAFaultAtItsLine() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let text = Self.plant.replacing("name: metal, amount: '62 ± 3'", with: "name: metal")
        .replacing("name: slag, amount: '45 ± 5'", with: "name: slag")
      try urbanmine.write(text, to: "plant.yaml")
      let run = try urbanmine.run("reconcile", "plant.yaml")
      #expect(run.code == 65)
      #expect(run.output.contains("unobservable"))
      #expect(
        run.errorLines.map { String($0.prefix(44)) } == [
          "plant.yaml:9:3: 'heap.stock_change' can't be",
          "plant.yaml:12:5: 'metal' can't be determined",
          "plant.yaml:13:5: 'slag' can't be determined:",
        ])
      #expect(try urbanmine.run("reconcile", "plant.yaml", "--allow-unobservable").code == 0)
      let model = try urbanmine.run(
        "reconcile", "plant.yaml", "--allow-unobservable", "-o", "m.yaml")
      #expect(model.code == 65)
      #expect(model.errors.contains("can't be determined: 'metal', 'slag', 'heap.stock_change'"))
    }
  }

  @Test func anExactContradictionNamesItsFlows() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let text = Self.plant.replacing(" ± 4", with: " exact").replacing(" ± 3", with: " exact")
        .replacing(" ± 5", with: " exact")
      try urbanmine.write(text, to: "plant.yaml")
      let run = try urbanmine.run("reconcile", "plant.yaml")
      #expect(run.code == 65)
      #expect(run.output == "")
      #expect(
        run.errors.hasPrefix(
          "plant.yaml:11:5: these exact values can't all hold: 'feed', 'metal', 'slag'; they "
            + "contradict the balance of 'plant'."))
    }
  }

  @Test func aSingularCovarianceNamesItsFlows() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(
        Self.plant + "correlations:\n  - { of: [feed, slag], value: 1 }\n", to: "plant.yaml")
      let run = try urbanmine.run("reconcile", "plant.yaml")
      #expect(run.code == 65)
      #expect(
        run.errors.hasPrefix("plant.yaml:15:5: the covariance of the measurements is singular"))
      #expect(run.errors.contains("'feed', 'slag'"))
    }
  }

  /// All at once, though some numbers can't be read and others can't be right.
  @Test func everyFaultOfAFileIsNamed() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let text = Self.plant.replacing("'100 ± 4'", with: "'1OO ± 4'")
        .replacing("'62 ± 3'", with: "'62 ± -3'").replacing("to: heap", with: "to: haep")
      try urbanmine.write(text, to: "plant.yaml")
      let run = try urbanmine.run("reconcile", "plant.yaml")
      #expect(run.code == 65)
      #expect(
        run.errorLines.map { String($0.prefix(50)) } == [
          "plant.yaml:11:50: '1OO' is not a number (only the ",
          "plant.yaml:12:5: the uncertainty of 'metal' is -3:",
          "plant.yaml:13:5: there is no process 'haep' (did y",
        ])
    }
  }

  private struct Series: Decodable {
    let schema: String
    let isLinked: Bool
    let years: [Year]

    struct Year: Decodable {
      let year: Int
      let quantities: [Document.Entry]
    }
  }

  private static let table = """
    quantity,year,value,uncertainty
    feed,2000,100 ± 4,
    feed,2001,107,4
    metal,2001,55,exact

    """

  @Test func balancesEveryYearOfATable() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.plant, to: "plant.yaml")
      try urbanmine.write(Self.table, to: "years.csv")
      let run = try urbanmine.run(
        "reconcile", "plant.yaml", "--years", "years.csv", "-o", "out.csv", "--json")
      #expect(run.code == 0, "\(run.errors)")
      let series = try run.json(as: Series.self)
      #expect(series.schema == "urbanmine/reconcile-years/1")
      #expect(series.years.map(\.year) == [2000, 2001] && !series.isLinked)
      let metal = series.years.map { $0.quantities[1].value }
      let first: Double = metal[0] ?? .nan
      #expect(abs(first - 60.74) < 1e-10)
      #expect(metal[1] == 55)
      // 107 − 55 − 45 = 7 is shared by variance: 16 and 25 of 41.
      let slag: Double = series.years[1].quantities[2].value ?? .nan
      let shared: Double = 45 + 175.0 / 41
      #expect(abs(slag - shared) < 1e-10)
      let rows = try urbanmine.text(of: "out.csv").split(separator: "\n")
      #expect(rows.count == 9 && rows[5].hasPrefix("2001,feed,flow,mine,plant,,kt/yr,"))
      let text = try urbanmine.run("reconcile", "plant.yaml", "--years", "years.csv")
      #expect(text.output.contains("2000 to 2001: 2 years"))
      #expect(
        try urbanmine.run("reconcile", "plant.yaml", "--years", "years.csv", "-o", "x.svg").code
          == 64)
    }
  }

  @Test func everyFaultOfATableOfYearsIsNamed() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(Self.plant, to: "plant.yaml")
      try urbanmine.write(
        Self.table + "fed,2001,3,1\nfeed,2001,3,1\nslag,soon,3,1\nslag,2001,3,\n", to: "years.csv")
      let run = try urbanmine.run("reconcile", "plant.yaml", "--years", "years.csv")
      #expect(run.code == 65)
      #expect(
        run.errorLines.map { String($0.prefix(40)) } == [
          "years.csv:5:1: there is no quantity 'fed",
          "years.csv:6:1: 'feed' is given twice for",
          "years.csv:7:6: 'soon' is no year",
          "years.csv:8:11: how certain is 3? A meas",
        ])
      try urbanmine.write(Self.table + "slag,2000,-3,1\n", to: "years.csv")
      let negative = try urbanmine.run("reconcile", "plant.yaml", "--years", "years.csv")
      #expect(negative.errors.hasPrefix("plant.yaml:13:5: 2000: 'slag' is -3: it can't be below 0"))
    }
  }

  @Test func refusesOtherEndings() throws {
    #expect(try Urbanmine.run("reconcile", "x.yaml", "-o", "x.txt").code == 64)
    #expect(try Urbanmine.run("reconcile", "x.yaml").code == 66)
  }
}
