internal import LinearAlgebra

/// The balances of a system made linear at one point, and what follows from them there.
///
/// With x measured (m, covariance L·Lᵀ), y unknown and u = L⁻¹·(x − m), the equations are
/// ```
/// B·L·u + C·Δy = r
/// ```
/// The singular values of C show which unknowns they fix. Taking away the range of C leaves equations
/// G·u = g between measurements alone; their shortest solution is the least sum of squares, and the
/// projector onto the rows of G says how much each measurement is checked by the others. Crowe, García
/// Campos & Hrymak (1983), doi:10.1002/aic.690290602; Kelly (1998), doi:10.1016/S0098-1354(98)00259-8.
struct LinearisedBalances {
  /// Singular values below this share of the largest count as zero, after scaling.
  private static let rankTolerance = 1e-11

  let unknown: [Int]
  let covariance: ErrorCovariance
  /// The slopes of the scaled equations with respect to measured and unknown quantities.
  private let measuredSlopes: Matrix
  private let unknownScales: [Double]
  /// The right sides, scaled.
  private let right: [Double]
  private let rowScales: [Double]
  /// C, with columns scaled.
  let unknownRange: SingularValues
  /// G.
  let checks: SingularValues
  /// By measured quantity: whether any equation between measurements alone holds it.
  let isChecked: [Bool]
  /// By unknown quantity: whether the equations fix it.
  let isFixed: [Bool]

  /// - Parameters:
  ///   - equations: those of the system, and those of bounds that hold.
  ///   - values: the point.
  ///   - measurements: m, by measured quantity.
  ///   - unknown: the places of the unknown quantities.
  ///   - covariance: of the measurements.
  /// - Complexity: O(n³) for n quantities.
  init(
    _ equations: [BalanceEquation], at values: [Double], measurements: [Double], unknown: [Int],
    _ covariance: ErrorCovariance
  ) throws(LinearAlgebraError) {
    self.unknown = unknown
    self.covariance = covariance
    let measured = covariance.measured
    let (rows, count) = (equations.count, values.count)
    var slopes = Matrix(rows: rows, columns: count)
    for (row, equation) in equations.enumerated() {
      equation.forEachSlope(values) { slopes[row, $0] += $1 }
    }
    var right = equations.map { -$0.residual(values) }
    for row in 0..<rows {
      for (place, quantity) in measured.enumerated() {
        right[row] += slopes[row, quantity] * (values[quantity] - measurements[place])
      }
    }
    let (rowScales, columnScales) = LinearisedBalances.scales(slopes, of: measured + unknown)
    func part(_ columns: [Int], scaled: Bool) -> Matrix {
      var part = Matrix(rows: rows, columns: columns.count)
      for row in 0..<rows {
        for (place, column) in columns.enumerated() {
          part[row, place] =
            slopes[row, column] * rowScales[row] * (scaled ? columnScales[column] : 1)
        }
      }
      return part
    }
    self.rowScales = rowScales
    self.right = zip(right, rowScales).map { $0 * $1 }
    measuredSlopes = part(measured, scaled: false)
    unknownScales = unknown.map { columnScales[$0] }
    let all = try SingularValues(of: part(unknown, scaled: true))
    let range = all.truncated(to: all.rank(tolerance: LinearisedBalances.rankTolerance))
    unknownRange = range
    isFixed = unknown.indices.map { place in
      let inside = range.values.indices.reduce(0) {
        $0 + range.right[place, $1] * range.right[place, $1]
      }
      return abs(1 - inside) < 1e-9
    }
    // How many equations check measurements, and which, does not depend on how certain these are.
    let plain = part(measured, scaled: true)
    let between = range.outsideRange(plain)
    let structure = try SingularValues(of: between)
    // What is left of equations that only fix unknowns is rounding.
    let floor = LinearisedBalances.rankTolerance
    let checking = structure.values.count { $0 > floor }
    isChecked = measured.indices.map { place in
      let (own, whole) = (between.length(ofColumn: place), plain.length(ofColumn: place))
      return checking > 0 && own > 1e-9 * whole
    }
    let weighted = try SingularValues(
      of: range.outsideRange(measuredSlopes.times(covariance.factor)))
    checks = weighted.truncated(to: checking)
  }

  /// The correction of the measurements, in units of their errors, and that of the unknowns.
  func correction() -> (errors: [Double], unknown: [Double]) {
    let errors = checks.solve(outsideUnknown(right))
    let moved = measuredSlopes.times(covariance.factor.times(errors))
    let steps = unknownRange.solve(zip(right, moved).map { $0 - $1 })
    return (errors, zip(steps, unknownScales).map { $0 * $1 })
  }

  /// What no measurement and no unknown can make up for: its share in each equation, and how much.
  func contradiction() -> (shares: [Double], gap: Double) {
    let rest = checks.outsideRange(Matrix(column: outsideUnknown(right))).values
    let length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let shares = zip(rest, rowScales).map { length > 0 ? $0 * $1 / length : 0 }
    return (shares, length)
  }

  /// F with the covariance F·Fᵀ of all quantities that are not exact: the measured ones, then the unknown.
  func balancedFactor() -> Matrix {
    let count = covariance.measured.count
    var free = Matrix(rows: count, columns: count)
    for index in 0..<count { free[index, index] = 1 }
    free.add(checks.right.times(checks.right.transposed), times: -1)
    let measured = covariance.factor.times(free)
    // Δy = −κ · V · s⁻¹ · Uᵀ · B · Δx
    var weights = unknownRange.right
    for row in 0..<weights.rows {
      for column in 0..<weights.columns {
        weights[row, column] *= -unknownScales[row] / unknownRange.values[column]
      }
    }
    let unknown = weights.times(unknownRange.left.transposed.times(measuredSlopes.times(measured)))
    return Matrix(
      rows: measured.rows + unknown.rows, columns: count, values: measured.values + unknown.values)
  }

  private func outsideUnknown(_ vector: [Double]) -> [Double] {
    unknownRange.outsideRange(Matrix(column: vector)).values
  }

  /// Scales of rows and columns with which the largest entries are near 1: ranks then don't depend on
  /// units. Ruiz (2001), A scaling algorithm to equilibrate both rows and columns norms in matrices.
  private static func scales(
    _ slopes: Matrix, of columns: [Int]
  ) -> (rows: [Double], columns: [Double]) {
    var rows = [Double](repeating: 1, count: slopes.rows)
    var own = [Double](repeating: 1, count: slopes.columns)
    for _ in 0..<8 {
      var largestInRow = [Double](repeating: 0, count: slopes.rows)
      var largestInColumn = [Double](repeating: 0, count: slopes.columns)
      for row in 0..<slopes.rows {
        for column in columns {
          let size = abs(slopes[row, column]) * rows[row] * own[column]
          largestInRow[row] = max(largestInRow[row], size)
          largestInColumn[column] = max(largestInColumn[column], size)
        }
      }
      for row in 0..<slopes.rows where largestInRow[row] > 0 {
        rows[row] /= largestInRow[row].squareRoot()
      }
      for column in columns where largestInColumn[column] > 0 {
        own[column] /= largestInColumn[column].squareRoot()
      }
    }
    return (rows, own)
  }
}
