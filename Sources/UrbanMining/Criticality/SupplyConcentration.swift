/// How far supply is in few hands: the Herfindahl–Hirschman index.
///
/// ```
/// HHI = 10 000 · Σ sᵢ²
/// ```
/// over the shares sᵢ of all producers: 10,000 for one, 10,000/n for n alike; above 2,500 is called highly
/// concentrated. Where a table lists the large producers only, the rest r may be many small ones or
/// producers no larger than the smallest listed m, so that the index lies between
/// ```
/// 10 000 · Σ sᵢ²   and   10 000 · (Σ sᵢ² + ⌊r/m⌋·m² + (r − ⌊r/m⌋·m)²)
/// ```
/// Herfindahl (1950), Concentration in the Steel Industry; Hirschman (1964), The American Economic Review
/// 54, 761; U.S. Department of Justice (2010), Horizontal Merger Guidelines, § 5.3.
public struct SupplyConcentration: Hashable, Sendable {
  /// The index if the rest is made up of many small producers, from 0 to 10,000.
  public let lowest: Double
  /// The index if the producers of the rest are as large as they can be.
  public let highest: Double
  /// The shares of those that are listed, from the largest on, each between 0 and 1.
  public let shares: [Double]
  /// The share of those that are not listed.
  public let rest: Double

  /// From shares that are all there is.
  /// - Throws: where a share is negative or they don't sum to 1 within 1 in 1,000.
  public init(shares: [Double]) throws(CriticalityError) {
    for share in shares where !(share >= 0 && share <= 1) {
      throw .notAShare(name: "a share", value: share)
    }
    let sum = shares.reduce(0, +)
    guard abs(sum - 1) < 1e-3 else { throw .sharesDoNotSumToOne(sum) }
    try self.init(amounts: shares, total: sum)
  }

  /// From the amounts of the producers that are listed and the total.
  /// - Throws: where an amount is negative, nothing is listed, or the listed ones exceed the total by more
  ///   than 2 per cent, which rounding explains.
  public init(amounts: [Double], total: Double) throws(CriticalityError) {
    for amount in amounts where !(amount >= 0 && amount.isFinite) {
      throw .negativeAmount(amount)
    }
    let listed = amounts.reduce(0, +)
    guard listed > 0 else { throw .nothingListed }
    guard total.isFinite, listed <= 1.02 * total else {
      throw .listedExceedTotal(listed: listed, total: total)
    }
    let whole = max(total, listed)
    shares = amounts.filter { $0 > 0 }.map { $0 / whole }.sorted(by: >)
    rest = max(0, (whole - listed) / whole)
    let known = shares.reduce(0) { $0 + $1 * $1 }
    let smallest = shares[shares.count - 1]
    let full = (rest / smallest).rounded(.down)
    let left = rest - full * smallest
    lowest = 10_000 * known
    highest = 10_000 * (known + full * smallest * smallest + left * left)
  }

  /// The middle of the bounds.
  public var index: Double { (lowest + highest) / 2 }
}
