import ModelFiles
import RealModule
import Testing
import UrbanMining

@Suite struct ModelReaderDataTests {
  @Test func readsAColumnOfAWideTableInTheUnitOfTheModel() throws {
    let values = try SampleModel.values("{ table: mines, column: copper, unit: t }")
    #expect(values == [[1, 2, 3, 4]])
  }

  @Test(arguments: [("t", 0.005), ("kt", 5.0), ("Mt", 5000), ("kg", 5e-6), ("Gt", 5e6)])
  func convertsUnitsOnce(_ unit: String, _ value: Double) throws {
    #expect(try SampleModel.values("{ values: 5, unit: \(unit) }")[0][0] == value)
  }

  @Test func normalizedSharesSumToOne() throws {
    let split = try SampleModel.values(
      "{ table: split, over: [end_use], normalize: true, gaps: linear }")
    // 1:3 in 2000 and 2:2 in 2003; between them 4/3 of 4 and 5/3 of 4.
    for (value, expected) in zip(split[0], [0.25, 1.0 / 3, 5.0 / 12, 0.5]) {
      #expect(value.isApproximatelyEqual(to: expected, relativeTolerance: 1e-14))
    }
    for (cars, wires) in zip(split[0], split[1]) { #expect((cars + wires) == 1) }
  }

  @Test func whereKeepsTheRowsOfOneValue() throws {
    let yields = try SampleModel.values(
      "{ table: yields, column: yield, over: [end_use], where: { metal: copper } }")
    #expect(yields == [[0.5, 0.5, 0.5, 0.5], [0.25, 0.25, 0.25, 0.25]])
  }

  @Test func fillsGapsAndEndsOnlyAsItIsTold() throws {
    let step = try SampleModel.values("{ table: split, over: [end_use], gaps: step }")
    #expect(step == [[1, 1, 1, 2], [3, 3, 3, 2]])
    let file = try SampleModel.file(
      ("years: 2000-2003", "years: 1999-2004"),
      ("normalize: true, gaps: linear", "gaps: linear, normalize: true, outside: hold"))
    let split = file.base.inputs[1].parameter.cells
    #expect(split[0].first == 0.25)
    #expect(split[0].last == 0.5)
  }

  @Test func keepsWhereEachNumberComesFrom() throws {
    let file = try SampleModel.file(
      (
        "mining: { values: { 2000: 10, 2003: 13 }, source: me }",
        "mining: { table: mines, column: copper, unit: t, source: usgs, assumption: Held. }"
      ))
    let provenance = file.base.inputs[0].provenance
    #expect(
      provenance
        == Provenance(table: "mines, column copper", source: "usgs", assumption: "Held."))
  }

  @Test func readsPopulation() throws {
    let file = try SampleModel.file(
      (
        "unit: kt",
        "unit: kt\npopulation: { table: people, column: population, unit: persons, gaps: linear }"
      ))
    #expect(file.base.population == [1000, 1100, 1200, 1300])
    #expect(file.base.populationProvenance?.table == "people, column population")
    let constant = try SampleModel.file(("unit: kt", "unit: kt\npopulation: { values: 7 }"))
    #expect(constant.base.population == [7, 7, 7, 7])
  }

