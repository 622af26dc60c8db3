extension Lifetime {
  /// The points of a survival table, for `table(file:)`.
  public typealias Points = (ages: [Double], survival: [Double])

  /// The names of all families, as the text form writes them.
  public static var familyNames: [String] { LifetimeForm.familyNames }

  /// Reads the text form of a lifetime, such as `weibull(shape: 3, mean: 25)`.
  ///
  /// The text is one call with named parameters; `mixture` takes lifetimes labelled with their weights:
  /// `mixture(0.3: fixed(years: 2), 0.7: weibull(shape: 2, scale: 20))`. A table names its file or lists
  /// its points: `table(0: 1, 10: 0.5, 25: 0)`.
  /// - Parameters:
  ///   - text: the text form.
  ///   - readTable: gives the points of `table(file: NAME)`; without it such a text is refused.
  /// - Throws: what is wrong, where in the text, and what is allowed.
  public init(
    _ text: String,
    readTable: ((String) throws(LifetimeError) -> Points)? = nil
  ) throws(LifetimeError) {
    var reader = LifetimeTextReader(text: text, readTable: readTable)
    self = try reader.wholeText()
  }
}

/// A recursive-descent reader of `name(label: value, …)`.
private struct LifetimeTextReader {
  private let characters: [Character]
  private var position = 0
  private let readTable: ((String) throws(LifetimeError) -> Lifetime.Points)?

  init(text: String, readTable: ((String) throws(LifetimeError) -> Lifetime.Points)?) {
    characters = Array(text)
    self.readTable = readTable
  }

  mutating func wholeText() throws(LifetimeError) -> Lifetime {
    let lifetime = try call()
    skipSpaces()
    guard position == characters.count else {
      throw fault("nothing may follow the closing bracket")
    }
    return lifetime
  }

  private mutating func call() throws(LifetimeError) -> Lifetime {
    let family = word()
    guard !family.isEmpty else {
      throw fault("a lifetime is written like weibull(shape: 3, mean: 25)")
    }
    guard LifetimeForm.familyNames.contains(family) else { throw .unknownFamily(family) }
    try expect("(", "the parameters of \(family) follow in brackets")
    switch family {
    case "table":
      skipSpaces()
      return current?.isNumber == true ? try tablePoints() : try tableFile()
    case "dissipating":
      let parts = try arguments { (reader) throws(LifetimeError) in try reader.part() }
      guard parts.count == 1 else {
        throw fault("one rate with its lifetime, like dissipating(0.01: fixed(years: 20))")
      }
      return try parts[0].lifetime.dissipating(rate: parts[0].weight)
    case "mixture":
      return try .mixture(
        try arguments { (reader) throws(LifetimeError) in
          try reader.part()
        })
    default:
      return try LifetimeForm.lifetime(
        family,
        try arguments { (reader) throws(LifetimeError) in
          try reader.parameter()
        })
    }
  }

  /// Comma-separated arguments up to the closing bracket.
  private mutating func arguments<Argument>(
    _ read: (inout LifetimeTextReader) throws(LifetimeError) -> Argument
  ) throws(LifetimeError) -> [Argument] {
    var found: [Argument] = []
    skipSpaces()
    if current == ")" {
      position += 1
      return found
    }
    while true {
      found.append(try read(&self))
      skipSpaces()
      if current == "," {
        position += 1
        continue
      }
      try expect(")", "a comma or the closing bracket is missing")
      return found
    }
  }

  private mutating func parameter() throws(LifetimeError) -> (label: String, value: Double) {
    let label = word()
    guard !label.isEmpty else { throw fault("a parameter is written with its name, like mean: 25") }
    try expect(":", "parameters are named, like mean: 25")
    return (label, try number(for: label))
  }

  private mutating func part() throws(LifetimeError) -> (weight: Double, lifetime: Lifetime) {
    let weight = try number(for: "the weight")
    try expect(":", "a part of a mixture is written WEIGHT: LIFETIME")
    return (weight, try call())
  }

  private mutating func tablePoints() throws(LifetimeError) -> Lifetime {
    let points = try arguments { (reader) throws(LifetimeError) in
      let age = try reader.number(for: "an age")
      try reader.expect(":", "a point of a table is written AGE: SHARE")
      return (age: age, share: try reader.number(for: "a share"))
    }
    return try .table(ages: points.map(\.age), survival: points.map(\.share))
  }

  private mutating func tableFile() throws(LifetimeError) -> Lifetime {
    let start = position
    guard let bracket = characters[start...].firstIndex(of: ")") else {
      throw fault("a comma or the closing bracket is missing")
    }
    let label = word()
    guard label == "file" else {
      let given = label.isEmpty ? [] : [label]
      throw .wrongParameters(family: "table", given: given, allowed: [["file"]])
    }
    try expect(":", "parameters are named, like file: survival.csv")
    skipSpaces()
    var end = bracket
    while end > position, characters[end - 1].isWhitespace { end -= 1 }
    let name = String(characters[position..<end])
    position = bracket + 1
    guard let readTable else {
      throw .tableNotFound(name: name, reason: "tables can't be read here")
    }
    let points = try readTable(name)
    return try .table(ages: points.ages, survival: points.survival, name: name)
  }

  private mutating func number(for label: String) throws(LifetimeError) -> Double {
    skipSpaces()
    let start = position
    while let character = current, character.isNumber || "+-.eE".contains(character) {
      position += 1
    }
    guard let value = Double(String(characters[start..<position])) else {
      position = start
      throw fault("a number is expected for \(label), with a decimal point")
    }
    return value
  }

  private mutating func word() -> String {
    skipSpaces()
    let start = position
    while let character = current, character.isLetter || character.isNumber || character == "-" {
      position += 1
    }
    return String(characters[start..<position])
  }

  private mutating func expect(_ wanted: Character, _ problem: String) throws(LifetimeError) {
    skipSpaces()
    guard current == wanted else { throw fault("'\(wanted)' is expected here: \(problem)") }
    position += 1
  }

  private mutating func skipSpaces() {
    while let character = current, character.isWhitespace { position += 1 }
  }

  private var current: Character? {
    position < characters.count ? characters[position] : nil
  }

  private func fault(_ problem: String) -> LifetimeError {
    .syntax(column: position + 1, problem: problem)
  }
}
