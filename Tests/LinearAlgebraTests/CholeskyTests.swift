import LinearAlgebra
import Testing

struct CholeskyTests {
  /// By hand: L = [[2, 0, 0], [1, 3, 0], [-2, 0.5, 1.5]].
  @Test func isTheRootOfAKnownMatrix() throws {
    // What stands above the diagonal is not read.
    let factor = try Kernels.cholesky(
      Matrix(rows: 3, columns: 3, values: [4, 99, 99, 2, 10, 99, -4, -0.5, 6.5]))
    expectClose(factor, Matrix(rows: 3, columns: 3, values: [2, 0, 0, 1, 3, 0, -2, 0.5, 1.5]))
  }

  @Test func theRowThatContradictsIsNamed() {
    let matrix = Matrix(rows: 3, columns: 3, values: [1, 0, 0, 0.5, 1, 0, 0.9, -0.9, 1])
    #expect(throws: LinearAlgebraError.notPositiveDefinite(row: 2)) {
      try Kernels.cholesky(matrix)
    }
    #expect(LinearAlgebraError.notPositiveDefinite(row: 2).row == 2)
  }

  @Test func nothingHasNothingAsItsRoot() throws {
    #expect(try Kernels.cholesky(Matrix(rows: 0, columns: 0)).values.isEmpty)
  }
}
