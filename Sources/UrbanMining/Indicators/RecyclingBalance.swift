/// The amounts of one period from which the recycling indicators follow, all in the same unit.
///
/// With the end-of-life outflow of use E, what is collected C, old scrap recycled into metal R, new scrap
/// recycled N and primary metal P:
/// ```
/// EOL-CR = C / E    EOL-PR = R / C    EOL-RR = R / E
/// RC = (R + N) / (P + R + N)    OSR = R / (R + N)    EOL-RIR = R / (P + R + N)
/// ```
/// A ratio is nil where what it divides by is zero. Graedel et al. (2011), Recycling Rates of Metals: A
/// Status Report, UNEP IRP, ISBN 978-92-807-3161-3; Graedel et al. (2011),
/// doi:10.1111/j.1530-9290.2011.00342.x.
public struct RecyclingBalance: Hashable, Sendable {
  /// E: what leaves use.
  public let endOfLife: Double
  /// C: what of it is collected.
  public let collected: Double
  /// R: old scrap that became metal again.
  public let oldScrap: Double
  /// N: new scrap that became metal again.
  public let newScrap: Double
  /// P: primary metal.
  public let primary: Double

  public init(
    endOfLife: Double, collected: Double, oldScrap: Double, newScrap: Double, primary: Double
  ) {
    self.endOfLife = endOfLife
    self.collected = collected
    self.oldScrap = oldScrap
    self.newScrap = newScrap
    self.primary = primary
  }

  /// R + N: all scrap that became metal again.
  public var scrap: Double { oldScrap + newScrap }

  /// P + R + N: all metal that was made.
  public var supply: Double { primary + newScrap + oldScrap }

  /// EOL-CR, collected out of end of life.
  public var collectionRate: Double? { ratio(collected, endOfLife) }

  /// EOL-PR, recycled out of collected.
  public var processEfficiency: Double? { ratio(oldScrap, collected) }

  /// EOL-RR, recycled out of end of life.
  public var recyclingRate: Double? { ratio(oldScrap, endOfLife) }

  /// RC, scrap of both kinds in metal supply.
  public var recycledContent: Double? { ratio(scrap, supply) }

  /// OSR, old scrap in all scrap.
  public var oldScrapRatio: Double? { ratio(oldScrap, scrap) }

  /// EOL-RIR, old scrap in metal supply.
  public var recyclingInputRate: Double? { ratio(oldScrap, supply) }

  private func ratio(_ part: Double, _ whole: Double) -> Double? {
    whole != 0 ? part / whole : nil
  }
}
