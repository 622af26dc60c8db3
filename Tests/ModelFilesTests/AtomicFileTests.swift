import Foundation
import ModelFiles
import Testing

@Suite struct AtomicFileTests {
  @Test func writesAWholeFileAndLeavesNoOther() throws {
    try inEmptyFolder { folder in
      let path = folder.appendingPathComponent("a b.csv").path
      try writeFile("year,ä\n", to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "year,ä\n")
      try writeFile("", to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a b.csv"])
    }
  }

  @Test func saysWhyAFileCannotBeWritten() throws {
    try inEmptyFolder { folder in
      let missing = folder.appendingPathComponent("missing/a.csv").path
      #expect {
        try writeFile("a", to: missing)
      } throws: {
        "\($0)" == "can't write '\(missing)': there is no such folder"
      }
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("taken"), withIntermediateDirectories: false)
      try Data("kept".utf8).write(to: folder.appendingPathComponent("taken/x"))
      #expect(throws: CannotWrite.self) {
        try writeFile("a", to: folder.appendingPathComponent("taken").path)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken"])
      #expect(
        try String(contentsOf: folder.appendingPathComponent("taken/x"), encoding: .utf8) == "kept")
    }
  }
}
