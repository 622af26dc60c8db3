/// What is known of a metal, on one card (schema `urbanmine/metal/1`); what has no source is nil or empty.
public struct MetalCard: Encodable, Sendable {
  let schema = "urbanmine/metal/1"
  public let metal: String
  public let symbol: String
  public let atomicNumber: Int
  public let casNumber: String
  /// In g/cm³.
  public let density: Double
  /// In °C.
  public let meltingPoint: Double
  /// In mg/kg of the continental crust.
  public let crustAbundance: Double
  public let uses: Uses?
  public let oreGrade: Grade?
  public let production: Production?
  /// What the shares of the producers are of: mines or smelters, in a year; nil without producers.
  public let producersOf: Production?
  public let producers: [Producer]
  public let reserves: [Reserve]
  public let staticRange: Double?
  public let prices: Prices?
  public let recyclingRates: [Rate]
  public let recyclingRoutes: [Route]
  public let impacts: [ImpactFigure]
  /// `critical`, `strategic_only` or nil.
  public let eu2023: String?
  public let sources: [String]

  public struct Uses: Encodable, Sendable {
    public let text: String
    public let scope: String
  }

  /// The grade of ore, in per cent, in the first and the last year.
  public struct Grade: Encodable, Sendable {
    /// `head_grade` (mean of mines, by production), `typical_mine` (geometric mean) or `mean_of_reserves`.
    public let measure: String
    public let firstYear: Int
    public let first: Double
    public let lastYear: Int
    public let last: Double
  }

  /// World production, in tonnes per year.
  public struct Production: Encodable, Sendable {
    public let year: Int
    public let amount: Double
    public let definition: String
    /// `mine` or `smelter`.
    public let stage: String
  }

  /// A country with its share of production.
  public struct Producer: Encodable, Sendable {
    public let country: String
    public let share: Double
  }

  /// Reserves or resources, in tonnes.
  public struct Reserve: Encodable, Sendable {
    public let quantity: String
    public let year: Int
    public let amount: Double
    public let definition: String
    public let note: String
  }

  /// Unit values in dollars per tonne, of the year and of 1998.
  public struct Prices: Encodable, Sendable {
    /// What the price is of, where it is not the metal itself.
    public let of: String
    public let years: [Int]
    public let values: [Double]
    public let values1998: [Double?]
  }

  /// A recycling rate that a study estimated, in per cent.
  public struct Rate: Encodable, Sendable {
    public let indicator: String
    public let low: Double
    public let high: Double
    public let estimates: Int
    /// Whether the figure is one that the rate lies below.
    public let isUpperBound: Bool
  }

  /// A way of recycling.
  public struct Route: Encodable, Sendable {
    public let route: String
    /// The share of the metal that is recovered.
    public let yield: Double?
    /// `at_least` or `at_most`, where the yield is a bound.
    public let yieldIs: String?
    /// In GJ per tonne of metal.
    public let energy: Double?
    /// The identifier of the source, or `assumption`.
    public let basis: String
    public let note: String
  }

  /// Energy (MJ/kg) or greenhouse gases (kg CO₂-eq/kg) of a kilogram of metal.
  public struct ImpactFigure: Encodable, Sendable {
    public let route: String
    public let indicator: String
    public let value: Double
    public let low: Double?
    public let high: Double?
    /// What the bounds are: `range`, `p95`, `assumption` or `none`.
    public let bounds: String
    /// `cradle to gate`, or `process energy`: that of the last process alone.
    public let scope: String
    public let basis: String
    public let note: String
  }
}

extension MetalCard.Prices {
  /// The unit value of a year, in dollars per tonne of that year.
  /// - Throws: where there is none.
  public func value(in year: Int) throws(MetalError) -> Double {
    guard let place = years.firstIndex(of: year) else {
      throw .missingYear(
        year, what: "unit value of \(of)", first: years.first ?? 0, last: years.last ?? 0)
    }
    return values[place]
  }
}
