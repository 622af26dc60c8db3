import RealModule
import Testing
import UrbanMining

struct DensityMethodTests {
  /// f(a) = (k/b)(a/b)^(k−1) exp(−(a/b)^k) for k = 1.3, b = 5 at 0, 1, 2, … and at ½, 1½, … (Python's math).
  @Test(arguments: [
    (DensityMethod.Age.wholeYears, 0.14180366850466855, 0.953239986911005),
    (.halfYears, 0.1470005310176183, 1.0085955516243015),
  ])
  func theWeightsOfAShortLifeDoNotSumToOne(
    _ age: DensityMethod.Age, _ second: Double, _ sum: Double
  ) throws {
    let method = try DensityMethod(try Lifetime("weibull(shape: 1.3, scale: 5)"), at: age)
    #expect(method.weight(atYear: 1).isApproximatelyEqual(to: second, relativeTolerance: 1e-12))
    #expect(method.sumOfWeights.isApproximatelyEqual(to: sum, relativeTolerance: 1e-9))
  }

  /// 10 in the first year and 4 in the third: 10·f(½), 10·f(1½), 10·f(2½) + 4·f(½).
  @Test func arisingsAreWeightedSums() throws {
    let method = try DensityMethod(
      try Lifetime("weibull(shape: 1.3, scale: 5)"), at: .halfYears)
    let expected = [1.2393873609366883, 1.4700053101761832, 1.902728654190858]
    for (value, expected) in zip(method.arisings(of: [10, 0, 4]), expected) {
      #expect(value.isApproximatelyEqual(to: expected, relativeTolerance: 1e-12))
    }
  }

  @Test func anInfiniteDensityAtAgeZeroCountsAsNothing() throws {
    let method = try DensityMethod(try Lifetime("weibull(shape: 0.79, scale: 7.97)"))
    #expect(method.weight(atYear: 0) == 0)
    #expect(
      method.sumOfWeights.isApproximatelyEqual(to: 0.8904757646335614, relativeTolerance: 1e-9))
  }

  @Test func longLivesLoseNothing() throws {
    let method = try DensityMethod(try Lifetime("weibull(shape: 3.5, scale: 25)"))
    #expect(method.sumOfWeights.isApproximatelyEqual(to: 1, absoluteTolerance: 1e-4))
  }

  @Test func aLifetimeWithoutDensityIsRefused() throws {
    let fixed = try Lifetime("fixed(years: 3)")
    let error = #expect(throws: EWasteError.self) { try DensityMethod(fixed) }
    #expect(error?.description.contains("'fixed(years: 3)' has none") == true)
  }
}
