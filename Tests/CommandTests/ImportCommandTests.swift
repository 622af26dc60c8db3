import Foundation
import Testing

@Suite struct ImportCommandTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Reference/imports").path

  private struct Document: Decodable {
    let schema: String
    let model: String
    let tables: [String]
    let notCarriedOver: [String]
    let faults: [String]
  }

  @Test func aModelIsWrittenWithItsTablesAndRuns() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(
        "import", "pymfa2", Self.folder + "/pymfa2.csv", "-o", "zinc.yaml")
      #expect(run.code == 0)
      #expect(run.errors == "")
      #expect(run.outputLines.first == "wrote zinc.yaml with 1 table: zinc-transfers.csv")
      #expect(run.outputLines.last == "The model is sound: urbanmine run zinc.yaml")
      #expect(try urbanmine.files == ["zinc-transfers.csv", "zinc.yaml"])
      #expect(try urbanmine.run("run", "zinc.yaml").code == 0)
    }
  }

  @Test func whatIsLeftToDoIsListedWithItsPlace() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(
        "import", "flodym", Self.folder + "/flodym", "-o", "m.yaml", "--json")
      #expect(run.code == 0)
      let document = try run.json(as: Document.self)
      #expect(document.schema == "urbanmine/import/1")
      #expect(document.tables == ["m-production.csv", "m-yield.csv", "m-split.csv"])
      #expect(document.notCarriedOver.count == 3)
      #expect(document.faults.count == 2)
      #expect(document.faults.allSatisfy { $0.hasPrefix("m.yaml:") })
      let check = try urbanmine.run("check", "m.yaml")
      #expect(check.code == 65)
      #expect(document.faults.allSatisfy { check.output.contains($0) })
    }
  }

  @Test func faultyFilesLeaveNothingBehind() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      let run = try urbanmine.run(
        "import", "pymfa2", Self.folder + "/pymfa2-wrong.csv", "-o", "m.yaml")
      #expect(run.code == 65)
      #expect(run.errorLines.count == 4)
      #expect(try urbanmine.files == [])
      let missing = try urbanmine.run("import", "odym", "none.xlsx", "-o", "m.yaml")
      #expect(missing.code == 66)
      #expect(missing.errors == "the file 'none.xlsx' doesn't exist\n")
    }
  }

  #if !(Excel && NetCDF)
    @Test(arguments: [("r.nc", "NetCDF"), ("r.xlsx", "Excel")])
    func aBuildWithoutALibraryNamesTheTrait(_ file: String, _ trait: String) throws {
      try Urbanmine.inEmptyFolder { urbanmine in
        let run = try urbanmine.run("run", "copper", "-o", file)
        #expect(run.code == 64)
        #expect(run.errors.contains("can't write '\(file)'"))
        #expect(run.errors.contains("package trait '\(trait)'"))
        #expect(try urbanmine.files == [])
      }
    }
  #else
    @Test(arguments: ["r.nc", "r.xlsx"])
    func resultsAreWrittenWholeOrNotAtAll(_ file: String) throws {
      try Urbanmine.inEmptyFolder { urbanmine in
        let run = try urbanmine.run("run", "copper", "-o", file)
        #expect(run.code == 0)
        #expect(run.errors == "wrote \(file)\n")
        let nowhere = try urbanmine.run("run", "copper", "-o", "none/\(file)")
        #expect(nowhere.code == 73)
        #expect(nowhere.errors.contains("there is no such folder"))
        #expect(try urbanmine.files == [file])
      }
    }
  #endif
}
