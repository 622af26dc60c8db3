import Foundation
import RealModule
import Testing

@Suite struct RunCommandTests {
  @Test func printsWhatANewcomerWantsToSee() throws {
    let run = try Urbanmine.run("run", "copper")
    #expect(run.code == 0)
    #expect(run.errors == "")
    for part in [
      "World anthropogenic copper cycle", "1900–2020",
      "inflow enters use at the middle of the year",
      "kg/cap", "Old scrap", "New scrap", "Losses", "EOL-RR", "EOL-CR", "EOL-PR", "RC", "OSR",
      "EOL-RIR",
      "Mass balance of every process and year holds: largest residual",
      "Where the numbers come from",
      "source usgs-ds140", "Mt copper that entered use since 1900,", "% is still in use",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
    let years = run.output.split(separator: "\n").compactMap { Int($0.prefix(4)) }
    #expect(Set(years) == Set(stride(from: 1900, through: 2020, by: 10)))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test func printsAllCyclesSideBySide() throws {
    let run = try Urbanmine.run("run", "--all")
    #expect(run.code == 0)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.contains(["copper", "aluminium", "zinc", "lead"]))
    #expect(rows.contains(["Year", "2020", "2018", "2017", "2017"]))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let document = try Urbanmine.run("run", "--all", "--json").json(as: CyclesJSON.self)
    #expect(document.schema == "urbanmine/cycles/1")
    #expect(document.cycles.map(\.model) == ["copper", "aluminium", "zinc", "lead"])
  }

  @Test func scenariosAndSettingsChangeTheResultAndAreNamed() throws {
    func old(_ arguments: String...) throws -> (scrap: Double, document: ResultsJSON) {
      let run = try Urbanmine.inEmptyFolder { try $0.run(["run", "copper", "--json"] + arguments) }
      #expect(run.code == 0, "\(run.errors)")
      let document = try run.json(as: ResultsJSON.self)
      return (document.sum { $0.role == "old_scrap" }.last ?? 0, document)
    }
    let base = try old()
    #expect(base.document.scenario == nil)
    let longer = try old("--scenario", "longer-lives")
    #expect(longer.document.scenario == "longer-lives")
    #expect(longer.scrap < base.scrap)
    let both = try old("--scenario", "longer-lives", "--scenario", "higher-collection")
    #expect(both.document.scenario == "longer-lives + higher-collection")
    #expect(both.scrap > longer.scrap)
    let set = try old("--set", "collection_rate=0", "--set", "use.lifetime=fixed(years: 20)")
    #expect(set.scrap == 0)
    #expect(
      set.document.provenance.changes == ["collection_rate=0", "use.lifetime=fixed(years: 20)"])
    let text = try Urbanmine.run("run", "copper", "--scenario", "longer-lives", "--set", "mining=1")
      .output
    #expect(text.contains("longer-lives"))
    #expect(text.contains("Changed: mining=1"))
  }

