internal import ArgumentParser
internal import Foundation
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
        urbanmine outlook copper-2100 aluminium-2100 zinc-2100 lead-2100

      Several models stand side by side. Where a model says what is uncertain, the ranges are those of an
      ensemble.
      """)

  @Argument(help: "Bundled models, or paths of model files.")
  var models: [String]
  @OptionGroup var changes: ModelArguments
  @Option(help: "The dimension whose elements are told apart, such as metal.")
  var by: String?
  @Option(help: "The year from which primary metal is summed; default: 2020, or the first year.")
  var since: Int?
  @Option(
    help: ArgumentHelp(
      "Reserves in tonnes: columns metal, reserves ('a+b' where they are published together).",
      valueName: "file"))
  var reserves: String?
  @Option(help: "How many draws of what is uncertain are behind the ranges; 0 for no ranges.")
  var draws = 1000
  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    guard !models.isEmpty else { throw ValidationError("Name a model.") }
    guard (0...100_000).contains(draws) else {
      throw ValidationError("--draws must be between 0 and 100000.")
    }
  }

  func run() throws {
    let documents = try models.map(document)
    if isJSON {
      try show(
        documents.count == 1 ? try jsonText(documents[0]) : try jsonText(OutlookList(documents)))
    } else {
      try show(OutlookText(documents).text)
    }
  }

  private func document(_ name: String) throws -> OutlookDocument {
    let file = try Library.model(name)
    let results = try changes.solve(file)
    let time = results.plan.model.time
    let since = since ?? (time.index(ofYear: 2020) == nil ? Int(time.labels[0]) : 2020)
    func document(_ spreads: [OutlookSpread]) throws -> OutlookDocument {
      try readingInput {
        try OutlookDocument(
          results, by: by, since: since,
          reserves: try OutlookDocument.reserves(
            bytes: try Library.table(reserves, or: "cleantech-reserves"),
            name: reserves ?? "cleantech-reserves"),
          spreads: spreads, seed: seed, scenario: changes.scenarioName)
      }
    }
    let plain = try document([])
    guard draws > 0, file.uncertainty != nil else { return plain }
    let uncertainty = try changes.uncertainty(of: file)
    return try document(
      try readingInput {
        try OutlookSpread.all(
          of: uncertainty, along: by, since: Double(since), draws: draws, seed: seed,
          threads: ProcessInfo.processInfo.activeProcessorCount)
      })
  }
}
