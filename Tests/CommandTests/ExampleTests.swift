import Foundation
import Testing

/// Every example is run, and all that it prints is compared with the text beside it.
@Suite struct ExampleTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Examples")

  @Test(arguments: ["one-stock", "small-cycle"])
  func printsWhatStandsBesideIt(_ name: String) throws {
    let expected = try String(
      contentsOf: Self.folder.appendingPathComponent("\(name)/output.txt"), encoding: .utf8)
    try Urbanmine.inEmptyFolder(program: name) { example in
      let run = try example.run()
      #expect(run.code == 0)
      #expect(run.output == expected)
      #expect(run.errors == "")
    }
  }

  @Test func coversEveryExample() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names) == ["one-stock", "small-cycle"])
  }
}
