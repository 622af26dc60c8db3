/// Quantiles of numbers that are all at hand.
public enum Quantiles {
  /// The quantile of a sorted list, in a line between the two numbers beside it.
  ///
  /// Type 7 of Hyndman & Fan (1996), doi:10.1080/00031305.1996.10473566, as NumPy has it by default: with
  /// n numbers the place is h = (n − 1)·p, counted from 0.
  /// - Parameters:
  ///   - sorted: at least one number, from the smallest on.
  ///   - probability: from 0 to 1.
  public static func typeSeven(ofSorted sorted: [Double], at probability: Double) -> Double {
    precondition(!sorted.isEmpty, "a quantile of nothing")
    let place = Double(sorted.count - 1) * min(max(probability, 0), 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
