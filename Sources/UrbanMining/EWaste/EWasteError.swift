/// Why figures of e-waste can't be found.
public enum EWasteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The density method needs a lifetime with a density.
  case noDensity(lifetime: String)
  /// A metal's share of the mass, or a recovered share, is not between 0 and 1.
  case shareOutside(name: String, value: Double)
  /// The shares of all metals are more than the whole.
  case sharesOverOne(sum: Double)
  /// A price or an impact is negative or not a number.
  case negative(name: String, what: String, value: Double)
  /// The model has no such year.
  case unknownYear(Int, first: String, last: String)
  /// No stock in service: there is nothing that becomes waste.
  case nothingInUse(model: String)

  public var description: String {
    switch self {
    case .noDensity(let lifetime):
      "the density method needs a lifetime with a density, and '\(lifetime)' has none"
    case .shareOutside(let name, let value):
      "the share of '\(name)' is \(value): a share is between 0 and 1"
    case .sharesOverOne(let sum):
      "the shares of all metals sum to \((sum * 1e6).rounded() / 1e6), and a mass has no more than one of itself"
    case .negative(let name, let what, let value):
      "the \(what) of '\(name)' is \(value): it is at least 0"
    case .unknownYear(let year, let first, let last):
      "the model has no year \(year): it goes from \(first) to \(last)"
    case .nothingInUse(let model):
      "'\(model)' has no stock in service that could become waste"
    }
  }
}
