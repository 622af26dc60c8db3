public import UrbanMining

/// Metals ranked by criticality (schema `urbanmine/criticality/1`).
public struct CriticalityReport: Encodable, Sendable {
  let schema = "urbanmine/criticality/1"
  public let weights: [String: Double]
  public let draws: Int
  public let seed: UInt64
  public let weightsDrawn: Bool
  public let metals: [Metal]

  public struct Metal: Encodable, Sendable {
    public let metal: String
    public let rank: Int
    public let rankLow: Int
    public let rankHigh: Int
    public let score: Double
    public let scoreLow: Double
    public let scoreHigh: Double
    /// The share of the weight for which there is a figure.
    public let coverage: Double
    /// The Herfindahl–Hirschman index of production, with its bounds.
    public let hhi: Double?
    public let hhiLow: Double?
    public let hhiHigh: Double?
    /// Static range of reserves, in years.
    public let reserveYears: Double?
    /// What each indicator counts, from 0 to 1.
    public let indicators: [String: Double]
    /// `critical`, `strategic_only` or nil where the European list of 2023 does not have it.
    public let eu2023: String?
  }

  /// Assesses the sixteen metals of the bundled tables.
  /// - Parameters:
  ///   - tables: the bundled tables.
  ///   - weights: of the indicators, summing to 1.
  ///   - draws: how many.
  ///   - seed: of the draws.
  ///   - drawsWeights: whether weights are drawn as well.
  /// - Throws: what is wrong with a table or the weights.
  public init(
    tables: MetalTables, weights: [CriticalityIndicator: Double], draws: Int, seed: UInt64,
    drawsWeights: Bool
  ) throws {
    let properties = try tables.properties()
    let facts = try properties.map { try MetalFacts($0, tables: tables) }
    let assessment = try CriticalityAssessment(
      facts.map(\.metal), weights: weights, draws: draws, seed: seed, drawsWeights: drawsWeights)
    self.weights = Dictionary(
      uniqueKeysWithValues: assessment.weights.map { ($0.key.rawValue, $0.value) })
    self.draws = draws
    self.seed = seed
    weightsDrawn = drawsWeights
    metals = assessment.scores.compactMap { score in
      guard let own = facts.first(where: { $0.metal.name == score.metal.name }) else { return nil }
      return Metal(
        metal: score.metal.name, rank: score.rank, rankLow: score.rankRange.low,
        rankHigh: score.rankRange.high, score: score.value, scoreLow: score.range.low,
        scoreHigh: score.range.high, coverage: score.coverage,
        hhi: own.concentration.map { $0.value * 1e4 },
        hhiLow: own.concentration.map { $0.low * 1e4 },
        hhiHigh: own.concentration.map { $0.high * 1e4 },
        reserveYears: own.reserveYears,
        indicators: Dictionary(
          uniqueKeysWithValues: score.metal.indicators.map { ($0.key.rawValue, $0.value.value) }),
        eu2023: own.listed)
    }
  }
}

/// What the tables say of one metal.
private struct MetalFacts {
  let metal: CriticalityAssessment.Metal
  let concentration: RangedShare?
  let reserveYears: Double?
  let listed: String?

  init(_ properties: MetalProperties, tables: MetalTables) throws {
    let name = properties.name
    var indicators = try tables.indicators(of: name)
    let own = try tables.production(of: name, asGroup: false)
    let group = try tables.production(of: name)
    if let concentration = try (own.isEmpty ? group : own).concentration() {
      indicators[.concentration] = try RangedShare(
        concentration.index / 1e4, low: concentration.lowest / 1e4,
        high: concentration.highest / 1e4)
    }
    let reserves = try tables.reserves(of: name).filter { $0.kind == "reserves" }.last
    if let world = group.latestWorld, let reserves,
      world.quantity.definition == reserves.quantity.definition
    {
      let years = try DepletionTime(of: reserves.quantity, at: world.quantity).staticYears
      // Reserves are printed to two digits; a fifth either way stands for that and for production.
      let (low, high) = (
        CriticalityIndicator.shortRange(years: years * 1.2),
        CriticalityIndicator.shortRange(years: years * 0.8)
      )
      indicators[.shortRange] = try RangedShare(
        CriticalityIndicator.shortRange(years: years), low: low, high: high)
      reserveYears = years
    } else {
      reserveYears = nil
    }
    metal = CriticalityAssessment.Metal(name, indicators)
    concentration = indicators[.concentration]
    listed = try tables.europeanStatus(of: properties.symbol)
  }
}

extension MetalTables {
  /// The indicators of a metal that are figures of the table `criticality-indicators`.
  func indicators(
    of metal: String
  ) throws(ModelFileError) -> [CriticalityIndicator: RangedShare] {
    let pairs = try rows(
      "criticality-indicators", "metal", "indicator", "value", "low", "high"
    ).only("metal", metal).map {
      (row) throws(Fault) -> (CriticalityIndicator, RangedShare) in
      let (value, low, high) = (
        try row.number("value"), try row.number("low"), try row.number("high")
      )
      let share = try row.checked("value") { () throws(CriticalityError) in
        try RangedShare(value, low: low, high: high)
      }
      switch row.text("indicator") {
      case "eol_rir": return (.missingRecycling, share.complement)
      case let name:
        guard let indicator = CriticalityIndicator(rawValue: name) else {
          throw row.fault("indicator", "there is no indicator '\(name)'")
        }
        return (indicator, share)
      }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Where an element stands on the European list of 2023; nil where it is not on it.
  func europeanStatus(of symbol: String) throws(ModelFileError) -> String? {
    try rows("eu-critical-raw-materials", "elements", "status").only("elements", containing: symbol)
      .map { (row) throws(Fault) in row.text("status") }.first
  }
}
