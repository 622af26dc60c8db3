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

  /// The world mean grade of ore, in per cent, in the first and the last year.
  public struct Grade: Encodable, Sendable {
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
    /// In GJ per tonne of metal.
    public let energy: Double?
    public let note: String
  }

  /// Energy (MJ/kg) or greenhouse gases (kg CO₂-eq/kg) of a kilogram of metal.
  public struct ImpactFigure: Encodable, Sendable {
    public let route: String
    public let indicator: String
    public let value: Double
    public let low: Double?
    public let high: Double?
    /// `cradle to gate`, or `process energy` of the last step alone.
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
