import Testing

@testable import LinearAlgebra

struct KernelsTests {
  /// By hand.
  @Test func multipliesMatrices() {
    let a = Matrix(rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6])
    let b = Matrix(rows: 3, columns: 2, values: [7, 8, 9, 10, 11, 12])
    var c = Matrix(rows: 2, columns: 2, repeating: .nan)
    Kernels.multiply(a, b, into: &c)
    #expect(c.values == [58, 64, 139, 154])
  }

  @Test(arguments: [1, 2, 9, 40])
  func triadIsASumAndAProduct(count: Int) {
    let (b, c) = (
      Matrix.random(rows: count, columns: 1, seed: 1).values,
      Matrix.random(rows: count, columns: 1, seed: 2).values
    )
    var a = [Double](repeating: .nan, count: count)
    Kernels.triad(&a, b, 0.5, c)
    #expect(a == zip(b, c).map { $0 + 0.5 * $1 })
  }

  @Test(arguments: [0, 1, 31, 32, 33, 1000])
  func findsWhatIsNotFinite(count: Int) {
    let ones = [Double](repeating: 1, count: count)
    #expect(Kernels.isFinite(ones))
    for index in Set([0, count / 2, count - 1]) where count > 0 {
      for number in [Double.nan, .infinity, -.infinity] {
        var numbers = ones
        numbers[index] = number
        #expect(!Kernels.isFinite(numbers))
      }
    }
    #expect(Kernels.isFinite([.greatestFiniteMagnitude, -.leastNonzeroMagnitude, -0.0]))
  }

  @Test func blasHasAName() {
    #expect(!Kernels.blasName.isEmpty && Kernels.blasName != "unknown")
  }
}
