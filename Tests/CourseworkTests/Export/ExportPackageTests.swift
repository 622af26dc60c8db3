import Foundation
import Testing

@testable import Coursework

/// The golden files are checked by Moodle's, QTI's and Open edX's rules in `Tests/Platforms`.
struct ExportPackageTests {
  private func package(_ format: ExportPackage.Format, variants: Int = 2) throws -> ExportPackage {
    try ExportPackage(
      [ExportCourse.assignment], of: ExportCourse.course, as: format, variants: variants)
  }

  /// Set to write the golden files anew, to be looked at before they are committed.
  private let isWriting = ProcessInfo.processInfo.environment["WRITE_GOLDEN"] != nil

  @Test(arguments: ExportPackage.Format.allCases)
  func isWhatTheGoldenFilesHold(_ format: ExportPackage.Format) throws {
    let folder = Reference.folder.appendingPathComponent("coursework-exports/\(format.rawValue)")
    let files = try package(format).files
    if isWriting {
      try? FileManager.default.removeItem(at: folder)
      for file in files {
        let url = folder.appendingPathComponent(file.path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: url)
      }
    }
    for file in files {
      let golden = try Data(contentsOf: folder.appendingPathComponent(file.path))
      #expect(file.text == String(decoding: golden, as: UTF8.self), "\(file.path)")
    }
    let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    #expect(all.filter { $0.contains(".") }.count == files.count)
  }

  @Test(arguments: ExportPackage.Format.allCases)
  func saysWhatItLeavesOut(_ format: ExportPackage.Format) throws {
    let package = try package(format)
    #expect(package.count == 14)
    #expect(package.leftOut.count == 1)
    #expect(package.leftOut[0].hasPrefix("w1-all years: "))
  }

  @Test func identifiersAreUniqueNames() throws {
    let items = try ExportItem.items(
      of: ExportCourse.assignment, course: ExportCourse.course, variants: 12
    ).items
    #expect(Set(items.map(\.id)).count == items.count)
    for id in items.map(\.id) {
      #expect(id.first?.isLetter == true)
      #expect(id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    }
  }

  @Test func unitsOfOtherSizesHaveTheirFactor() {
    let number = ExportItem.Number(
      right: [1], tolerance: .relative(0.01), unit: .kilotonnesPerYear, mistakes: [])
    let units = Dictionary(
      uniqueKeysWithValues: number.otherUnits.map { ($0.symbol, $0.multiplier) })
    #expect(units["t/yr"] == 1000)
    #expect(units["Mt/yr"] == 0.001)
    #expect(units["kt/yr"] == nil)
    let share = ExportItem.Number(
      right: [1], tolerance: .relative(0.01), unit: .share, mistakes: [])
    #expect(share.otherUnits.isEmpty)
  }

  @Test func theSamePackageIsTheSameArchive() throws {
    let package = try package(.qti21)
    let bytes = try package.zipped()
    #expect(bytes.starts(with: Array("PK".utf8)))
    #expect(try package.zipped() == bytes)
  }
}
