/// A sum of products that is zero: a mass balance, or what a concentration or a share means.
struct BalanceEquation: Hashable, Sendable {
  /// What it says, in words: `the balance of 'smelter'`.
  let name: String
  let terms: [Term]
  /// What is added to the sum of the terms.
  var constant = 0.0
  /// The quantity that it gives where that one is unknown: its slope is 1, and it gives no other one.
  var gives: Int?

  /// coefficient · first · second, with quantities by their place; without a second one, it is 1.
  struct Term: Hashable, Sendable {
    let coefficient: Double
    let first: Int
    var second: Int?
  }

  /// The value of its left side.
  func residual(_ values: [Double]) -> Double {
    terms.reduce(constant) { $0 + $1.value(values) }
  }

  /// The sum of the sizes of its terms: the measure of its rounding.
  func size(_ values: [Double]) -> Double {
    terms.reduce(abs(constant)) { $0 + abs($1.value(values)) }
  }

  /// Tells what the left side gains per unit of each quantity.
  func forEachSlope(_ values: [Double], _ body: (_ quantity: Int, _ slope: Double) -> Void) {
    for term in terms {
      guard let second = term.second else {
        body(term.first, term.coefficient)
        continue
      }
      body(term.first, term.coefficient * values[second])
      body(second, term.coefficient * values[term.first])
    }
  }
}

extension BalanceEquation.Term {
  func value(_ values: [Double]) -> Double {
    coefficient * values[first] * (second.map { values[$0] } ?? 1)
  }
}
