import Testing
import UrbanMining

struct LifetimeTextTests {
  private static let forms = [
    "fixed(years: 12.5)", "normal(mean: 20, sd: 6)", "truncated-normal(mean: 20, sd: 15)",
    "folded-normal(mu: 20, sigma: 14)", "lognormal(mean: 30, sd: 9)",
    "lognormal(median: 25, sigma: 0.6)", "weibull(shape: 2.5, scale: 35)",
    "weibull(shape: 3, mean: 25)", "weibull(t50: 10, t90: 18)", "gamma(shape: 4.2, scale: 7)",
    "gamma(mean: 30, sd: 3)", "loglogistic(shape: 3.5, scale: 22)",
    "gompertz(shape: 0.05, rate: 0.08)", "exponential(mean: 14)", "geometric(p: 0.07)",
    "uniform(from: 5, to: 40)", "table(0: 1, 2.5: 0.75, 10: 0)",
    "mixture(0.25: fixed(years: 2), 0.75: weibull(shape: 3, mean: 25))",
    "mixture(0.5: mixture(0.5: fixed(years: 1), 0.5: fixed(years: 3)), 0.5: geometric(p: 0.5))",
  ]

  @Test(arguments: forms) func printsWhatItReads(text: String) throws {
    #expect(try Lifetime(text).description == text)
  }

  @Test(arguments: forms) func readsWhatAStretchedLifetimePrints(text: String) throws {
    let lifetime = try Lifetime(text).stretched(by: 1.7)
    #expect(try Lifetime(lifetime.description) == lifetime)
  }

  @Test func readsATableByName() throws {
    let text = "mixture(0.5: table(file: cars in use.csv ), 0.5: fixed(years: 2))"
    let lifetime = try Lifetime(text) { name throws(LifetimeError) in
      guard name == "cars in use.csv" else { throw .tableNotFound(name: name, reason: "no file") }
      return (ages: [0, 10], survival: [1, 0])
    }
    expectClose(lifetime.survival(atAge: 5), 0.25)
    #expect(
      lifetime.description == "mixture(0.5: table(file: cars in use.csv), 0.5: fixed(years: 2))")
  }

  @Test func spacesAndTheOrderOfParametersDoNotMatter() throws {
    let lifetime = try Lifetime("  weibull ( scale :35,\n shape: 2.5e0 ) ")
    #expect(lifetime.description == "weibull(shape: 2.5, scale: 35)")
  }

  @Test func keepsTheTextOfAZeroDeviation() throws {
    #expect(try Lifetime("normal(mean: 30, sd: 0)").description == "normal(mean: 30, sd: 0)")
  }

  private static let missingBracket =
    "')' is expected here: a comma or the closing bracket is missing"

  @Test(
    arguments: [
      ("", 1, "a lifetime is written like weibull(shape: 3, mean: 25)"),
      ("normal", 7, "'(' is expected here: the parameters of normal follow in brackets"),
      ("normal 20, 6", 8, "'(' is expected here: the parameters of normal follow in brackets"),
      ("normal(20, 6)", 10, "':' is expected here: parameters are named, like mean: 25"),
      ("normal(mean: 20,)", 17, "a parameter is written with its name, like mean: 25"),
      ("normal(mean: 20; sd: 6)", 16, missingBracket),
      ("normal(mean: 20, sd: 6", 23, missingBracket),
      ("normal(mean: 20, sd: 6) x", 25, "nothing may follow the closing bracket"),
      ("normal(mean: twenty, sd: 6)", 14, "a number is expected for mean, with a decimal point"),
      ("normal(mean: 1.2.3, sd: 6)", 14, "a number is expected for mean, with a decimal point"),
      (
        "mixture(0.5 fixed(years: 2))", 13,
        "':' is expected here: a part of a mixture is written WEIGHT: LIFETIME"
      ),
      (
        "mixture(half: fixed(years: 2))", 9,
        "a number is expected for the weight, with a decimal point"
      ),
      (
        "table(file cars.csv)", 12,
        "':' is expected here: parameters are named, like file: survival.csv"
      ),
      ("table(file: cars.csv", 7, "a comma or the closing bracket is missing"),
      ("table(0: 1, 5 0)", 15, "':' is expected here: a point of a table is written AGE: SHARE"),
    ])
  func saysWhereTheTextIsWrong(text: String, column: Int, problem: String) {
    #expect(throws: LifetimeError.syntax(column: column, problem: problem)) { try Lifetime(text) }
  }

  @Test func refusesATableWhereNoneCanBeRead() {
    #expect(
      throws: LifetimeError.tableNotFound(name: "a.csv", reason: "tables can't be read here")
    ) { try Lifetime("table(file: a.csv)") }
  }

  @Test func reportsWhatTheTableReaderReports() {
    let error = LifetimeError.tableNotFound(name: "a.csv", reason: "no such file")
    #expect(throws: error) {
      try Lifetime("table(file: a.csv)") { _ throws(LifetimeError) in throw error }
    }
  }

  @Test func reportsFaultsInsideAMixture() {
    #expect(throws: LifetimeError.unknownFamily("wiebull")) {
      try Lifetime("mixture(0.5: fixed(years: 2), 0.5: wiebull(shape: 3, mean: 25))")
    }
  }
}
