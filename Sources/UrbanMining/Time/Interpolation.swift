internal import RealModule

/// How values between points in time are found.
public enum Interpolation: String, Hashable, Sendable, CaseIterable {
  /// Straight from point to point.
  case linear
  /// A value holds until the next point.
  case step
  /// An S-shaped passage from point to point.
  case logistic

  /// A point in time.
  public typealias Point = (year: Double, value: Double)

  /// The value at a time; outside of the points the nearest one holds.
  /// - Parameters:
  ///   - time: a year.
  ///   - points: one or more, in rising order of their years.
  /// - Complexity: O(points).
  public func value(at time: Double, among points: [Point]) -> Double {
    guard let next = points.firstIndex(where: { $0.year > time }) else {
      return points[points.count - 1].value
    }
    guard next > 0 else { return points[0].value }
    let (start, end) = (points[next - 1], points[next])
    let passed = (time - start.year) / (end.year - start.year)
    return start.value + (end.value - start.value) * weight(passed)
  }

  /// How far the passage from one point to the next has come, from 0 to 1.
  ///
  /// The logistic curve 1/(1 + e^(−12·(u − ½))), shifted and scaled so that it meets both points.
  private func weight(_ passed: Double) -> Double {
    switch self {
    case .linear: return passed
    case .step: return 0
    case .logistic:
      func curve(_ u: Double) -> Double { 1 / (1 + .exp(-12 * (u - 0.5))) }
      return (curve(passed) - curve(0)) / (curve(1) - curve(0))
    }
  }
}
