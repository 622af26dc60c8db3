import Foundation
import ModelFiles
import Testing

@Suite struct DataCommandTests {
  struct List: Decodable {
    struct Table: Decodable {
      let name: String
      let unit: String
      let licences: [String]
      let sources: [String]
    }

    struct Model: Decodable { let name: String }

    let schema: String
    let tables: [Table]
    let models: [Model]
  }

  struct Table: Decodable {
    struct Column: Decodable { let name: String }

    let schema: String
    let name: String
    let columns: [Column]
  }

  static func list() throws -> List {
    try Urbanmine.run("data", "list", "--json").json(as: List.self)
  }

  @Test func listsTablesAndModelsWithTheirProvenance() throws {
    let list = try Self.list()
    #expect(list.schema == "urbanmine/data/1")
    #expect(list.models.map(\.name).prefix(4) == ["copper", "aluminium", "zinc", "lead"])
    #expect(list.models.contains { $0.name == "us-copper" })
    #expect(list.tables.contains { $0.name == "world-primary-production" })
    for table in list.tables {
      #expect(!table.unit.isEmpty)
      #expect(!table.licences.isEmpty)
      #expect(!table.sources.isEmpty)
    }
    let text = try Urbanmine.run("data").output
    for name in list.tables.map(\.name) + list.models.map(\.name) { #expect(text.contains(name)) }
  }

  @Test func showsAndExportsEveryTable() throws {
    for table in try Self.list().tables {
      let text = try Urbanmine.run("data", "show", table.name)
      #expect(text.code == 0)
      #expect(text.output.contains("Columns"))
      for source in table.sources { #expect(text.output.contains(source)) }
      let shown = try Urbanmine.run("data", "show", table.name, "--json").json(as: Table.self)
      #expect(shown.schema == "urbanmine/table/1")
      let exported = try Urbanmine.run("data", "export", table.name)
      let read = try CSVTable(text: exported.output, name: table.name)
      #expect(read.columns == shown.columns.map(\.name))
      #expect(!read.rows.isEmpty)
    }
  }

  @Test func exportsBytesAsTheyAre() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let written = try urbanmine.run("data", "export", "lifetimes", "-o", "own.csv")
      let printed = try urbanmine.run("data", "export", "lifetimes")
      #expect(written.code == 0)
      #expect(try urbanmine.text(of: "own.csv") == printed.output)
      #expect(try urbanmine.run("data", "export", "lifetimes", "-o", "no/own.csv").code == 73)
      #expect(try urbanmine.files == ["own.csv"])
    }
  }

  struct Model: Decodable {
    let schema: String
    let name: String
    let text: String
  }

  @Test func showsAModelAsItsTextOrAsOneDocument() throws {
    let text = try Urbanmine.run("data", "show", "lead").output
    #expect(text == (try Urbanmine.run("data", "export", "lead")).output)
    let document = try Urbanmine.run("data", "show", "lead", "--json").json(as: Model.self)
    #expect(document.schema == "urbanmine/model/1")
    #expect(document.text == text)
  }

  @Test func theBundledDataIsSound() throws {
    let (run, list) = (try Urbanmine.run("data", "check"), try Self.list())
    #expect(run.code == 0)
    let counts = "\(list.tables.count) tables and \(list.models.count) models"
    #expect(run.output == counts + " are sound.\n")
    #expect(try Urbanmine.run("data", "check", "--json").json(as: CheckJSON.self).faults.isEmpty)
  }

  @Test(arguments: ["show", "export"])
  func anUnknownNameIsCode66WithASuggestion(_ command: String) throws {
    let run = try Urbanmine.run("data", command, "lifetime")
    #expect(run.code == 66)
    #expect(run.output == "")
    #expect(
      run.errorLines == [
        "there is no bundled table or model 'lifetime' (did you mean 'lifetimes'?)"
      ])
  }
}
