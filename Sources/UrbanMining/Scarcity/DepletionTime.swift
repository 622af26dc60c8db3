internal import RealModule

/// How long a known amount would last: the static and the dynamic range.
///
/// With the amount R, production P in the first year and growth g per year:
/// ```
/// static           R / P
/// discrete         ln(1 + g·R/P) / ln(1 + g)              P, P(1+g), P(1+g)², … sum to R
/// continuous       ln(1 + g·R/P) / g                      ∫ P·e^(g·t) dt = R
/// growth first     ln(1 + g·R/(P·(1+g))) / ln(1 + g)      P(1+g), P(1+g)², … sum to R
/// ```
/// A range is no forecast: reserves are what exploration and prices have made of resources so far, so they
/// grow while they are mined. Meadows et al. (1972), The Limits to Growth, chapter 2; Tilton (2003), On
/// Borrowed Time?, ISBN 978-1-891853-57-9.
public struct DepletionTime: Hashable, Sendable {
  /// How growth is counted.
  public enum Convention: String, Hashable, Sendable, CaseIterable {
    /// Year by year, the first year at today's production.
    case discrete
    /// At every moment.
    case continuous
    /// Year by year, the first year already grown.
    case growthFirst = "growth-first"
  }

  /// What there is, such as reserves.
  public let amount: MineralQuantity
  /// What is taken in a year.
  public let production: MineralQuantity

  /// - Throws: where the two count different things, or production is not above 0.
  public init(
    of amount: MineralQuantity, at production: MineralQuantity
  ) throws(ScarcityError) {
    guard amount.definition == production.definition else {
      throw .differentDefinitions(amount.definition.rawValue, production.definition.rawValue)
    }
    _ = try ScarcityError.positive(production.amount, "production")
    self.amount = amount
    self.production = production
  }

  /// The static range in years: R / P.
  public var staticYears: Double { amount.amount / production.amount }

  /// The dynamic range in years under growth; nil where production shrinks so fast that the amount is
  /// never used up.
  /// - Parameters:
  ///   - growth: of production, per year: 0.025 for 2.5 per cent; above −1.
  ///   - convention: how growth is counted.
  /// - Throws: where the growth is not finite or −1 or less.
  public func years(
    growth: Double, _ convention: Convention = .discrete
  ) throws(ScarcityError) -> Double? {
    guard growth.isFinite, growth > -1 else {
      throw .impossible(name: "the growth", value: growth, rule: "it must be above -1 (-100 %)")
    }
    // The ratio itself, without the cancellation of ln(1 + g·R/P) / g for a growth near zero.
    guard abs(growth) > 1e-12 else { return staticYears }
    let ratio = convention == .growthFirst ? staticYears / (1 + growth) : staticYears
    guard growth * ratio > -1 else { return nil }
    let rate = convention == .continuous ? growth : .log(onePlus: growth)
    return .log(onePlus: growth * ratio) / rate
  }
}
