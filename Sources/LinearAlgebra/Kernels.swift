// The wall: the one file of this module in which arrays become pointers. Every function here checks
// shapes first, so that a kernel never reads or writes outside of its arrays.
internal import CKernels

/// A kernel that reads two arrays and fills a third: (rows, lanes, first, second, result).
private typealias LaneKernel =
  @convention(c) (
    Int, Int, UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafeMutablePointer<Double>?
  ) -> Void

enum Kernels {
  /// y[t] = Σ_{c ≤ t} curve[t − c] · x[c], lane by lane.
  static func convolve(curve: [Double], _ x: Matrix) -> Matrix {
    precondition(curve.count == x.rows, "a curve has one number per period")
    return unsafe run(kernel_convolve_shared, curve, x)
  }

  /// The same with a curve per lane.
  static func convolve(curves: Matrix, _ x: Matrix) -> Matrix {
    precondition(curves.rows == x.rows && curves.columns == x.columns, "one curve per lane")
    return unsafe run(kernel_convolve_lanes, curves.values, x)
  }

  /// The x whose convolution with the curve is y.
  static func deconvolve(curve: [Double], _ y: Matrix) -> Matrix {
    precondition(curve.count == y.rows, "a curve has one number per period")
    return unsafe run(kernel_deconvolve_shared, curve, y)
  }

  /// The same with a curve per lane.
  static func deconvolve(curves: Matrix, _ y: Matrix) -> Matrix {
    precondition(curves.rows == y.rows && curves.columns == y.columns, "one curve per lane")
    return unsafe run(kernel_deconvolve_lanes, curves.values, y)
  }

  /// Lower triangle (n × n) times matrix (BLAS dtrmm).
  static func multiplyLower(_ triangle: Matrix, _ x: Matrix) -> Matrix {
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

  private static func run(_ kernel: LaneKernel, _ curve: [Double], _ x: Matrix) -> Matrix {
    var result = Matrix(rows: x.rows, columns: x.columns)
    guard !x.values.isEmpty else { return result }
    unsafe curve.withUnsafeBufferPointer { s in
      unsafe x.values.withUnsafeBufferPointer { x in
        unsafe result.values.withUnsafeMutableBufferPointer { y in
          unsafe kernel(result.rows, result.columns, s.baseAddress, x.baseAddress, y.baseAddress)
        }
      }
    }
    return result
  }

  private static func checkedOperand(_ triangle: Matrix, _ x: Matrix) -> Matrix {
    precondition(triangle.rows == triangle.columns && triangle.rows == x.rows, "n × n and n rows")
    precondition(x.rows <= Int(Int32.max) && x.columns <= Int(Int32.max), "too large for BLAS")
    return x
  }
}
