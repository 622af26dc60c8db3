/// Ages at which units left, and ages at which others were still in use (right-censored).
public struct SurvivalData: Hashable, Sendable {
  /// The age of each unit when it left, or when it was last seen.
  public let ages: [Double]
  /// Whether the unit left at this age.
  public let hasLeft: [Bool]
  /// How many units each entry stands for.
  public let counts: [Double]
  /// The age from which on each unit was watched; 0 for one that was watched from the start. Units that left
  /// before they could be watched are not among the data (left truncation).
  public let entered: [Double]
  /// For a unit of which only an interval is known, the age by which it had left; nil for an exact age.
  public let leftBy: [Double?]

  /// - Parameters:
  ///   - ages: above 0, in years; where `leftBy` is given, the age at which the unit was last seen in use,
  ///     which may be 0.
  ///   - hasLeft: for each age, whether the unit left then; else it was still in use.
  ///   - counts: for each age, how many units it stands for; one each where it is nil.
  ///   - entered: for each age, from which age on the unit was watched; all from 0 on where it is nil.
  ///   - leftBy: for each age, by which later age the unit had left, where that is all that is known.
  public init(
    ages: [Double], hasLeft: [Bool], counts: [Double]? = nil, entered: [Double]? = nil,
    leftBy: [Double?]? = nil
  ) throws(FitError) {
    let counts = counts ?? ages.map { _ in 1 }
    let entered = entered ?? ages.map { _ in 0 }
    let leftBy = leftBy ?? ages.map { _ in nil }
    precondition(
      [hasLeft.count, counts.count, entered.count, leftBy.count].allSatisfy { $0 == ages.count },
      "one of each for each age")
    for index in ages.indices {
      let (age, start) = (ages[index], entered[index])
      guard age.isFinite, age > 0 || (age == 0 && leftBy[index] != nil) else {
        throw .age("an age is above 0")
      }
      guard counts[index] > 0, counts[index].isFinite else {
        throw .age("a count is above 0")
      }
      guard start >= 0, start < age || (start == age && leftBy[index] != nil) else {
        throw .age(
          "a unit is watched from an age on that is below the one at which it was last seen")
      }
      guard let end = leftBy[index] else { continue }
      guard hasLeft[index], end > age, end.isFinite else {
        throw .age("the age by which a unit had left is above the one at which it was last in use")
      }
    }
    let left = Set(ages.indices.filter { hasLeft[$0] }.map { [ages[$0], leftBy[$0] ?? ages[$0]] })
    guard left.count >= 2 else { throw .tooFewAges(left.count) }
    self.ages = ages
    self.hasLeft = hasLeft
    self.counts = counts
    self.entered = entered
    self.leftBy = leftBy
  }

  /// Units that left.
  public var leftCount: Double {
    zip(counts, hasLeft).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
  }

  /// Units that were watched from a later age on.
  public var lateCount: Double {
    zip(counts, entered).reduce(0) { $0 + ($1.1 > 0 ? $1.0 : 0) }
  }

  /// Units of which an interval is all that is known.
  public var intervalCount: Double {
    zip(counts, leftBy).reduce(0) { $0 + ($1.1 != nil ? $1.0 : 0) }
  }
}
