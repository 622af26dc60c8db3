internal import UrbanMining

extension ScarcityReport.Grade {
  /// Nil where there are no grades.
  init?(_ points: [(year: Double, grade: Double)], oreEnergies: [Double]) throws(ScarcityError) {
    guard let first = points.first?.year, let last = points.last?.year else { return nil }
    let trend = try OreGradeTrend(points)
    let (from, to) = (trend.grade(in: first), trend.grade(in: last))
    var energies: [ScarcityReport.Energy] = []
    for energy in oreEnergies {
      energies.append(
        ScarcityReport.Energy(
          oreEnergy: energy,
          first: try OreGradeTrend.miningEnergy(grade: from, oreEnergy: energy),
          last: try OreGradeTrend.miningEnergy(grade: to, oreEnergy: energy)))
    }
    years = points.map(\.year)
    grades = points.map { $0.grade * 100 }
    changePerYear = trend.rate
    changeError = trend.rateError
    explained = trend.explained
    self.trend = points.map { trend.grade(in: $0.year) * 100 }
    energyFactor = from / to
    miningEnergy = energies
  }
}

extension ScarcityReport.Peak {
  /// Peaks with the ultimate amount fitted, and set to what was mined with the reserves and resources.
  /// - Parameters:
  ///   - history: production by year, to which the curves are fitted.
  ///   - reserves: the latest.
  ///   - resources: the latest.
  ///   - mined: what was mined through a year, that of the reserves; nil where it counts something else.
  static func all(
    _ history: [(year: Double, production: Double)], reserves: ReserveFigure?,
    resources: ReserveFigure?, mined: ((Int) -> Double)?
  ) throws(ScarcityError) -> [ScarcityReport.Peak] {
    var cases: [(name: String, ultimate: Double?)] = [("fitted", nil)]
    for (name, figure) in [("mined + reserves", reserves), ("mined + resources", resources)] {
      guard let mined, let figure, figure.quantity.definition == .content else { continue }
      cases.append((name, mined(figure.year) + figure.quantity.amount))
    }
    let last = history.last?.year ?? 0
    let ends = stride(from: 1950.0, to: last - 5, by: 10).map { $0 }
    var peaks: [ScarcityReport.Peak] = []
    for (name, ultimate) in cases {
      guard let fit = try? LogisticPeak(fitting: history, ultimate: ultimate) else { continue }
      peaks.append(
        ScarcityReport.Peak(
          ultimateFrom: name, ultimate: fit.ultimate, ultimateError: fit.standardErrors.ultimate,
          year: fit.year, yearError: fit.standardErrors.year, production: fit.peakProduction,
          steepness: fit.steepness,
          hindcasts: name != "fitted"
            ? []
            : LogisticPeak.hindcasts(history, endingIn: ends).map {
              ScarcityReport.Hindcast(
                dataUntil: Int($0.end), year: $0.peak?.year, ultimate: $0.peak?.ultimate)
            }))
    }
    return peaks
  }
}

extension ScarcityReport.Peak {
  /// Production by the curve in a year, in tonnes.
  public func production(in time: Double) -> Double {
    LogisticPeak.production(ultimate: ultimate, steepness: steepness, year: year, in: time)
  }
}

extension MetalTables {
  /// The energy of mining and concentrating a tonne of ore, low and high, in GJ, recovery included.
  func oreEnergies(of metal: String) throws(ModelFileError) -> [Double] {
    try rows("ore-energy", "metal", "energy").only("metal", metal).map {
      (row) throws(Fault) in try row.number("energy")
    }
  }
}