  @Test func writesATableThatHoldsTheSameNumbers() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run("run", "copper", "-o", "x.csv", "--json")
      #expect(run.code == 0)
      #expect(run.errors == "wrote x.csv\n")
      #expect(try urbanmine.files == ["x.csv"])
      let document = try run.json(as: ResultsJSON.self)
      let rows = try urbanmine.text(of: "x.csv").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      #expect(rows[0] == ["year", "kind", "name", "from", "to", "end_use", "unit", "value"])
      let values = document.series.flatMap(\.values)
      #expect(rows.count == values.count + 1)
      for (row, value) in zip(rows.dropFirst(), values) {
        #expect(row.count == 8)
        // Digits are printed so that they read back as the same number.
        #expect(Double(row[7]) == value)
      }
    }
  }

  @Test func writesTheSameDocumentThatItPrints() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run("run", "lead", "-o", "x.json", "--json")
      #expect(try urbanmine.text(of: "x.json") + "\n" == run.output)
      let again = try urbanmine.run("run", "lead", "--json")
      #expect(again.output == run.output)
    }
  }

  @Test func whatCannotBeWrittenIsCode73AndLeavesTheOldFile() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let missing = try urbanmine.run("run", "copper", "-o", "no/such/x.csv")
      #expect(missing.code == 73)
      #expect(missing.output == "")
      #expect(missing.errorLines == ["can't write 'no/such/x.csv': there is no such folder"])
      // A folder stands where the file should go: even an administrator can't write over it.
      let taken = urbanmine.folder.appendingPathComponent("x.csv")
      try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: false)
      try urbanmine.write("kept", to: "x.csv/old")
      #expect(try urbanmine.run("run", "copper", "-o", "x.csv").code == 73)
      #expect(try urbanmine.text(of: "x.csv/old") == "kept")
      #expect(try urbanmine.files == ["x.csv"])
    }
  }

  @Test func aFileThatCannotBeComputedIsNotTouched() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write("old", to: "x.csv")
      #expect(try urbanmine.run("run", "copper", "--scenario", "none", "-o", "x.csv").code == 65)
      #expect(try urbanmine.text(of: "x.csv") == "old")
      #expect(try urbanmine.run("run", "copper", "-o", "x.csv").code == 0)
      #expect(try urbanmine.text(of: "x.csv").hasPrefix("year,kind,"))
    }
  }

  @Test(
    arguments: [
      (
        ["coper"], 66,
        "there is no bundled model 'coper' (did you mean 'copper'?); a model of your own is named "
          + "by its path, like ./coper.yaml"
      ),
      (["./own.yaml"], 66, "the file './own.yaml' doesn't exist"),
      (
        ["copper", "--scenario", "longer-live"], 65,
        "there is no scenario 'longer-live' (did you mean 'longer-lives'?)"
      ),
      (
        ["copper", "--scenario", "cheap"], 65,
        "there is no scenario 'cheap' (there are longer-lives, higher-collection, circular)"
      ),
      (["copper", "--set", "mining"], 65, "--set:1:1: a setting is written KEY=VALUE"),
      (
        ["copper", "--set", "collection_rate.tansport=0.2"], 65,
        "--set:1:1: 'collection_rate.tansport' names nothing in the model: its elements are "
          + "construction, electrical, industrial, transport, other (did you mean 'transport'?)"
      ),
      (
        ["copper", "--set", "use.lifetime=fixed(year: 3)"], 65,
        "--set:1:14: the lifetime 'fixed(year: 3)': fixed takes fixed(years:); given were year (did you mean 'years'?)"
      ),
      (
        ["copper", "--set", "mining=-1"], 65,
        "with --set mining=-1: 'mine_production' is negative in 1900: -1; a flow carries "
          + "zero or more"
      ),
    ] as [([String], Int32, String)])
  func saysWhatIsWrongInOneLine(_ arguments: [String], _ code: Int32, _ message: String) throws {
    let run = try Urbanmine.inEmptyFolder { try $0.run(["run"] + arguments) }
    #expect(run.code == code)
    #expect(run.output == "")
    #expect(run.errorLines == [message])
  }

  @Test func runsAModelOfTheUserWithTablesBesideIt() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try FileManager.default.createDirectory(
        at: urbanmine.folder.appendingPathComponent("mine"), withIntermediateDirectories: false)
      try urbanmine.write(OwnModel.text, to: "mine/own.yaml")
      try urbanmine.write("year,value\r\n2000,1000\r\n2001,2000\r\n", to: "mine/ore.csv")
      let run = try urbanmine.run("run", "mine/own.yaml", "--json")
      #expect(run.code == 0, "\(run.errors)")
      let document = try run.json(as: ResultsJSON.self)
      #expect(document.series.first { $0.kind == "stock" && $0.name == "use" }?.values == [1, 3])
    }
  }

  @Test func saysWhichStockFallsFasterThanItWearsOut() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write(
        """
        model: fleet
        years: 2000-2003
        unit: kt
        processes:
          makers: { boundary: source }
          use: { lifetime: 'fixed(years: 20)', stock: { 2000: 90, 2001: 80, 2002: 80, 2003: 10 } }
          yards: { boundary: sink }
        flows:
          - { from: makers, to: use, fill: true }
          - { from: use, to: yards }

        """, to: "fleet.yaml")
      let run = try urbanmine.run("run", "fleet.yaml")
      #expect(run.code == 0, "\(run.errors)")
      let words = run.output.split { $0.isWhitespace }.joined(separator: " ")
      #expect(
        words.contains(
          "The stock of use is to fall faster than it wears out: its inflow is negative in 2001, "
            + "2003."), "\(run.output)")
    }
  }

  @Test func anExportedModelRunsAsTheBundledOne() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      #expect(try urbanmine.run("data", "export", "zinc", "-o", "own.yaml").code == 0)
      let own = try urbanmine.run("run", "own.yaml", "--json")
      #expect(own.output == (try urbanmine.run("run", "zinc", "--json")).output)
    }
  }
}

/// A small sound model that reads a table beside it.
enum OwnModel {
  static let text = """
    model: own
    years: 2000-2001
    unit: kt
    data: { ore: { table: ore.csv, unit: t, source: me } }
    processes:
      mine: { boundary: source }
      use: { lifetime: 'fixed(years: 9)' }
      pile: { sink: true }
    flows:
      - { from: mine, to: use, given: ore, role: primary }
      - { from: use, to: pile, role: loss }

    """
}
