import Testing

@testable import LinearAlgebra

struct TableKernelsTests {
  /// By hand: what is left of 10, 20 and 40.
  @Test func cohortsOfACurve() {
    let stock = Kernels.cohortTable(curve: [1, 0.5, 0.2], amounts: [10, 20, 40])
    #expect(
      stock == Matrix(rows: 3, columns: 3, values: [10, 0, 0, 5, 20, 0, 2, 10, 40]))
    let outflow = Kernels.cohortOutflow(stock: stock, inflow: [10, 20, 40])
    #expect(outflow == Matrix(rows: 3, columns: 3, values: [0, 0, 0, 5, 0, 0, 3, 10, 0]))
  }

  /// What stands above the diagonal of the shares is never read.
  @Test func cohortsWithSharesOfTheirOwn() {
    let shares = Matrix(rows: 2, columns: 2, values: [0.75, .nan, 0.5, 0.25])
    let stock = Kernels.cohortTable(shares: shares, amounts: [8, 16])
    #expect(stock.values == [6, 0, 4, 4])
    #expect(Kernels.cohortOutflow(stock: stock, inflow: [8, 16]).values == [2, 0, 2, 12])
  }

  @Test(arguments: [1, 7, 8, 9, 33, 120])
  func agreesNumberByNumber(rows: Int) {
    let curve = Matrix.random(rows: rows, columns: 1, seed: 6).values
    let amounts = Matrix.random(rows: rows, columns: 1, seed: 7).values
    let table = Kernels.cohortTable(curve: curve, amounts: amounts)
    let lost = Kernels.cohortOutflow(stock: table, inflow: amounts)
    for t in 0..<rows {
      for c in 0..<rows {
        #expect(table[t, c] == (c <= t ? curve[t - c] * amounts[c] : 0))
        let before = c == t ? amounts[t] : t > 0 ? table[t - 1, c] : 0
        #expect(lost[t, c] == (c <= t ? before - table[t, c] : 0))
      }
    }
  }
}
