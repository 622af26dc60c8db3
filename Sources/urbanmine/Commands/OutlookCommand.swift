internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// `urbanmine outlook`: how far recycling can replace mining, and when.
struct OutlookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outlook",
    abstract: "Show how far recycling can replace mining, and from when on.",
    discussion: """
      EXAMPLE:
        urbanmine outlook cleantech --by metal
        urbanmine outlook cleantech --by metal --scenario net-zero-circular
        urbanmine outlook copper-2100 --scenario circular --json
      """)

  @Argument(help: "A bundled model, or the path of a model file.")
  var model: String
  @OptionGroup var changes: ModelArguments
  @Option(help: "The dimension whose elements are told apart, such as metal.")
  var by: String?
  @Option(help: "The year from which primary metal is summed; default: 2020, or the first year.")
  var since: Int?
  @Option(help: ArgumentHelp("Reserves in tonnes: columns metal, reserves.", valueName: "file"))
  var reserves: String?
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func run() throws {
    let results = try changes.solve(try Library.model(model))
    let time = results.plan.model.time
    let document = try readingInput {
      try OutlookDocument(
        results, by: by,
        since: since ?? (time.index(ofYear: 2020) == nil ? Int(time.labels[0]) : 2020),
        reserves: try OutlookDocument.reserves(
          bytes: try Library.table(reserves, or: "cleantech-reserves"),
          name: reserves ?? "cleantech-reserves"),
        scenario: changes.scenarioName)
    }
    try show(isJSON ? try jsonText(document) : OutlookText(document).text)
  }
}
