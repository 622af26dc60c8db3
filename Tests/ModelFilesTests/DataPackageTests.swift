import ModelFiles
import Testing

@Suite struct DataPackageTests {
  /// A package with one table and one model, whose parts a test replaces.
  static let text = """
    { "name": "demo", "title": "Demo",
      "sources": [{ "name": "usgs", "title": "Statistics", "year": 2018 }],
      "resources": [{
        "name": "mines", "path": "tables/mines.csv", "title": "Mines",
        "description": "Metal mined.",
        "years": "2000-2001", "unit": "t", "sources": [{ "name": "usgs", "title": "Statistics" }],
        "licenses": [{ "name": "CC0-1.0" }],
        "schema": { "primaryKey": ["year"], "fields": [
          { "name": "year", "type": "integer", "unit": "a", "constraints": { "required": true } },
          { "name": "copper", "type": "number", "unit": "t",
            "constraints": { "minimum": 0, "maximum": 9 } }
        ] } }],
      "models": [{ "name": "demo", "path": "models/demo.yaml", "title": "A demo" }] }
    """

  static func package(_ part: String = "", _ other: String = "") throws -> DataPackage {
    let text = part.isEmpty ? text : text.replacing(part, with: other)
    return try DataPackage(bytes: Array(text.utf8), name: "datapackage.json")
  }

  @Test func readsTablesSourcesAndModels() throws {
    let package = try Self.package()
    #expect(package.resource("mines")?.schema.fields.map(\.name) == ["year", "copper"])
    #expect(package.resource("mines")?.schema.fields[1].constraints?.maximum == 9)
    #expect(package.resource("gold") == nil)
    #expect(package.source("usgs")?.year == 2018)
    #expect(package.source("gold") == nil)
    #expect(package.models.map(\.path) == ["models/demo.yaml"])
  }

  @Test func givesItsTablesToModelsByName() throws {
    let library = try Self.package().library { path in
      path == "tables/mines.csv" ? Array("age,survival\n0,1\n9,0\n".utf8) : nil
    }
    #expect(library.bundledNames == ["mines"])
    #expect(try library.survivalPoints(in: "mines").ages == [0, 9])
  }

  @Test(arguments: [
    ("\"unit\": \"t\", \"sources\"", "\"sources\"", ".resources[0] needs the key 'unit'"),
    ("\"year\": 2018", "\"year\": \"2018\"", ".sources[0].year: "),
    ("\"path\": \"models/demo.yaml\", ", "", ".models[0] needs the key 'path'"),
    ("{ \"name\": \"demo\"", "[", "this is not JSON"),
  ])
  func saysWhatIsMissingAndWhere(_ part: String, _ other: String, _ message: String) {
    #expect {
      try Self.package(part, other)
    } throws: {
      "\($0)".hasPrefix("datapackage.json:1:1: " + message)
    }
  }

  @Test func listsAndShowsItselfAsJSON() throws {
    let package = try Self.package()
    #expect(
      try jsonText(DataListDocument(package))
        == #"{"models":[{"name":"demo","title":"A demo"}],"schema":"urbanmine/data/1","tables":"#
        + #"[{"licences":["CC0-1.0"],"name":"mines","sources":["usgs"],"title":"Mines","unit":"t","#
        + #""years":"2000-2001"}]}"#)
    let resource = try #require(package.resource("mines"))
    #expect(
      try jsonText(DataTableDocument(resource, in: package))
        == #"{"columns":[{"name":"year","type":"integer","unit":"a"},"#
        + #"{"name":"copper","type":"number","unit":"t"}],"description":"Metal mined.","#
        + #""licences":["CC0-1.0"],"name":"mines","schema":"urbanmine/table/1","#
        + #""sources":[{"name":"usgs","title":"Statistics","year":2018}],"#
        + #""title":"Mines","unit":"t","#
        + #""years":"2000-2001"}"#)
    #expect(
      try jsonText(DataModelDocument(package.models[0], text: "model: demo\n"))
        == #"{"name":"demo","schema":"urbanmine/model/1","text":"model: demo\n","title":"A demo"}"#)
  }
}
