/// Why a text is not read as a quantity. Nothing is guessed: the message says what to write instead.
public enum QuantityError: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  /// A comma or point that may group thousands or begin decimals.
  case ambiguous(String, readings: [String])
  case notANumber(String, hint: String?)
  case unknownUnit(String, hint: String?)
  /// A unit of something else than what was asked for.
  case wrongDimension(given: Quantity.Unit, wanted: Quantity.Unit)

  public var description: String {
    switch self {
    case .empty: "there is no answer yet"
    case .ambiguous(let text, let readings):
      "'\(text)' can be read in two ways: write "
        + readings.map { "'\($0)'" }.joined(separator: " or ")
    case .notANumber(let text, let hint):
      "'\(text)' is not a number" + (hint.map { ": \($0)" } ?? "")
    case .unknownUnit(let text, let hint):
      "the unit '\(text)' is not known" + (hint.map { ": \($0)" } ?? "")
    case .wrongDimension(let given, let wanted):
      "'\(given.symbol)' measures \(given.dimension.words), and \(wanted.dimension.words) is asked for"
        + (wanted.symbol.isEmpty ? "" : ", in \(wanted.symbol)")
    }
  }
}
