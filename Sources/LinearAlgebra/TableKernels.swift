// The wall: the stock of one lane by cohort.
internal import CKernels

extension Kernels {
  /// What is left of each cohort: row t, column c is curve[t − c] · amounts[c] for c ≤ t, zero elsewhere.
  /// - Parameters:
  ///   - curve: the shares by age, where all cohorts age alike.
  ///   - amounts: what entered in each period.
  /// - Complexity: O(T²), at the speed of memory.
  package static func cohortTable(curve: [Double], amounts: [Double]) -> Matrix {
    precondition(curve.count == amounts.count, "a share for each age")
    // Row t reads a window of the reversed curve that ends at age 0.
    return cohortTable(curve.reversed(), first: curve.count - 1, step: -1, amounts)
  }

  /// The same with a share for each period and cohort (T × T); those above the diagonal are not read.
  package static func cohortTable(shares: Matrix, amounts: [Double]) -> Matrix {
    precondition(shares.rows == amounts.count && shares.columns == shares.rows, "T × T shares")
    return cohortTable(shares.values, first: 0, step: shares.columns, amounts)
  }

  /// What each cohort loses in each period, from what is left of it.
  /// - Parameters:
  ///   - stock: what is left at the end of each period (T × T), as `cohortTable` has it.
  ///   - inflow: what entered in each period.
  /// - Complexity: O(T²), at the speed of memory.
  package static func cohortOutflow(stock: Matrix, inflow: [Double]) -> Matrix {
    let rows = inflow.count
    precondition(stock.rows == rows && stock.columns == rows, "a T × T table")
    let values = unsafe LargeArray.make(rows * rows) { table in
      unsafe stock.values.withUnsafeBufferPointer { stock in
        unsafe inflow.withUnsafeBufferPointer { inflow in
          guard let stock = stock.baseAddress, let inflow = inflow.baseAddress else { return }
          unsafe kernel_cohort_outflow(InstructionSet.best.rawValue, rows, inflow, stock, table)
        }
      }
    }
    return Matrix(rows: rows, columns: rows, values: values)
  }

  private static func cohortTable(
    _ shares: [Double], first: Int, step: Int, _ amounts: [Double]
  ) -> Matrix {
    let rows = amounts.count
    let values = unsafe LargeArray.make(rows * rows) { table in
      unsafe shares.withUnsafeBufferPointer { shares in
        unsafe amounts.withUnsafeBufferPointer { amounts in
          guard let shares = shares.baseAddress, let amounts = amounts.baseAddress
          else { return }
          unsafe kernel_cohort_table(
            InstructionSet.best.rawValue, rows, shares, first, step, amounts, table)
        }
      }
    }
    return Matrix(rows: rows, columns: rows, values: values)
  }
}
