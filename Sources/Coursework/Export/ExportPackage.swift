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
    if format == .olx {
      let olx = try OLXCourse(assignments, of: course, variants: variants)
      files = olx.files
      count = olx.count
    } else {
      var items: [ExportItem] = []
      for assignment in assignments {
        items += try ExportItem.items(of: assignment, course: course, variants: variants)
      }
      // Of question banks Moodle's alone can ask for all years at once.
      if format != .moodle { items = items.flatMap(\.sampled) }
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
  }

  /// The package as a zip archive.
  /// - Throws: where this build has no archives (the package trait `Excel`).
  public func zipped() throws -> [UInt8] {
    try zipArchive(of: files.map { (name: $0.path, bytes: Array($0.text.utf8)) })
  }
}
