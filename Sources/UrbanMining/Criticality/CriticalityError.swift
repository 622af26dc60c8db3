/// Why criticality can't be assessed.
public enum CriticalityError: Error, Hashable, Sendable, CustomStringConvertible {
  case notAShare(name: String, value: Double)
  case sharesDoNotSumToOne(Double)
  case negativeAmount(Double)
  case nothingListed
  case listedExceedTotal(listed: Double, total: Double)
  /// The weights of the indicators don't sum to 1.
  case weightsDoNotSumToOne(Double)
  case negativeWeight(name: String, value: Double)
  /// An indicator lies outside of its own range.
  case outsideOfRange(name: String, value: Double, low: Double, high: Double)
  case noMetals
  case noDraws(Int)

  public var description: String {
    switch self {
    case .notAShare(let name, let value):
      "\(name) is \(plainNumber(value)): a share lies between 0 and 1"
    case .sharesDoNotSumToOne(let sum): "the shares sum to \(plainNumber(sum)): they must sum to 1"
    case .negativeAmount(let amount):
      "an amount is \(plainNumber(amount)): amounts are 0 or above"
    case .nothingListed: "no producer is listed: at least one must produce"
    case .listedExceedTotal(let listed, let total):
      "the listed producers make \(plainNumber(listed)), more than the total of \(plainNumber(total))"
    case .weightsDoNotSumToOne(let sum):
      "the weights sum to \(plainNumber(sum)): they must sum to 1"
    case .negativeWeight(let name, let value):
      "the weight of \(name) is \(plainNumber(value)): weights are 0 or above"
    case .outsideOfRange(let name, let value, let low, let high):
      "\(name) is \(plainNumber(value)), outside of its own range from \(plainNumber(low)) to "
        + plainNumber(high)
    case .noMetals: "there is no metal to assess"
    case .noDraws(let draws): "\(draws) draws are not possible: there must be between 1 and 1000000"
    }
  }
}
