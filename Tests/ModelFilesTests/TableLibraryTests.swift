import Foundation
import Testing
import UrbanMining

@testable import ModelFiles

@Suite struct TableLibraryTests {
  static let library = TableLibrary(bundledNames: ["lifetimes"]) { name in
    name == "lifetimes" ? Array("bundled".utf8) : nil
  }

  static func message(_ library: TableLibrary, _ name: String) -> String? {
    do throws(TableNotFound) {
      _ = try library.bytes(of: name)
      return nil
    } catch {
      return error.message + (error.hint.map { " (\($0))" } ?? "")
    }
  }

  @Test func findsBundledTablesByName() throws {
    #expect(try Self.library.bytes(of: "lifetimes") == Array("bundled".utf8))
  }

  @Test func findsFilesBesideTheModel() throws {
    try inEmptyFolder { folder in
      try Data("mine".utf8).write(to: folder.appendingPathComponent("own.csv"))
      let library = Self.library.relative(to: folder)
      #expect(try library.bytes(of: "own.csv") == Array("mine".utf8))
      #expect(try library.bytes(of: "./own.csv") == Array("mine".utf8))
      #expect(try library.bytes(of: "lifetimes") == Array("bundled".utf8))
      #expect(Self.message(library, "other.csv") == "the file 'other.csv' can't be read")
    }
  }

  @Test func saysWhatIsNotThere() {
    #expect(
      Self.message(Self.library, "lifetime")
        == "there is no bundled table 'lifetime' (did you mean 'lifetimes'?)")
    #expect(
      Self.message(Self.library, "own")
        == "there is no bundled table 'own' (a file is named with its ending, like shares.csv)")
  }

  @Test func readsSurvivalTables() throws {
    let library = TableLibrary(bundledNames: ["s"]) { _ in
      Array("age,survival\n0,1\n8,0.25\n20,0\n".utf8)
    }
    let points = try library.survivalPoints(in: "s")
    #expect(points.ages == [0, 8, 20])
    #expect(points.survival == [1, 0.25, 0])
  }

  @Test(arguments: [
    ("age,share\n0,1\n", "s:1:1: there is no column 'survival' (the columns are age, share)"),
    (
      "age,survival\n0,1\n5,x\n",
      "s:3:3: 'x' is not a number (leave the field empty where a number is missing)"
    ),
    ("age,survival\n0,1\n,0.5\n", "s:3:1: the age is missing"),
    ("age,survival\n0,1\n5,\n", "s:3:3: the survival is missing"),
    ("", "s:1:1: the table has no header (the first line names the columns, such as year,value)"),
  ])
  func explainsWhatIsNotASurvivalTable(_ text: String, _ fault: String) {
    let library = TableLibrary(bundledNames: ["s"]) { _ in Array(text.utf8) }
    #expect {
      try library.survivalPoints(in: "s")
    } throws: {
      "\($0)" == "the survival table 's' can't be read: " + fault
    }
  }
}

/// Gives an empty folder to an action and deletes it afterwards.
func inEmptyFolder(_ action: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("urban-mining-\(UUID().uuidString)", isDirectory: true)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try action(folder)
}
