import Foundation
import LinearAlgebra

/// What the machine can do at best, measured in the same run as everything else.
struct Machine {
  /// BLAS dgemm (768 × 768), GFLOP/s on one thread.
  let dgemm: Double
  /// STREAM triad, GB/s on one thread: in the second cache (256 KB) and from memory (192 MB).
  let cacheTriad: Double
  let memoryTriad: Double

  init() {
    let size = 768
    let a = Matrix(rows: size, columns: size, repeating: 1.5)
    var c = Matrix(rows: size, columns: size)
    let time = Measurement { Kernels.multiply(a, a, into: &c) }.least
    dgemm = 2 * Double(size * size * size) / time / 1e9
    cacheTriad = Machine.triad(count: 10_000)
    memoryTriad = Machine.triad(count: 8_000_000)
  }

  private static func triad(count: Int) -> Double {
    var a = [Double](repeating: 0, count: count)
    let b = [Double](repeating: 1, count: count)
    let c = [Double](repeating: 2, count: count)
    let time = Measurement { Kernels.triad(&a, b, 0.5, c) }.least
    return Double(24 * count) / time / 1e9
  }

  var description: String {
    let environment = ProcessInfo.processInfo.environment
    let pinned = environment.filter { $0.key.hasPrefix("OPENBLAS_") }
      .map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
    return """
      instruction set \(InstructionSet.best), BLAS core \(Kernels.blasName), \
      environment \(pinned.isEmpty ? "without OPENBLAS_ variables" : pinned)
      dgemm \(dgemm.short) GFLOP/s, triad \(cacheTriad.short) GB/s in cache, \
      \(memoryTriad.short) GB/s from memory (one thread)
      """
  }
}

extension Double {
  /// Three significant digits.
  var short: String { String(format: self < 9.995 ? "%.2f" : self < 99.95 ? "%.1f" : "%.0f", self) }
}
