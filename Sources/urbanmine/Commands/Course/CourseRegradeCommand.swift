internal import ArgumentParser
internal import Coursework
internal import ModelFiles

/// `urbanmine course regrade`: all submissions of a store under another key.
struct CourseRegradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regrade",
    abstract: "Grade a store anew: who gains, who loses, and why.",
    discussion: """
      EXAMPLE:
        urbanmine course regrade gradebook.sqlite --since original --key key.csv \\
          --roster roster.csv -o gradebook.csv

      key.csv says what was decided, one line for each decision, with the reason that learners read:
        version,assignment,question,change,reason
        2,w3-stock,stock,accept last-year-omitted,the statement was not clear about 2020
        2,w3-stock,outflow,tolerance 0.01,spreadsheets round
      """)

  @Argument(help: "The store that 'urbanmine course grade' made.")
  var store: String
  @Option(help: "Compare with the grades under this version of the key, such as original.")
  var since: String
  @OptionGroup var arguments: GradingArguments
  @Option(name: .shortAndLong, help: "Write the new gradebook to this file: .csv.")
  var output: String?
  @Option(help: "For whom the gradebook is: plain, canvas or moodle.")
  var layout: Gradebook.Layout = .plain
  @Flag(name: .customLong("json"), help: "Print the changes as one JSON document.")
  var isJSON = false

  func run() throws {
    let terms = try arguments.terms()
    let store = try StoreFile.existing(store)
    let progress = Progress()
    let run = try readingInput {
      try RegradingRun(since: since, terms: terms, store: store) { progress.show($0, from: 0) }
    }
    progress.end()
    if let output { try deliver(run.marks.gradebook.csvText(layout), to: output) }
    let key = terms.grader.key.version
    try show(
      isJSON
        ? try jsonText(RegradingDocument(run.regrading, since: since, keyVersion: key))
        : RegradingText(run.regrading, since: since, key: key).text)
    for refusal in run.refused { note("not graded anew: \(refusal.file): \(refusal.reason)") }
    if let output { note("wrote \(output)") }
  }
}
