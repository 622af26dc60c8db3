internal import LinearAlgebra

/// What one year of e-waste amounts to: arisings by two methods, collection rates by two definitions, and
/// the metals that the stream holds.
///
/// Amounts are in the unit of the model per year; those of metals are in tonnes.
public struct EWasteStatement: Hashable, Sendable {
  public let year: Int
  /// What was put on the market.
  public let putOnMarket: Double
  /// What left use, by the distribution function: nothing is lost.
  public let generated: Double
  /// What left use by the ``DensityMethod``; nil where a lifetime has no density.
  public let generatedByDensity: Double?
  /// The share of all that was put on the market up to this year that the density method never lets
  /// become waste; negative where it makes more than there was. Nil where a lifetime has no density.
  public let lostByDensity: Double?
  /// What collection systems received (flows with the role `collected`).
  public let collected: Double
  /// Collected over generated; nil where nothing was generated.
  public let rateOfGenerated: Double?
  /// Collected over the mean of what was put on the market in the three years before, as Directive
  /// 2012/19/EU, article 7, counts; nil in the first three years.
  public let rateOfMarket: Double?
  /// Generated per inhabitant, in kilograms; nil without a population.
  public let kilogramsPerCapita: Double?
  public let metals: [Metal]

  /// One metal in the stream of the year.
  public struct Metal: Hashable, Sendable {
    public let content: MetalContent
    /// Tonnes in what was generated, and in what was collected.
    public let generated: Double
    public let collected: Double
    /// What that in the generated and in the collected stream is worth; nil without a price.
    public let value: Double?
    public let collectedValue: Double?
    /// Greenhouse gases, in tonnes CO₂-equivalent, and energy, in TJ, that new metal in place of what is
    /// recovered from the collected stream would have caused; nil without a coefficient.
    public let avoidedGases: Double?
    public let avoidedEnergy: Double?
  }

  /// Reads the figures of a year off a solved model.
  /// - Parameters:
  ///   - results: a system whose stocks in service hold equipment.
  ///   - year: a calendar year of the model.
  ///   - contents: the metals in the stream, alike in all products.
  ///   - recovery: the share of the metals in the collected stream that is recovered; 1 is an upper bound.
  /// - Throws: ``EWasteError`` for a year that is not there or shares that can't be.
  /// - Complexity: O(cells · T²).
  public init(
    _ results: SystemResults, year: Int, contents: [MetalContent], recovery: Double = 1
  ) throws(EWasteError) {
    let model = results.plan.model
    guard let period = model.time.index(ofYear: year) else {
      throw .unknownYear(
        year, first: model.time.label(of: 0), last: model.time.label(of: model.time.count - 1))
    }
    guard model.processes.contains(where: \.isInService) else {
      throw .nothingInUse(model: model.header.name)
    }
    guard recovery >= 0, recovery <= 1 else {
      throw .shareOutside(name: "recovery", value: recovery)
    }
    let sum = contents.reduce(0) { $0 + $1.share }
    guard sum <= 1 + 1e-12 else { throw .sharesOverOne(sum: sum) }

    let years = model.time.length(of: period)
    let market = results.intoUse()
    let (out, got) = (results.endOfLife()[period] / years, results.total(of: .collected)[period])
    let before = (max(0, period - 3)..<period).map { market[$0] / model.time.length(of: $0) }
    let byDensity = EWasteStatement.byDensity(results, period: period)
    self.year = year
    putOnMarket = market[period] / years
    generated = out
    generatedByDensity = byDensity?.waste
    lostByDensity = byDensity?.lost
    collected = got / years
    rateOfGenerated = out > 0 ? collected / out : nil
    let mean = before.reduce(0, +) / 3
    rateOfMarket = before.count == 3 && mean > 0 ? collected / mean : nil
    let unit = model.header.unit
    kilogramsPerCapita = model.population.map { unit.convert(out, to: .kilogram) / $0[period] }
    let (all, some) = (unit.convert(out, to: .tonne), unit.convert(collected, to: .tonne))
    metals = contents.map { content in
      let (inAll, inSome) = (content.share * all, content.share * some)
      return Metal(
        content: content, generated: inAll, collected: inSome,
        value: content.price.map { $0 * inAll }, collectedValue: content.price.map { $0 * inSome },
        avoidedGases: content.greenhouseGases.map { $0 * inSome * recovery },
        avoidedEnergy: content.energy.map { $0 * inSome * recovery / 1000 })
    }
  }

  /// The waste of a period by the density method, and the share of all cohorts that it loses.
  private static func byDensity(
    _ results: SystemResults, period: Int
  ) -> (waste: Double, lost: Double)? {
    let model = results.plan.model
    var (waste, entered, accounted) = (0.0, 0.0, 0.0)
    for (index, process) in model.processes.enumerated() where process.isInService {
      let cells = process.lifetimesByCell(periods: model.time.count) ?? []
      for (cohorts, inflow) in zip(cells, results.inflow(ofProcess: index)) {
        var sums: [Lifetime: Double] = [:]
        for cohort in 0...period {
          guard let method = try? DensityMethod(cohorts[cohort]) else { return nil }
          let amount = inflow[cohort, 0]
          let age = Int(model.time.labels[period] - model.time.labels[cohort])
          waste += method.weight(atYear: age) * amount
          let sum = sums[cohorts[cohort]] ?? method.sumOfWeights
          sums[cohorts[cohort]] = sum
          entered += amount
          accounted += sum * amount
        }
      }
    }
    return entered > 0 ? (waste, 1 - accounted / entered) : nil
  }
}
