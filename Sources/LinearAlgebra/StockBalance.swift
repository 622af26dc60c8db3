// The wall: outflow by balance, block by block of lanes.
internal import CKernels

/// Inflow, stock and outflow of lanes, where the outflow closes the balance.
///
/// ```
/// Oₜ = Iₜ − (Sₜ − Sₜ₋₁)
/// ```
/// An outflow below zero by no more than 4 ε of the stock, its rounding, is zero.
package struct StockBalance: Sendable {
  /// Amounts that enter during each period (T × lanes).
  package let inflow: Matrix
  /// Amounts at the end of each period (T × lanes).
  package let stock: Matrix
  /// Amounts that leave during each period (T × lanes).
  package let outflow: Matrix
  /// Whether all of it is finite.
  package let isFinite: Bool

  /// The outflow between an inflow and a stock.
  /// - Parameters:
  ///   - inflow: amounts that enter.
  ///   - stock: amounts at the end, of the same shape.
  ///   - before: the stock before the first period, one number for each lane; nothing where empty.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  ///   - set: the instruction set.
  /// - Complexity: O(T · lanes).
  package init(
    inflow: Matrix, stock: Matrix, before: [Double] = [], threads: Int = 1,
    set: InstructionSet = .best
  ) {
    precondition(inflow.rows == stock.rows && inflow.columns == stock.columns, "equal shapes")
    let (rows, lanes, level) = (stock.rows, stock.columns, min(set, .best).rawValue)
    let (outflow, isFinite) = unsafe StockBalance.outflow(rows, lanes, before) {
      outflow, before, finite in
      unsafe inflow.values.withUnsafeBufferPointer { inflow in
        unsafe stock.values.withUnsafeBufferPointer { stock in
          guard let inflow = inflow.baseAddress, let stock = stock.baseAddress else { return }
          let step = unsafe BalanceStep(
            inflow: inflow, stock: stock, before: before, outflow: outflow, finite: finite)
          LaneBlocks(lanes: lanes).forEach(threads: threads) { block, _ in
            unsafe step.run(level, rows, lanes, block)
          }
        }
      }
    }
    self.init(inflow: inflow, stock: stock, outflow: outflow, isFinite: isFinite)
  }

  /// The product or solution of a task, with the outflow of each block of lanes while it is in the cache.
  /// - Parameters:
  ///   - known: the inflow, or the stock.
  ///   - findsStock: whether the inflow is known.
  init(
    _ task: ToeplitzTask, _ curve: [Double], known: Matrix, findsStock: Bool, before: [Double]
  ) {
    var (outflow, isFinite) = (Matrix(rows: task.rows, columns: 0), true)
    let values = unsafe LargeArray.make(known.values.count) { found in
      (outflow, isFinite) = unsafe StockBalance.outflow(task.rows, task.lanes, before) {
        outflow, before, finite in
        unsafe known.values.withUnsafeBufferPointer { known in
          guard let known = known.baseAddress else { return }
          let step = unsafe BalanceStep(
            inflow: findsStock ? known : UnsafePointer(found),
            stock: findsStock ? UnsafePointer(found) : known,
            before: before, outflow: outflow, finite: finite)
          unsafe task.run(curve, known, found, then: step)
        }
      }
    }
    let found = Matrix(rows: task.rows, columns: task.lanes, values: values)
    self.init(
      inflow: findsStock ? known : found, stock: findsStock ? found : known,
      outflow: values.isEmpty ? known : outflow, isFinite: isFinite)
  }

  private init(inflow: Matrix, stock: Matrix, outflow: Matrix, isFinite: Bool) {
    self.inflow = inflow
    self.stock = stock
    self.outflow = outflow
    self.isFinite = isFinite
  }

  /// Memory for the outflow, the stock before the first period and a flag for each block of lanes.
  private static func outflow(
    _ rows: Int, _ lanes: Int, _ before: [Double],
    _ fill: (
      UnsafeMutablePointer<Double>, UnsafePointer<Double>, UnsafeMutablePointer<Int32>
    ) -> Void
  ) -> (outflow: Matrix, isFinite: Bool) {
    precondition(before.isEmpty || before.count == lanes, "a stock before for each lane")
    let before = before.isEmpty ? [Double](repeating: 0, count: lanes) : before
    var finite = [Int32](repeating: 1, count: LaneBlocks(lanes: lanes).count)
    let values = unsafe LargeArray.make(rows * lanes) { outflow in
      unsafe before.withUnsafeBufferPointer { before in
        unsafe finite.withUnsafeMutableBufferPointer { finite in
          if let before = before.baseAddress, let finite = finite.baseAddress {
            unsafe fill(outflow, before, finite)
          }
        }
      }
    }
    return (Matrix(rows: rows, columns: lanes, values: values), !finite.contains(0))
  }
}

extension LowerToeplitz {
  /// The stock that an inflow builds up, with the outflow.
  /// - Parameters:
  ///   - inflow: a block of lanes, with a row for each period.
  ///   - before: the stock before the first period, for the outflow alone; nothing where empty.
  ///   - threads: how many may work on it; the result has the same bits for any number.
  /// - Complexity: as `times`.
  package func balance(
    fromInflow inflow: Matrix, before: [Double] = [], threads: Int = 1
  ) -> StockBalance {
    precondition(curve.count == inflow.rows, "a curve has one number per period")
    let task = ToeplitzTask(isSolve: false, curve: curve, x: inflow, threads: threads)
    return StockBalance(task, curve, known: inflow, findsStock: true, before: before)
  }

  /// The inflow that a stock needs, with the outflow; the parameters and the cost are those of `solve`.
  package func balance(
    fromStock stock: Matrix, before: [Double] = [], threads: Int = 1
  ) -> StockBalance {
    precondition(curve.first != 0, "a zero on the diagonal has no inverse")
    let (task, factor) = Kernels.division(of: stock, by: curve, threads: threads)
    return StockBalance(task, factor, known: stock, findsStock: false, before: before)
  }
}

extension LowerToeplitzLanes {
  /// The stock that an inflow builds up, with the outflow: as for one curve.
  package func balance(
    fromInflow inflow: Matrix, before: [Double] = [], threads: Int = 1
  ) -> StockBalance {
    checkShape(inflow)
    let task = ToeplitzTask(isSolve: false, curve: curves.values, x: inflow, threads: threads)
    return StockBalance(task, curves.values, known: inflow, findsStock: true, before: before)
  }

  /// The inflow that a stock needs, with the outflow: as for one curve.
  package func balance(
    fromStock stock: Matrix, before: [Double] = [], threads: Int = 1
  ) -> StockBalance {
    checkShape(stock)
    checkDiagonal()
    let task = ToeplitzTask(isSolve: true, curve: curves.values, x: stock, threads: threads)
    return StockBalance(task, curves.values, known: stock, findsStock: false, before: before)
  }
}

/// The outflow of one block of lanes at a time. No two blocks write to the same numbers.
@unsafe struct BalanceStep: @unchecked Sendable {
  let inflow: UnsafePointer<Double>
  let stock: UnsafePointer<Double>
  let before: UnsafePointer<Double>
  let outflow: UnsafeMutablePointer<Double>
  /// A number for each block.
  let finite: UnsafeMutablePointer<Int32>

  func run(_ level: Int32, _ rows: Int, _ lanes: Int, _ block: Range<Int>) {
    let first = block.lowerBound
    unsafe kernel_balance(
      level, rows, block.count, lanes, inflow + first, stock + first, before + first,
      outflow + first, finite + first / LaneBlocks.width)
  }
}
