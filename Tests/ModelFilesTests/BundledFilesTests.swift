import Datasets
import Foundation
import ModelFiles
import Testing

@Suite struct BundledFilesTests {
  @Test(arguments: BundledFiles.paths)
  func everyEmbeddedFileIsTheOneInTheRepository(_ path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Repository.file("Datasets/" + path)))
    #expect(BundledFiles.bytes(at: path) == bytes)
  }

  @Test func everyTableAndModelOfThePackageIsEmbedded() throws {
    let package = try BundledModelsTests.package()
    let described =
      package.resources.map(\.path) + package.models.map(\.path) + ["datapackage.json"]
    #expect(described.sorted() == BundledFiles.paths.sorted())
    #expect(Set(described).count == described.count)
  }

  @Test func everyTableAndModelOfTheRepositoryIsDescribed() throws {
    let files = FileManager.default
    let onDisk = try ["tables", "models"].flatMap { folder in
      try files.contentsOfDirectory(atPath: Repository.file("Datasets/" + folder).path).map {
        folder + "/" + $0
      }
    }
    #expect((onDisk + ["datapackage.json"]).sorted() == BundledFiles.paths.sorted())
  }

  @Test func findsNamesByFolder() {
    let models = BundledFiles.names(in: "models")
    #expect(Set(models).isSuperset(of: ["aluminium", "copper", "lead", "us-copper", "zinc"]))
    #expect(BundledFiles.names(in: "nowhere").isEmpty)
    #expect(BundledFiles.bytes(at: "models/gold.yaml") == nil)
  }

  @Test func theBundledPackageIsSound() throws {
    let check = DataPackageCheck(try BundledModelsTests.package()) { BundledFiles.bytes(at: $0) }
    #expect(check.faults() == [])
  }
}
