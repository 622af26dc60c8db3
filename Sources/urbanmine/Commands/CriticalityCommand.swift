internal import ArgumentParser
internal import Charts
internal import ModelFiles
internal import UrbanMining

/// `urbanmine criticality`: metals ranked by how uncertain their supply is.
struct CriticalityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "criticality",
    abstract: "Rank metals by how uncertain their supply is.",
    discussion: """
      EXAMPLE:
        urbanmine criticality
        urbanmine criticality --weight concentration=0.5 --weight import_reliance=0.5
        urbanmine criticality --random-weights -o ranks.svg

      INDICATORS (0 harmless, 1 critical) with their weights if none is given:
      \(CriticalityText.indicators)
      Weights must sum to 1; those that are not named count nothing. The composite is a
      convention: change the weights and look at the ranks again.
      """)

  @Option(
    parsing: .singleValue, help: ArgumentHelp("A weight of an indicator.", valueName: "name=value"))
  var weight: [String] = []
  @Flag(help: "Draw the weights as well, all sets of weights alike.")
  var randomWeights = false
  @Option(parsing: .unconditional, help: "How many draws stand behind the ranks.")
  var draws = 10_000
  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1
  @Option(name: .shortAndLong, help: "Draw the ranks to this file: .svg, .png, .pdf or .vl.json.")
  var output: String?
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    try TopicPicture.check(output, needs: "all", "all metals")
    _ = try weights()
  }

  func run() throws {
    let weights = try weights()
    try readingInput {
      let report = try CriticalityReport(
        tables: Library.metals, weights: weights, draws: draws, seed: seed,
        drawsWeights: randomWeights)
      if let output { try TopicPicture.write(try .criticality(report), to: output, size: .square) }
      try show(isJSON ? try jsonText(report) : CriticalityText(report).text)
    }
  }

  private func weights() throws -> [CriticalityIndicator: Double] {
    guard !weight.isEmpty else { return CriticalityIndicator.defaultWeights }
    var weights: [CriticalityIndicator: Double] = [:]
    for text in weight {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let value = Double(parts[1]) else {
        throw ValidationError(
          "'\(text)' is no weight: write name=value, such as concentration=0.5.")
      }
      guard let indicator = CriticalityIndicator(rawValue: parts[0]) else {
        let names = CriticalityIndicator.allCases.map(\.rawValue)
        let hint =
          Suggestion.hint(for: parts[0], in: names) ?? "there are \(names.joined(separator: ", "))"
        throw ValidationError("There is no indicator '\(parts[0])' (\(hint)).")
      }
      guard weights.updateValue(value, forKey: indicator) == nil else {
        throw ValidationError("The weight of '\(parts[0])' is given twice.")
      }
    }
    return weights
  }
}
