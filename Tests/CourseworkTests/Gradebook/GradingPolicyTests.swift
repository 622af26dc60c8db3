import Testing

@testable import Coursework

struct GradingPolicyTests {
  private let attempts = [
    GradingPolicy.Attempt(points: 6, order: 1, lateSeconds: nil),
    GradingPolicy.Attempt(points: 9, order: 2, lateSeconds: 86_400 + 3600),
    GradingPolicy.Attempt(points: 3, order: 3, lateSeconds: 2 * 86_400),
  ]

  @Test(arguments: [(GradingPolicy.Attempts.best, 9.0), (.last, 3), (.mean, 6)])
  func chooseAmongAttempts(_ choice: GradingPolicy.Attempts, _ points: Double) {
    #expect(GradingPolicy(attempts: choice).mark(of: attempts)?.points == points)
  }

  /// 25 h late are two days begun: 9 · 0.5 = 4.5, less than the 6 in time.
  @Test func lateAttemptsAreComparedAfterTheirDeduction() throws {
    let late = try #require(LatePolicy(percentPerDay: 25))
    let mark = try #require(GradingPolicy(late: late).mark(of: attempts))
    #expect(mark.points == 6)
    #expect(!mark.isLate)
    let last = try #require(GradingPolicy(attempts: .last, late: late).mark(of: attempts))
    #expect(last.points == 1.5)
    #expect(last.reason == "last of 3, 50 % off for being late")
    let mean = try #require(GradingPolicy(attempts: .mean, late: late).mark(of: attempts))
    #expect(mean.points == 4)
    #expect(mean.isLate)
  }

  @Test func deductionsHaveALimitAndAGrace() throws {
    let policy = try #require(
      LatePolicy(percentPerDay: 10, mostPercent: 35, graceMinutes: 15))
    #expect(policy.deduction(afterSeconds: nil) == 0)
    #expect(policy.deduction(afterSeconds: 900) == 0)
    #expect(policy.deduction(afterSeconds: 901) == 0.1)
    #expect(policy.deduction(afterSeconds: 900 + 86_400) == 0.1)
    #expect(policy.deduction(afterSeconds: 900 + 86_401) == 0.2)
    #expect(policy.deduction(afterSeconds: 30 * 86_400) == 0.35)
  }

  @Test func noAttemptIsNoMark() {
    #expect(GradingPolicy().mark(of: []) == nil)
  }

  @Test(arguments: [(-1.0, 100.0, 0.0), (101, 100, 0), (10, 200, 0), (10, 50, -1), (.nan, 50, 0)])
  func refusesImpossibleNumbers(_ perDay: Double, _ most: Double, _ grace: Double) {
    #expect(LatePolicy(percentPerDay: perDay, mostPercent: most, graceMinutes: grace) == nil)
  }
}
