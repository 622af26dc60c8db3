/// How scarce a metal is by the usual measures (schema `urbanmine/scarcity/1`).
public struct ScarcityReport: Encodable, Sendable {
  let schema = "urbanmine/scarcity/1"
  public let metal: String
  public let production: Figure
  public let ranges: [Range]
  public let demand: [Demand]
  public let reservesByYear: [ReserveYear]
  public let grade: Grade?
  public let peaks: [Peak]
  public let sources: [String]

  /// An amount and the year that it stands for.
  public struct Figure: Encodable, Sendable {
    public let year: Int
    /// In tonnes, or tonnes per year.
    public let amount: Double
    public let definition: String
  }

  /// The static and dynamic range of reserves or resources.
  public struct Range: Encodable, Sendable {
    public let quantity: String
    public let amount: Figure
    /// Nil where the amount counts something else than production does.
    public let staticYears: Double?
    public let dynamic: [Dynamic]
    public let note: String
  }

  /// The dynamic range for one rate of growth, by convention.
  public struct Dynamic: Encodable, Sendable {
    public let growth: Double
    public let discrete: Double?
    public let continuous: Double?
    public let growthFirst: Double?
  }

  /// What is mined until a year, for one rate of growth.
  public struct Demand: Encodable, Sendable {
    public let growth: Double
    public let years: [Int]
    public let cumulative: [Double]
    public let reservesUsedUp: Int?
    public let resourcesUsedUp: Int?
  }

  /// Reserves of a year beside what they would be if they were a stock.
  public struct ReserveYear: Encodable, Sendable {
    public let year: Int
    public let reserves: Double
    /// What was mined since the first of the years; nil where production is not known.
    public let minedSinceFirst: Double?
    /// The first reserves less what was mined.
    public let ifReservesWereAStock: Double?
    /// The identifier of the source.
    public let basis: String
  }

  /// The decline of ore grades.
  public struct Grade: Encodable, Sendable {
    public let years: [Double]
    /// In per cent of the ore.
    public let grades: [Double]
    /// The change per year, as a share.
    public let changePerYear: Double
    public let changeError: Double
    public let explained: Double
    public let trend: [Double]
    /// How much more energy a tonne of metal takes in mining and concentrating at the last grade than at the
    /// first, both by the trend.
    public let energyFactor: Double
    /// GJ per tonne of metal at the first and at the last grade of the trend, for a low and a high energy of
    /// ore; empty where none was found.
    public let miningEnergy: [Energy]
  }

  /// The energy of mining and concentrating.
  public struct Energy: Encodable, Sendable {
    /// GJ per tonne of ore.
    public let oreEnergy: Double
    public let first: Double
    public let last: Double
  }

  /// A logistic curve fitted to production.
  public struct Peak: Encodable, Sendable {
    /// `fitted`, or what the ultimate amount was set to.
    public let ultimateFrom: String
    public let ultimate: Double
    public let ultimateError: Double
    public let year: Double
    public let yearError: Double
    public let production: Double
    public let steepness: Double
    public let hindcasts: [Hindcast]
  }

  /// The peak that the data up to a year would have shown.
  public struct Hindcast: Encodable, Sendable {
    public let dataUntil: Int
    public let year: Double?
    public let ultimate: Double?
  }
}
