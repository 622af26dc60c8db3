public import UrbanMining

/// A year of e-waste as JSON holds it (schema `urbanmine/ewaste/1`).
public struct EWasteDocument: Encodable, Sendable {
  let schema = "urbanmine/ewaste/1"
  public let model: String
  public let scenario: String?
  public let year: Int
  /// The year of the prices.
  public let priceYear: Int
  /// The share of the collected metals that is recovered.
  public let recovery: Double
  /// `kt/yr`: the unit of the flows of equipment.
  public let unit: String
  public let putOnMarket: Double
  public let generated: Double
  public let generatedByDensity: Double?
  public let lostByDensity: Double?
  public let collected: Double
  public let rateOfGenerated: Double?
  public let rateOfMarket: Double?
  public let kilogramsPerCapita: Double?
  public let metals: [Metal]
  /// The years of the model, without the metals.
  public let arisings: EWasteArisings
  public let published: [PublishedFigure]

  /// A metal in the stream: tonnes, dollars, tonnes CO₂-equivalent and terajoules, all per year.
  public struct Metal: Encodable, Sendable {
    public let metal: String
    public let content: Double
    public let price: Double?
    public let generated: Double
    public let collected: Double
    public let value: Double?
    public let collectedValue: Double?
    public let avoidedGases: Double?
    public let avoidedEnergy: Double?
  }

  /// - Parameters:
  ///   - statement: the figures of the year.
  ///   - results: the solved model that they come from.
  ///   - scenario: what the result is called; nil for the model as it stands.
  ///   - priceYear: the year of the prices.
  ///   - recovery: the share of the collected metals that is recovered.
  ///   - published: figures to show beside the model's.
  /// - Throws: `EWasteError` where nothing is in service.
  public init(
    _ statement: EWasteStatement, of results: SystemResults, scenario: String?, priceYear: Int,
    recovery: Double, published: [PublishedFigure]
  ) throws(EWasteError) {
    model = results.plan.model.header.name
    self.scenario = scenario
    year = statement.year
    self.priceYear = priceYear
    self.recovery = recovery
    unit = results.plan.model.header.unit.rawValue + "/yr"
    putOnMarket = statement.putOnMarket
    generated = statement.generated
    generatedByDensity = statement.generatedByDensity
    lostByDensity = statement.lostByDensity
    collected = statement.collected
    rateOfGenerated = statement.rateOfGenerated
    rateOfMarket = statement.rateOfMarket
    kilogramsPerCapita = statement.kilogramsPerCapita
    metals = statement.metals.map {
      Metal(
        metal: $0.content.metal, content: $0.content.share, price: $0.content.price,
        generated: $0.generated, collected: $0.collected, value: $0.value,
        collectedValue: $0.collectedValue, avoidedGases: $0.avoidedGases,
        avoidedEnergy: $0.avoidedEnergy)
    }
    arisings = try EWasteArisings(results)
    self.published = published
  }
}

/// A published figure that stands beside a model's and is never joined with it.
public struct PublishedFigure: Encodable, Hashable, Sendable {
  public let year: Int
  /// What is counted, in words.
  public let quantity: String
  public let region: String
  public let value: Double
  public let unit: String
  /// Who published it, as footnotes call it.
  public let source: String

  /// Reads the figures of a table with the columns `year`, `quantity`, `region`, `value`, `unit` and `basis`.
  /// - Parameters:
  ///   - table: a table of the data package.
  ///   - package: the package, which names the sources.
  public static func figures(
    in table: CSVTable, of package: DataPackage
  ) throws(ModelFileError) -> [PublishedFigure] {
    do throws(Fault) {
      let names = ["year", "quantity", "region", "value", "unit", "basis"]
      var columns: [Int] = []
      for name in names { columns.append(try table.index(ofColumn: name)) }
      var figures: [PublishedFigure] = []
      for row in table.rows.indices {
        guard let year = try table.number(row: row, column: columns[0]),
          let value = try table.number(row: row, column: columns[3])
        else { throw table.fault(at: table[row, columns[0]], "a year and a value are needed") }
        let words = columns.map { table[row, $0].text }
        figures.append(
          PublishedFigure(
            year: Int(year), quantity: String(words[1].map { $0 == "_" ? " " : $0 }),
            region: words[2], value: value, unit: words[4],
            source: package.source(words[5])?.short ?? words[5]))
      }
      return figures
    } catch {
      throw ModelFileError([error])
    }
  }
}
