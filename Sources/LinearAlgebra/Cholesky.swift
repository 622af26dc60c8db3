// The wall: the square root of a symmetric matrix.
internal import CKernels

extension Kernels {
  /// L of A = L·Lᵀ (LAPACK dpotrf), with zeros above the diagonal.
  ///
  /// Of the symmetric matrix the lower triangle alone is read.
  /// - Complexity: O(n³).
  package static func cholesky(_ matrix: Matrix) throws(LinearAlgebraError) -> Matrix {
    precondition(matrix.rows == matrix.columns, "a symmetric matrix is square")
    let size = matrix.rows
    guard size > 0 else { return matrix }
    useOneBlasThread()
    var factor = matrix
    let info = unsafe factor.values.withUnsafeMutableBufferPointer {
      unsafe kernel_cholesky(Int32(size), $0.baseAddress)
    }
    guard info == 0 else { throw .notPositiveDefinite(row: Int(info) - 1) }
    for row in 0..<size {
      for column in row + 1..<max(size, row + 1) { factor[row, column] = 0 }
    }
    return factor
  }
}
