internal import UrbanMining

extension OutlookDocument {
  /// Elements whose reserves are published together, such as the platinum-group metals.
  public struct Group: Encodable, Sendable {
    public let elements: [String]
    /// Primary metal of all of them since the year that `since` names, in the unit of the model.
    public let cumulativePrimary: Double
    /// Their reserves, in the unit of the model.
    public let reserves: Double
  }

  /// What the draws of an uncertain model say of a row: quantiles, one entry for each probability.
  public struct Range: Encodable, Sendable {
    public let probabilities: [Double]
    /// By probability and year; null where a draw supplies nothing.
    public let secondaryShare: [[Double?]]
    public let primary: [[Double]]
    public let cumulativePrimary: [Double]
    /// The year from which old scrap exceeds primary metal; null for not by the end.
    public let scrapExceedsPrimaryFrom: [Double?]
    /// The share of the draws in which old scrap exceeds primary metal in the last year.
    public let shareExceeding: Double

    init(_ spread: OutlookSpread) {
      probabilities = OutlookSpread.probabilities
      secondaryShare = spread.secondaryShares
      primary = spread.primary
      cumulativePrimary = spread.cumulativePrimary
      scrapExceedsPrimaryFrom = spread.scrapExceedsPrimaryFrom
      shareExceeding = spread.shareExceeding
    }
  }
}

/// The outlooks of several models, as JSON holds them (schema `urbanmine/outlooks/1`).
public struct OutlookList: Encodable, Sendable {
  let schema = "urbanmine/outlooks/1"
  public let outlooks: [OutlookDocument]

  public init(_ outlooks: [OutlookDocument]) {
    self.outlooks = outlooks
  }
}
