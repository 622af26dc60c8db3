/// What is known of a quantity before data are reconciled.
public enum Knowledge: Hashable, Sendable {
  /// A value with its standard uncertainty, which is above 0.
  case measured(Double, uncertainty: Double)
  /// A value that nothing can change.
  case exact(Double)
  case unknown

  /// The value, where there is one.
  public var value: Double? {
    switch self {
    case .measured(let value, _), .exact(let value): value
    case .unknown: nil
    }
  }

  /// The standard uncertainty: 0 of an exact value, nil where nothing is known.
  public var uncertainty: Double? {
    switch self {
    case .measured(_, let uncertainty): uncertainty
    case .exact: 0
    case .unknown: nil
    }
  }
}
