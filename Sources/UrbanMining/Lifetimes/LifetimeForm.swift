/// The ways to write a lifetime of one or two numbers: each family with the sets of parameters that it
/// takes.
enum LifetimeForm: UInt8, CaseIterable, Sendable {
  case fixed, normal, truncatedNormal, foldedNormal
  case logNormalByMean, logNormalByMedian
  case weibullByScale, weibullByMean, weibullByQuantiles
  case gammaByScale, gammaByMean
  case logLogistic, gompertz, exponential, geometric, uniform

  /// The name of the family.
  var family: String {
    switch self {
    case .fixed: "fixed"
    case .normal: "normal"
    case .truncatedNormal: "truncated-normal"
    case .foldedNormal: "folded-normal"
    case .logNormalByMean, .logNormalByMedian: "lognormal"
    case .weibullByScale, .weibullByMean, .weibullByQuantiles: "weibull"
    case .gammaByScale, .gammaByMean: "gamma"
    case .logLogistic: "loglogistic"
    case .gompertz: "gompertz"
    case .exponential: "exponential"
    case .geometric: "geometric"
    case .uniform: "uniform"
    }
  }

  /// What the numbers are called, in their order.
  var labels: [String] {
    switch self {
    case .fixed: ["years"]
    case .normal, .truncatedNormal, .logNormalByMean, .gammaByMean: ["mean", "sd"]
    case .foldedNormal: ["mu", "sigma"]
    case .logNormalByMedian: ["median", "sigma"]
    case .weibullByScale, .gammaByScale, .logLogistic: ["shape", "scale"]
    case .weibullByMean: ["shape", "mean"]
    case .weibullByQuantiles: ["t50", "t90"]
    case .gompertz: ["shape", "rate"]
    case .exponential: ["mean"]
    case .geometric: ["p"]
    case .uniform: ["from", "to"]
    }
  }

  /// The lifetime with these numbers.
  func make(_ v: [Double]) throws(LifetimeError) -> Lifetime {
    switch self {
    case .fixed: try .fixed(years: v[0])
    case .normal: try .normal(mean: v[0], standardDeviation: v[1])
    case .truncatedNormal: try .truncatedNormal(mean: v[0], standardDeviation: v[1])
    case .foldedNormal: try .foldedNormal(mu: v[0], sigma: v[1])
    case .logNormalByMean: try .logNormal(mean: v[0], standardDeviation: v[1])
    case .logNormalByMedian: try .logNormal(median: v[0], sigma: v[1])
    case .weibullByScale: try .weibull(shape: v[0], scale: v[1])
    case .weibullByMean: try .weibull(shape: v[0], mean: v[1])
    case .weibullByQuantiles: try .weibull(t50: v[0], t90: v[1])
    case .gammaByScale: try .gamma(shape: v[0], scale: v[1])
    case .gammaByMean: try .gamma(mean: v[0], standardDeviation: v[1])
    case .logLogistic: try .logLogistic(shape: v[0], scale: v[1])
    case .gompertz: try .gompertz(shape: v[0], rate: v[1])
    case .exponential: try .exponential(mean: v[0])
    case .geometric: try .geometric(p: v[0])
    case .uniform: try .uniform(from: v[0], to: v[1])
    }
  }

  /// The families in the order of the contract, with those that hold more than numbers.
  static var familyNames: [String] {
    var names: [String] = []
    for form in allCases where names.last != form.family { names.append(form.family) }
    return names + ["table", "mixture", "dissipating"]
  }

  /// The lifetime of a family with these parameters, in any order.
  static func lifetime(
    _ family: String, _ parameters: [(label: String, value: Double)]
  ) throws(LifetimeError) -> Lifetime {
    let forms = allCases.filter { $0.family == family }
    guard !forms.isEmpty else { throw .unknownFamily(family) }
    let given = parameters.map(\.label)
    guard let form = forms.first(where: { $0.labels.sorted() == given.sorted() }) else {
      throw .wrongParameters(family: family, given: given, allowed: forms.map(\.labels))
    }
    return try form.make(
      form.labels.compactMap { label in parameters.first { $0.label == label }?.value })
  }
}
