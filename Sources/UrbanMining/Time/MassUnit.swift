/// What amounts are measured in: a unit of mass, or a count of items such as vehicles. Inside the package numbers
/// have the unit of their model; this converts at its edges.
public enum MassUnit: String, Hashable, Sendable, CaseIterable {
  case gram = "g"
  case kilogram = "kg"
  case tonne = "t"
  case kilotonne = "kt"
  case megatonne = "Mt"
  case gigatonne = "Gt"
  case item = "items"
  case thousandItems = "thousand items"
  case millionItems = "million items"

  /// Whether it counts things and does not weigh them.
  public var isCount: Bool {
    switch self {
    case .item, .thousandItems, .millionItems: true
    case .gram, .kilogram, .tonne, .kilotonne, .megatonne, .gigatonne: false
    }
  }

  /// How many kilograms, or items, one of it is.
  private var size: Double {
    switch self {
    case .gram: 1e-3
    case .kilogram, .item: 1
    case .tonne, .thousandItems: 1e3
    case .kilotonne, .millionItems: 1e6
    case .megatonne: 1e9
    case .gigatonne: 1e12
    }
  }

  /// How many kilograms one of it is; not a number for a count.
  public var kilograms: Double { isCount ? .nan : size }

  /// The number that an amount of this unit has in another; not a number between a mass and a count, for
  /// which the mass of one item would have to be known.
  ///
  /// Divides by whole powers of ten where it can, so that 1,234,567 t are exactly 1234.567 kt.
  public func convert(_ amount: Double, to other: MassUnit) -> Double {
    guard isCount == other.isCount else { return .nan }
    return size >= other.size ? amount * (size / other.size) : amount / (other.size / size)
  }
}

extension MassUnit {
  /// The largest of t, kt, Mt and Gt, or of items, thousands and millions of them, in which an amount is 10 or
  /// more; the smallest of them below that. Nothing stays in its own unit.
  public static func readable(for amount: Double, in unit: MassUnit) -> MassUnit {
    guard amount != 0 else { return unit }
    let large: [MassUnit] =
      unit.isCount ? [.millionItems, .thousandItems] : [.gigatonne, .megatonne, .kilotonne]
    return large.first { unit.convert(amount, to: $0) >= 10 } ?? (unit.isCount ? .item : .tonne)
  }

  /// The unit of what one inhabitant has.
  public var perInhabitant: MassUnit { isCount ? .item : .kilogram }
}
