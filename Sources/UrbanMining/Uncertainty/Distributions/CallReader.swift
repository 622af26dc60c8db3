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
