internal import ArgumentParser
internal import Charts
internal import Coursework
internal import Foundation
internal import ModelFiles

/// `urbanmine course stats`: how the questions did.
struct CourseStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show how hard each question is and what went wrong.",
    discussion: """
      EXAMPLE:
        urbanmine course stats gradebook.sqlite
        urbanmine course stats gradebook.sqlite --assignment w3-stock -o statistics/
      """)

  @Argument(help: "The store that 'urbanmine course grade' made.")
  var store: String
  @Option(name: .customLong("assignment"), help: "Only this assignment.")
  var wanted: String?
  @Option(name: .shortAndLong, help: "Write statistics.csv and charts (SVG) to this folder.")
  var output: String?
  @Flag(name: .customLong("json"), help: "Print the statistics as one JSON document.")
  var isJSON = false

  func run() throws {
    let store = try StoreFile.existing(store)
    let grades = try readingInput { try store.grades() }
    let assignments = Set(grades.map(\.assignment)).sorted()
    if let wanted, !assignments.contains(wanted) {
      throw Failure(
        code: Failure.badInput,
        message: "nobody has handed in '\(wanted)' "
          + "(there are \(assignments.joined(separator: ", ")))")
    }
    let items = assignments.filter { wanted == nil || wanted == $0 }.flatMap { assignment in
      ItemStatistics.all(grades.filter { $0.assignment == assignment })
    }
    try show(isJSON ? try jsonText(StatisticsDocument(items)) : StatisticsText(items).text)
    if let output { try write(items, to: output) }
  }

  private func write(_ items: [ItemStatistics], to folder: String) throws {
    try makeFolder(folder)
    try deliver(ItemStatistics.csvText(items), to: "\(folder)/statistics.csv")
    let charts = try readingInput {
      try StatisticsCharts.all(items, footer: "Last attempt of each learner; \(programName)")
    }
    for (name, chart) in charts {
      try deliver(chart.picture().svg, to: "\(folder)/\(name).svg")
    }
    note("wrote \(charts.count) charts and statistics.csv to \(folder)")
  }
}
