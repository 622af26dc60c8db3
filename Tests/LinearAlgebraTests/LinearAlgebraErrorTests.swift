import LinearAlgebra
import Testing

struct LinearAlgebraErrorTests {
  /// The second equation is twice the first.
  @Test func namesTheRowWithoutAPivot() {
    let system = DenseSystem(coefficients: Matrix(rows: 2, columns: 2, values: [1, 2, 2, 4]))
    #expect(throws: LinearAlgebraError.singular(row: 1)) {
      try system.solve(Matrix(column: [1, 1]))
    }
  }
}
