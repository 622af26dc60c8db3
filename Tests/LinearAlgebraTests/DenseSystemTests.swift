import LinearAlgebra
import Testing

struct DenseSystemTests {
  /// The zero in the corner makes elimination exchange rows.
  private let system = DenseSystem(
    coefficients: Matrix(rows: 3, columns: 3, values: [0, 2, -1, 1.5, 0.25, 3, 4, -2, 0.5]))
  private let block = Matrix(rows: 3, columns: 2, values: [1, -2, 0.5, 3, 7, 0.125])

  /// numpy.linalg.solve(A, b)
  @Test func solutionAgreesWithNumPy() throws {
    let expected = [
      1.900943396226415, -0.3195754716981132, 0.10377358490566041, -0.4033018867924528,
      -0.7924528301886792, 1.1933962264150944,
    ]
    expectClose(try system.solve(block), Matrix(rows: 3, columns: 2, values: expected))
  }

  @Test(arguments: [(1, 1), (2, 5), (17, 3), (60, 60)])
  func solutionSolvesTheSystem(order: Int, columns: Int) throws {
    var coefficients = Matrix.random(rows: order, columns: order, seed: 16)
    for row in 0..<order { coefficients[row, row] += Double(order) }
    let b = Matrix.random(rows: order, columns: columns, seed: 17)
    let x = try DenseSystem(coefficients: coefficients).solve(b)
    expectClose(coefficients.timesNaively(x), b, relative: 1e-13)
  }

  @Test func theIdentityChangesNothing() throws {
    let identity = Matrix(rows: 3, columns: 3, values: [1, 0, 0, 0, 1, 0, 0, 0, 1])
    #expect(try DenseSystem(coefficients: identity).solve(block) == block)
  }

  @Test func nothingIsSolvedByNothing() throws {
    let none = DenseSystem(coefficients: Matrix(rows: 0, columns: 0))
    #expect(try none.solve(Matrix(rows: 0, columns: 2)).values.isEmpty)
    #expect(try system.solve(Matrix(rows: 3, columns: 0)).rows == 3)
  }

  @Test func singularSystemNamesTheRowOfItsZeroPivot() {
    let twice = Matrix(rows: 2, columns: 2, values: [1, 2, 2, 4])
    #expect(throws: LinearAlgebraError.singular(row: 1)) {
      try DenseSystem(coefficients: twice).solve(Matrix(column: [1, 1]))
    }
    #expect(throws: LinearAlgebraError.singular(row: 0)) {
      try DenseSystem(coefficients: Matrix(rows: 2, columns: 2)).solve(Matrix(column: [1, 1]))
    }
  }

  @Test func shapesThatDoNotFitStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = DenseSystem(coefficients: Matrix(rows: 2, columns: 3))
    }
    await #expect(processExitsWith: .failure) {
      let identity = Matrix(rows: 2, columns: 2, values: [1, 0, 0, 1])
      _ = try DenseSystem(coefficients: identity).solve(Matrix(column: [1, 2, 3]))
    }
  }
}
