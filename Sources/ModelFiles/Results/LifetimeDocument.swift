public import UrbanMining

/// A lifetime evaluated at some ages as JSON holds it (schema `urbanmine/lifetime/1`).
public struct LifetimeDocument: Encodable, Sendable {
  let schema = "urbanmine/lifetime/1"
  /// The text form of the lifetime.
  public let lifetime: String
  /// The moments, in years; nil where they are infinite or beyond all doubles.
  public let mean: Double?
  public let sd: Double?
  public let median: Double?
  public let ages: [Double]
  public let survival: [Double?]
  public let density: [Double?]
  public let hazard: [Double?]

  public init(_ lifetime: Lifetime, ages: [Double]) {
    self.lifetime = lifetime.description
    mean = Optional(lifetime.mean).finite
    sd = Optional(lifetime.standardDeviation).finite
    median = Optional(lifetime.median).finite
    self.ages = ages
    survival = ages.map { Optional(lifetime.survival(atAge: $0)).finite }
    density = ages.map { lifetime.density(atAge: $0).finite }
    hazard = ages.map { lifetime.hazard(atAge: $0).finite }
  }

  private enum CodingKeys: CodingKey {
    case schema, lifetime, mean, sd, median, ages, survival, density, hazard
  }

  /// Infinite moments are `null`, not left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(lifetime, forKey: .lifetime)
    try container.encode(mean, forKey: .mean)
    try container.encode(sd, forKey: .sd)
    try container.encode(median, forKey: .median)
    try container.encode(ages, forKey: .ages)
    try container.encode(survival, forKey: .survival)
    try container.encode(density, forKey: .density)
    try container.encode(hazard, forKey: .hazard)
  }
}
