/// When a change holds, and how it comes about: always, from a year on, or in a passage between two years.
///
/// The change is made with a weight w in each period, taken at the period's label:
/// ```
/// always        w = 1
/// step          w = 0 before `from`, 1 from it on
/// linear        w = (t − from) / (until − from), held at 0 before and at 1 after
/// logistic      the S-shaped passage of ``Interpolation/logistic`` from 0 at `from` to 1 at `until`
/// ```
public struct ChangePath: Hashable, Sendable {
  /// The year from which it holds or begins; nil where it always holds.
  public let from: Double?
  /// The year in which it is complete; nil for a step.
  public let until: Double?
  /// How it passes from one to the other.
  public let transition: Interpolation

  private init(from: Double?, until: Double?, _ transition: Interpolation) {
    self.from = from
    self.until = until
    self.transition = transition
  }

  /// In all periods.
  public static let always = ChangePath(from: nil, until: nil, .step)

  /// In full from a year on.
  public static func step(from year: Double) -> ChangePath {
    ChangePath(from: year, until: nil, .step)
  }

  /// Nothing up to one year, all from a later year on.
  /// - Parameters:
  ///   - from: the last year without the change.
  ///   - until: the first year with all of it.
  ///   - transition: `linear` or `logistic`.
  /// - Throws: where the years do not rise, or the transition is a step.
  public static func passage(
    from: Double, until: Double, _ transition: Interpolation = .linear
  ) throws(ChangePathError) -> ChangePath {
    guard transition != .step else { throw .stepWithEnd }
    guard from < until, from.isFinite, until.isFinite else { throw .unordered(from, until) }
    return ChangePath(from: from, until: until, transition)
  }

  /// How much of the change is made in a year, from 0 to 1.
  public func weight(at year: Double) -> Double {
    guard let from else { return 1 }
    guard let until else { return year < from ? 0 : 1 }
    return transition.value(at: year, among: [(from, 0), (until, 1)])
  }

  /// The weight in each period.
  func weights(over time: TimeAxis) -> [Double] {
    time.labels.map(weight)
  }
}

/// Why years do not make a path.
public enum ChangePathError: Error, Hashable, Sendable, CustomStringConvertible {
  case unordered(Double, Double)
  case stepWithEnd

  public var description: String {
    switch self {
    case .unordered(let from, let until):
      "a change passes from a year to a later one: 'until' \(plainNumber(until)) is not after 'from' "
        + plainNumber(from)
    case .stepWithEnd: "a step happens in its 'from' year and has no 'until'"
    }
  }
}
