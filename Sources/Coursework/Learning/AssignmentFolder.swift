internal import Foundation
internal import ModelFiles

/// The folder of one assignment on the learner's machine: statement, data, answers and progress.
///
/// Everything that is known of the learner's work lies in it. It is read anew by every command and written whole
/// or not at all.
public struct AssignmentFolder: Sendable {
  public let path: String
  public let course: Course
  public let assignment: Assignment
  public let variant: Variant
  public let learner: LearnerID
  public let progress: Progress

  static let progressName = "progress.json"
  static let courseName = "course.json"

  // MARK: - Starting and opening

  /// Makes a folder named like the assignment.
  /// - Parameters:
  ///   - assignment: which one.
  ///   - learner: who it is for.
  ///   - parent: the folder to make it in.
  ///   - course: the course that it belongs to.
  ///   - pathway: the way through the course that the learner chose, if any.
  ///   - courseFile: the instructor's course, with its bytes; nil for the one that the program carries.
  ///   - time: now, as ISO 8601.
  /// - Throws: where there is such a folder already, or it can't be written.
  public static func start(
    _ assignment: Assignment, as learner: LearnerID, in parent: String, of course: Course,
    pathway: Pathway? = nil, courseFile: [UInt8]? = nil, at time: String
  ) throws(CourseError) -> AssignmentFolder {
    let path = (parent as NSString).appendingPathComponent(assignment.id)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw .file(path, reason: "it is there already: 'cd \(path)' and go on, or start elsewhere")
    }
    let variant = try assignment.variant(for: learner, secret: course.secret)
    let folder = AssignmentFolder(
      path: path, course: course, assignment: assignment, variant: variant, learner: learner,
      progress: Progress(
        course: course.id, assignment: assignment, learner: learner, pathway: pathway, time: time))
    let page = try StatementPage(assignment, variant, note: folder.note)
    let sheets = AnswerSheets(assignment, variant)
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path, reason: error.localizedDescription)
    }
    try folder.write(page.markdown, to: "statement.md")
    try folder.write(page.html, to: "statement.html")
    if let figure = page.figure { try folder.write(figure, to: StatementPage.figureName) }
    if let data = page.data { try folder.write(data, to: StatementPage.dataName) }
    try folder.write(sheets.emptyAnswers(for: learner), to: AnswerSheets.answersName)
    if let series = sheets.emptySeries { try folder.write(series, to: AnswerSheets.seriesName) }
    if let courseFile {
      try folder.write(String(decoding: courseFile, as: UTF8.self), to: courseName)
    }
    try folder.save(folder.progress)
    return folder
  }

  /// Opens the folder of an assignment that was started.
  /// - Throws: where it is none, or was started with another version of course or assignment.
  public init(path: String) throws(CourseError) {
    let bytes = try AssignmentFolder.bytes(
      (path as NSString).appendingPathComponent(AssignmentFolder.progressName),
      missing:
        "no assignment was started here: 'urbanmine course start ID --as LEARNER' makes a folder; "
        + "go into it first")
    let progress: Progress
    do {
      progress = try JSONDecoder().decode(Progress.self, from: Data(bytes))
    } catch {
      throw .file(AssignmentFolder.progressName, reason: "it can't be read: start again elsewhere")
    }
    guard progress.format == Progress.format else {
      throw .version("this folder was made by a newer urbanmine (\(progress.format)): update first")
    }
    let courseFile = FileManager.default.contents(
      atPath: (path as NSString).appendingPathComponent(AssignmentFolder.courseName))
    let course =
      try courseFile.map { (data) throws(CourseError) in
        try Course(bytes: [UInt8](data), name: AssignmentFolder.courseName)
      } ?? .metals
    guard course.id == progress.course else {
      throw .version(
        "this folder belongs to the course '\(progress.course)': its course.json is missing")
    }
    let assignment = try course.assignment(progress.assignment)
    guard assignment.version == progress.version else {
      throw .version(
        "this folder was started with version \(progress.version) of \(assignment.id), and this urbanmine has "
          + "version \(assignment.version): start again in another folder")
    }
    try progress.verify()
    let learner = try LearnerID(progress.learner)
    self.init(
      path: path, course: course, assignment: assignment,
      variant: try assignment.variant(for: learner, secret: course.secret), learner: learner,
      progress: progress)
  }

  private init(
    path: String, course: Course, assignment: Assignment, variant: Variant, learner: LearnerID,
    progress: Progress
  ) {
    self.path = path
    self.course = course
    self.assignment = assignment
    self.variant = variant
    self.learner = learner
    self.progress = progress
  }

  /// The same with another progress, after it was written.
  func saving(_ progress: Progress) throws(CourseError) -> AssignmentFolder {
    try save(progress)
    return AssignmentFolder(
      path: path, course: course, assignment: assignment, variant: variant, learner: learner,
      progress: progress)
  }

  /// What stands under the title of a statement.
  private var note: String {
    "\(course.title), week \(assignment.week). \(assignment.id), version \(assignment.version), for \(learner). "
      + "\(NumberText.short(assignment.points(of: variant))) points. You learn to \(assignment.outcome)."
  }

  // MARK: - Files

  /// What was filled in so far.
  /// - Throws: where the sheets can't be read.
  public func responses() throws(CourseError) -> [Response] {
    let answers = try AssignmentFolder.bytes(
      place(AnswerSheets.answersName), missing: "your answers belong into this file, and it is gone"
    )
    let series = FileManager.default.contents(atPath: place(AnswerSheets.seriesName))
    return try AnswerSheets(assignment, variant)
      .responses(answers: answers, series: series.map { [UInt8]($0) })
  }

  func write(_ text: String, to name: String) throws(CourseError) {
    do {
      try writeFile(text, to: place(name))
    } catch {
      throw .cannotWrite(place(name), reason: error.reason)
    }
  }

  /// The bytes of the instructor's course file that it was started with; nil for the course that the
  /// program carries.
  var courseFile: [UInt8]? {
    FileManager.default.contents(atPath: place(AssignmentFolder.courseName)).map { [UInt8]($0) }
  }

  func place(_ name: String) -> String { (path as NSString).appendingPathComponent(name) }

  private func save(_ progress: Progress) throws(CourseError) {
    do {
      try write(JSONValue(encoding: progress).readableText, to: AssignmentFolder.progressName)
    } catch let error as CourseError {
      throw error
    } catch {
      throw .file(AssignmentFolder.progressName, reason: "\(error)")
    }
  }

  private static func bytes(_ path: String, missing: String) throws(CourseError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .missing(path, reason: missing)
    }
    return [UInt8](data)
  }
}
