internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// `urbanmine compare`: scenarios of a model beside its base.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show scenarios of a model beside its base.",
    discussion: """
      EXAMPLE:
        urbanmine compare copper
        urbanmine compare copper --scenario longer-lives --scenario circular
        urbanmine compare copper --scenario circular --year 2010 --json
        urbanmine compare ./my-model.yaml -o scenarios.csv
      """)

  @Argument(help: "A bundled model (see 'urbanmine data list') or the path of a model file.")
  var model: String
  @Option(
    name: .customLong("scenario"), parsing: .singleValue,
    help: "A scenario of the model; several stand side by side. Default: all.")
  var scenarios: [String] = []
  @Option(
    name: .customLong("year"), parsing: .singleValue,
    help: "A year to compare; may be repeated. Default: the last year and some before it.")
  var years: [Int] = []
  @Option(
    name: .shortAndLong, help: "Write to this file: all series (.csv), or the comparison (.json).")
  var output: String?
  @Flag(name: .customLong("json"), help: "Print the comparison as one JSON document.")
  var isJSON = false

  func validate() throws {
    try TableOrDocument.check(output)
  }

  func run() throws {
    let file = try Library.model(model)
    let comparison = try readingInput { try self.comparison(file) }
    let periods = try years.isEmpty ? comparison.tellingPeriods : years.map { try period($0, file) }
    let document = ComparisonDocument(comparison, periods: periods, program: programName)
    if let output {
      let isTable = TableOrDocument(path: output) == .table
      try deliver(isTable ? comparison.csvText() : try jsonText(document), to: output)
    }
    try show(
      isJSON ? try jsonText(document) : ComparisonText(comparison, periods: periods).text)
    if let output { note("wrote \(output)") }
  }

  private func comparison(_ file: ModelFile) throws -> ScenarioComparison {
    let chosen =
      scenarios.isEmpty ? file.scenarios : try scenarios.map { try file.scenario($0) }
    guard !chosen.isEmpty else {
      throw Failure(
        code: Failure.badInput, message: "'\(file.name)' has no scenarios to compare with its base")
    }
    return try ScenarioComparison(of: chosen, in: file.base)
  }

  private func period(_ year: Int, _ file: ModelFile) throws -> Int {
    guard let period = file.base.time.index(ofYear: year) else {
      throw Failure(
        code: Failure.badInput,
        message: "the model has no year \(year): its years are \(file.base.time.span)")
    }
    return period
  }
}
