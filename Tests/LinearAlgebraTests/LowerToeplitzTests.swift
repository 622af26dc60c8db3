import LinearAlgebra
import Testing

struct LowerToeplitzTests {
  private let matrix = LowerToeplitz(curve: [0.9, 0.7, 0.4, 0.15])
  private let block = Matrix(rows: 4, columns: 2, values: [1, 2.5, 3, -1, 0.5, 4, 2, 0.25])

  /// scipy.linalg.toeplitz(curve, zeros) @ x
  @Test func productAgreesWithSciPy() {
    let expected = [0.9, 2.25, 3.4, 0.85, 2.95, 3.9000000000000004, 3.5, 3.0]
    expectClose(matrix.times(block), Matrix(rows: 4, columns: 2, values: expected))
  }

  /// scipy.linalg.solve_triangular(toeplitz(curve, zeros), y, lower=True)
  @Test func solutionAgreesWithSciPy() {
    let expected = [
      1.1111111111111112, 2.7777777777777777, 2.469135802469136, -3.271604938271605,
      -1.8587105624142664, 5.75445816186557, 2.3853071178174057, -3.2068282274043596,
    ]
    expectClose(matrix.solve(block), Matrix(rows: 4, columns: 2, values: expected))
  }

  /// One lane takes another path through the kernel than many.
  @Test(arguments: [(1, 1), (1, 5), (2, 3), (37, 1), (37, 7), (37, 64), (121, 16), (300, 1)])
  func productIsThatOfTheDenseMatrix(periods: Int, lanes: Int) {
    let curve = Matrix.random(rows: periods, columns: 1, seed: 3).values
    let x = Matrix.random(rows: periods, columns: lanes, seed: 4)
    var dense = Matrix(rows: periods, columns: periods)
    for t in 0..<periods {
      for c in 0...t { dense[t, c] = curve[t - c] }
    }
    expectClose(LowerToeplitz(curve: curve).times(x), dense.timesNaively(x), relative: 1e-13)
  }

  @Test(arguments: [(1, 1), (1, 5), (37, 1), (37, 7), (121, 16), (300, 1)])
  func solvingUndoesTheProduct(periods: Int, lanes: Int) {
    // A falling curve, as survival is, keeps the solution well conditioned.
    let matrix = LowerToeplitz(curve: (0..<periods).map { 1 / (1 + Double($0)) })
    let x = Matrix.random(rows: periods, columns: lanes, seed: 5)
    expectClose(matrix.solve(matrix.times(x)), x, relative: 1e-13)
  }

  @Test func lanesDoNotTouchOneAnother() {
    let matrix = LowerToeplitz(curve: Matrix.random(rows: 50, columns: 1, seed: 6).values)
    let block = Matrix.random(rows: 50, columns: 11, seed: 7)
    let (product, solution) = (matrix.times(block), matrix.solve(block))
    for lane in 0..<11 {
      let alone = Matrix(column: block.column(lane))
      #expect(product.column(lane) == matrix.times(alone).values)
      #expect(solution.column(lane) == matrix.solve(alone).values)
    }
  }

  @Test func nothingHasNoProduct() {
    #expect(LowerToeplitz(curve: []).times(Matrix(rows: 0, columns: 3)).values.isEmpty)
    #expect(LowerToeplitz(curve: []).solve(Matrix(rows: 0, columns: 3)).values.isEmpty)
    #expect(matrix.times(Matrix(rows: 4, columns: 0)).rows == 4)
  }

  @Test func shapesThatDoNotFitStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = LowerToeplitz(curve: [1, 2]).times(Matrix(rows: 3, columns: 1))
    }
    await #expect(processExitsWith: .failure) {
      _ = LowerToeplitz(curve: [0, 2]).solve(Matrix(rows: 2, columns: 1))
    }
  }
}
