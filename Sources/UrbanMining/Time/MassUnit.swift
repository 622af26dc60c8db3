/// A unit of mass. Inside the package numbers have the unit of their model; this converts at its edges.
public enum MassUnit: String, Hashable, Sendable, CaseIterable {
  case gram = "g"
  case kilogram = "kg"
  case tonne = "t"
  case kilotonne = "kt"
  case megatonne = "Mt"
  case gigatonne = "Gt"

  /// How many kilograms one of it is.
  public var kilograms: Double {
    switch self {
    case .gram: 1e-3
    case .kilogram: 1
    case .tonne: 1e3
    case .kilotonne: 1e6
    case .megatonne: 1e9
    case .gigatonne: 1e12
    }
  }

  /// The number that an amount of this unit has in another.
  ///
  /// Divides by whole powers of ten where it can, so that 1,234,567 t are exactly 1234.567 kt.
  public func convert(_ amount: Double, to other: MassUnit) -> Double {
    kilograms >= other.kilograms
      ? amount * (kilograms / other.kilograms) : amount / (other.kilograms / kilograms)
  }
}

extension MassUnit {
  /// The largest of t, kt, Mt and Gt in which an amount is 10 or more; tonnes below that.
  public static func readable(for amount: Double, in unit: MassUnit) -> MassUnit {
    [MassUnit.gigatonne, .megatonne, .kilotonne].first { unit.convert(amount, to: $0) >= 10 }
      ?? .tonne
  }
}
