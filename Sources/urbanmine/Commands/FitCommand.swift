internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// `urbanmine fit`: numbers of a model that observations ask for.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract:
      "Fit a model to observations, or a lifetime to ages.",
    discussion: """
      EXAMPLE:
        urbanmine fit cars.yaml --to stock.csv --vary use.lifetime.mean
        urbanmine fit cars.yaml --to stock.csv --vary 'use.lifetime in 0.5...2'
        urbanmine fit cars.yaml --to stock.csv --vary use.lifetime --posterior 2000
        urbanmine fit cars.yaml --to stock.csv --vary use.lifetime -o fitted.yaml
        urbanmine fit --ages ages.csv

      DATA is CSV: 'year,series,value,uncertainty', or 'year' and a column for
      each series, such as stock.use or flow.old_scrap; a 'unit' may stand beside
      each value. AGES is CSV: 'age,left,count' with left = 0 for what is still in
      use, 'entered' for what was not watched from the start and 'left_by' for
      intervals. A key is that of --set; '=START', 'in LOW...HIGH' and
      '~ normal(mean: 16, sd: 2)' may follow it (Documentation/Fitting.md).
      """)

  @Argument(help: "A bundled model, or the path of a model file.")
  var model: String?
  @OptionGroup var changes: ModelArguments
  @Option(name: .customLong("to"), help: ArgumentHelp("Observations.", valueName: "data"))
  var data: String?
  @Option(
    name: .customLong("vary"), parsing: .singleValue,
    help: ArgumentHelp("A number to be fitted, see above; repeatable.", valueName: "key"))
  var keys: [String] = []
  @Option(help: "squared, or huber and cauchy, for which what is far out counts less.")
  var loss: RobustLoss = .squared
  @Option(
    help: ArgumentHelp(
      "Also draw the posterior: so many draws of each of four chains.", valueName: "draws"))
  var posterior: Int?
  @Option(help: "The seed of all random numbers.")
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("Fit lifetimes to these ages instead of a model.", valueName: "file"))
  var ages: String?
  @Option(
    name: .customLong("family"), parsing: .singleValue,
    help: "weibull, lognormal or gamma; all if not given.")
  var families: [LifetimeFit.Family] = []
  @Option(
    name: .shortAndLong,
    help: "A model file to write (.yaml): the model with the scenario 'fitted'.")
  var output: String?
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    guard (ages == nil) != (model == nil) else {
      throw ValidationError("Give either a model or --ages.")
    }
    guard ages != nil || (data != nil && !keys.isEmpty) else {
      throw ValidationError("A model is fitted with --to DATA and at least one --vary KEY.")
    }
    guard posterior == nil || loss == .squared else {
      throw ValidationError(
        "The posterior takes errors as normal: leave out --posterior, or --loss \(loss.rawValue).")
    }
    if let output {
      guard model != nil, output != model, [".yaml", ".yml"].contains(where: output.hasSuffix)
      else {
        throw ValidationError("-o writes a fitted model to a new file that ends in .yaml.")
      }
    }
    guard posterior.map({ $0 >= 100 }) ?? true else {
      throw ValidationError("--posterior needs at least 100 draws.")
    }
  }

  func run() throws {
    guard let model, let data else { return try fitLifetimes() }
    let bytes = try Library.file(data)
    let file = try Library.model(model)
    let own = try changes.model(file)
    let (fit, chains) = try readingInput {
      let seen = try ObservationTable(bytes: bytes, name: data, unit: own.header.unit)
      let fit = try ModelFit(
        of: own, keys.map { try FitParameter(text: $0) }, to: seen.observations, loss: loss)
      return (fit, try posterior.map { try PosteriorFit(around: fit, draws: $0, seed: seed) })
    }
    let document = FitDocument(fit, posterior: chains, program: programName)
    try show(isJSON ? try jsonText(document) : FitText(fit, chains).text)
    if let output { try write(fit, of: file, to: output) }
  }

  /// Writes the model with its fitted scenario, once it is sure that it can be read from there.
  private func write(_ fit: ModelFit, of file: ModelFile, to path: String) throws {
    let own = try readingInput {
      try FittedModelText(
        fit, into: Library.modelText(model ?? ""), of: file, scenarios: changes.scenarios,
        settings: changes.settings, title: "Fitted to \(data ?? "")")
    }
    _ = try Library.model(bytes: Array(own.text.utf8), at: path)
    try deliver(own.text, to: path)
    note("wrote \(path); run it with --scenario \(own.scenario)")
  }

  private func fitLifetimes() throws {
    let path = ages ?? ""
    let bytes = try Library.file(path)
    let data = try readingInput { try AgeTable(bytes: bytes, name: path).data }
    let wanted = families.isEmpty ? LifetimeFit.Family.allCases : families
    let fits = try readingInput { try wanted.map { try LifetimeFit($0, to: data) } }
      .sorted { $0.akaike < $1.akaike }
    let document = LifetimeFitDocument(fits, to: data, program: programName)
    try show(isJSON ? try jsonText(document) : LifetimeFitText(fits, data).text)
  }
}
