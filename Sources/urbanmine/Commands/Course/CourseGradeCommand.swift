internal import ArgumentParser
internal import Coursework
internal import Foundation
internal import ModelFiles

/// `urbanmine course grade`: a folder of submissions becomes a gradebook.
struct CourseGradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Grade a folder of submissions into a gradebook.",
    discussion: """
      EXAMPLE:
        urbanmine course grade submissions/ --roster roster.csv -o gradebook.csv
        urbanmine course grade submissions/ --roster roster.csv -o friday.csv --layout canvas \\
          --attempts last --late-per-day 10 --late-most 50 --feedback feedback/

      Beside gradebook.csv stands gradebook.sqlite with every submission, grade, key and reason; later
      runs add to it. Files that can't be graded stop nothing: they are listed with the reason, here
      and in gradebook-problems.csv. Nothing leaves this machine.
      """)

  @Argument(help: "The folder with the submissions; folders in it are searched too.")
  var submissions: String
  @OptionGroup var arguments: GradingArguments
  @Option(name: .shortAndLong, help: "Write the gradebook to this file: .csv.")
  var output: String
  @Option(help: "For whom the gradebook is: plain, canvas or moodle.")
  var layout: Gradebook.Layout = .plain
  @Option(help: "The store of all grades; without it the output's name with .sqlite.")
  var store: String?
  @Option(help: "Write what each learner may read to this folder: ID.md and ID.html.")
  var feedback: String?
  @Flag(name: .customLong("json"), help: "Print what was found as one JSON document.")
  var isJSON = false

  func validate() throws {
    guard output.lowercased().hasSuffix(".csv") else {
      throw ValidationError("'\(output)' must end in .csv.")
    }
  }

  func run() throws {
    let terms = try arguments.terms()
    let files = GradingBatch.files(in: submissions)
    guard !files.isEmpty else {
      throw Failure(code: Failure.missingInput, message: "there is no file in '\(submissions)'")
    }
    let store = try StoreFile.open(store ?? output.dropLast(4) + ".sqlite")
    let progress = Progress()
    let run = try readingInput {
      try GradingRun(folder: submissions, files: files, terms: terms, store: store) {
        progress.show($0, from: 0)
      }
    }
    progress.end()
    try GradebookFiles(output).write(run, layout: layout)
    if let feedback { try GradebookFiles.write(run.marks, terms.grader.course, to: feedback) }
    let key = terms.grader.key.version
    try show(
      isJSON
        ? try jsonText(GradingDocument(run, keyVersion: key))
        : GradingText(run, output: output, feedback: feedback).text)
  }
}
