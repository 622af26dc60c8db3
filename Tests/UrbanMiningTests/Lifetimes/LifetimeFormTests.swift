import Testing

@testable import UrbanMining

struct LifetimeFormTests {
  @Test func listsEveryFamilyOnce() {
    #expect(
      LifetimeForm.familyNames == [
        "fixed", "normal", "truncated-normal", "folded-normal", "lognormal", "weibull", "gamma",
        "loglogistic", "gompertz", "exponential", "geometric", "uniform", "table", "mixture",
        "dissipating",
      ])
  }

  /// With 1, 2, … no family refuses its parameters, but for the share of a geometric.
  @Test(arguments: LifetimeForm.allCases)
  func everyFormMakesWhatItPrints(form: LifetimeForm) throws {
    let values = form.labels.indices.map { form.family == "geometric" ? 0.5 : Double($0 + 1) }
    let lifetime = try form.make(values)
    #expect(try Lifetime(lifetime.description) == lifetime)
    #expect(lifetime.description.hasPrefix(form.family + "("))
  }

  @Test(
    arguments: [
      ("normal(mean: 20)", ["mean"]), ("normal()", []),
      ("normal(mean: 20, sd: 6, years: 3)", ["mean", "sd", "years"]),
      ("normal(mean: 20, mean: 6)", ["mean", "mean"]),
      ("normal(mean: 20, sigma: 6)", ["mean", "sigma"]),
    ])
  func namesTheParametersThatAFamilyTakes(text: String, given: [String]) {
    #expect(
      throws: LifetimeError.wrongParameters(
        family: "normal", given: given, allowed: [["mean", "sd"]])
    ) { try Lifetime(text) }
  }

  @Test func namesEverySetOfParameters() {
    #expect(
      throws: LifetimeError.wrongParameters(
        family: "weibull", given: ["alpha", "beta"],
        allowed: [["shape", "scale"], ["shape", "mean"], ["t50", "t90"]])
    ) { try Lifetime("weibull(alpha: 2, beta: 20)") }
  }

  @Test(arguments: [("table()", []), ("table(name: a.csv)", ["name"])])
  func aTableTakesAFile(text: String, given: [String]) {
    #expect(
      throws: LifetimeError.wrongParameters(family: "table", given: given, allowed: [["file"]])
    ) { try Lifetime(text) }
  }

  @Test func refusesAnUnknownFamily() {
    #expect(throws: LifetimeError.unknownFamily("wiebull")) {
      try Lifetime("wiebull(shape: 3, mean: 25)")
    }
    #expect(throws: LifetimeError.unknownFamily("Normal")) { try Lifetime("Normal(mean: 2)") }
  }
}
