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
        urbanmine fit --ages ages.csv

      DATA is CSV: 'year,series,value,uncertainty', or 'year' and a column for
      each series, such as stock.use or flow.old_scrap. AGES is CSV:
      'age,left,count' with left = 0 for what is still in use. A key is that of
      --set; '=START', 'in LOW...HIGH' and '~ normal(mean: 16, sd: 2)' may follow
      it (Documentation/Fitting.md).
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
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    guard (ages == nil) != (model == nil) else {
      throw ValidationError("Give either a model or --ages.")
    }
    guard ages != nil || (data != nil && !keys.isEmpty) else {
      throw ValidationError("A model is fitted with --to DATA and at least one --vary KEY.")
    }
    guard posterior.map({ $0 >= 100 }) ?? true else {
      throw ValidationError("--posterior needs at least 100 draws.")
    }
  }

  func run() throws {
    guard let model, let data else { return try fitLifetimes() }
    let bytes = try Library.file(data)
    let own = try changes.model(try Library.model(model))
    let (fit, chains) = try readingInput {
      let fit = try ModelFit(
        of: own, keys.map { try FitParameter(text: $0) },
        to: ObservationTable(bytes: bytes, name: data).observations, loss: loss)
      return (fit, try posterior.map { try PosteriorFit(around: fit, draws: $0, seed: seed) })
    }
    let document = FitDocument(fit, posterior: chains, program: programName)
    try show(isJSON ? try jsonText(document) : FitText(fit, chains).text)
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
