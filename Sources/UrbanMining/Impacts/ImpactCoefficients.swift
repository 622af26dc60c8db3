/// A number of zero or more with its range.
public struct RangedAmount: Hashable, Sendable {
  public let value: Double
  public let low: Double
  public let high: Double

  /// - Throws: where a number is negative or not finite, or the value lies outside of the range.
  public init(_ value: Double, low: Double, high: Double) throws(ImpactError) {
    for (name, number) in [("value", value), ("low", low), ("high", high)]
    where !(number.isFinite && number >= 0) {
      throw .impossible(name: name, value: number, rule: "it must be 0 or above")
    }
    guard low <= value, value <= high else {
      throw .outsideOfRange(value: value, low: low, high: high)
    }
    self.value = value
    self.low = low
    self.high = high
  }

  /// The quantile of a triangular distribution over the range with its top at the value; the value itself
  /// where the range is a point.
  func quantile(_ probability: Double) -> Double {
    guard high > low, let family = try? Distribution.triangular(from: low, mode: value, to: high)
    else { return value }
    return family.quantile(probability)
  }
}

/// What a kilogram of primary and of secondary metal takes, for one kind of impact.
///
/// One pair holds for all years and regions: what changed over time, and who uses coal and who water power, is
/// in the range and nowhere else.
public struct ImpactCoefficients: Hashable, Sendable {
  /// What is counted.
  public enum Indicator: String, Hashable, Sendable, CaseIterable {
    /// Cumulative energy demand, MJ per kg of metal.
    case energy = "ced"
    /// Global warming potential over 100 years, kg CO₂-equivalent per kg of metal.
    case greenhouseGases = "gwp"
  }

  public let indicator: Indicator
  /// For a kilogram of metal from ore.
  public let primary: RangedAmount
  /// For a kilogram of metal from scrap.
  public let secondary: RangedAmount

  public init(_ indicator: Indicator, primary: RangedAmount, secondary: RangedAmount) {
    self.indicator = indicator
    self.primary = primary
    self.secondary = secondary
  }
}

/// Why impacts can't be counted.
public enum ImpactError: Error, Hashable, Sendable, CustomStringConvertible {
  case impossible(name: String, value: Double, rule: String)
  case outsideOfRange(value: Double, low: Double, high: Double)
  /// No flow of the model is primary metal or scrap.
  case noMetal

  public var description: String {
    switch self {
    case .impossible(let name, let value, let rule):
      "\(name): \(plainNumber(value)) is not possible: \(rule)"
    case .outsideOfRange(let value, let low, let high):
      "\(plainNumber(value)) lies outside of its own range from \(plainNumber(low)) to "
        + plainNumber(high)
    case .noMetal:
      "no flow of the model has the role 'primary', 'old_scrap' or 'new_scrap': there is no metal to count"
    }
  }
}
