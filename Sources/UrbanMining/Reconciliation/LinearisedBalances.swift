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
  private let rows: BalanceRows
  /// The unknowns that no equation gives alone: the columns of C.
  private let columns: [Int]
  /// By quantity: its place among the measured ones, and in C.
  private let measuredPlaces: [Int?]
  private let columnPlaces: [Int?]
  /// The slopes of the scaled equations with respect to measured quantities.
  private let measuredSlopes: Matrix
  private let columnScales: [Double]
  /// The right sides, scaled.
  private let right: [Double]
  private let rowScales: [Double]
  /// C, with columns scaled.
  private let unknownRange: SingularValues
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
  /// - Complexity: O(n³) for n equations and unknowns that are not given by one equation alone.
  init(
    _ equations: [BalanceEquation], at values: [Double], measurements: [Double], unknown: [Int],
    _ covariance: ErrorCovariance
  ) throws(LinearAlgebraError) {
    let measured = covariance.measured
    var gaps = [Double](repeating: 0, count: values.count)
    var measuredPlaces = [Int?](repeating: nil, count: values.count)
    for (place, quantity) in measured.enumerated() {
      gaps[quantity] = values[quantity] - measurements[place]
      measuredPlaces[quantity] = place
    }
    var isUnknown = [Bool](repeating: false, count: values.count)
    for quantity in unknown { isUnknown[quantity] = true }
    let rows = BalanceRows(equations, at: values, isUnknown: isUnknown, gaps: gaps)
    let given = Set(rows.definitions.map(\.quantity))
    let columns = unknown.filter { !given.contains($0) }
    var columnPlaces = [Int?](repeating: nil, count: values.count)
    for (place, quantity) in columns.enumerated() { columnPlaces[quantity] = place }
    let (rowScales, scales) = LinearisedBalances.scales(
      rows.rows, of: zip(measuredPlaces, columnPlaces).map { $0 != nil || $1 != nil })
    func part(_ places: [Int?], _ count: Int, scaled: Bool) -> Matrix {
      var part = Matrix(rows: rows.rows.count, columns: count)
      for (row, equation) in rows.rows.enumerated() {
        for own in equation.slopes {
          guard let place = places[own.quantity] else { continue }
          part[row, place] = own.value * rowScales[row] * (scaled ? scales[own.quantity] : 1)
        }
      }
      return part
    }
    let all = try SingularValues(of: part(columnPlaces, columns.count, scaled: true))
    let range = all.truncated(to: all.rank(tolerance: LinearisedBalances.rankTolerance))
    unknownRange = range
    let columnScales = columns.map { scales[$0] }
    isFixed = LinearisedBalances.fixed(unknown, rows, columnPlaces, columnScales, range)
    // How many equations check measurements, and which, does not depend on how certain these are.
    let plain = part(measuredPlaces, measured.count, scaled: true)
    let between = range.outsideRange(plain)
    let structure = try SingularValues(of: between)
    // What is left of equations that only fix unknowns is rounding.
    let floor = LinearisedBalances.rankTolerance
    let checking = structure.values.count { $0 > floor }
    isChecked = measured.indices.map { place in
      let (own, whole) = (between.length(ofColumn: place), plain.length(ofColumn: place))
      return checking > 0 && own > 1e-9 * whole
    }
    measuredSlopes = part(measuredPlaces, measured.count, scaled: false)
    let weighted = try SingularValues(
      of: range.outsideRange(measuredSlopes.times(covariance.factor)))
    checks = weighted.truncated(to: checking)
    right = zip(rows.rows, rowScales).map { $0.right * $1 }
    self.unknown = unknown
    self.covariance = covariance
    self.rows = rows
    self.columns = columns
    self.measuredPlaces = measuredPlaces
    self.columnPlaces = columnPlaces
    self.rowScales = rowScales
    self.columnScales = columnScales
  }

  /// The correction of the measurements, in units of their errors, and that of the unknowns.
  func correction() -> (errors: [Double], unknown: [Double]) {
    let errors = checks.solve(outsideUnknown(right))
    let moves = covariance.factor.times(errors)
    let moved = measuredSlopes.times(moves)
    let steps = unknownRange.solve(zip(right, moved).map { $0 - $1 })
    var changes = [Double](repeating: 0, count: measuredPlaces.count)
    for (move, quantity) in zip(moves, covariance.measured) { changes[quantity] = move }
    for (place, quantity) in columns.enumerated() {
      changes[quantity] = steps[place] * columnScales[place]
    }
    for given in rows.definitions {
      changes[given.quantity] = given.row.slopes.reduce(given.row.right) {
        $0 - $1.value * changes[$1.quantity]
      }
    }
    return (errors, unknown.map { changes[$0] })
  }

  /// What no measurement and no unknown can make up for: its share in each equation, and how much.
  func contradiction() -> (shares: [Int: Double], gap: Double) {
    let rest = checks.outsideRange(Matrix(column: outsideUnknown(right))).values
    let length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let own = zip(rest, rowScales).map { length > 0 ? $0 * $1 / length : 0 }
    var shares: [Int: Double] = [:]
    for (row, share) in zip(rows.rows, own) { shares[row.equation] = share }
    for taken in rows.substitutions {
      shares[taken.equation, default: 0] -= taken.factor * own[taken.row]
    }
    return (shares, length)
  }

  /// F with the covariance F·Fᵀ of all quantities that are not exact: the measured ones, then the unknown.
  /// - Complexity: O(n³) for n measurements.
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
        weights[row, column] *= -columnScales[row] / unknownRange.values[column]
      }
    }
    let own = weights.times(unknownRange.left.transposed.times(measuredSlopes.times(measured)))
    var definitions: [Int: BalanceRows.Definition] = [:]
    for given in rows.definitions { definitions[given.quantity] = given }
    var values = measured.values
    values.reserveCapacity((count + unknown.count) * count)
    func add(_ quantity: Int, times factor: Double, to row: inout [Double]) {
      let place = measuredPlaces[quantity] ?? columnPlaces[quantity]
      guard let place else { return }
      let source = measuredPlaces[quantity] == nil ? own : measured
      for column in 0..<count { row[column] += factor * source[place, column] }
    }
    for quantity in unknown {
      var row = [Double](repeating: 0, count: count)
      if let given = definitions[quantity] {
        for slope in given.row.slopes { add(slope.quantity, times: -slope.value, to: &row) }
      } else {
        add(quantity, times: 1, to: &row)
      }
      values += row
    }
    return Matrix(rows: count + unknown.count, columns: count, values: values)
  }

  private func outsideUnknown(_ vector: [Double]) -> [Double] {
    unknownRange.outsideRange(Matrix(column: vector)).values
  }

  /// By unknown quantity, whether no direction that the equations leave open moves it.
  private static func fixed(
    _ unknown: [Int], _ rows: BalanceRows, _ places: [Int?], _ scales: [Double],
    _ range: SingularValues
  ) -> [Bool] {
    var definitions: [Int: BalanceRows.Definition] = [:]
    for given in rows.definitions { definitions[given.quantity] = given }
    return unknown.map { quantity in
      let slopes =
        definitions[quantity]?.row.slopes ?? [.init(quantity: quantity, value: 1)]
      var direction = [Double](repeating: 0, count: scales.count)
      for own in slopes {
        if let place = places[own.quantity] { direction[place] += own.value * scales[place] }
      }
      let length = direction.reduce(0) { $0 + $1 * $1 }
      let inside = range.right.transposedTimes(direction).reduce(0) { $0 + $1 * $1 }
      return abs(length - inside) <= 1e-9 * length
    }
  }

  /// Scales of rows and columns with which the largest entries are near 1: ranks then don't depend on
  /// units. Ruiz (2001), A scaling algorithm to equilibrate both rows and columns norms in matrices.
  private static func scales(
    _ rows: [BalanceRows.Row], of isFree: [Bool]
  ) -> (rows: [Double], columns: [Double]) {
    var scales = [Double](repeating: 1, count: rows.count)
    var columns = [Double](repeating: 1, count: isFree.count)
    for _ in 0..<8 {
      var inColumn = [Double](repeating: 0, count: isFree.count)
      var inRow = [Double](repeating: 0, count: rows.count)
      for (row, equation) in rows.enumerated() {
        for own in equation.slopes where isFree[own.quantity] {
          let size = abs(own.value) * scales[row] * columns[own.quantity]
          inRow[row] = max(inRow[row], size)
          inColumn[own.quantity] = max(inColumn[own.quantity], size)
        }
      }
      for row in rows.indices where inRow[row] > 0 { scales[row] /= inRow[row].squareRoot() }
      for column in columns.indices where inColumn[column] > 0 {
        columns[column] /= inColumn[column].squareRoot()
      }
    }
    return (scales, columns)
  }
}
