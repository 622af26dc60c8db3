/// What makes the supply of a metal uncertain, each as a number from 0 (harmless) to 1.
public enum CriticalityIndicator: String, Hashable, Sendable, CaseIterable {
  /// The concentration of production in few countries: HHI / 10,000.
  case concentration
  /// The share of production that comes as a by-product of other metals.
  case companionality
  /// The share of use that is imported.
  case importReliance = "import_reliance"
  /// How poorly others can take its place.
  case substitutionDifficulty = "substitution_difficulty"
  /// What is lacking in recycling: 1 − EOL-RIR.
  case missingRecycling = "missing_recycling"
  /// How short the static range of reserves is: max(0, 1 − years / 100).
  case shortRange = "short_range"

  /// The share that a reserve range in years counts as.
  ///
  /// ```
  /// max(0, 1 − years / 100)
  /// ```
  /// a century or more counts nothing, since reserves are a working inventory.
  public static func shortRange(years: Double) -> Double { max(0, 1 - years / 100) }

  /// The weights that are used if none are given. They are a judgement: supply by countries counts most,
  /// geology least.
  public static let defaultWeights: [CriticalityIndicator: Double] = [
    .concentration: 0.25, .companionality: 0.15, .importReliance: 0.15,
    .substitutionDifficulty: 0.20, .missingRecycling: 0.15, .shortRange: 0.10,
  ]
}

/// A number between 0 and 1 with its range.
public struct RangedShare: Hashable, Sendable {
  public let value: Double
  public let low: Double
  public let high: Double

  /// - Throws: where a number is not between 0 and 1, or the value lies outside of the range.
  public init(_ value: Double, low: Double, high: Double) throws(CriticalityError) {
    for (name, number) in [
      ("the value", value), ("the lower bound", low), ("the upper bound", high),
    ]
    where !(number >= 0 && number <= 1) {
      throw .notAShare(name: name, value: number)
    }
    guard low <= value, value <= high else {
      throw .outsideOfRange(name: "the value", value: value, low: low, high: high)
    }
    self.value = value
    self.low = low
    self.high = high
  }

  /// The same seen from the other side: 1 − value.
  public var complement: RangedShare { RangedShare(1 - value, 1 - high, 1 - low) }

  private init(_ value: Double, _ low: Double, _ high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }
}
