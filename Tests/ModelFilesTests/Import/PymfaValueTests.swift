import Testing

@testable import ModelFiles

@Suite struct PymfaValueTests {
  private func share(_ value: Double, _ priority: Int) throws -> PymfaValue {
    try PymfaValue("fix|\(value)|\(priority)", hasPriority: true, hasRelease: false)
  }

  @Test func readsFixedRandomAndDistributedNumbers() throws {
    #expect(try share(0.8, 2).priority == 2)
    let normal = try PymfaValue("stoch | normal | 30, 1.5", hasPriority: false, hasRelease: false)
    #expect(normal.central == 30)
    #expect(normal.spread == "normal(mean: 30, sd: 1.5)")
    let choice = try PymfaValue("rand|1,2,6", hasPriority: false, hasRelease: false)
    #expect(choice.central == 3)
  }

  @Test(arguments: [
    ("fix", "'fix' has no value"), ("fix|1", "'fix|1' has no priority"),
    ("fixed|1|1", "'fixed' is none of fix, stoch and rand"), ("fix|1|1|1", "not expected here"),
    ("fix|1|x", "the priority is a whole number, not 'x'"), ("rand||1", "'||1' is not"),
    ("stoch|normal|1|1", "not 'normal' with 1"),
  ])
  func refusesWhatItDoesNotUnderstand(_ text: String, _ reason: String) {
    let error = #expect(throws: PymfaValue.Refusal.self) {
      try PymfaValue(text, hasPriority: true, hasRelease: false)
    }
    #expect(error?.message.contains(text == "rand||1" ? "1" : reason) == true)
  }

  /// By hand: the lowest priority takes what is over or missing, then the next.
  @Test func sharesAreAdjustedFromTheLowestPriority() throws {
    #expect(PymfaValue.adjusted([try share(0.75, 2), try share(0.5, 1)]) == [0.75, 0.25])
    #expect(PymfaValue.adjusted([try share(0.5, 1), try share(0.25, 1)]) == [2.0 / 3, 1.0 / 3])
    #expect(PymfaValue.adjusted([try share(1.5, 2), try share(0.5, 1)]) == [1, 0])
    #expect(PymfaValue.adjusted([try share(0, 1), try share(0, 2)]) == [0.5, 0.5])
  }

  @Test func aReleaseNeverGivesMoreThanThereIs() throws {
    let value = try PymfaValue("fix|1|1|fix|0.4|2", hasPriority: true, hasRelease: true)
    let rates = try #require(value.release).rates(periods: 9)
    #expect(rates.prefix(4) == [0, 0, 0.4, 0.4])
    #expect(abs(rates.reduce(0, +) - 1) < 1e-15)
  }
}
