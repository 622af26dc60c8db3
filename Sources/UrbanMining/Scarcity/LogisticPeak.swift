internal import RealModule

/// A bell-shaped curve of production fitted to the past, as M. King Hubbert did for oil.
///
/// ```
/// p(t) = U·k·x / (1 + x)²   with x = e^(−k·(t − m))
/// ```
/// U is all that is ever mined, m the year of the peak, k the steepness; the sum of p up to t is
/// U / (1 + x). The curve is **contested**: it takes for granted that what will ever be mined is fixed and that
/// production falls as it rose, and its peak moves with every decade of data (``hindcasts(_:endingIn:ultimate:)``).
/// Hubbert (1956), Nuclear Energy and the Fossil Fuels; for and against with metals: May et al. (2012),
/// doi:10.1007/s11053-011-9163-z; Rustad (2012), doi:10.1016/j.gloplacha.2011.10.004.
public struct LogisticPeak: Hashable, Sendable {
  /// All that is ever mined, U, in the unit of the points.
  public let ultimate: Double
  /// The steepness k, per year.
  public let steepness: Double
  /// The year of the peak, m.
  public let year: Double
  /// √(Σ residual² / n).
  public let rootMeanSquare: Double
  /// √diag(σ² (JᵀJ)⁻¹): what they would be if the residuals were independent, which residuals of a series
  /// over time are not. They are too small.
  public let standardErrors: StandardErrors

  public struct StandardErrors: Hashable, Sendable {
    /// 0 where the ultimate amount was given.
    public let ultimate: Double
    public let steepness: Double
    public let year: Double
  }

  /// Production in the year of the peak: U·k / 4.
  public var peakProduction: Double { ultimate * steepness / 4 }

  /// Fits production of years by least squares.
  /// - Parameters:
  ///   - points: years with production, in any order; at least five.
  ///   - ultimate: all that is ever mined, where it is taken as known; it is fitted where it is nil.
  /// - Throws: where there are too few points, a number is outside of what it can be, or the best curve has
  ///   its peak more than 500 years away from the points: they show none.
  /// - Complexity: O(points) for each of some thousand steps.
  public init(
    fitting points: [(year: Double, production: Double)], ultimate: Double? = nil
  ) throws(ScarcityError) {
    let count = Set(points.map(\.year)).count
    guard count >= 5 else { throw .tooFewPoints(count, needed: 5) }
    for point in points where !(point.production.isFinite && point.production >= 0) {
      throw .impossible(
        name: "production in \(plainNumber(point.year))", value: point.production,
        rule: "it must be 0 or above")
    }
    let mined = points.reduce(0) { $0 + $1.production }
    _ = try ScarcityError.positive(mined, "what was mined")
    if let ultimate, !(ultimate.isFinite && ultimate > mined) {
      throw .impossible(
        name: "the ultimate amount", value: ultimate,
        rule: "it must be above what was mined (\(plainNumber(mined)))")
    }
    let search = PeakSearch(points: points, mined: mined, ultimate: ultimate)
    guard let best = search.best(), let errors = search.standardErrors(of: best) else {
      throw .noFit(reason: "the points show no peak")
    }
    let years = points.map(\.year)
    guard best.year < (years.max() ?? 0) + 500, best.year > (years.min() ?? 0) - 500,
      best.ultimate < 1000 * mined
    else { throw .noFit(reason: "production rises without a sign of a peak") }
    (self.ultimate, steepness, year) = (best.ultimate, best.steepness, best.year)
    rootMeanSquare = (search.sumOfSquares(best) / Double(points.count)).squareRoot()
    standardErrors = errors
  }

  /// Production in a year.
  public func production(in time: Double) -> Double {
    PeakCurve(ultimate: ultimate, steepness: steepness, year: year).production(in: time)
  }

  /// Production in a year by a curve with these numbers.
  /// - Parameters:
  ///   - ultimate: all that is ever mined.
  ///   - steepness: per year.
  ///   - year: that of the peak.
  ///   - time: the year that is asked for.
  public static func production(
    ultimate: Double, steepness: Double, year: Double, in time: Double
  ) -> Double {
    PeakCurve(ultimate: ultimate, steepness: steepness, year: year).production(in: time)
  }

  /// The fits to the data as they were known at the end of earlier years; nil where there is none.
  public static func hindcasts(
    _ points: [(year: Double, production: Double)], endingIn years: [Double],
    ultimate: Double? = nil
  ) -> [(end: Double, peak: LogisticPeak?)] {
    years.map { end in
      (end, try? LogisticPeak(fitting: points.filter { $0.year <= end }, ultimate: ultimate))
    }
  }
}
