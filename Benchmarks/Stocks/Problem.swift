import ArgumentParser
import LinearAlgebra
import RealModule
import UrbanMining

/// The problem that all programs solve: K series of T years, each with a lifetime of its own.
///
/// ```
/// inflow(t, k) = (1 + ½ sin(2πt/37)) · e^(gt) · (1 + k/K)     g = 0.02 for T ≤ 300, else 6/T
/// mean(k) = 20 + 20k/K,  sd(k) = 0.3 mean(k)                  Weibull: shape 2.5 and the same mean
/// ```
/// Inflow enters at the end of the year, as in ODYM.
struct Problem {
  let time: TimeAxis
  let means: [Double]
  let family: Family
  /// Whether all lanes have the lifetime of the first.
  let isShared: Bool
  let inflow: Matrix

  enum Family: String, CaseIterable, ExpressibleByArgument, Encodable {
    case normal, lognormal, weibull
  }

  init(periods: Int, lanes: Int, family: Family, isShared: Bool) {
    time = TimeAxis(years: 1...periods)
    means = (0..<lanes).map { 20 + 20 * Double($0) / Double(lanes) }
    self.family = family
    self.isShared = isShared
    let growth = periods <= 300 ? 0.02 : 6 / Double(periods)
    var inflow = Matrix(rows: periods, columns: lanes)
    for t in 0..<periods {
      let wave = 1 + 0.5 * Double.sin(2 * .pi * Double(t) / 37)
      let level = wave * Double.exp(growth * Double(t))
      for k in 0..<lanes { inflow[t, k] = level * (1 + Double(k) / Double(lanes)) }
    }
    self.inflow = inflow
  }

  /// The lifetimes, from their parameters.
  func law() throws -> LifetimeLaw {
    isShared ? .shared(try lifetime(mean: means[0])) : .byLane(try means.map(lifetime))
  }

  private func lifetime(mean: Double) throws -> Lifetime {
    switch family {
    case .normal: try .normal(mean: mean, standardDeviation: 0.3 * mean)
    case .lognormal: try .logNormal(mean: mean, standardDeviation: 0.3 * mean)
    case .weibull: try .weibull(shape: 2.5, mean: mean)
    }
  }
}
