internal import LinearAlgebra

/// The energy or the greenhouse gases of making the metal of a cycle, flow by flow and year by year.
///
/// With primary metal P, recycled metal S (old and new scrap) and the coefficients f of a kilogram:
/// ```
/// burden   B = P·f_p + S·f_s
/// saved    A = S·(f_p − f_s)          against making the recycled metal from ore as well
/// ```
/// in PJ for energy and Mt of CO₂-equivalent for greenhouse gases, per year. What is saved supposes that a
/// kilogram of scrap takes the place of a kilogram of primary metal, which markets don't promise: Zink & Geyer
/// (2017), doi:10.1111/jiec.12545. Bands are quantiles over draws of the two coefficients from triangular
/// distributions, the same in all years.
public struct ImpactAccount: Hashable, Sendable {
  /// A flow with what it carries and what that takes.
  public struct Flow: Hashable, Sendable {
    public let name: String
    public let role: SystemModel.Role
    /// Metal per year, in kg.
    public let amounts: [Double]
    /// PJ or Mt per year.
    public let burden: [Double]
  }

  /// Quantiles of a series.
  public struct Band: Hashable, Sendable {
    /// What 5 of 100 draws stay below.
    public let low: [Double]
    public let median: [Double]
    /// What 95 of 100 draws stay below.
    public let high: [Double]
  }

  /// The burden of the metal that is made in a region.
  public struct Region: Hashable, Sendable {
    public let name: String
    /// PJ or Mt per year.
    public let burden: [Double]
    /// What enters use there, in kg per year; nil where use is not told apart by region.
    public let intoUse: [Double]?
  }

  public let coefficients: ImpactCoefficients
  public let flows: [Flow]
  /// From ore, PJ or Mt per year.
  public let primary: [Double]
  /// From scrap of both kinds.
  public let secondary: [Double]
  /// What recycling saves.
  public let saved: [Double]
  public let totalBand: Band
  public let savedBand: Band
  /// The regions of the model, where a flow of metal is told apart by them; else empty.
  public let regions: [Region]
  let primaryMetal: [Double]
  let secondaryMetal: [Double]

  /// Counts a solved system.
  /// - Parameters:
  ///   - results: the system.
  ///   - lane: of the results.
  ///   - coefficients: of one indicator.
  ///   - draws: behind the bands, at least 1.
  ///   - seed: of the draws.
  ///   - regionDimension: the name of the dimension of regions.
  /// - Throws: ``ImpactError/noMetal`` where no flow has a role that is counted.
  /// - Complexity: O(cells · T + T · draws · log draws).
  public init(
    _ results: SystemResults, lane: Int = 0, coefficients: ImpactCoefficients, draws: Int = 2000,
    seed: UInt64 = 1, regionDimension: String = "region"
  ) throws(ImpactError) {
    let model = results.plan.models[lane]
    let metal = MetalFlows(results, lane: lane)
    guard !metal.flows.isEmpty else { throw .noMetal }
    let (first, second) = (coefficients.primary.value, coefficients.secondary.value)
    self.coefficients = coefficients
    flows = metal.flows.map { flow in
      let factor = flow.role == .primary ? first : second
      return Flow(
        name: flow.name, role: flow.role, amounts: flow.amounts,
        burden: flow.amounts.map { $0 * factor * 1e-9 })
    }
    let (ore, scrap) = (metal.total(isPrimary: true), metal.total(isPrimary: false))
    primaryMetal = ore
    secondaryMetal = scrap
    primary = ore.map { $0 * first * 1e-9 }
    secondary = scrap.map { $0 * second * 1e-9 }
    saved = scrap.map { $0 * (first - second) * 1e-9 }
    let pairs = CoefficientDraws(coefficients, count: max(1, draws), seed: seed)
    totalBand = pairs.band { period, one, two in (ore[period] * one + scrap[period] * two) * 1e-9 }
      .over(model.time.count)
    savedBand = pairs.band { period, one, two in scrap[period] * (one - two) * 1e-9 }
      .over(model.time.count)
    regions = metal.regions(of: regionDimension, first: first, second: second)
  }

  /// The burden of all metal, PJ or Mt per year.
  public var total: [Double] { zip(primary, secondary).map { $0 + $1 } }
}
