import ModelFiles
import Testing

@Suite struct DataPackageCheckTests {
  static let model = """
    model: demo
    years: 2000-2001
    data: { ore: { table: mines, column: copper, source: usgs } }
    processes: { mine: { boundary: source }, pile: { sink: true } }
    flows: [{ from: mine, to: pile, given: ore }]

    """

  static func faults(
    _ part: String = "", _ other: String = "", table: String? = "year,copper\n2000,1\n2001,2\n",
    model: String? = model
  ) throws -> [String] {
    let package = try DataPackageTests.package(part, other)
    let check = DataPackageCheck(package) { path in
      (path.hasSuffix(".csv") ? table : model).map { Array($0.utf8) }
    }
    return check.faults().map(\.description)
  }

  @Test func findsNothingInASoundPackage() throws {
    #expect(try Self.faults() == [])
  }

  @Test(arguments: [
    (
      "year,copper\n2000,x\n2001,2\n",
      "tables/mines.csv:2:6: 'x' is not a number (leave the field empty where a number is missing)"
    ),
    ("year,copper\n2000,1\n2001,10\n", "tables/mines.csv:3:6: 'copper' is at most 9"),
    ("year,copper\n2000,1\n2001,-1\n", "tables/mines.csv:3:6: 'copper' is at least 0"),
    ("year,copper\n2000,1\n2001,2\n,3\n", "tables/mines.csv:4:1: 'year' must not be empty"),
    ("year,copper\n2000,1\n2001,2\n2001.5,3\n", "tables/mines.csv:4:1: 'year' is a whole number"),
    (
      "year,copper\n2000,1\n2001,2\n2000,3\n",
      "tables/mines.csv:4:1: there is a second row for 2000"
    ),
    (
      "year,zinc\n2000,1\n2001,2\n",
      "tables/mines.csv:1:1: the columns are year, zinc, but the package describes year, copper"
    ),
    (
      "year,copper\n2000,1\n2001\n",
      "tables/mines.csv:3:1: the row has 1 field, but the header has 2"
    ),
  ])
  func holdsTablesAgainstTheirDescription(_ table: String, _ fault: String) throws {
    #expect(try Self.faults(table: table).contains(fault))
  }

  @Test func everyRowRestsOnASourceOfTheTableOrOnAnAssumption() throws {
    func faults(_ basis: String) throws -> [String] {
      try Self.faults(
        "\"maximum\": 9 } }",
        "\"maximum\": 9 } }, { \"name\": \"basis\", \"type\": \"string\" }",
        table: "year,copper,basis\n2000,1,\(basis)\n2001,2,assumption\n")
    }
    #expect(try faults("usgs") == [])
    #expect(try faults("assumption") == [])
    #expect(
      try faults("usg") == [
        "tables/mines.csv:2:8: 'usg' is no source of 'mines' and not 'assumption' (did you mean 'usgs'?)"
      ])
  }

  @Test(arguments: [
    (
      "\"sources\": [{ \"name\": \"usgs\", \"title\": \"Statistics\" }]", "\"sources\": []",
      "'mines' names no source"
    ),
    ("\"licenses\": [{ \"name\": \"CC0-1.0\" }]", "\"licenses\": []", "'mines' names no licence"),
    (
      "[{ \"name\": \"usgs\", \"title\": \"Statistics\" }]",
      "[{ \"name\": \"ugs\", \"title\": \"S\" }]",
      "'mines' names the source 'ugs', which the package doesn't list (did you mean 'usgs'?)"
    ),
    (
      "\"type\": \"number\", \"unit\": \"t\"", "\"type\": \"number\"",
      "'copper' of 'mines' has no unit"
    ),
    (
      "\"primaryKey\": [\"year\"]", "\"primaryKey\": [\"month\"]",
      "the key of 'mines' names a column that it doesn't have"
    ),
  ])
  func wantsProvenance(_ part: String, _ other: String, _ message: String) throws {
    #expect(try Self.faults(part, other) == ["datapackage.json:1:1: " + message])
  }

  @Test func namesFilesThatAreMissing() throws {
    #expect(
      try Self.faults(table: nil).contains(
        "datapackage.json:1:1: the file 'tables/mines.csv' of 'mines' is missing"))
    #expect(
      try Self.faults(model: nil) == [
        "datapackage.json:1:1: the file 'models/demo.yaml' of the model 'demo' is missing"
      ])
  }

  @Test(arguments: [
    (
      "source: usgs", "note: none",
      "datapackage.json:1:1: 'ore' of the model 'demo' names no source"
    ),
    (
      "source: usgs", "source: ugs",
      "datapackage.json:1:1: 'ore' of the model 'demo' names the source 'ugs', which the package "
        + "doesn't list (did you mean 'usgs'?)"
    ),
    (
      "given: ore", "given: or",
      "models/demo.yaml:5:40: there is no data 'or' (did you mean 'ore'?)"
    ),
  ])
  func holdsModelsAgainstThePackage(_ part: String, _ other: String, _ fault: String) throws {
    #expect(try Self.faults(model: Self.model.replacing(part, with: other)) == [fault])
  }
}
