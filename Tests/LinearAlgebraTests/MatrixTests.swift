import LinearAlgebra
import Testing

struct MatrixTests {
  @Test func elementsStandRowAfterRow() {
    let matrix = Matrix(rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6])
    #expect(matrix[0, 2] == 3)
    #expect(matrix[1, 0] == 4)
    #expect(matrix.column(1) == [2, 5])
  }

  @Test func lanesStandInColumns() {
    let matrix = Matrix(lanes: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.rows == 3)
    #expect(matrix.columns == 2)
    #expect(matrix.values == [1, 4, 2, 5, 3, 6])
    #expect(matrix.column(1) == [4, 5, 6])
    #expect(Matrix(column: [7, 8]) == Matrix(lanes: [[7, 8]]))
  }

  @Test func writingChangesOneElement() {
    var matrix = Matrix(rows: 2, columns: 2, repeating: 9)
    matrix[1, 0] = 3
    #expect(matrix.values == [9, 9, 3, 9])
  }

  @Test func transposingTwiceChangesNothing() {
    let matrix = Matrix.random(rows: 5, columns: 3, seed: 1)
    #expect(matrix.transposed.rows == 3)
    #expect(matrix.transposed[2, 4] == matrix[4, 2])
    #expect(matrix.transposed.transposed == matrix)
  }

  @Test func emptyMatricesAreAllowed() {
    #expect(Matrix(lanes: []).values.isEmpty)
    #expect(Matrix(rows: 0, columns: 4).transposed.rows == 4)
    #expect(Matrix(column: []).rows == 0)
  }

  @Test func shapesThatDoNotFitStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix(rows: 2, columns: 2, values: [1, 2, 3])
    }
    await #expect(processExitsWith: .failure) { _ = Matrix(lanes: [[1, 2], [3]]) }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 2)[1, 2] }
  }

  @Test func addsAMultiple() {
    var sum = Matrix(rows: 2, columns: 2, values: [1, 2, 3, 4])
    sum.add(Matrix(rows: 2, columns: 2, values: [10, 20, 30, 40]), times: 0.5)
    #expect(sum.values == [6, 12, 18, 24])
  }
}
