import Foundation
import LinearAlgebra

/// The benchmark problem of the stock models: growing, wavy inflows and lifetimes of 20 to 40 years.
struct Problem {
  let periods: Int
  let lanes: Int
  let inflow: Matrix
  /// Weibull survival of the first lane, and of each.
  let curve: [Double]
  let curves: Matrix

  init(periods: Int, lanes: Int) {
    let growth = periods <= 300 ? 0.02 : 6 / Double(periods)
    let ages = (0..<periods).map { Double($0) + 0.5 }
    let stretch = max(1, Double(periods) / 300)
    let scale = (0..<lanes).map { (20 + 20 * Double($0) / Double(lanes)) * stretch / tgamma(1.4) }
    self.periods = periods
    self.lanes = lanes
    curves = VectorMath.weibullSurvival(
      ages: ages, scale: scale, shape: .init(repeating: 2.5, count: lanes))
    curve = curves.column(0)
    var inflow = Matrix(rows: periods, columns: lanes)
    for t in 0..<periods {
      let amount = (1 + 0.5 * sin(2 * Double.pi * Double(t) / 37)) * exp(growth * Double(t))
      for lane in 0..<lanes { inflow[t, lane] = amount * (1 + Double(lane) / Double(lanes)) }
    }
    self.inflow = inflow
  }

  /// Multiplications and additions that a direct sum needs.
  var flops: Double { Double(periods) * Double(periods + 1) * Double(lanes) }
}
