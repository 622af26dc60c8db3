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

  /// Two variants of eight questions; of the series three years stand for all where a bank can't ask for
  /// them together.
  @Test(arguments: ExportPackage.Format.allCases)
  func asksEveryQuestion(_ format: ExportPackage.Format) throws {
    let package = try package(format)
    #expect(package.count == ([.moodle, .olx].contains(format) ? 16 : 20))
  }

  @Test func aSampledSeriesIsWorthAsMuchAsTheWhole() throws {
    let items = try items(variants: 1)
    let series = try #require(items.first { $0.path.last == "years" })
    #expect(series.sampled.map(\.id) == [2002, 2004, 2006].map { "\(series.id)-\($0)" })
    #expect(abs(series.sampled.reduce(0) { $0 + $1.points } - 2) < 1e-9)
    #expect(series.sampled.allSatisfy { !$0.prompt.contains("series.csv") })
    let other = try #require(items.first { $0.path.last == "metal" })
    #expect(other.sampled.map(\.id) == [other.id])
  }

  /// In the first year of the fixture the square is the value itself.
  @Test func aYearOffersNoMistakeThatIsRight() throws {
    let item = try #require(try items(variants: 1).first { $0.path.last == "years" })
    guard case .series(let series) = item.kind else {
      Issue.record("'years' is a series")
      return
    }
    #expect(series.number(at: 0).mistakes.map(\.feedback) == ["That is half."])
    let both = ["You squared ~ {it}.", "That is half."]
    #expect(series.number(at: 1).mistakes.map(\.feedback) == both)
  }

  private func items(variants: Int) throws -> [ExportItem] {
    try ExportItem.items(
      of: ExportCourse.assignment, course: ExportCourse.course, variants: variants)
  }

  @Test func identifiersAreUniqueNames() throws {
    let items = try items(variants: 12)
    let ids = (items + items.flatMap(\.sampled)).map(\.id)
    #expect(Set(items.map(\.id)).count == items.count)
    for id in ids {
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

  /// A learner gets some questions of a bank; an export has all of them, with the charts that one is about.
  @Test(arguments: ExportPackage.Format.allCases)
  func aBankIsExportedWhole(_ format: ExportPackage.Format) throws {
    let quiz = try Course.metals.assignment("w1-quiz")
    let package = try ExportPackage([quiz], of: .metals, as: format, variants: 2)
    #expect(package.count == 2 * quiz.questions.count)
    let text = package.files.map(\.text).joined()
    for question in quiz.questions { #expect(text.contains(question.id), "\(question.id)") }
    let pictures = package.files.filter { $0.path.hasSuffix(".svg") }
    switch format {
    case .moodle: #expect(text.contains("<file name=\"charts.svg\" path=\"/\""))
    case .gift: #expect(text.contains("data\\:image/svg+xml;base64,"))
    case .olx, .qti21, .qti3:
      #expect(pictures.count == 2)
      #expect(pictures.allSatisfy { $0.text.contains("<svg") })
    }
  }
}
