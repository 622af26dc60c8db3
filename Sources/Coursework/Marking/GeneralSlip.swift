/// Slips that happen with every number, found where no mistake of the question matches.
public enum GeneralSlip: String, Hashable, Sendable, CaseIterable {
  case thousandfold, percent, inverse, sign
  case yearEarlier = "year-earlier"
  case yearLater = "year-later"
  case perHead = "per-head"

  /// The share of the points that is kept: the work is right, its writing isn't.
  public var credit: Double {
    switch self {
    case .thousandfold, .percent, .sign: 0.5
    case .inverse, .yearEarlier, .yearLater, .perHead: 0.25
    }
  }

  /// What to tell the learner.
  public var feedback: String {
    switch self {
    case .thousandfold:
      "The digits are right, the size is off by a factor of a thousand or a million. Check the unit (t, kt, "
        + "Mt), and that a point stands before decimals."
    case .percent:
      "The digits are right, the size is off by a factor of a hundred. Check whether a share or a percentage "
        + "is asked for."
    case .inverse: "This is one divided by what is asked for: the quotient is upside down."
    case .sign: "The size is right and the sign is not. What counts as positive here?"
    case .yearEarlier: "This is the value of one year earlier. Check which year is asked for."
    case .yearLater: "This is the value of one year later. Check which year is asked for."
    case .perHead: "Total and per head are mixed up: look at the unit that is asked for."
    }
  }

  /// The slip that leads from the right answer to the given one, if any.
  static func found(
    in given: Double, right: Double, _ item: NumberItem, _ variant: Variant
  ) throws -> GeneralSlip? {
    func isNear(_ value: Double) -> Bool {
      value.isFinite && abs(given - value) <= item.tolerance.relativeWidth(at: value, of: right)
    }
    for factor in [1e3, 1e-3, 1e6, 1e-6] where isNear(right * factor) { return .thousandfold }
    for factor in [1e2, 1e-2] where isNear(right * factor) { return .percent }
    if isNear(-right) { return .sign }
    if isNear(1 / right) { return .inverse }
    if let inYears = item.inYears {
      if isNear(try inYears(variant, -1)) { return .yearEarlier }
      if isNear(try inYears(variant, 1)) { return .yearLater }
    }
    if let population = try item.population?(variant) {
      // In whatever unit: a total in kt beside a kg per head differs by powers of ten.
      for power in [1.0, 1e3, 1e6] {
        let factor = population / power
        if isNear(right * factor) || isNear(right / factor) { return .perHead }
      }
    }
    return nil
  }
}

extension Tolerance {
  /// The width at a value that is a multiple of the right one: an absolute tolerance scales with it.
  func relativeWidth(at value: Double, of right: Double) -> Double {
    switch self {
    case .relative: width(at: value)
    case .absolute(let width): right == 0 ? width : width * abs(value / right)
    }
  }
}
