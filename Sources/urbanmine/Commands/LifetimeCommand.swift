internal import ArgumentParser
internal import Foundation
internal import ModelFiles
internal import UrbanMining

/// `urbanmine lifetime`: a lifetime's survival, density, hazard and moments.
struct LifetimeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lifetime", abstract: "Show the survival, density and hazard of a lifetime.",
    discussion: """
      EXAMPLE:
        urbanmine lifetime 'weibull(shape: 3, mean: 25)' --ages 0...60

      LIFETIMES:
        fixed(years:)                normal(mean:, sd:)
        truncated-normal(mean:, sd:) folded-normal(mu:, sigma:)
        lognormal(mean:, sd:)        lognormal(median:, sigma:)
        weibull(shape:, scale:)      weibull(shape:, mean:)
        weibull(t50:, t90:)          gamma(shape:, scale:)
        gamma(mean:, sd:)            loglogistic(shape:, scale:)
        gompertz(shape:, rate:)      exponential(mean:)
        geometric(p:)                uniform(from:, to:)
        table(file: survival.csv)    a CSV with the columns age,survival
        mixture(0.3: fixed(years: 2), 0.7: exponential(mean: 9))
        dissipating(0.02: fixed(years: 20))   and 2 % wears off each year
      The survival is that at exactly these ages, without any convention
      about the time at which a cohort enters.
      """)

  @Argument(help: "A lifetime, such as 'lognormal(mean: 30, sd: 9)'.")
  var lifetime: String
  @Option(help: "The ages: FIRST...LAST, FIRST...LAST/STEP, or a list 0,5,10.")
  var ages: AgeList?
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func run() throws {
    let lifetime = try Library.lifetime(lifetime)
    let ages = ages?.ages ?? AgeList.upTo(lifetime).ages
    let document = LifetimeDocument(lifetime, ages: ages)
    try show(isJSON ? try jsonText(document) : LifetimeText(document).text)
  }
}
