extension Distribution {
  /// The families and the sets of parameters that each takes.
  private static let forms: [(family: String, labels: [String])] = [
    ("normal", ["mean", "sd"]), ("truncated-normal", ["mean", "sd", "from", "to"]),
    ("lognormal", ["median", "sigma"]), ("lognormal", ["mean", "sd"]), ("uniform", ["from", "to"]),
    ("triangular", ["from", "mode", "to"]), ("pert", ["from", "mode", "to"]),
    ("beta", ["alpha", "beta"]), ("beta", ["mean", "sd"]),
  ]

  /// The names of all families, as the text form writes them.
  public static var familyNames: [String] {
    var names: [String] = []
    for form in forms where names.last != form.family { names.append(form.family) }
    return names + ["discrete", "empirical"]
  }

  /// Reads the text form of a distribution, such as `triangular(from: 0.8, mode: 1, to: 1.1)`.
  ///
  /// `discrete(0.3: 1, 0.7: 1.2)` lists WEIGHT: VALUE, `empirical(0.9, 1.1, 1.3)` values.
  /// - Throws: what is wrong, where in the text, and what is allowed.
  public init(_ text: String) throws(DistributionError) {
    var reader = CallReader(text)
    let (family, arguments) = try reader.call()
    guard Distribution.familyNames.contains(family) else { throw .unknownFamily(family) }
    switch family {
    case "discrete":
      self = try .discrete(
        try arguments.map { (argument) throws(DistributionError) in
          guard let weight = Double(argument.label) else {
            throw .syntax(
              column: argument.column, problem: "a choice is written WEIGHT: VALUE, like 0.3: 1")
          }
          return (weight, argument.value)
        })
    case "empirical":
      if let named = arguments.first(where: { !$0.label.isEmpty }) {
        throw .syntax(column: named.column, problem: "observed values have no names")
      }
      self = try .empirical(arguments.map(\.value))
    default: self = try Distribution.named(family, arguments)
    }
  }

  private static func named(
    _ family: String, _ arguments: [CallReader.Argument]
  ) throws(DistributionError) -> Distribution {
    let given = arguments.map { $0.label.isEmpty ? plainNumber($0.value) : $0.label }
    let allowed = forms.filter { $0.family == family }.map(\.labels)
    guard let labels = allowed.first(where: { $0.sorted() == given.sorted() }) else {
      throw .wrongParameters(family: family, given: given, allowed: allowed)
    }
    let v = labels.compactMap { label in arguments.first { $0.label == label }?.value }
    switch (family, labels[0]) {
    case ("normal", _): return try .normal(mean: v[0], standardDeviation: v[1])
    case ("truncated-normal", _):
      return try .truncatedNormal(mean: v[0], standardDeviation: v[1], from: v[2], to: v[3])
    case ("lognormal", "median"): return try .logNormal(median: v[0], sigma: v[1])
    case ("lognormal", _): return try .logNormal(mean: v[0], standardDeviation: v[1])
    case ("uniform", _): return try .uniform(from: v[0], to: v[1])
    case ("triangular", _): return try .triangular(from: v[0], mode: v[1], to: v[2])
    case ("pert", _): return try .pert(from: v[0], mode: v[1], to: v[2])
    case ("beta", "alpha"): return try .beta(alpha: v[0], beta: v[1])
    default: return try .beta(mean: v[0], standardDeviation: v[1])
    }
  }
}
