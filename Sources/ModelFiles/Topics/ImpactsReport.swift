public import UrbanMining

/// The impacts of the metal of a model (schema `urbanmine/impacts/1`).
public struct ImpactsReport: Encodable, Sendable {
  let schema = "urbanmine/impacts/1"
  public let model: String
  public let metal: String
  public let scenario: String?
  public let draws: Int
  public let seed: UInt64
  public let years: [Double]
  public let indicators: [Indicator]

  /// One kind of impact.
  public struct Indicator: Encodable, Sendable {
    /// `ced` or `gwp`.
    public let indicator: String
    /// `PJ/yr` or `Mt CO2-eq/yr`.
    public let unit: String
    public let primary: Coefficient
    public let secondary: Coefficient
    public let flows: [Flow]
    public let total: Series
    public let saved: Series
    /// The part of it that products at the end of their life save; the rest is scrap of fabrication.
    public let savedByOldScrap: [Double]
    public let regions: [Region]
    public let levers: [Lever]
  }

  /// What a kilogram takes, in MJ or kg CO₂-equivalent.
  public struct Coefficient: Encodable, Sendable {
    public let value: Double
    public let low: Double
    public let high: Double
    /// `cradle to gate`, or `process energy`: that of the last process alone.
    public let scope: String
    /// Whether the bounds are assumed.
    public let isAssumed: Bool
    public let basis: String
    public let note: String
  }

  /// A flow of metal.
  public struct Flow: Encodable, Sendable {
    public let name: String
    public let role: String
    public let values: [Double]
  }

  /// A sum with what 5 and 95 of 100 draws stay below.
  public struct Series: Encodable, Sendable {
    public let values: [Double]
    public let low: [Double]
    public let high: [Double]
  }

  /// What is made in a region, and its share of use.
  public struct Region: Encodable, Sendable {
    public let region: String
    public let values: [Double]
    public let shareOfBurden: Double
    public let shareOfUse: Double?
  }

  /// What a scenario avoids at the service of the base, in PJ or Mt over its years.
  public struct Lever: Encodable, Sendable {
    public let scenario: String
    public let title: String
    public let from: Double
    public let base: Double
    public let avoided: Double
    public let low: Double
    public let high: Double
  }

  /// Counts a solved model.
  /// - Parameters:
  ///   - results: the model as it is asked for.
  ///   - scenario: its scenarios, if any.
  ///   - levers: scenarios to set against the base of the model.
  ///   - tables: the bundled tables.
  ///   - draws: behind the ranges.
  ///   - seed: of the draws.
  /// - Throws: ``MetalError`` where there are no coefficients of the metal, and what is wrong with a table.
  public init(
    _ results: SystemResults, scenario: String?, levers: [Scenario], tables: MetalTables,
    draws: Int, seed: UInt64
  ) throws {
    let header = results.plan.model.header
    let metal = header.material.lowercased()
    let figures = try tables.impacts(of: metal)
    let comparison =
      levers.isEmpty ? nil : try ScenarioComparison(of: levers, in: results.plan.model)
    var indicators: [Indicator] = []
    for kind in ImpactCoefficients.Indicator.allCases {
      guard
        let primary = figures.first(where: {
          $0.route == "primary" && $0.indicator == kind.rawValue
        }),
        let secondary = figures.first(where: {
          $0.route == "secondary" && $0.indicator == kind.rawValue
        })
      else { continue }
      let coefficients = ImpactCoefficients(
        kind, primary: try primary.ranged(), secondary: try secondary.ranged())
      let account = try ImpactAccount(
        results, coefficients: coefficients, draws: draws, seed: seed)
      var effects: [Lever] = []
      if let comparison {
        for (place, lever) in levers.enumerated() {
          let effect = try LeverImpact(
            lever, at: place, in: comparison, coefficients: coefficients, draws: draws, seed: seed)
          if let effect { effects.append(Lever(effect)) }
        }
      }
      indicators.append(Indicator(account, Coefficient(primary), Coefficient(secondary), effects))
    }
    guard !indicators.isEmpty else {
      throw MetalError.missing(what: "energy of primary and secondary metal", metal: metal)
    }
    model = header.name
    self.metal = metal
    self.scenario = scenario
    self.draws = draws
    self.seed = seed
    years = results.plan.model.time.labels
    self.indicators = indicators
  }
}

extension MetalCard.ImpactFigure {
  fileprivate func ranged() throws(ImpactError) -> RangedAmount {
    try RangedAmount(value, low: low ?? value, high: high ?? value)
  }
}

extension ImpactsReport.Coefficient {
  fileprivate init(_ figure: MetalCard.ImpactFigure) {
    self.init(
      value: figure.value, low: figure.low ?? figure.value, high: figure.high ?? figure.value,
      scope: figure.scope, isAssumed: figure.bounds == "assumption", basis: figure.basis,
      note: figure.note)
  }
}

extension ImpactsReport.Lever {
  fileprivate init(_ effect: LeverImpact) {
    self.init(
      scenario: effect.name, title: effect.title, from: effect.firstYear, base: effect.base,
      avoided: effect.avoided, low: effect.low, high: effect.high)
  }
}

extension ImpactsReport.Indicator {
  fileprivate init(
    _ account: ImpactAccount, _ primary: ImpactsReport.Coefficient,
    _ secondary: ImpactsReport.Coefficient, _ levers: [ImpactsReport.Lever]
  ) {
    let kind = account.coefficients.indicator
    func last(_ values: [Double]) -> Double { values.last ?? 0 }
    let burden = account.regions.reduce(0) { $0 + last($1.burden) }
    let use = account.regions.reduce(0) { $0 + last($1.intoUse ?? []) }
    let difference = account.coefficients.primary.value - account.coefficients.secondary.value
    var old = account.total.map { _ in 0.0 }
    for flow in account.flows where flow.role == .oldScrap {
      for (year, amount) in flow.amounts.enumerated() { old[year] += amount * difference * 1e-9 }
    }
    self.init(
      indicator: kind.rawValue, unit: kind == .energy ? "PJ/yr" : "Mt CO2-eq/yr",
      primary: primary, secondary: secondary,
      flows: account.flows.map {
        ImpactsReport.Flow(name: $0.name, role: $0.role.rawValue, values: $0.burden)
      },
      total: .init(
        values: account.total, low: account.totalBand.low, high: account.totalBand.high),
      saved: .init(
        values: account.saved, low: account.savedBand.low, high: account.savedBand.high),
      savedByOldScrap: old,
      regions: account.regions.map { region in
        ImpactsReport.Region(
          region: region.name, values: region.burden,
          shareOfBurden: burden > 0 ? last(region.burden) / burden : 0,
          shareOfUse: region.intoUse.map { use > 0 ? last($0) / use : 0 })
      }, levers: levers)
  }
}
