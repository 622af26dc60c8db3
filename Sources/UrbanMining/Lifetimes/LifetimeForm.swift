/// The text forms of lifetimes: each family with the sets of parameters that it takes.
struct LifetimeForm: Sendable {
  let family: String
  let labels: [String]
  let make: @Sendable ([Double]) throws(LifetimeError) -> Lifetime

  static let all: [LifetimeForm] = [
    LifetimeForm("fixed", ["years"]) { (v) throws(LifetimeError) in try .fixed(years: v[0]) },
    LifetimeForm("normal", ["mean", "sd"]) { (v) throws(LifetimeError) in
      try .normal(mean: v[0], standardDeviation: v[1])
    },
    LifetimeForm("truncated-normal", ["mean", "sd"]) { (v) throws(LifetimeError) in
      try .truncatedNormal(mean: v[0], standardDeviation: v[1])
    },
    LifetimeForm("folded-normal", ["mu", "sigma"]) { (v) throws(LifetimeError) in
      try .foldedNormal(mu: v[0], sigma: v[1])
    },
    LifetimeForm("lognormal", ["mean", "sd"]) { (v) throws(LifetimeError) in
      try .logNormal(mean: v[0], standardDeviation: v[1])
    },
    LifetimeForm("lognormal", ["median", "sigma"]) { (v) throws(LifetimeError) in
      try .logNormal(median: v[0], sigma: v[1])
    },
    LifetimeForm("weibull", ["shape", "scale"]) { (v) throws(LifetimeError) in
      try .weibull(shape: v[0], scale: v[1])
    },
    LifetimeForm("weibull", ["shape", "mean"]) { (v) throws(LifetimeError) in
      try .weibull(shape: v[0], mean: v[1])
    },
    LifetimeForm("weibull", ["t50", "t90"]) { (v) throws(LifetimeError) in
      try .weibull(t50: v[0], t90: v[1])
    },
    LifetimeForm("gamma", ["shape", "scale"]) { (v) throws(LifetimeError) in
      try .gamma(shape: v[0], scale: v[1])
    },
    LifetimeForm("gamma", ["mean", "sd"]) { (v) throws(LifetimeError) in
      try .gamma(mean: v[0], standardDeviation: v[1])
    },
    LifetimeForm("loglogistic", ["shape", "scale"]) { (v) throws(LifetimeError) in
      try .logLogistic(shape: v[0], scale: v[1])
    },
    LifetimeForm("gompertz", ["shape", "rate"]) { (v) throws(LifetimeError) in
      try .gompertz(shape: v[0], rate: v[1])
    },
    LifetimeForm("exponential", ["mean"]) { (v) throws(LifetimeError) in
      try .exponential(mean: v[0])
    },
    LifetimeForm("geometric", ["p"]) { (v) throws(LifetimeError) in try .geometric(p: v[0]) },
    LifetimeForm("uniform", ["from", "to"]) { (v) throws(LifetimeError) in
      try .uniform(from: v[0], to: v[1])
    },
  ]

  /// The families in the order of the contract, with those that hold more than numbers.
  static var familyNames: [String] {
    var names: [String] = []
    for form in all where names.last != form.family { names.append(form.family) }
    return names + ["table", "mixture", "dissipating"]
  }

  /// The lifetime of a family with these parameters, in any order.
  static func lifetime(
    _ family: String, _ parameters: [(label: String, value: Double)]
  ) throws(LifetimeError) -> Lifetime {
    let forms = all.filter { $0.family == family }
    guard !forms.isEmpty else { throw .unknownFamily(family) }
    let given = parameters.map(\.label)
    guard let form = forms.first(where: { $0.labels.sorted() == given.sorted() }) else {
      throw .wrongParameters(family: family, given: given, allowed: forms.map(\.labels))
    }
    return try form.make(
      form.labels.compactMap { label in parameters.first { $0.label == label }?.value })
  }

  private init(
    _ family: String, _ labels: [String],
    make: @escaping @Sendable ([Double]) throws(LifetimeError) -> Lifetime
  ) {
    self.family = family
    self.labels = labels
    self.make = make
  }
}
