import RealModule
import Testing

@Suite struct LifetimeCommandTests {
  /// SciPy 1.17: `lognorm.sf(30, s, scale=30*exp(-s**2/2))` with `s = sqrt(log(1 + 0.3**2))`.
  @Test func showsSurvivalAndMomentsAsJSON() throws {
    let run = try Urbanmine.run(
      "lifetime", "lognormal(mean: 30, sd: 9)", "--ages", "0...60", "--json")
    #expect(run.code == 0)
    #expect(run.errors == "")
    let document = try run.json(as: LifetimeJSON.self)
    #expect(document.schema == "urbanmine/lifetime/1")
    #expect(document.lifetime == "lognormal(mean: 30, sd: 9)")
    #expect(document.ages == (0...60).map(Double.init))
    #expect(document.survival.count == 61)
    #expect(document.survival[0] == 1)
    #expect(
      document.survival[30].isApproximatelyEqual(
        to: 0.4416527608571063, relativeTolerance: 1e-12))
    #expect(document.mean?.isApproximatelyEqual(to: 30, relativeTolerance: 1e-12) == true)
    #expect(document.sd?.isApproximatelyEqual(to: 9, relativeTolerance: 1e-12) == true)
    for (density, (hazard, survival)) in zip(
      document.density, zip(document.hazard, document.survival))
    {
      let (density, hazard) = (try #require(density), try #require(hazard))
      #expect((hazard * survival).isApproximatelyEqual(to: density, relativeTolerance: 1e-14))
    }
  }

  @Test func showsATable() throws {
    let run = try Urbanmine.run("lifetime", "fixed(years: 2)", "--ages", "0,2.5")
    #expect(run.code == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "fixed(years: 2)")
    #expect(lines[1] == "mean 2.000 years, sd 0.000 years, median 2.000 years")
    #expect(
      lines.suffix(2).map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "0 1.000000", "2.5 0.000000",
      ])
  }

  @Test(
    arguments: [
      ("0...10/2.5", [0, 2.5, 5, 7.5, 10]), ("5...6", [5, 6]), ("3", [3]),
      ("0,1,0.5", [0, 1, 0.5]),
    ] as [(String, [Double])])
  func readsAges(_ written: String, _ ages: [Double]) throws {
    let run = try Urbanmine.run("lifetime", "exponential(mean: 9)", "--ages", written, "--json")
    #expect(try run.json(as: LifetimeJSON.self).ages == ages)
  }

  @Test func choosesAgesItselfUntilNearlyAllHasLeft() throws {
    let run = try Urbanmine.run("lifetime", "weibull(shape: 3, mean: 25)", "--json")
    let document = try run.json(as: LifetimeJSON.self)
    #expect(document.ages.first == 0)
    #expect((document.survival.last ?? 1) <= 0.01)
  }

  @Test func readsASurvivalTableOfTheUser() throws {
    try Urbanmine.inEmptyFolder { urbanmine in
      try urbanmine.write("age,survival\n0,1\n10,0.5\n20,0\n", to: "own.csv")
      let run = try urbanmine.run("lifetime", "table(file: own.csv)", "--ages", "5,15", "--json")
      let survival = try run.json(as: LifetimeJSON.self).survival
      #expect(survival[0].isApproximatelyEqual(to: 0.75, relativeTolerance: 1e-15))
      #expect(survival[1].isApproximatelyEqual(to: 0.25, relativeTolerance: 1e-15))
      let missing = try urbanmine.run("lifetime", "table(file: other.csv)")
      #expect(missing.code == 65)
      #expect(missing.errors.contains("the file 'other.csv' can't be read"))
    }
  }

  static let families =
    "fixed, normal, truncated-normal, folded-normal, lognormal, weibull, gamma, loglogistic, "
    + "gompertz, exponential, geometric, uniform, table, mixture, dissipating"

  @Test(arguments: [
    (
      "nrmal(mean: 3)",
      "the lifetime 'nrmal(mean: 3)': there is no lifetime 'nrmal'; the families are \(families) "
        + "(did you mean 'normal'?)"
    ),
    (
      "normal(mean: 3)",
      "the lifetime 'normal(mean: 3)': normal takes normal(mean:, sd:); given were mean"
    ),
    (
      "weibull(shape: 2)",
      "the lifetime 'weibull(shape: 2)': weibull takes weibull(shape:, scale:) or "
        + "weibull(shape:, mean:) or weibull(t50:, t90:); given were shape"
    ),
    (
      "normal(mean: 3, sd: -1)",
      "the lifetime 'normal(mean: 3, sd: -1)': sd: -1 is not possible: it must be 0 or above"
    ),
    (
      "normal(mean: 3 sd: 1)",
      "the lifetime 'normal(mean: 3 sd: 1)': character 16: ')' is expected here: "
        + "a comma or the closing bracket is missing"
    ),
  ])
  func refusesOthersAndSaysWhatIsAllowed(_ lifetime: String, _ message: String) throws {
    let run = try Urbanmine.run("lifetime", lifetime)
    #expect(run.code == 65)
    #expect(run.output == "")
    #expect(run.errorLines == [message])
  }

  @Test(arguments: ["x", "5...1", "-1...5", "0...5/0", "0,,1x", "nan", ""])
  func refusesAgesThatAreNone(_ ages: String) throws {
    let run = try Urbanmine.run("lifetime", "fixed(years: 2)", "--ages=\(ages)")
    #expect(run.code == 64)
    #expect(run.errors.contains("FIRST...LAST"))
  }
}
