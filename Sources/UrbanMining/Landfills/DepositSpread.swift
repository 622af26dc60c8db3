/// How far the draws of an uncertain model differ in what a deposit holds of an element in the last period.
public struct DepositSpread: Hashable, Sendable {
  public let draws: Int
  /// The amounts at ``OutlookSpread/probabilities``, in the unit of the model.
  public let amounts: [Double]

  /// - Parameters:
  ///   - uncertainty: a model with a sink over a dimension of elements, and what is uncertain in it.
  ///   - deposit: the name of the sink.
  ///   - element: the element that is looked for.
  ///   - draws: how many.
  ///   - seed: of all random numbers.
  /// - Throws: what an ensemble throws.
  public init(
    _ uncertainty: Uncertainty, in deposit: String, of element: String, draws: Int, seed: UInt64
  ) throws(EnsembleError) {
    let ensemble = try Ensemble(
      uncertainty, draws: draws, seed: seed, only: ["stock.\(deposit).\(element)"])
    guard ensemble.isExact else {
      throw .unsolvable("\(draws) draws are too many to keep all their values")
    }
    let tally = try ensemble.run(from: ensemble.tally(from: 0), upTo: ensemble.blocks)
    let values = tally.values(ofRow: uncertainty.model.time.count - 1, rows: ensemble.rows).sorted()
    self.draws = draws
    amounts = OutlookSpread.probabilities.map { Quantiles.typeSeven(ofSorted: values, at: $0) }
  }
}
