internal import ArgumentParser
internal import Coursework
internal import Foundation

/// `urbanmine course export`: assignments for a learning platform.
struct CourseExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export assignments to a learning platform.",
    discussion: """
      EXAMPLE:
        urbanmine course export moodle -o questions.xml
        urbanmine course export olx --assignment w3-stock --variants 50 -o open-edx/

      moodle (Moodle XML) and gift are one file; olx (Open edX) is a folder; qti21 and qti3 are a zip
      archive, or a folder where the name does not end in .zip. Every question comes in so many variants,
      from which the platform picks one for each learner.
      """)

  @Argument(help: "moodle, gift, olx, qti21 or qti3.")
  var format: ExportPackage.Format
  @Option(
    name: .customLong("assignment"), parsing: .singleValue,
    help: "Only this assignment; repeatable.")
  var wanted: [String] = []
  @Option(help: "How many variants of each question.")
  var variants: Int = 20
  @Option(help: "The course file; without it the course that the program carries.")
  var course: String?
  @Option(name: .shortAndLong, help: "The file or the folder to write.")
  var output: String

  func validate() throws {
    guard (1...1000).contains(variants) else { throw ValidationError("From 1 to 1000 variants.") }
  }

  func run() throws {
    let course = try CourseLibrary.course(course).course
    let assignments = try course.assignments(named: wanted)
    let package = try CourseLibrary.coursework { () throws(CourseError) in
      try ExportPackage(assignments, of: course, as: format, variants: variants)
    }
    switch format {
    case .moodle, .gift: try deliver(package.files.map(\.text).joined(), to: output)
    case .qti21, .qti3:
      if output.lowercased().hasSuffix(".zip") {
        try deliver(try readingInput { try package.zipped() }, to: output)
      } else {
        try write(package)
      }
    case .olx: try write(package)
    }
    note("wrote \(package.count) questions to \(output)")
    if format == .olx {
      note("Studio imports 'course.tar.gz', made by: tar czf course.tar.gz -C '\(output)' course")
    }
  }

  private func write(_ package: ExportPackage) throws {
    for file in package.files {
      let path = "\(output)/\(file.path)"
      try makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
      try deliver(file.text, to: path)
    }
  }
}
