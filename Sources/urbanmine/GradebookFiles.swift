internal import Coursework
internal import Foundation

/// The files that a grading leaves.
struct GradebookFiles {
  private let path: String

  /// - Parameter path: of the gradebook; the others are named after it.
  init(_ path: String) {
    self.path = path
  }

  /// Writes the gradebook, and what was odd about files if anything was.
  func write(_ run: GradingRun, layout: Gradebook.Layout) throws {
    try deliver(run.marks.gradebook.csvText(layout), to: path)
    let problems = GradebookFiles.problems(run)
    if problems.count > 1 {
      let lines = problems.map { $0.map(SpreadsheetCell.field).joined(separator: ",") + "\r\n" }
      try deliver(lines.joined(), to: problemsPath)
    }
  }

  /// The file with what was odd.
  var problemsPath: String { path.dropLast(4) + "-problems.csv" }

  private static func problems(_ run: GradingRun) -> [[String]] {
    [["what", "file or learner", "reason"]]
      + run.batch.refused.map { ["not graded", $0.file, $0.reason] }
      + run.batch.remarks.map { ["look at", $0.file, $0.reason] }
      + run.copied.map { ["look at", $0.learner, GradingText.words($0)] }
  }

  /// Writes what each learner may read, in files named by their ids.
  static func write(_ marks: CourseMarks, _ course: Course, to folder: String) throws {
    try makeFolder(folder)
    for feedback in LearnerFeedback.all(marks, course: course) {
      try deliver(feedback.markdown, to: "\(folder)/\(feedback.learner.id).md")
      try deliver(feedback.html, to: "\(folder)/\(feedback.learner.id).html")
    }
  }
}

/// Makes a folder and those that it is in, unless they are there.
func makeFolder(_ path: String) throws {
  do {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: nil)
  } catch {
    throw Failure(
      code: Failure.cannotWrite,
      message: "can't make the folder '\(path)': \(error.localizedDescription)")
  }
}
