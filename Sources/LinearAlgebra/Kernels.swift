// The wall: BLAS and LAPACK. Every function here checks shapes first, so that a kernel never
// reads or writes outside of its arrays.
internal import CKernels

package enum Kernels {
  /// Makes BLAS run on the calling thread alone, once, before it is first called.
  private static let oneBlasThread: Void = kernel_use_one_blas_thread()

  /// To be called before BLAS or LAPACK is.
  static func useOneBlasThread() { _ = oneBlasThread }

  static func bestInstructionSet() -> InstructionSet {
    InstructionSet(rawValue: kernel_best_level()) ?? .baseline
  }

  /// The set of kernels that BLAS has chosen for this machine: to be recorded with every measurement.
  package static var blasName: String {
    unsafe kernel_blas_name().map { unsafe String(cString: $0) } ?? "unknown"
  }

  /// Product of two matrices (BLAS dgemm).
  package static func multiply(_ a: Matrix, _ b: Matrix, into c: inout Matrix) {
    _ = oneBlasThread
    precondition(a.columns == b.rows && c.rows == a.rows && c.columns == b.columns, "shapes fit")
    let (m, n, k) = (Int32(a.rows), Int32(b.columns), Int32(b.rows))
    unsafe a.values.withUnsafeBufferPointer { a in
      unsafe b.values.withUnsafeBufferPointer { b in
        unsafe c.values.withUnsafeMutableBufferPointer { c in
          unsafe kernel_multiply(m, n, k, a.baseAddress, b.baseAddress, c.baseAddress)
        }
      }
    }
  }

  /// a = b + factor · c, the yardstick of memory bandwidth.
  package static func triad(_ a: inout [Double], _ b: [Double], _ factor: Double, _ c: [Double]) {
    precondition(a.count == b.count && b.count == c.count, "equally long")
    let level = InstructionSet.best.rawValue
    unsafe a.withUnsafeMutableBufferPointer { a in
      unsafe b.withUnsafeBufferPointer { b in
        unsafe c.withUnsafeBufferPointer { c in
          unsafe kernel_triad(level, a.count, factor, b.baseAddress, c.baseAddress, a.baseAddress)
        }
      }
    }
  }

  /// Whether no number is infinite or NaN.
  package static func isFinite(_ numbers: [Double]) -> Bool {
    var finite: Int32 = 1
    unsafe numbers.withUnsafeBufferPointer { numbers in
      unsafe kernel_all_finite(
        InstructionSet.best.rawValue, numbers.count, numbers.baseAddress, &finite)
    }
    return finite == 1
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

  /// Singular values, falling, with their left and right vectors as columns (LAPACK dgesdd).
  static func singularValues(
    _ a: Matrix
  ) throws(LinearAlgebraError) -> (left: Matrix, values: [Double], right: Matrix) {
    _ = oneBlasThread
    let (m, n) = (a.rows, a.columns)
    let k = min(m, n)
    guard k > 0 else {
      return (Matrix(rows: m, columns: 0), [], Matrix(rows: n, columns: 0))
    }
    guard isFinite(a.values) else { throw .notFinite }
    // Row-major memory is the transpose of column-major: LAPACK sees Aᵀ = V·S·Uᵀ, and its first vectors
    // are our right ones.
    var entries = a.values
    var values = [Double](repeating: 0, count: k)
    var right = [Double](repeating: 0, count: n * k)
    var left = [Double](repeating: 0, count: k * m)
    var integers = [Int32](repeating: 0, count: 8 * k)
    var work = [0.0]
    var info: Int32 = 0
    for isQuery in [true, false] {
      if !isQuery { work = [Double](repeating: 0, count: Int(work[0])) }
      let length = isQuery ? -1 : Int32(work.count)
      info = unsafe entries.withUnsafeMutableBufferPointer { a in
        unsafe values.withUnsafeMutableBufferPointer { s in
          unsafe right.withUnsafeMutableBufferPointer { u in
            unsafe left.withUnsafeMutableBufferPointer { vt in
              unsafe work.withUnsafeMutableBufferPointer { work in
                unsafe integers.withUnsafeMutableBufferPointer { integers in
                  unsafe kernel_singular_values(
                    Int32(n), Int32(m), a.baseAddress, s.baseAddress, u.baseAddress,
                    vt.baseAddress, work.baseAddress, length, integers.baseAddress)
                }
              }
            }
          }
        }
      }
    }
    guard info == 0 else { throw .notConverged }
    return (
      Matrix(rows: m, columns: k, values: left), values,
      Matrix(rows: k, columns: n, values: right).transposed
    )
  }

  private static func checkedOperand(_ triangle: Matrix, _ x: Matrix) -> Matrix {
    precondition(triangle.rows == triangle.columns && triangle.rows == x.rows, "n × n and n rows")
    precondition(x.rows <= Int(Int32.max) && x.columns <= Int(Int32.max), "too large for BLAS")
    return x
  }
}
