/// How a learner's attempts become one mark.
public struct GradingPolicy: Hashable, Sendable {
  /// Which of several attempts counts.
  public enum Attempts: String, Hashable, Sendable, CaseIterable {
    /// The one with the most points, late ones after their deduction.
    case best
    /// The one that was sealed last.
    case last
    /// The mean of all.
    case mean
  }

  public let attempts: Attempts
  public let late: LatePolicy

  /// A policy; by default the best attempt counts and being late costs nothing.
  public init(attempts: Attempts = .best, late: LatePolicy = .none) {
    self.attempts = attempts
    self.late = late
  }

  /// One attempt at an assignment.
  public struct Attempt: Hashable, Sendable {
    /// Its points before a deduction.
    public let points: Double
    /// Where it stands in the order in which the attempts were sealed.
    public let order: Int
    /// How long after the deadline it was sealed, in seconds; nil if it was in time.
    public let lateSeconds: Double?

    public init(points: Double, order: Int, lateSeconds: Double?) {
      self.points = points
      self.order = order
      self.lateSeconds = lateSeconds
    }
  }

  /// What the attempts count together.
  public struct Mark: Hashable, Sendable {
    /// After deductions.
    public let points: Double
    /// Whether an attempt that counts was late.
    public let isLate: Bool
    /// Why it is that many points, in a few words.
    public let reason: String
  }

  /// The mark that attempts make; nil if there are none.
  public func mark(of attempts: [Attempt]) -> Mark? {
    guard !attempts.isEmpty else { return nil }
    let scored = attempts.map {
      ($0, $0.points * (1 - late.deduction(afterSeconds: $0.lateSeconds)))
    }
    switch self.attempts {
    case .mean:
      let mean = scored.map(\.1).reduce(0, +) / Double(scored.count)
      return Mark(
        points: mean, isLate: attempts.contains { $0.lateSeconds != nil },
        reason: "mean of \(scored.count)")
    case .last: return mark(of: scored, counting: scored.max { $0.0.order < $1.0.order }, "last")
    case .best:
      // Of equally good ones the first counts, which is the least late.
      let best = scored.min { ($1.1, $0.0.order) < ($0.1, $1.0.order) }
      return mark(of: scored, counting: best, "best")
    }
  }

  private func mark(
    of scored: [(Attempt, Double)], counting chosen: (attempt: Attempt, points: Double)?,
    _ word: String
  ) -> Mark? {
    guard let chosen else { return nil }
    let which = scored.count == 1 ? "only attempt" : "\(word) of \(scored.count)"
    let deduction = late.deduction(afterSeconds: chosen.attempt.lateSeconds)
    let percent = Int((deduction * 100).rounded())
    return Mark(
      points: chosen.points, isLate: chosen.attempt.lateSeconds != nil,
      reason: deduction > 0 ? "\(which), \(percent) % off for being late" : which)
  }
}

/// What being late costs.
///
/// ```
/// deduction = min(most, perDay · ⌈(late − grace) / 1 day⌉)
/// ```
public struct LatePolicy: Hashable, Sendable {
  /// The share of an attempt's points that each day begun takes, 0 to 1.
  public let perDay: Double
  /// The largest share that is taken, 0 to 1.
  public let most: Double
  /// How long after the deadline nothing is taken, in seconds.
  public let graceSeconds: Double

  /// Being late costs nothing.
  public static let none = LatePolicy(perDay: 0, most: 1, graceSeconds: 0)

  private init(perDay: Double, most: Double, graceSeconds: Double) {
    self.perDay = perDay
    self.most = most
    self.graceSeconds = graceSeconds
  }

  /// A policy in per cent and minutes; nil unless the shares are from 0 to 100 and the grace is not negative.
  public init?(percentPerDay: Double, mostPercent: Double = 100, graceMinutes: Double = 0) {
    let shares = 0...100.0
    guard shares.contains(percentPerDay), shares.contains(mostPercent), graceMinutes >= 0,
      graceMinutes.isFinite
    else { return nil }
    self.init(
      perDay: percentPerDay / 100, most: mostPercent / 100, graceSeconds: graceMinutes * 60)
  }

  /// The share of the points that is taken.
  /// - Parameter seconds: how long after the deadline; nil if it was in time.
  public func deduction(afterSeconds seconds: Double?) -> Double {
    guard let seconds, seconds > graceSeconds else { return 0 }
    return min(most, perDay * ((seconds - graceSeconds) / 86_400).rounded(.up))
  }
}