  @Test(
    arguments: [
      ("unit: kt", "population: { values: 0 }", "3:13: the population of 2000 is not above zero"),
      (
        "unit: kt", "population: { values: 1, unit: t }",
        "3:32: a population is counted in 'persons'"
      ),
      (
        "gaps: linear", "note: none",
        "10:19: 'split' has no value for cars in 2001, 2002 "
          + "('gaps: linear' or 'gaps: step' says how to fill them)"
      ),
      (
        "years: 2000-2003", "years: 1995-2003",
        "10:19: 'split' has no value for cars in 1995, 1996, 1997 and 2 more years "
          + "(the table covers 2000 to 2003; 'outside: hold' holds its end values, 'outside: "
          + "extrapolate' goes on along a line)"
      ),
      (
        "table: split", "table: splits",
        "10:19: there is no bundled table 'splits' (did you mean 'split'?)"
      ),
      (
        "table: split", "table: nothing",
        "10:19: there is no bundled table 'nothing' (a file is named with its ending, like "
          + "shares.csv)"
      ),
      (
        "table: split", "table: ../split.csv",
        "10:19: there is no bundled table '../split.csv' (a file is named with its ending, like "
          + "shares.csv)"
      ),
      (
        "over: [end_use], n", "over: [enduse], n",
        "10:32: there is no dimension 'enduse' (did you mean 'end_use'?)"
      ),
      ("over: [end_use], n", "over: end_use, n", "10:32: 'over' is a list, like [first, second]"),
      (
        "over: [end_use], n", "over: [region], n",
        "10:32: 'split': there is no column 'region' (the columns are year, end_use, value)"
      ),
      ("gaps: linear", "gaps: lineer", "10:66: 'gaps' can't be 'lineer' (did you mean 'linear'?)"),
      (
        "gaps: linear", "outside: keep",
        "10:69: 'outside' can't be 'keep' (it is one of hold, extrapolate, stop)"
      ),
      ("normalize: true", "normalize: often", "10:54: 'normalize' is true or false"),
      (
        "normalize: true", "where: { use: cars }",
        "10:50: 'split': there is no column 'use' (the columns are year, end_use, value)"
      ),
      (
        "normalize: true", "where: { end_use: car }",
        "10:50: no row of 'split' has 'car' in 'end_use' (did you mean 'cars'?)"
      ),
      (
        "normalize: true", "column: amount",
        "10:51: 'split': there is no column 'amount' (the columns are year, end_use, value)"
      ),
      (
        "normalize: true", "normalise: true",
        "10:43: 'normalise' is not a key of an entry of 'data' (did you mean 'normalize'?)"
      ),
      (
        "table: split", "tabel: split",
        "10:3: 'split' has one of 'table', 'values', 'saturation', 'trade' "
          + "and 'inflow_of'"
      ),
      (
        "source: me }\n  split", "table: split }\n  split",
        "9:3: 'mining' has one of 'table', 'values', 'saturation', 'trade' "
          + "and 'inflow_of'"
      ),
      (
        "source: me }\n  split", "gaps: step }\n  split",
        "9:51: 'gaps' belongs to a 'table', not to 'values'"
      ),
      (
        "source: me }\n  split", "unit: persons }\n  split",
        "9:51: a unit can't be 'persons' (it is one of g, kg, t, kt, Mt, Gt, items, thousand items, "
          + "million items, each also per year, like t/yr)"
      ),
      (
        "table: split, over: [end_use]", "table: broken",
        "broken:3:8: the row has 3 fields, but the header has 2 (a field that holds a comma goes "
          + "in double quotes)"
      ),
      ("over: [end_use], n", "n", "split:3:1: there is a second value in 2000"),
      (
        "given: mining", "given: minning",
        "18:40: there is no data 'minning' (did you mean 'mining'?)"
      ),
      ("given: mining", "given: gold", "18:40: there is no data 'gold' (there are mining, split)"),
    ])
  func namesTheFaultAndItsPlace(_ part: String, _ mistake: String, _ fault: String) {
    let faults = SampleModel.faults((part, mistake))
    let expected = fault.first?.isNumber == true ? "demo.yaml:" + fault : fault
    #expect(faults.contains(expected), "\(faults)")
  }

  @Test func reportsEveryFaultOfATableAndNoneTwice() {
    let faults = SampleModel.faults(
      ("table: split, over: [end_use], normalize: true, gaps: linear", "table: worn"))
    #expect(
      faults == [
        "worn:2:6: '1;5' is not a number", "worn:4:1: there is a second value in 2001",
        "worn:5:1: 'soon' is not a number", "worn:6:1: the year is missing",
      ])
  }
}
