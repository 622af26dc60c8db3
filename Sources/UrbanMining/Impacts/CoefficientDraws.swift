/// Draws of the two coefficients of an indicator.
struct CoefficientDraws {
  private let pairs: [(primary: Double, secondary: Double)]

  init(_ coefficients: ImpactCoefficients, count: Int, seed: UInt64) {
    let name = coefficients.indicator.rawValue
    let source = DrawSource(
      .monteCarlo, seed: seed, draws: count, streams: [name + ".primary", name + ".secondary"])
    pairs = (0..<count).map { draw in
      (
        coefficients.primary.quantile(source.uniform(draw: draw, stream: 0)),
        coefficients.secondary.quantile(source.uniform(draw: draw, stream: 1))
      )
    }
  }

  /// A quantity that depends on a period and the two coefficients.
  struct Quantity {
    let pairs: [(primary: Double, secondary: Double)]
    let value: (Int, Double, Double) -> Double

    /// Its quantiles in each period.
    func over(_ periods: Int) -> ImpactAccount.Band {
      let rows = (0..<periods).map { period in
        pairs.map { value(period, $0.primary, $0.secondary) }.sorted()
      }
      func quantile(_ share: Double) -> [Double] {
        rows.map { Quantiles.typeSeven(ofSorted: $0, at: share) }
      }
      return ImpactAccount.Band(low: quantile(0.05), median: quantile(0.5), high: quantile(0.95))
    }
  }

  func band(_ value: @escaping (Int, Double, Double) -> Double) -> Quantity {
    Quantity(pairs: pairs, value: value)
  }
}
