internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// `urbanmine landfill`: landfills and tailings as mines.
struct LandfillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "landfill",
    abstract: "Show landfills and tailings as mines, decade by decade.",
    discussion: """
      EXAMPLE:
        urbanmine landfill copper
        urbanmine landfill copper --in tailings --price 7680 --yearly-use 20000000
        urbanmine landfill zinc --in zinc_lead_tailings
        urbanmine landfill metal --site 16000000 --grade 0.03 --moisture 0.25 --recovery 0.7
      """)

  @Argument(help: "The element to look for, such as copper.")
  var element: String
  @Option(help: "A model with a sink over a dimension 'element'.")
  var model = "landfills"
  @OptionGroup var changes: ModelArguments
  @Option(
    name: .customLong("in"),
    help: "The sink: landfill, tailings (of copper ore) or zinc_lead_tailings.")
  var deposit = "landfill"
  @Option(help: "A single site instead of a model: its wet mass in tonnes.")
  var site: Double?
  @Option(help: "The metal's share of the mass of the site.")
  var grade: Double?
  @Option(help: "Whether the grade of the site counts on the dry or the wet mass.")
  var basis = DepositMining.Basis.dry
  @Option(help: "The share of water in what is dug up.")
  var moisture = 0.25
  @Option(help: "The share of the metal that is recovered.")
  var recovery = 0.7
  @Option(help: "MJ for digging and sorting a tonne, wet.")
  var energy = 100.0
  @Option(help: "The price of a tonne of the metal; its last unit value in dollars if not given.")
  var price: Double?
  @Option(
    help: "Tonnes of the metal that are used in a year; its last primary production if not given.")
  var yearlyUse: Double?
  @Option(help: "How many draws of what is uncertain are behind the range; 0 for none.")
  var draws = 1000
  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    guard (site == nil) == (grade == nil) else {
      throw ValidationError("--site and --grade go together.")
    }
    guard (0...1_000_000).contains(draws) else {
      throw ValidationError("--draws must be between 0 and 1000000.")
    }
  }

  func run() throws {
    let document = try readingInput {
      let mining = try LandfillDocument.Mining(
        moisture: moisture, recovery: recovery, energy: energy, price: price, yearlyUse: yearlyUse,
        usual: try Library.metals.usualFigures(of: element))
      if let site, let grade {
        return try LandfillDocument(site: site, grade: grade, basis: basis, of: element, mining)
      }
      let file = try Library.model(model)
      let results = try changes.solve(file)
      let ledger = try DepositLedger(results, in: deposit, of: element, along: "element")
      let isDrawn = draws > 0 && file.uncertainty != nil
      let spread =
        isDrawn
        ? try DepositSpread(
          changes.uncertainty(of: file), in: deposit, of: element, draws: draws, seed: seed) : nil
      return try LandfillDocument(
        ledger, of: results, scenario: changes.scenarioName, mining, metalRange: spread?.amounts)
    }
    try show(isJSON ? try jsonText(document) : LandfillText(document).text)
  }
}
