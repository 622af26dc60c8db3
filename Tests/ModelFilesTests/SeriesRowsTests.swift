import LinearAlgebra
import ModelFiles
import Testing
import UrbanMining

@Suite struct SeriesRowsTests {
  static let text = """
    metal,end_use,median,sigma,1980,1981,1982
    zinc,roofs,40,0.3,1,2,3
    lead,pipes,60,0.25,0,5,2.5
    """

  private func faults(_ text: String, facts: [String] = []) -> [String] {
    do throws(ModelFileError) {
      _ = try SeriesTable(text: text, name: "s.csv", facts: facts)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func eachRowIsASeriesNamedByWhatStandsBeforeTheYears() throws {
    let table = try SeriesTable(text: Self.text, name: "s.csv", facts: ["sigma", "median"])
    #expect(table.names == ["zinc/roofs", "lead/pipes"])
    #expect(table.years == [1980, 1981, 1982])
    #expect(table.values == [[1, 2, 3], [0, 5, 2.5]])
    #expect(table.facts == ["median": [40, 60], "sigma": [0.3, 0.25]])
    let plain = try SeriesTable(text: "place,1990,2000,2010\nhere,1,2,3\n", name: "s.csv")
    #expect(plain.bounds == [1985, 1995, 2005, 2015])
  }

  @Test func aLifetimeOfColumnsGivesEachSeriesItsOwn() throws {
    let lifetime = LifetimeByColumn("lognormal(median: median, sigma: sigma)")
    #expect(lifetime.columns == ["median", "sigma"])
    let table = try SeriesTable(text: Self.text, name: "s.csv", facts: lifetime.columns)
    let found = try lifetime.lifetimes(of: table)
    #expect(
      found == [try .logNormal(median: 40, sigma: 0.3), try .logNormal(median: 60, sigma: 0.25)])
    let all = try table.stock(drive: .inflow, law: .byLane(found), timing: .end)
    for (lane, one) in found.enumerated() {
      let alone = try DynamicStock.inflowDriven(
        inflow: table.values[lane],
        survival: Survival(one, over: TimeAxis(years: 1980...1982), timing: .end))
      for (together, single) in zip(all.amounts(ofLane: lane), alone.amounts(ofLane: 0)) {
        #expect(abs(together - single) <= 4 * single.ulp)
      }
    }
  }

  @Test(arguments: [
    "weibull(shape: 3, mean: 25)", "mixture(0.3: fixed(years: 2), 0.7: exponential(mean: 4))",
    "table(file: survival.csv)", "table(0: 1, 10: 0)", "normal(mean: 1e3, sd: 2)",
  ])
  func aLifetimeOfNumbersHasNoColumns(_ text: String) {
    #expect(LifetimeByColumn(text).columns == [])
  }

  @Test func everyFaultIsReported() {
    #expect(
      faults("metal,1980,1979\nzinc,1,-2\nzinc,ten,3\n") == [
        "s.csv:1:12: the years must increase, but 1979 follows 1980",
        "s.csv:2:8: an amount of material is not negative",
        "s.csv:3:1: there is a second series 'zinc' (first on line 2; the columns metal are taken as its name)",
        "s.csv:3:6: 'ten' is not a number",
      ])
    #expect(
      faults(Self.text, facts: ["medain"]) == [
        "s.csv:1:1: there is no column 'medain' (did you mean 'median'?)"
      ])
    #expect(
      faults("year,a\n1980,1\n", facts: ["sd"])[0].contains(
        "only a table with a row for each series can have as columns"))
  }

  @Test func aSeriesWithoutALifetimeIsNamed() throws {
    let lifetime = LifetimeByColumn("normal(mean: median, sd: sigma)")
    let table = try SeriesTable(
      text: "metal,median,sigma,1980\nzinc,-4,1,2\n", name: "s.csv", facts: lifetime.columns)
    let error = #expect(throws: ModelFileError.self) { try lifetime.lifetimes(of: table) }
    #expect(error?.description.contains("'normal(mean: -4, sd: 1)' of 'zinc'") == true)
  }
}
