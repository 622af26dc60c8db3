/// A number with its unit, as an answer or a datum of an assignment.
public struct Quantity: Hashable, Sendable {
  public let value: Double
  public let unit: Unit

  public init(_ value: Double, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// The number that the quantity has in another unit; nil where that measures something else.
  public func value(in other: Unit) -> Double? {
    guard unit.dimension == other.dimension else { return nil }
    // One division or multiplication by a power of ten, so that 0.3 Mt are exactly 300 kt.
    return unit.factor >= other.factor
      ? value * (unit.factor / other.factor) : value / (other.factor / unit.factor)
  }
}

extension Quantity {
  /// What a unit measures: powers of base dimensions.
  ///
  /// A mass per year has mass to the power 1 and time to the power −1; a share has no powers.
  public struct Dimension: Hashable, Sendable {
    public let powers: [Base: Int]

    /// Powers of zero are left out, so that equal dimensions are equal values.
    public init(_ powers: [Base: Int]) {
      self.powers = powers.filter { $0.value != 0 }
    }

    public enum Base: String, Hashable, Sendable, CaseIterable {
      case mass, time, people, energy, power, money, items, area, volume, length
    }

    public static let share = Dimension([:])

    /// The same for each year.
    var perYear: Dimension { Dimension(powers.merging([.time: -1], uniquingKeysWith: +)) }

    /// What it is in words: `a mass per year`.
    public var words: String {
      if powers.isEmpty { return "a share" }
      func names(_ isWanted: (Int) -> Bool) -> [String] {
        Base.allCases.filter { isWanted(powers[$0] ?? 0) }.map {
          $0 == .people ? "person" : $0.rawValue
        }
      }
      let (above, below) = (names { $0 > 0 }, names { $0 < 0 })
      let divisor = below.map { " per \($0 == "time" ? "year" : $0)" }.joined()
      guard !above.isEmpty else { return "a number" + divisor }
      let noun = above.joined(separator: " times ")
      if above == ["items"] { return "a number of items" + divisor }
      return ("aeio".contains(noun.prefix(1)) ? "an " : "a ") + noun + divisor
    }
  }
}
