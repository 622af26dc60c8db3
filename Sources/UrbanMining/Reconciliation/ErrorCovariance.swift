internal import LinearAlgebra

/// The covariance of the errors of all measurements, as a factor: L · Lᵀ.
struct ErrorCovariance: Sendable {
  /// The places of the measured quantities in the system.
  let measured: [Int]
  /// L, lower triangular.
  let factor: Matrix
  /// Which of the measurements are correlated with no other one.
  let isAlone: [Bool]

  /// - Throws: where the correlations leave no freedom to one of the errors, or contradict one another.
  /// - Complexity: O(n³) for n measurements that are correlated.
  init(of system: MeasuredSystem) throws(SingularCovariance) {
    var places: [String: Int] = [:]
    var deviations: [Double] = []
    var measured: [Int] = []
    for (index, quantity) in system.quantities.enumerated() {
      guard case .measured(_, let uncertainty) = quantity.knowledge else { continue }
      places[quantity.name] = measured.count
      measured.append(index)
      deviations.append(uncertainty)
    }
    let count = measured.count
    var factor = Matrix(rows: count, columns: count)
    for index in 0..<count { factor[index, index] = 1 }
    var isAlone = [Bool](repeating: true, count: count)
    for own in system.correlations {
      guard let first = places[own.first], let second = places[own.second] else { continue }
      factor[max(first, second), min(first, second)] = own.coefficient
      isAlone[first] = false
      isAlone[second] = false
    }
    // Cholesky's factor of the correlations, row by row in their place.
    let tied = (0..<count).filter { !isAlone[$0] }
    for (number, row) in tied.enumerated() {
      for column in tied[...number] {
        var rest = factor[row, column]
        for inner in tied where inner < column {
          rest -= factor[row, inner] * factor[column, inner]
        }
        guard row == column else {
          factor[row, column] = rest / factor[column, column]
          continue
        }
        guard rest > 1e-10 else {
          let partners = tied[..<number].filter { factor[row, $0] != 0 }
          throw SingularCovariance(
            names: (partners + [row]).map { system.quantities[measured[$0]].name },
            isContradiction: rest < -1e-10)
        }
        factor[row, row] = rest.squareRoot()
      }
    }
    for row in 0..<count {
      for column in 0...row { factor[row, column] *= deviations[row] }
    }
    self.measured = measured
    self.factor = factor
    self.isAlone = isAlone
  }
}

/// Correlations that make the covariance of the measurements singular.
struct SingularCovariance: Error, Hashable, Sendable, CustomStringConvertible {
  /// The quantities that are tied together, the last of them by all the others.
  let names: [String]
  /// Whether no errors at all can have these correlations.
  let isContradiction: Bool

  var description: String {
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    return isContradiction
      ? "the correlations of \(list) contradict one another: no errors can have them all"
      : "the covariance of the measurements is singular: the errors of \(list) are tied to one another "
        + "completely, so that one of them carries no information of its own; lower the correlation, or "
        + "leave one measurement out"
  }
}
