import Foundation
import Testing

/// Every example is run, and all that it prints is compared with the text beside it.
@Suite struct ExampleTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Examples")
  static let programs = ["one-stock", "scrap-first-in-swift", "small-cycle"]
  static let models = [
    "aluminium-cascade", "car-fleet", "closed-loop", "copper-in-recycled-steel", "matrace-cascade",
    "scrap-first", "steel-nine-countries", "two-region-trade",
  ]
  static let measurements = ["aluminium-world-2009", "zinc-china-1994"]

  private func expected(_ name: String) throws -> String {
    try String(
      contentsOf: Self.folder.appendingPathComponent("\(name)/output.txt"), encoding: .utf8)
  }

  @Test(arguments: programs)
  func programPrintsWhatStandsBesideIt(_ name: String) throws {
    try Urbanmine.inEmptyFolder(program: name) { example in
      let run = try example.run()
      #expect(run.code == 0)
      #expect(run.output == (try expected(name)))
      #expect(run.errors == "")
    }
  }

  /// All but the residual of the mass balance, which is rounding and differs between machines.
  @Test(arguments: models)
  func modelPrintsWhatStandsBesideIt(_ name: String) throws {
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).map {
        $0.hasPrefix("Mass balance of every process and year holds:") ? "Mass balance" : $0
      }
    }
    let path = Self.folder.appendingPathComponent("\(name)/model.yaml").path
    let run = try Urbanmine.run("run", path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(lines(run.output) == lines(try expected(name)))
    #expect(try Urbanmine.run("check", path).code == 0)
  }

  @Test(arguments: measurements)
  func reconciliationPrintsWhatStandsBesideIt(_ name: String) throws {
    let run = try Urbanmine.run(
      "reconcile", Self.folder.appendingPathComponent("\(name)/reconcile.yaml").path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output == (try expected(name)))
  }

  @Test func coversEveryExample() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(
      Set(names).subtracting(["README.md"]) == Set(Self.programs + Self.models + Self.measurements))
    for name in Self.models + Self.measurements {
      let readme = Self.folder.appendingPathComponent("\(name)/README.md").path
      #expect(FileManager.default.fileExists(atPath: readme), "\(name)")
    }
  }
}
