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

/// A reader of `name(label: number, …)`; a label may be missing or a number.
package struct CallReader {
  package typealias Argument = (label: String, value: Double, column: Int)

  private let characters: [Character]
  private var position = 0

  package init(_ text: String) {
    characters = Array(text)
  }

  /// The whole text: one call.
  package mutating func call() throws(DistributionError) -> (name: String, arguments: [Argument]) {
    let name = word()
    guard !name.isEmpty else {
      throw fault("a distribution is written like normal(mean: 1, sd: 0.1)")
    }
    try expect("(", "the parameters of \(name) follow in brackets")
    var arguments: [Argument] = []
    while !isAt(")") {
      arguments.append(try argument())
      if isAt(")") { break }
      try expect(",", "a comma or the closing bracket is missing")
    }
    position += 1
    skipSpaces()
    guard position == characters.count else {
      throw fault("nothing may follow the closing bracket")
    }
    return (name, arguments)
  }

  private mutating func argument() throws(DistributionError) -> Argument {
    skipSpaces()
    let column = position + 1
    let first = word()
    if isAt(":") {
      position += 1
      return (first, try number(word(), at: position), column)
    }
    return ("", try number(first, at: column - 1), column)
  }

  private func number(_ text: String, at place: Int) throws(DistributionError) -> Double {
    guard let value = Double(text) else {
      throw .syntax(
        column: min(place, characters.count) + 1,
        problem: "a number is expected, with a decimal point and the name of its parameter")
    }
    return value
  }

  /// Letters, digits and what belongs to a number.
  private mutating func word() -> String {
    skipSpaces()
    let start = position
    while position < characters.count,
      characters[position].isLetter || characters[position].isNumber
        || "+-.".contains(characters[position])
    { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func isAt(_ wanted: Character) -> Bool {
    skipSpaces()
    return position < characters.count && characters[position] == wanted
  }

  private mutating func expect(
    _ wanted: Character, _ problem: String
  ) throws(DistributionError) {
    guard isAt(wanted) else { throw fault("'\(wanted)' is expected here: \(problem)") }
    position += 1
  }

  private mutating func skipSpaces() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  private func fault(_ problem: String) -> DistributionError {
    .syntax(column: position + 1, problem: problem)
  }
}
