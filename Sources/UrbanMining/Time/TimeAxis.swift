/// The periods of a calculation: T periods with bounds b₀ < b₁ < … < b_T, in years.
///
/// Calendar year *y* is the period [y, y + 1). Periods may be of uneven length.
public struct TimeAxis: Hashable, Sendable {
  /// The T + 1 bounds, in years.
  public let bounds: [Double]
  /// What each period is called: its calendar year, or the year that stands for it.
  public let labels: [Double]
  /// The common length of all periods in years, or nil where they are uneven.
  ///
  /// Bounds within 16 units in the last place of an even spacing are even: months at 2000 + k/12 are.
  public let evenLength: Double?

  /// Calendar years, first to last.
  public init(years: ClosedRange<Int>) {
    bounds = (years.lowerBound...years.upperBound + 1).map(Double.init)
    labels = years.map(Double.init)
    evenLength = 1
  }

  /// Periods with these bounds; a label for each, by default its start.
  /// - Throws: ``TimeAxisError`` where there is no period, bounds do not rise, or labels do not fit.
  public init(bounds: [Double], labels: [Double]? = nil) throws(TimeAxisError) {
    guard bounds.count >= 2 else { throw .empty }
    for index in 1..<bounds.count
    where !(bounds[index] > bounds[index - 1] && bounds[index].isFinite && bounds[0].isFinite) {
      throw .unordered(bounds[index - 1], bounds[index])
    }
    let labels = labels ?? Array(bounds.dropLast())
    guard labels.count == bounds.count - 1 else {
      throw .labels(count: labels.count, periods: bounds.count - 1)
    }
    self.bounds = bounds
    self.labels = labels
    let periods = Double(labels.count)
    let span = bounds[labels.count] - bounds[0]
    let rounding = 16 * max(abs(bounds[0]), abs(bounds[labels.count])).ulp
    let isEven = bounds.indices.allSatisfy { index in
      abs(bounds[index] - bounds[0] - span * Double(index) / periods) <= rounding
    }
    // Periods as short as the rounding of their bounds can't be told from uneven ones.
    evenLength = isEven && span / periods > 1e6 * rounding ? span / periods : nil
  }

  /// T, the number of periods.
  public var count: Int { labels.count }

  /// The length of a period in years.
  public func length(of period: Int) -> Double {
    evenLength ?? bounds[period + 1] - bounds[period]
  }

  /// The years from the first bound to this one.
  func elapsed(atBound bound: Int) -> Double { age(atBound: bound, period: 0, position: 0) }

  /// The age at a bound of what entered in a period, at a position η of it; 0 before that.
  ///
  /// Even periods are counted and not subtracted: a year of twelve months is then a year exactly, as a
  /// lifetime that ends in a jump needs it.
  func age(atBound bound: Int, period: Int, position: Double) -> Double {
    guard let evenLength else {
      return max(0, bounds[bound] - (bounds[period] + position * length(of: period)))
    }
    let lengths = Double(bound - period) - position
    if evenLength == 1 { return max(0, lengths) }
    return max(0, lengths * (bounds[count] - bounds[0]) / Double(count))
  }

  /// The index of the period with this label.
  public func index(ofYear year: Int) -> Int? { labels.firstIndex(of: Double(year)) }

  /// A period's label as people write it: `1980`, or `1980.5`.
  public func label(of period: Int) -> String { plainNumber(labels[period]) }

  /// All periods as people write them: `1900–2020`.
  public var span: String {
    count == 1 ? label(of: 0) : "\(label(of: 0))–\(label(of: count - 1))"
  }
}

/// Why bounds do not make a time axis.
public enum TimeAxisError: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  case unordered(Double, Double)
  case labels(count: Int, periods: Int)

  public var description: String {
    switch self {
    case .empty: "there is no period: a time axis needs two or more bounds"
    case .unordered(let first, let second):
      "period bounds must rise: \(plainNumber(second)) follows \(plainNumber(first))"
    case .labels(let count, let periods):
      "there are \(count) labels for \(periods) periods"
    }
  }
}
