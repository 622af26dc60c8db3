/// The equations of a system made linear at one point: what each of them says of small changes.
///
/// An equation that gives an unknown quantity, such as the amount of a substance out of mass and
/// concentration, is solved for it and put into the others: what is left is much smaller.
struct BalanceRows: Sendable {
  /// Σ slope · change = right, with the change of a measured quantity counted from its measurement.
  struct Row: Sendable {
    let slopes: [Slope]
    let right: Double
    /// The place of the equation.
    let equation: Int
  }

  struct Slope: Sendable {
    let quantity: Int
    let value: Double
  }

  /// change of the quantity = right − Σ slope · change of the others.
  struct Definition: Sendable {
    let quantity: Int
    let row: Row
  }

  /// A definition that was put into a row.
  struct Substitution: Sendable {
    let row: Int
    let equation: Int
    let factor: Double
  }

  let rows: [Row]
  let definitions: [Definition]
  let substitutions: [Substitution]

  /// - Parameters:
  ///   - equations: those of the system, and those of bounds that hold.
  ///   - values: the point.
  ///   - isUnknown: by quantity.
  ///   - gaps: by quantity, how far a measured one is from its measurement; else 0.
  init(_ equations: [BalanceEquation], at values: [Double], isUnknown: [Bool], gaps: [Double]) {
    var sums = [Double](repeating: 0, count: values.count)
    /// The slopes that were added up, without zeros, in the order of the quantities; sets them back.
    func collect(_ touched: inout [Int]) -> [Slope] {
      touched.sort()
      var slopes: [Slope] = []
      for quantity in touched where sums[quantity] != 0 {
        slopes.append(Slope(quantity: quantity, value: sums[quantity]))
        sums[quantity] = 0
      }
      touched = []
      return slopes
    }
    var definitions: [Definition] = []
    var places: [Int: Int] = [:]
    var plain: [Row] = []
    for (place, equation) in equations.enumerated() {
      var touched: [Int] = []
      equation.forEachSlope(values) { quantity, slope in
        sums[quantity] += slope
        touched.append(quantity)
      }
      let slopes = collect(&touched)
      let right = slopes.reduce(-equation.residual(values)) { $0 + $1.value * gaps[$1.quantity] }
      guard let given = equation.gives, isUnknown[given] else {
        plain.append(Row(slopes: slopes, right: right, equation: place))
        continue
      }
      places[given] = definitions.count
      let others = slopes.filter { $0.quantity != given }
      definitions.append(
        Definition(
          quantity: given, row: Row(slopes: others, right: right, equation: place)))
    }
    var substitutions: [Substitution] = []
    rows = plain.enumerated().map { place, row in
      var right = row.right
      var touched: [Int] = []
      func add(_ slopes: [Slope], times factor: Double) {
        for own in slopes {
          sums[own.quantity] += factor * own.value
          touched.append(own.quantity)
        }
      }
      for own in row.slopes {
        guard let definition = places[own.quantity].map({ definitions[$0] }) else {
          add([own], times: 1)
          continue
        }
        add(definition.row.slopes, times: -own.value)
        right -= own.value * definition.row.right
        substitutions.append(
          Substitution(row: place, equation: definition.row.equation, factor: own.value))
      }
      return Row(slopes: collect(&touched), right: right, equation: row.equation)
    }
    self.definitions = definitions
    self.substitutions = substitutions
  }
}
