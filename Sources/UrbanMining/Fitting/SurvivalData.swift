/// Ages at which units left, and ages at which others were still in use (right-censored).
public struct SurvivalData: Hashable, Sendable {
  /// The age of each unit when it left, or when it was last seen.
  public let ages: [Double]
  /// Whether the unit left at this age.
  public let hasLeft: [Bool]
  /// How many units each entry stands for.
  public let counts: [Double]

  /// - Parameters:
  ///   - ages: above 0, in years.
  ///   - hasLeft: for each age, whether the unit left then; else it was still in use.
  ///   - counts: for each age, how many units it stands for; one each where it is nil.
  public init(ages: [Double], hasLeft: [Bool], counts: [Double]? = nil) throws(FitError) {
    precondition(ages.count == hasLeft.count, "one mark for each age")
    precondition(counts.map { $0.count == ages.count } ?? true, "one count for each age")
    guard ages.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw .notFinite("the logarithm of an age: all ages are above 0, and one of them")
    }
    let counts = counts ?? ages.map { _ in 1 }
    guard counts.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw .notFinite("a count: it is above 0, and one of them")
    }
    let left = Set(zip(ages, hasLeft).filter(\.1).map(\.0))
    guard left.count >= 2 else { throw .tooFewObservations(left.count, needed: 2) }
    self.ages = ages
    self.hasLeft = hasLeft
    self.counts = counts
  }

  /// Units that left.
  public var leftCount: Double {
    zip(counts, hasLeft).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
  }
}
