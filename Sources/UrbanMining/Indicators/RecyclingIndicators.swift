internal import LinearAlgebra

/// The recycling indicators of UNEP's International Resource Panel, for each period of one lane.
///
/// With the end-of-life outflow of use E, what is collected C, old scrap recycled into metal R, new scrap
/// recycled N and primary metal P:
/// ```
/// EOL-CR = C / E    EOL-PR = R / C    EOL-RR = R / E
/// RC = (R + N) / (P + R + N)    OSR = R / (R + N)    EOL-RIR = R / (P + R + N)
/// ```
/// A ratio is nil where what it divides by is zero, and everywhere where no flow of the model has a role
/// that it needs: what isn't labelled isn't known. Graedel et al. (2011), Recycling Rates of Metals: A
/// Status Report, UNEP IRP, ISBN 978-92-807-3161-3; Graedel et al. (2011),
/// doi:10.1111/j.1530-9290.2011.00342.x.
public struct RecyclingIndicators: Hashable, Sendable {
  /// Collected out of end of life, C / E.
  public let collectionRate: [Double?]
  /// Recycled out of collected, R / C.
  public let processEfficiency: [Double?]
  /// Recycled out of end of life, R / E.
  public let recyclingRate: [Double?]
  /// Scrap of both kinds in metal supply, (R + N) / (P + R + N).
  public let recycledContent: [Double?]
  /// Old scrap in all scrap, R / (R + N).
  public let oldScrapRatio: [Double?]
  /// Old scrap in metal supply, R / (P + R + N).
  public let recyclingInputRate: [Double?]

  public init(_ results: SystemResults, lane: Int = 0) {
    let endOfLife = results.endOfLife(lane: lane)
    let collected = results.total(of: .collected, lane: lane)
    let old = results.total(of: .oldScrap, lane: lane)
    let new = results.total(of: .newScrap, lane: lane)
    let supply = results.supply(lane: lane)
    let scrap = zip(old, new).map { $0 + $1 }
    func ratio(
      _ part: [Double], _ whole: [Double], needs roles: SystemModel.Role...
    ) -> [Double?] {
      let isKnown = roles.allSatisfy { results.plan.model.hasRole($0) }
      return zip(part, whole).map { isKnown && $1 != 0 ? $0 / $1 : nil }
    }
    collectionRate = ratio(collected, endOfLife, needs: .collected)
    processEfficiency = ratio(old, collected, needs: .collected, .oldScrap)
    recyclingRate = ratio(old, endOfLife, needs: .oldScrap)
    recycledContent = ratio(scrap, supply, needs: .primary)
    oldScrapRatio = ratio(old, scrap, needs: .oldScrap, .newScrap)
    recyclingInputRate = ratio(old, supply, needs: .primary, .oldScrap)
  }

  /// The indicators with the names that files use, in the order of the contract.
  public var all: [(name: String, values: [Double?])] {
    [
      ("eol_rr", recyclingRate), ("eol_cr", collectionRate), ("eol_pr", processEfficiency),
      ("rc", recycledContent), ("osr", oldScrapRatio), ("eol_rir", recyclingInputRate),
    ]
  }
}

extension SystemResults {
  /// The sum of all flows with a role, in each period of a lane.
  public func total(of role: SystemModel.Role, lane: Int = 0) -> [Double] {
    let model = plan.model
    let flows = model.flows.indices.filter { model.flows[$0].role == role }
    return sum(flows.flatMap { flow(at: $0) }, lane)
  }

  /// P + N + R: primary metal with the new and old scrap that became metal again.
  public func supply(lane: Int = 0) -> [Double] {
    let parts = [SystemModel.Role.primary, .newScrap, .oldScrap].map { total(of: $0, lane: lane) }
    return plan.model.time.labels.indices.map { period in parts.reduce(0) { $0 + $1[period] } }
  }

  /// What enters all stocks in service.
  public func intoUse(lane: Int = 0) -> [Double] {
    sum(uses.flatMap { inflow(ofProcess: $0) }, lane)
  }

  /// E: what leaves all stocks in service.
  public func endOfLife(lane: Int = 0) -> [Double] {
    sum(uses.flatMap { outflow(ofProcess: $0) }, lane)
  }

  /// What all stocks in service hold.
  public func inUseStock(lane: Int = 0) -> [Double] {
    sum(uses.flatMap { stock(ofProcess: $0) }, lane)
  }

  private var uses: [Int] {
    plan.model.processes.indices.filter { plan.model.processes[$0].isInService }
  }

  private func sum(_ parts: [Matrix], _ lane: Int) -> [Double] {
    plan.model.time.labels.indices.map { period in
      parts.reduce(0) { $0 + $1[period, lane] }
    }
  }
}

extension SystemModel {
  /// Whether any process holds something that serves.
  public var hasStockInService: Bool { processes.contains { $0.isInService } }

  /// Whether any flow has this role.
  public func hasRole(_ role: Role) -> Bool {
    flows.contains { $0.role == role }
  }
}
