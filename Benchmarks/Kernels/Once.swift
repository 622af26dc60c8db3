import LinearAlgebra

/// Kernels whose instructions are counted: each is run a few times on a small problem, with little
/// beside it.
enum Once: String, CaseIterable {
  /// What the others are compared with: the program's start and the operands.
  case nothing
  case sharedTimes = "shared-times"
  case lanesTimes = "lanes-times"
  case lanesSolve = "lanes-solve"
  case seriesFourier = "series-fourier"
  case weibullSurvival = "weibull-survival"

  func run() {
    let lanes = 480
    let ages = (0..<120).map { Double($0) + 0.5 }
    let scale = (0..<lanes).map { 20 + 0.02 * Double($0) }
    let shape = [Double](repeating: 2.5, count: lanes)
    let ones = Matrix(rows: 120, columns: lanes, repeating: 1)
    // One curve that needs no mathematics: the count should be the kernel's.
    let line = (0..<4000).map { 1 - Double($0) / 4001 }
    let curves = Matrix(rows: 120, columns: lanes, repeating: 0.5)
    for _ in 0..<10 {
      switch self {
      case .nothing: break
      case .sharedTimes: _ = LowerToeplitz(curve: Array(line.prefix(120))).times(ones)
      case .lanesTimes: _ = LowerToeplitzLanes(curves: curves).times(ones)
      case .lanesSolve: _ = LowerToeplitzLanes(curves: curves).solve(ones)
      case .seriesFourier: _ = LowerToeplitz(curve: line).times(Matrix(column: line))
      case .weibullSurvival:
        _ = VectorMath.weibullSurvival(ages: ages, scale: scale, shape: shape)
      }
    }
  }
}
