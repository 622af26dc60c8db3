import Testing

@testable import LinearAlgebra

struct LargeArrayTests {
  /// Results with and without pages of 2 MB: a curve of 1, 0, 0, … leaves everything as it is.
  @Test(arguments: [0, 1, 1000, 300_000])
  func everyNumberIsWritten(lanes: Int) {
    let x = Matrix.random(rows: 5, columns: lanes, seed: 9)
    #expect(LowerToeplitz(curve: [1, 0, 0, 0, 0]).times(x) == x)
    #expect(LowerToeplitz(curve: [1, 0, 0, 0, 0]).balance(fromInflow: x).stock == x)
  }
}
