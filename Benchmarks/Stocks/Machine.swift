import Foundation
import LinearAlgebra

/// What the machine can do, measured beside the case so that times can be held against a floor.
struct Machine: Encodable {
  /// The rate of a dense product, n = 1024, in operations a second; nil while the library has none.
  let matrixProduct: Double? = nil
  /// The rate of a triangular product, n = 1024, in operations a second.
  let triangularProduct: Double
  /// Bytes a second of a stream triad whose three arrays are as large as one of the case.
  let triadOfCase: Double
  /// The same with arrays far larger than any cache.
  let triadOfMemory: Double

  /// - Parameter words: how many numbers an array of the case has.
  init(words: Int) {
    triangularProduct = Self.triangularProduct(size: 1024)
    triadOfCase = Self.triad(words: max(words, 1024))
    triadOfMemory = Self.triad(words: 1 << 23)
  }

  /// The most memory that this process has had in use, in bytes; nil where the system doesn't tell.
  ///
  /// (`getrusage` would also count what the process that started this one had in use.)
  static var peakMemory: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({
        Int($0)
      })
    else { return nil }
    return kilobytes * 1024
  }

  private static func triangularProduct(size: Int) -> Double {
    let triangle = LowerTriangle(entries: Matrix(rows: size, columns: size, repeating: 1e-3))
    let block = Matrix(rows: size, columns: size, repeating: 1)
    let fastest = fastest(of: 5) { _ = triangle.times(block) }
    return Double(size * (size + 1) * size) / fastest
  }

  /// a = b + factor · c, over and over: three words moved for each element.
  private static func triad(words: Int) -> Double {
    let (b, c) = ([Double](repeating: 1, count: words), [Double](repeating: 2, count: words))
    var a = [Double](repeating: 0, count: words)
    let passes = max(1, (1 << 22) / words)
    let fastest = fastest(of: 5) {
      for pass in 0..<passes { triad(&a, b, c, factor: Double(pass)) }
    }
    return Double(passes * 3 * words * MemoryLayout<Double>.stride) / fastest
  }

  @inline(never)
  private static func triad(_ a: inout [Double], _ b: [Double], _ c: [Double], factor: Double) {
    var a = a.mutableSpan
    let (b, c) = (b.span, c.span)
    for index in 0..<min(a.count, b.count, c.count) { a[index] = b[index] + factor * c[index] }
  }

  /// Seconds of the fastest of a few runs.
  private static func fastest(of count: Int, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<count).map { _ in clock.measure(body) / .seconds(1) }.min() ?? .infinity
  }
}
