import Testing

@testable import LinearAlgebra

struct StockBalanceTests {
  /// Oₜ = Iₜ − (Sₜ − Sₜ₋₁), by hand.
  @Test func outflowClosesTheBalance() {
    let balance = StockBalance(
      inflow: Matrix(lanes: [[1, 2, 3], [4, 0, 5]]),
      stock: Matrix(lanes: [[1, 2, 4], [3, 1, 6]]),
      before: [0.5, 7])
    #expect(balance.outflow == Matrix(lanes: [[0.5, 1, 1], [8, 2, 0]]))
    #expect(balance.isFinite)
  }

  /// Every instruction set and shape does what the formula says, number by number.
  @Test(
    arguments: InstructionSet.available,
    [(1, 1), (3, 1), (40, 1), (1, 5), (7, 13), (5, 96), (4, 97), (3, 250)])
  func agreesWithTheFormula(set: InstructionSet, shape: (rows: Int, lanes: Int)) {
    let inflow = Matrix.random(rows: shape.rows, columns: shape.lanes, seed: 3)
    let stock = Matrix.random(rows: shape.rows, columns: shape.lanes, seed: 4)
    let before = Matrix.random(rows: 1, columns: shape.lanes, seed: 5).values
    for threads in [1, 3] {
      let balance = StockBalance(
        inflow: inflow, stock: stock, before: before, threads: threads, set: set)
      for t in 0..<shape.rows {
        for lane in 0..<shape.lanes {
          let past = t == 0 ? before[lane] : stock[t - 1, lane]
          #expect(balance.outflow[t, lane] == inflow[t, lane] - (stock[t, lane] - past))
        }
      }
      #expect(balance.isFinite)
    }
  }

  /// 4 ε of the stock are rounding; more is a negative outflow, as is any where the inflow is negative.
  @Test(arguments: InstructionSet.available)
  func roundingIsNoOutflow(set: InstructionSet) {
    let balance = StockBalance(
      inflow: Matrix(column: [0, 0, -1]), stock: Matrix(column: [1 + .ulpOfOne, 1.25, 2]),
      before: [1], set: set)
    #expect(balance.outflow.values == [0, -0.25 + .ulpOfOne, -1.75])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNotFiniteIsSeen(number: Double) {
    let ones = Matrix(rows: 5, columns: 130, repeating: 1)
    for index in [0, 129, 130, 649] {
      var wrong = ones
      wrong.values[index] = number
      #expect(!StockBalance(inflow: wrong, stock: ones).isFinite)
      #expect(!StockBalance(inflow: ones, stock: wrong).isFinite)
    }
  }

  /// The product and the outflow of a block in one go are the product, and then the outflow.
  @Test(arguments: [(1, 1), (40, 1), (40, 7), (130, 100), (700, 3)])
  func oneSweepIsTheSameAsTwo(rows: Int, lanes: Int) {
    let curve = (0..<rows).map { 1 / (1 + 0.1 * Double($0)) }
    let inflow = Matrix.random(rows: rows, columns: lanes, seed: 8)
    let shared = LowerToeplitz(curve: curve)
    let own = LowerToeplitzLanes(
      curves: Matrix(lanes: (0..<lanes).map { lane in curve.map { $0 / Double(lane + 2) } }))
    for threads in [1, 2] {
      for (built, needed, stock) in [
        (
          shared.balance(fromInflow: inflow, threads: threads),
          shared.balance(fromStock: shared.times(inflow), threads: threads),
          shared.times(inflow)
        ),
        (
          own.balance(fromInflow: inflow, threads: threads),
          own.balance(fromStock: own.times(inflow), threads: threads), own.times(inflow)
        ),
      ] {
        #expect(built.stock == stock)
        #expect(built.outflow == StockBalance(inflow: inflow, stock: stock).outflow)
        #expect(needed.stock == stock)
        #expect(needed.outflow == StockBalance(inflow: needed.inflow, stock: stock).outflow)
      }
    }
  }

  @Test func withoutLanesThereIsNothing() {
    let none = Matrix(rows: 4, columns: 0)
    let balance = LowerToeplitz(curve: [1, 0.5, 0.2, 0]).balance(fromInflow: none)
    #expect(balance.stock == none && balance.outflow == none && balance.isFinite)
  }
}
