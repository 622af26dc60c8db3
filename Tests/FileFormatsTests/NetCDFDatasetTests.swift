import FileFormats
import Foundation
import Testing

// What is in the files is read back by xarray and netCDF4: python/tests/test_outputs.py.
@Suite struct NetCDFDatasetTests {
  static let dataset = NetCDFDataset(
    dimensions: [.init(name: "time", length: 2), .init(name: "metal", length: 1)],
    variables: [
      .init(
        name: "stock", dimensions: ["time", "metal"], values: .numbers([1, nil]),
        attributes: [.init("units", "kilotonne")]),
      .init(name: "metal", dimensions: ["metal"], values: .texts(["copper"]), attributes: []),
    ], attributes: [.init("Conventions", "CF-1.8"), .init("number", 0.5)])

  #if NetCDF
    @Test func aFileThatCannotBeMadeIsAnError() throws {
      let error = try #require(throws: FormatError.self) {
        try NetCDFDatasetTests.dataset.write(to: "/no/such/folder/file.nc")
      }
      #expect(!error.description.isEmpty)
    }

    /// The library below is not made for threads.
    @Test func manyThreadsMayWriteAtOnce() async throws {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("urbanmine-\(UUID().uuidString)", isDirectory: true)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<8 {
          let path = folder.appendingPathComponent("\(number).nc").path
          group.addTask { try NetCDFDatasetTests.dataset.write(to: path) }
        }
        try await group.waitForAll()
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 8)
    }

    @Test func aNameThatTheFormatForbidsIsAnError() throws {
      let dataset = NetCDFDataset(
        dimensions: [.init(name: "a/b", length: 2)], variables: [], attributes: [])
      let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("urbanmine-never-there.nc").path
      let error = try #require(throws: FormatError.self) {
        try dataset.write(to: path)
      }
      #expect(error.description.contains("illegal characters"))
    }
  #else
    @Test func aBuildWithoutNetCDFNamesTheTrait() {
      let error = FormatError.notBuiltIn(format: "NetCDF", trait: "NetCDF")
      #expect(throws: error) { try NetCDFDatasetTests.dataset.write(to: "x.nc") }
      #expect(error.description.contains("trait 'NetCDF'"))
    }
  #endif
}
