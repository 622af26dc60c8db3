import ModelFiles
import UrbanMining

/// An ensemble of a use with an uncertain lifetime.
enum TinyEnsemble {
  static func made(draws: Int = 300, seed: UInt64 = 4) throws -> Ensemble {
    let tables = TableLibrary()
    let file = try ModelFile(
      text: """
        model: tiny
        years: 2000-2005
        processes:
          mine: { boundary: source }
          use: { lifetime: 'normal(mean: 3, sd: 1)' }
          waste: { sink: true }
        flows:
          - { from: mine, to: use, given: 10, name: ore }
          - { from: use, to: waste }
        uncertainty:
          use.lifetime: { relative: 'lognormal(median: 1, sigma: 0.2)', assumption: made up }
        """, name: "tiny.yaml", tables: tables)
    guard let uncertainty = file.uncertainty else { throw EnsembleError.nothingUncertain }
    return try Ensemble(uncertainty, draws: draws, seed: seed)
  }
}
