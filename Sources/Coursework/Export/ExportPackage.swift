internal import ModelFiles

/// A course, or a part of it, in the format of a learning platform.
public struct ExportPackage: Sendable {
  /// The platforms' formats.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Moodle XML, one file.
    case moodle
    /// GIFT, one file.
    case gift
    /// Open edX: a folder, to be packed with tar and gzip.
    case olx
    /// QTI 2.1: a content package.
    case qti21
    /// QTI 3.0: a content package.
    case qti3
  }

  /// A file of the package.
  public struct File: Hashable, Sendable {
    /// The path inside the package.
    public let path: String
    public let text: String
  }

  /// One for Moodle XML and GIFT, several for the others.
  public let files: [File]
  /// The questions that the format can't ask, and why.
  public let leftOut: [String]
  /// How many questions it holds, variants counted each.
  public let count: Int

  /// Exports assignments.
  ///
  /// - Parameters:
  ///   - assignments: what to export.
  ///   - course: the course that they are of.
  ///   - format: for which platform.
  ///   - variants: how many variants of each question; platforms pick one of them for each learner.
  /// - Complexity: O(questions × variants).
  public init(
    _ assignments: [Assignment], of course: Course, as format: Format, variants: Int
  ) throws(CourseError) {
    var (items, left) = ([ExportItem](), [ExportItem.LeftOut]())
    if format == .olx {
      let olx = try OLXCourse(assignments, of: course, variants: variants)
      files = olx.files
      left = olx.leftOut
      count = olx.count
    } else {
      for assignment in assignments {
        let made = try ExportItem.items(of: assignment, course: course, variants: variants)
        items += made.items
        left += made.leftOut
      }
      count = items.count
      switch format {
      case .moodle:
        files = [File(path: "questions.xml", text: MoodleXML(items, course: course.title).text)]
      case .gift:
        files = [File(path: "questions.gift", text: GIFTText(items, course: course.title).text)]
      case .qti21: files = QTIPackage(items, course: course, version: .two).files
      case .qti3, .olx: files = QTIPackage(items, course: course, version: .three).files
      }
    }
    leftOut = left.map { "\($0.question): \($0.reason)" }
  }

  /// The package as a zip archive.
  /// - Throws: where this build has no archives (the package trait `Excel`).
  public func zipped() throws -> [UInt8] {
    try zipArchive(of: files.map { (name: $0.path, bytes: Array($0.text.utf8)) })
  }
}
