import LinearAlgebra
import Testing

struct LowerToeplitzLanesTests {
  private let matrices = LowerToeplitzLanes(
    curves: Matrix(rows: 4, columns: 2, values: [0.9, 0.5, 0.7, 0.45, 0.4, 0.3, 0.15, 0.2]))
  private let block = Matrix(rows: 4, columns: 2, values: [1, 2.5, 3, -1, 0.5, 4, 2, 0.25])

  /// scipy.linalg.toeplitz(curve of the lane, zeros) @ x, lane by lane
  @Test func productAgreesWithSciPy() {
    let expected = [0.9, 1.25, 3.4000000000000004, 0.625, 2.9499999999999997, 2.3, 3.5, 2.125]
    expectClose(matrices.times(block), Matrix(rows: 4, columns: 2, values: expected))
  }

  /// scipy.linalg.solve_triangular(toeplitz(curve of the lane, zeros), y, lower=True)
  @Test func solutionAgreesWithSciPy() {
    let expected = [
      1.1111111111111112, 5.0, 2.4691358024691357, -6.5, -1.858710562414266, 10.850000000000001,
      2.3853071178174057, -7.365000000000002,
    ]
    expectClose(matrices.solve(block), Matrix(rows: 4, columns: 2, values: expected))
  }

  @Test(arguments: [(1, 1), (1, 6), (40, 1), (40, 9), (121, 33)])
  func everyLaneIsAToeplitzMatrixOfItsOwn(periods: Int, lanes: Int) {
    let curves = Matrix.random(rows: periods, columns: lanes, seed: 8)
    let x = Matrix.random(rows: periods, columns: lanes, seed: 9)
    let product = LowerToeplitzLanes(curves: curves).times(x)
    for lane in 0..<lanes {
      let alone = LowerToeplitz(curve: curves.column(lane)).times(Matrix(column: x.column(lane)))
      #expect(product.column(lane) == alone.values)
    }
  }

  @Test func solvingUndoesTheProduct() {
    var curves = Matrix(rows: 60, columns: 5)
    for age in 0..<60 {
      for lane in 0..<5 { curves[age, lane] = 1 / (1 + Double(age) * Double(lane + 1) / 3) }
    }
    let matrices = LowerToeplitzLanes(curves: curves)
    let x = Matrix.random(rows: 60, columns: 5, seed: 10)
    expectClose(matrices.solve(matrices.times(x)), x, relative: 1e-13)
  }

  @Test func nothingHasNoProduct() {
    let none = LowerToeplitzLanes(curves: Matrix(rows: 0, columns: 2))
    #expect(none.times(Matrix(rows: 0, columns: 2)).values.isEmpty)
    #expect(none.solve(Matrix(rows: 0, columns: 2)).values.isEmpty)
  }

  @Test func shapesThatDoNotFitStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = LowerToeplitzLanes(curves: Matrix(rows: 2, columns: 2))
        .times(Matrix(rows: 2, columns: 1))
    }
    await #expect(processExitsWith: .failure) {
      _ = LowerToeplitzLanes(curves: Matrix(rows: 2, columns: 1))
        .solve(Matrix(rows: 2, columns: 1))
    }
  }
}
