internal import LinearAlgebra

/// How far the draws of an uncertain model differ in how far recycling can replace mining.
///
/// For every draw there is a ``SupplyOutlook``; of its secondary share, its primary metal and the year from which
/// old scrap exceeds primary metal to the end, these are quantiles (type 7) over the draws. A draw in which scrap
/// does not exceed primary metal in the last year counts as later than all others, so a quantile of the year may
/// be unknown; it is the nearest draw, as half a year means nothing.
public struct OutlookSpread: Hashable, Sendable {
  /// The element that is looked at; nil for the whole system.
  public let element: String?
  public let draws: Int
  /// R / (P + N + R) by probability and year; nil where a draw supplies nothing.
  public let secondaryShares: [[Double?]]
  /// Primary metal per year, by probability and year, in the unit of the model.
  public let primary: [[Double]]
  /// Primary metal from a year on, by probability.
  public let cumulativePrimary: [Double]
  /// The year from which old scrap exceeds primary metal, by probability; nil for not by the end.
  public let scrapExceedsPrimaryFrom: [Double?]
  /// The share of the draws in which old scrap exceeds primary metal in the last year.
  public let shareExceeding: Double

  /// Of which probabilities the quantiles are: a band that holds nine of ten draws, and its middle.
  public static let probabilities = [0.05, 0.5, 0.95]

  private init(_ outlooks: [SupplyOutlook], since year: Double) {
    func quantiles(_ values: [Double]) -> [Double] {
      let sorted = values.sorted()
      return OutlookSpread.probabilities.map { Quantiles.typeSeven(ofSorted: sorted, at: $0) }
    }
    func byProbability<Value>(_ byYear: [[Value]]) -> [[Value]] {
      OutlookSpread.probabilities.indices.map { index in byYear.map { $0[index] } }
    }
    let years = outlooks[0].years.indices
    let shares = outlooks.map(\.secondaryShares)
    element = outlooks[0].element
    draws = outlooks.count
    secondaryShares = byProbability(
      years.map { year -> [Double?] in
        let known = shares.compactMap { $0[year] }
        return known.count == shares.count
          ? quantiles(known) : OutlookSpread.probabilities.map { _ in nil }
      })
    primary = byProbability(years.map { year in quantiles(outlooks.map { $0.primary[year] }) })
    cumulativePrimary = quantiles(outlooks.map { $0.cumulativePrimary(from: year) })
    let exceeding = outlooks.map { $0.scrapExceedsPrimaryFrom ?? .infinity }.sorted()
    scrapExceedsPrimaryFrom = OutlookSpread.probabilities.map {
      let year = exceeding[Int((Double(exceeding.count - 1) * $0).rounded())]
      return year.isFinite ? year : nil
    }
    shareExceeding = Double(exceeding.count { $0.isFinite }) / Double(exceeding.count)
  }

  /// The spread of a model, of the whole or element by element.
  /// - Parameters:
  ///   - uncertainty: a model with flows of the roles `primary` and `old_scrap`, and what is uncertain in it.
  ///   - dimension: the dimension that tells elements apart; nil for the whole system.
  ///   - year: the year from which primary metal is added up.
  ///   - draws: how many; so many that all their values can be kept.
  ///   - seed: of all random numbers.
  ///   - threads: how many may work at once; the result is the same for any number.
  /// - Throws: what an ensemble throws.
  /// - Complexity: that of solving the model for each draw.
  public static func all(
    of uncertainty: Uncertainty, along dimension: String?, since year: Double, draws: Int,
    seed: UInt64, threads: Int = 1
  ) throws(EnsembleError) -> [OutlookSpread] {
    let parts = SupplyParts(of: uncertainty.model, along: dimension)
    let ensemble = try Ensemble(
      uncertainty, draws: draws, seed: seed, only: Set(parts.all.map(\.key)).sorted())
    guard ensemble.isExact else {
      throw .unsolvable("\(draws) draws are too many to keep all their values")
    }
    let tally = try ensemble.run(
      from: ensemble.tally(from: 0), upTo: ensemble.blocks, threads: threads)
    let time = uncertainty.model.time
    return parts.elements.map { element in
      func places(_ role: SystemModel.Role) -> [Int] {
        ensemble.series.indices.filter {
          parts.all.contains(.init(key: ensemble.series[$0].key, role: role, element: element))
        }
      }
      let (primary, old, new) = (places(.primary), places(.oldScrap), places(.newScrap))
      var outlooks: [SupplyOutlook] = []
      for (block, values) in tally.samples.enumerated() {
        let count = ensemble.draws(ofBlock: block).count
        for draw in 0..<count {
          func sum(_ places: [Int]) -> [Double] {
            (0..<time.count).map { period in
              places.reduce(0) { $0 + values[($1 * time.count + period) * count + draw] }
            }
          }
          outlooks.append(
            SupplyOutlook(
              element: element, over: time, primary: sum(primary), oldScrap: sum(old),
              newScrap: sum(new)))
        }
      }
      return OutlookSpread(outlooks, since: year)
    }
  }
}

/// The flows that supply is made of, and the series of an ensemble that hold them.
private struct SupplyParts {
  let elements: [String?]
  let all: [Part]

  /// A series of one role.
  struct Part: Hashable {
    let key: String
    let role: SystemModel.Role
    let element: String?
  }

  init(of model: SystemModel, along dimension: String?) {
    let found = model.dimensions.first { $0.name == dimension }
    elements = found.map { $0.elements } ?? [nil]
    let roles: [SystemModel.Role] = [.primary, .oldScrap, .newScrap]
    all = model.flows.flatMap { flow -> [Part] in
      guard let role = flow.role, roles.contains(role) else { return [] }
      let space = model.space(of: flow)
      let key = "\(Series.Kind.flow.rawValue).\(flow.displayName)"
      guard let axis = space.dimensions.firstIndex(where: { $0.name == dimension }) else {
        return dimension == nil ? [Part(key: key, role: role, element: nil)] : []
      }
      return (0..<space.count).map { cell in
        let own = space.elements(of: cell)
        // As the labels of an ensemble write it: by the names of the dimensions.
        let names = zip(space.dimensions.map(\.name), own).sorted { $0.0 < $1.0 }.map(\.1)
        return Part(
          key: ([key] + (space.count > 1 ? names : [])).joined(separator: "."), role: role,
          element: own[axis])
      }
    }
  }
}
