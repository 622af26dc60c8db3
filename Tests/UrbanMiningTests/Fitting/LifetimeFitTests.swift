import RealModule
import Testing

@testable import UrbanMining

struct LifetimeFitTests {
  private var cases: [FittingReference.SurvivalCase] {
    get throws { try FittingReference.all.get().survival }
  }

  /// Simulated and censored, complete, and shock absorbers of vehicles.
  @Test(arguments: LifetimeFit.Family.allCases)
  func everyFamilyAgreesWithSciPy(_ family: LifetimeFit.Family) throws {
    for reference in try cases {
      let own = try LifetimeFit(family, to: reference.data())
      let expected = try #require(reference.exact[family.rawValue])
      // A simplex search knows the place of an optimum to the root of its rounding.
      expectClose(own.parameters.map(\.value), Array(expected[..<2]), relative: 3e-7)
      expectClose(own.logLikelihood, expected[2], relative: 1e-12)
      expectClose(own.akaike, 4 - 2 * own.logLikelihood, relative: 1e-15)
      for parameter in own.parameters {
        #expect(parameter.low < parameter.value && parameter.value < parameter.high)
      }
    }
  }

  /// lifelines stops searching at about five digits.
  @Test func weibullAgreesWithLifelines() throws {
    for reference in try cases {
      let own = try LifetimeFit(.weibull, to: reference.data())
      let expected = reference.weibull
      for (parameter, name) in zip(own.parameters, ["shape", "scale"]) {
        expectClose(parameter.value, expected[name] ?? .nan, relative: 5e-5, reference.name)
        expectClose(
          parameter.standardError, expected["\(name)_se"] ?? .nan, relative: 1e-3, reference.name)
      }
      expectClose(own.logLikelihood, expected["log_likelihood"] ?? .nan, relative: 1e-9)
    }
  }

  @Test func lognormalAgreesWithLifelines() throws {
    for reference in try cases {
      let own = try LifetimeFit(.lognormal, to: reference.data())
      let expected = reference.lognormal
      expectClose(own.parameters[0].value, expected["median"] ?? .nan, relative: 5e-5)
      expectClose(own.parameters[1].value, expected["sigma"] ?? .nan, relative: 5e-5)
      expectClose(
        own.parameters[0].standardError / own.parameters[0].value,
        expected["log_median_se"] ?? .nan, relative: 1e-3)
      expectClose(
        own.parameters[1].standardError, expected["sigma_se"] ?? .nan, relative: 1e-3)
      expectClose(own.logLikelihood, expected["log_likelihood"] ?? .nan, relative: 1e-9)
    }
  }

  /// Without censoring the log-normal has a closed form: mean and deviation of the logarithms, and errors
  /// σ/√n and σ/√(2n).
  @Test func completeDataHaveAClosedForm() throws {
    let reference = try #require(try cases.first { $0.name == "complete" })
    let own = try LifetimeFit(.lognormal, to: reference.data())
    let logs = reference.ages.map { Double.log($0) }
    let count = Double(logs.count)
    let mean = logs.reduce(0, +) / count
    let sigma = (logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    expectClose(own.parameters[0].value, .exp(mean), relative: 1e-9)
    expectClose(own.parameters[1].value, sigma, relative: 1e-9)
    expectClose(
      own.parameters[0].standardError, .exp(mean) * sigma / count.squareRoot(), relative: 1e-7)
    expectClose(
      own.parameters[1].standardError, sigma / (2 * count).squareRoot(), relative: 1e-7)
  }

  /// Meeker & Escobar (1998) print 3.16 and 27719 km for the shock absorbers.
  @Test func shockAbsorbersAgreeWithThePublishedFit() throws {
    let data = try #require(try cases.first { $0.name == "shock absorbers" }).data()
    let own = try LifetimeFit(.weibull, to: data)
    #expect((own.parameters[0].value * 100).rounded() == 316)
    #expect((own.parameters[1].value * 1000).rounded() == 27719)
    #expect(data.leftCount == 11)
  }

  /// A count stands for as many equal entries.
  @Test func countsStandForEntries() throws {
    let ages = [3.0, 5, 8, 13]
    let marks = [true, true, false, true]
    let counted = try LifetimeFit(
      .weibull, to: SurvivalData(ages: ages, hasLeft: marks, counts: [2, 3, 4, 1]))
    let listed = try LifetimeFit(
      .weibull,
      to: SurvivalData(
        ages: [3, 3, 5, 5, 5, 8, 8, 8, 8, 13],
        hasLeft: [true, true, true, true, true, false, false, false, false, true]))
    expectClose(counted.parameters.map(\.value), listed.parameters.map(\.value), relative: 1e-8)
  }

  @Test func lateEntriesAndIntervalsAgreeWithLifelines() throws {
    let reference = try FittingReference.all.get().incomplete
    let (late, intervals) = (reference.late, reference.intervals)
    let data = [
      try SurvivalData(ages: late.ages, hasLeft: late.left, entered: late.entered),
      try SurvivalData(ages: intervals.ages, hasLeft: intervals.left, leftBy: intervals.leftBy),
    ]
    for (own, expected) in zip(data, [late.weibull, intervals.weibull]) {
      let fit = try LifetimeFit(.weibull, to: own)
      expectClose(fit.parameters.map(\.value), Array(expected[..<2]), relative: 5e-5)
      expectClose(fit.parameters[0].standardError, expected[2], relative: 1e-3)
    }
    for (own, expected) in zip(data, [late.lognormal, intervals.lognormal]) {
      let fit = try LifetimeFit(.lognormal, to: own)
      expectClose(fit.parameters.map(\.value), expected, relative: 5e-5)
    }
  }

  /// The narrower the intervals, the closer they come to exact ages.
  @Test func narrowIntervalsAreExactAges() throws {
    let reference = try #require(try cases.first { $0.name == "complete" })
    let exact = try LifetimeFit(.gamma, to: reference.data())
    let narrow = try LifetimeFit(
      .gamma,
      to: SurvivalData(
        ages: reference.ages.map { $0 - 1e-3 }, hasLeft: reference.left,
        leftBy: reference.ages.map { $0 + 1e-3 }))
    expectClose(
      narrow.parameters.map(\.value), exact.parameters.map(\.value), relative: 1e-6)
  }

  @Test func tooLittleDataAreRefused() {
    func message(_ make: () throws(FitError) -> SurvivalData) -> String {
      do throws(FitError) {
        _ = try make()
        return ""
      } catch {
        return error.description
      }
    }
    #expect(
      message { () throws(FitError) in
        try SurvivalData(ages: [3, 3, 4], hasLeft: [true, true, false])
      }.contains("at one age alone"))
    #expect(
      message { () throws(FitError) in
        try SurvivalData(ages: [3, 4], hasLeft: [false, false])
      }.contains("at no age"))
    #expect(
      message { () throws(FitError) in try SurvivalData(ages: [0, 1], hasLeft: [true, true]) }
        == "an age is above 0")
    #expect(
      message { () throws(FitError) in
        try SurvivalData(ages: [3, 4], hasLeft: [true, true], entered: [0, 4])
      }.contains("below the one at which it was last seen"))
    #expect(
      message { () throws(FitError) in
        try SurvivalData(ages: [3, 4], hasLeft: [true, false], leftBy: [4, 5])
      }.contains("had left"))
  }
}
