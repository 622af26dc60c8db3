internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// `urbanmine ewaste`: a year of e-waste, its collection rates and the metals in it.
struct EWasteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ewaste",
    abstract: "Show a year of e-waste: collection rates, metals and their value.",
    discussion: """
      EXAMPLE:
        urbanmine ewaste
        urbanmine ewaste --year 2008 --scenario longer-lives
        urbanmine ewaste --year 2014 --price-year 2010
        urbanmine ewaste ./my-model.yaml --metals phones.csv --json
        urbanmine ewaste -o ewaste.svg

      There are prices of 2005 to 2010 (of iron; to 2017 of the other metals).
      """)

  @Argument(help: "A bundled model, or the path of a model file.")
  var model = "ewaste-netherlands"
  @OptionGroup var changes: ModelArguments
  @Option(help: "The year.")
  var year = 2010
  @Option(help: "The year of the prices; default: the nearest with prices of all metals.")
  var priceYear: Int?
  @Option(help: ArgumentHelp("What the stream holds: columns metal, content.", valueName: "file"))
  var metals: String?
  @Option(help: ArgumentHelp("Prices: columns year, metal, price.", valueName: "file"))
  var prices: String?
  @Option(parsing: .unconditional, help: "The share of the collected metals that is recovered.")
  var recovery = 1.0
  @Option(name: .shortAndLong, help: "Draw all years to this file: .svg, .png, .pdf or .vl.json.")
  var output: String?
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    try TopicPicture.check(output, needs: model, "a model")
  }

  func run() throws {
    let results = try changes.solve(try Library.model(model))
    let document = try readingInput {
      let prices = try PriceTable(
        bytes: try Library.table(prices, or: "ewaste-metal-prices"),
        name: prices ?? "ewaste-metal-prices")
      let contents = try MetalContentTable.contents(
        bytes: try Library.table(metals, or: "ewaste-metals"), name: metals ?? "ewaste-metals")
      try check(results.plan.model)
      let priceYear =
        priceYear ?? prices.year(nearest: year, of: contents.map(\.metal)) ?? year
      let priced = try contents.map { content in
        try content.with(price: try prices.price(of: content.metal, in: priceYear))
      }
      return try EWasteDocument(
        try EWasteStatement(results, year: year, contents: priced, recovery: recovery),
        of: results, scenario: changes.scenarioName, priceYear: priceYear, recovery: recovery,
        published: try Library.published("ewaste-published"))
    }
    if let output {
      try TopicPicture.write(try readingInput { try .ewaste(document, results) }, to: output)
    }
    try show(isJSON ? try jsonText(document) : EWasteText(document).text)
  }

  /// What is not of this model is said before what has no price.
  private func check(_ model: SystemModel) throws {
    let material = model.header.material
    if let metal = try? Library.metals.metal(material).name {
      throw MetalError.cycleOfMetal(model: model.header.name, metal: metal)
    }
    guard model.time.index(ofYear: year) != nil else {
      throw EWasteError.unknownYear(
        year, first: model.time.label(of: 0), last: model.time.label(of: model.time.count - 1))
    }
  }
}

extension Library {
  /// The bytes of a file of the user, or of a bundled table.
  static func table(_ path: String?, or name: String) throws -> [UInt8] {
    try path.map(file) ?? bytes("tables/\(name).csv") ?? []
  }

  /// Published figures that stand beside a model's.
  static func published(_ name: String) throws -> [PublishedFigure] {
    try PublishedFigure.figures(
      in: try CSVTable(bytes: try table(nil, or: name), name: name), of: try package())
  }
}
