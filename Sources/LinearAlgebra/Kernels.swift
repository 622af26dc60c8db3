// The wall: BLAS and LAPACK. Every function here checks shapes first, so that a kernel never
// reads or writes outside of its arrays.
internal import CKernels

enum Kernels {
  /// Makes BLAS run on the calling thread alone, once, before it is first called.
  private static let oneBlasThread: Void = kernel_use_one_blas_thread()

  static func bestInstructionSet() -> InstructionSet {
    InstructionSet(rawValue: kernel_best_level()) ?? .baseline
  }

  /// Lower triangle (n × n) times matrix (BLAS dtrmm).
  static func multiplyLower(_ triangle: Matrix, _ x: Matrix) -> Matrix {
    _ = oneBlasThread
    var result = checkedOperand(triangle, x)
    guard !result.values.isEmpty else { return result }
    unsafe triangle.values.withUnsafeBufferPointer { a in
      unsafe result.values.withUnsafeMutableBufferPointer { b in
        unsafe kernel_multiply_lower(Int32(x.rows), Int32(x.columns), a.baseAddress, b.baseAddress)
      }
    }
    return result
  }

  /// Inverse of a lower triangle times matrix (BLAS dtrsm).
  static func solveLower(_ triangle: Matrix, _ y: Matrix) -> Matrix {
    _ = oneBlasThread
    var result = checkedOperand(triangle, y)
    guard !result.values.isEmpty else { return result }
    unsafe triangle.values.withUnsafeBufferPointer { a in
      unsafe result.values.withUnsafeMutableBufferPointer { b in
        unsafe kernel_solve_lower(Int32(y.rows), Int32(y.columns), a.baseAddress, b.baseAddress)
      }
    }
    return result
  }

  /// Solves a · x = b by LU (LAPACK dgesv).
  static func solve(_ a: Matrix, _ b: Matrix) throws(LinearAlgebraError) -> Matrix {
    precondition(a.rows == a.columns && a.rows == b.rows, "a square system with its right side")
    // LAPACK refuses a leading dimension of zero.
    guard !b.values.isEmpty else { return b }
    _ = oneBlasThread
    var (factors, solution) = (a.transposed.values, b.transposed.values)
    var pivots = [Int32](repeating: 0, count: a.rows)
    let info = unsafe factors.withUnsafeMutableBufferPointer { a in
      unsafe solution.withUnsafeMutableBufferPointer { x in
        unsafe pivots.withUnsafeMutableBufferPointer { p in
          unsafe kernel_solve(
            Int32(b.rows), Int32(b.columns), a.baseAddress, p.baseAddress, x.baseAddress)
        }
      }
    }
    guard info == 0 else { throw .singular(row: Int(info) - 1) }
    return Matrix(rows: b.columns, columns: b.rows, values: solution).transposed
  }

  private static func checkedOperand(_ triangle: Matrix, _ x: Matrix) -> Matrix {
    precondition(triangle.rows == triangle.columns && triangle.rows == x.rows, "n × n and n rows")
    precondition(x.rows <= Int(Int32.max) && x.columns <= Int(Int32.max), "too large for BLAS")
    return x
  }
}
