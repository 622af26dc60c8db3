/// Trade between regions out of what each exports and imports: who sends how much to whom.
///
/// Each region gets its imports from the others in proportion to what these export, as far as both sums allow:
/// ```
/// T_ij = a_i · X_i · b_j · M_j,     Σ_j T_ij = X_i,     Σ_i T_ij = M_j
/// ```
/// With trade of a region with itself a = 1 and b = 1 / Σ M. Without it T_ii = 0, and a and b are found by scaling
/// rows and columns in turn (RAS). Deming & Stephan (1940), doi:10.1214/aoms/1177731829; Bacharach (1965),
/// doi:10.2307/2525582.
public struct BilateralTrade: Hashable, Sendable {
  /// What is done where exports and imports of all regions do not sum to the same.
  public let balance: Balance
  /// Whether a region may trade with itself.
  public let keepsSelfTrade: Bool

  /// What gives way where exports and imports differ in their sum.
  public enum Balance: String, Hashable, Sendable, CaseIterable {
    /// Nothing: it is an error.
    case none
    /// Exports hold, and all imports are multiplied by one factor.
    case exports
    /// Imports hold, and all exports are multiplied by one factor.
    case imports
    /// Both are multiplied so that they meet at their mean.
    case mean
  }

  public init(balance: Balance = .none, keepsSelfTrade: Bool = false) {
    self.balance = balance
    self.keepsSelfTrade = keepsSelfTrade
  }

  /// The flows from each region (rows) to each (columns).
  /// - Parameters:
  ///   - exports: what each region sends to all others, zero or more.
  ///   - imports: what each receives, in the same order.
  /// - Throws: where the sums differ and nothing gives way, or where no trade between different regions has
  ///   these sums.
  /// - Complexity: O(regions²) for each of a few dozen rounds.
  public func flows(exports: [Double], imports: [Double]) throws(TradeError) -> [[Double]] {
    let (sold, bought) = try balanced(exports, imports)
    let total = sold.reduce(0, +)
    guard total > 0 else { return sold.map { _ in bought.map { _ in 0 } } }
    if keepsSelfTrade { return sold.map { export in bought.map { export * $0 / total } } }
    for (region, export) in sold.enumerated() where export + bought[region] > total * (1 + 1e-12) {
      throw .onlyWithItself(
        region: region, exports: export, imports: bought[region], total: total)
    }
    return try scaled(sold, bought, total)
  }

  private func balanced(
    _ exports: [Double], _ imports: [Double]
  ) throws(TradeError) -> ([Double], [Double]) {
    for (what, values) in [("exports", exports), ("imports", imports)] {
      for (region, value) in values.enumerated() where !(value >= 0 && value.isFinite) {
        throw .notAnAmount(what: what, region: region, value: value)
      }
    }
    let (sold, bought) = (exports.reduce(0, +), imports.reduce(0, +))
    let common: Double
    switch balance {
    case .none:
      guard abs(sold - bought) <= 1e-9 * max(sold, bought) else {
        throw .unbalanced(exports: sold, imports: bought)
      }
      common = sold
    case .exports: common = sold
    case .imports: common = bought
    case .mean: common = (sold + bought) / 2
    }
    guard common == 0 || (sold > 0 && bought > 0) else {
      throw .unbalanced(exports: sold, imports: bought)
    }
    return (
      exports.map { sold == 0 ? 0 : $0 * (common / sold) },
      imports.map { bought == 0 ? 0 : $0 * (common / bought) }
    )
  }

  /// Rows and columns in turn, until both sums hold to a few units in the last place.
  private func scaled(
    _ sold: [Double], _ bought: [Double], _ total: Double
  ) throws(TradeError) -> [[Double]] {
    let regions = sold.indices
    var flows = regions.map { from in
      regions.map { to in from == to ? 0 : sold[from] * bought[to] / total }
    }
    for _ in 0..<10_000 {
      for to in regions {
        let sum = regions.reduce(0) { $0 + flows[$1][to] }
        for from in regions where sum > 0 { flows[from][to] *= bought[to] / sum }
      }
      var error = 0.0
      for from in regions {
        let sum = flows[from].reduce(0, +)
        error = max(error, abs(sum - sold[from]))
        for to in regions where sum > 0 { flows[from][to] *= sold[from] / sum }
      }
      if error <= 1e-13 * total { return flows }
    }
    throw .noTrade
  }
}

/// Why there is no trade with given exports and imports; regions by their place.
public enum TradeError: Error, Hashable, Sendable {
  case notAnAmount(what: String, region: Int, value: Double)
  case unbalanced(exports: Double, imports: Double)
  /// A region exports and imports more together than all trade: some would have to be with itself.
  case onlyWithItself(region: Int, exports: Double, imports: Double, total: Double)
  /// The sums are met by no trade between different regions, or only by one that is barely so.
  case noTrade

  /// What is wrong, with the names of the regions.
  public func text(_ regions: [String]) -> String {
    switch self {
    case .notAnAmount(let what, let region, let value):
      "the \(what) of \(regions[region]) are \(plainNumber(value)): they are zero or more"
    case .unbalanced(let exports, let imports):
      "exports sum to \(plainNumber(exports)) and imports to \(plainNumber(imports)): what one region "
        + "exports another imports, so say with 'balance: exports', 'imports' or 'mean' which of them hold"
    case .onlyWithItself(let region, let exports, let imports, let total):
      "\(regions[region]) exports \(plainNumber(exports)) and imports \(plainNumber(imports)), together more "
        + "than all trade, \(plainNumber(total)): some of it would be with itself ('self_trade: true')"
    case .noTrade:
      "no trade between different regions has these exports and imports"
    }
  }
}
