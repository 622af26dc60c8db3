/// A value that is drawn for each learner, from a grid so that it can be written down exactly.
public struct Parameter: Hashable, Sendable {
  public let name: String
  public let grid: Grid

  public enum Grid: Hashable, Sendable {
    /// Whole numbers from first to last in steps, divided by 10^decimals.
    case steps(from: Int, through: Int, by: Int, decimals: Int)
    case numbers([Double])
    case words([String])
  }

  /// Whole numbers divided by a power of ten: `Parameter("growth", 20...45, by: 5, decimals: 3)` is 0.020,
  /// 0.025 … 0.045, each the nearest double.
  public init(_ name: String, _ range: ClosedRange<Int>, by step: Int = 1, decimals: Int = 0) {
    precondition(step > 0 && decimals >= 0, "a grid has steps and decimals")
    self.name = name
    grid = .steps(
      from: range.lowerBound, through: range.upperBound, by: step, decimals: decimals)
  }

  /// One of several numbers.
  public init(_ name: String, oneOf numbers: [Double]) {
    precondition(!numbers.isEmpty, "there is something to draw")
    self.name = name
    grid = .numbers(numbers)
  }

  /// One of several words, such as a metal.
  public init(_ name: String, oneOf words: [String]) {
    precondition(!words.isEmpty, "there is something to draw")
    self.name = name
    grid = .words(words)
  }

  /// How many values can be drawn.
  public var count: Int {
    switch grid {
    case .steps(let from, let through, let step, _): (through - from) / step + 1
    case .numbers(let numbers): numbers.count
    case .words(let words): words.count
    }
  }

  /// A drawn value.
  public enum Value: Hashable, Sendable {
    case number(Double)
    case word(String)
  }

  /// The value at a place of the grid.
  func value(at index: Int) -> Value {
    switch grid {
    case .steps(let from, _, let step, let decimals):
      // A whole number over a power of ten up to 10^22 is rounded once: the nearest double.
      .number(Double(from + index * step) / Parameter.powerOfTen(decimals))
    case .numbers(let numbers): .number(numbers[index])
    case .words(let words): .word(words[index])
    }
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}
