internal import ArgumentParser
internal import UrbanMining

/// What `chart` shows of a model; each kind takes some of it.
struct ChartOptions: ParsableArguments {
  @Option(help: "A year, or '2000-2020' for the mean of years; the last one if not given.")
  var year: YearRange?
  @Option(help: ArgumentHelp("A dimension that colours tell apart.", valueName: "dimension"))
  var by: String?
  @Flag(help: "Divide the stock by the population.")
  var perCapita = false
  @Option(
    name: .customLong("of"),
    help: "The series of a fan or a tornado, such as eol_rr or stock.use; the stock in use else.")
  var result: String?
  @Option(
    help: "How many draws of what is uncertain: 1000 for a fan; a sankey shows ± if it is given.")
  var draws: Int?
  @Option(help: "The seed of the draws; 1 if not given.")
  var seed: UInt64?
  @Option(help: "How they are drawn: mc, lhs or sobol; mc if not given.")
  var sampler: Sampler?
  @Option(help: ArgumentHelp("Dash lines from this year on: a projection.", valueName: "year"))
  var projectedFrom: Double?

  /// Refuses what the kind doesn't show.
  func check(_ kind: ChartKind) throws {
    let given: [(name: String, isGiven: Bool, kinds: [ChartKind])] = [
      ("year", year != nil, [.sankey, .cycle, .cohorts]), ("by", by != nil, [.sankey]),
      ("per-capita", perCapita, [.stock]), ("of", result != nil, [.fan, .tornado]),
      ("draws", draws != nil, [.fan, .sankey]), ("seed", seed != nil, [.fan, .sankey]),
      ("sampler", sampler != nil, [.fan, .sankey]),
      ("projected-from", projectedFrom != nil, [.stock, .flows, .compare, .fan]),
    ]
    for option in given where option.isGiven && !option.kinds.contains(kind) {
      let kinds = option.kinds.map(\.rawValue).joined(separator: " and ")
      throw ValidationError("--\(option.name) is for \(kinds), not for '\(kind.rawValue)'.")
    }
    if let years = year?.years, years.lowerBound != years.upperBound, kind != .sankey {
      throw ValidationError("'\(kind.rawValue)' shows one year; only sankey shows a mean of years.")
    }
    if let draws, draws < 2 { throw ValidationError("At least two draws.") }
    if kind == .sankey, draws == nil, seed != nil || sampler != nil {
      throw ValidationError("--seed and --sampler need --draws.")
    }
    if kind == .sankey, draws != nil, let years = year?.years,
      years.lowerBound != years.upperBound
    {
      throw ValidationError("--draws is for the flows of one year, not for the mean of several.")
    }
  }
}
