/// The singular value decomposition of a matrix, which shows its rank.
///
/// ```
/// A = U · diag(s) · Vᵀ      s₁ ≥ s₂ ≥ … ≥ 0,   UᵀU = VᵀV = 1
/// ```
/// Golub & Van Loan (2013), Matrix Computations, §2.4, §5.5.
public struct SingularValues: Hashable, Sendable {
  /// U, a column for each singular value.
  public let left: Matrix
  /// s, falling.
  public let values: [Double]
  /// V, a column for each singular value.
  public let right: Matrix

  /// Decomposes a matrix of any shape.
  /// - Throws: `.notFinite` where a number is infinite or NaN.
  /// - Complexity: O(m · n · min(m, n)).
  public init(of matrix: Matrix) throws(LinearAlgebraError) {
    (left, values, right) = try Kernels.singularValues(matrix)
  }

  private init(left: Matrix, values: [Double], right: Matrix) {
    self.left = left
    self.values = values
    self.right = right
  }

  /// How many singular values count: those above this share of the largest.
  public func rank(tolerance: Double) -> Int {
    guard let largest = values.first, largest > 0 else { return 0 }
    return values.count { $0 > tolerance * largest }
  }

  /// The same with the first `rank` singular values alone.
  public func truncated(to rank: Int) -> SingularValues {
    precondition(rank >= 0 && rank <= values.count, "no more than there are")
    return SingularValues(
      left: left.firstColumns(rank), values: Array(values[..<rank]),
      right: right.firstColumns(rank))
  }

  /// The shortest x for which A·x comes nearest to b: V · diag(1/s) · Uᵀ · b.
  ///
  /// No singular value may be zero: truncate before.
  /// - Complexity: O((m + n) · rank).
  public func solve(_ b: [Double]) -> [Double] {
    precondition(b.count == left.rows, "as long as the matrix is high")
    let scaled = zip(left.transposedTimes(b), values).map { $0 / $1 }
    return right.times(scaled)
  }

  /// b without its part in the range of A: b − U·Uᵀ·b.
  /// - Complexity: O(m · rank · columns).
  public func outsideRange(_ b: Matrix) -> Matrix {
    precondition(b.rows == left.rows, "as high as the matrix")
    var result = b
    result.add(left.times(left.transposed.times(b)), times: -1)
    return result
  }
}

extension Matrix {
  /// The product with another matrix (BLAS dgemm).
  /// - Complexity: O(rows · columns · other.columns).
  public func times(_ other: Matrix) -> Matrix {
    var product = Matrix(rows: rows, columns: other.columns)
    if product.values.isEmpty || columns == 0 { return product }
    Kernels.multiply(self, other, into: &product)
    return product
  }

  /// The product with a vector.
  /// - Complexity: O(rows · columns).
  public func times(_ vector: [Double]) -> [Double] {
    times(Matrix(column: vector)).values
  }

  /// The product of the transpose with a vector.
  /// - Complexity: O(rows · columns).
  public func transposedTimes(_ vector: [Double]) -> [Double] {
    Matrix(rows: 1, columns: vector.count, values: vector).times(self).values
  }

  /// The Euclidean length of a column.
  public func length(ofColumn column: Int) -> Double {
    (0..<rows).reduce(0) { $0 + self[$1, column] * self[$1, column] }.squareRoot()
  }

  /// The Euclidean length of a row.
  public func length(ofRow row: Int) -> Double {
    (0..<columns).reduce(0) { $0 + self[row, $1] * self[row, $1] }.squareRoot()
  }

  func firstColumns(_ count: Int) -> Matrix {
    var result = Matrix(rows: rows, columns: count)
    for row in 0..<rows {
      for column in 0..<count { result[row, column] = self[row, column] }
    }
    return result
  }
}
