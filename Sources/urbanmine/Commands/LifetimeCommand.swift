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
        fixed(years:)  normal(mean:, sd:)  truncated-normal(mean:, sd:)  folded-normal(mu:, sigma:)
        lognormal(mean:, sd:)  lognormal(median:, sigma:)  weibull(shape:, scale:)
        weibull(shape:, mean:)  weibull(t50:, t90:)  gamma(shape:, scale:)  gamma(mean:, sd:)
        loglogistic(shape:, scale:)  gompertz(shape:, rate:)  exponential(mean:)  geometric(p:)
        uniform(from:, to:)  table(file: survival.csv)  mixture(0.3: fixed(years: 2), 0.7: ...)
      The survival is that at exactly these ages; no convention about inflow is applied.
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
    print(isJSON ? try jsonText(document) : LifetimeText(document).text)
  }
}

/// Ages as the command line takes them.
struct AgeList: ExpressibleByArgument {
  let ages: [Double]

  init?(argument: String) {
    if let dots = argument.range(of: "...") {
      let rest = argument[dots.upperBound...].split(separator: "/", maxSplits: 1).map(String.init)
      guard let first = Double(argument[..<dots.lowerBound]),
        let last = rest.first.flatMap(Double.init),
        let step = rest.count == 2 ? Double(rest[1]) : 1, first >= 0, last >= first, step > 0,
        (last - first) / step <= 1e6
      else { return nil }
      let count = Int(((last - first) / step * (1 + 1e-12)).rounded(.down))
      ages = (0...count).map { first + Double($0) * step }
    } else {
      let numbers = argument.split(separator: ",").map { Double($0) }
      let known = numbers.compactMap { $0 }
      guard !known.isEmpty, known.count == numbers.count,
        known.allSatisfy({ $0 >= 0 && $0.isFinite })
      else { return nil }
      ages = known
    }
  }

  /// Whole years until nearly all has left.
  static func upTo(_ lifetime: Lifetime) -> AgeList {
    let last = min(1000, max(1, lifetime.age(atShareLeft: 0.99).rounded(.up)))
    let step = max(1, (last / 40).rounded(.up))
    return AgeList(ages: stride(from: 0, through: last + step - 1, by: step).map { $0 })
  }

  private init(ages: [Double]) {
    self.ages = ages
  }
}
