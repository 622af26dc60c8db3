import Datasets
import Foundation
import ModelFiles
import RealModule
import Testing

@testable import UrbanMining

/// Ensembles of the models of the topics.
struct TopicUncertaintyTests {
  private func last(of ensemble: Ensemble) throws -> EnsembleStatistics.Row {
    let statistics = EnsembleStatistics(
      try ensemble.run(from: ensemble.tally(from: 0), upTo: ensemble.blocks))
    return try #require(statistics.rows.last ?? nil)
  }

  @Test(arguments: try TopicModelsTests.names())
  func drawsOfTheModelCanBeSolved(_ name: String) throws {
    let uncertainty = try #require(try BundledModelsTests.file(name).uncertainty)
    #expect(uncertainty.parameters.allSatisfy { $0.provenance.isStated })
    let ensemble = try Ensemble(
      uncertainty, draws: 24, seed: 1, sampler: .latinHypercube,
      only: [name == "landfills" ? "stock.landfill" : "stock.use"])
    let found = try last(of: ensemble)
    #expect(found.mean.isFinite && found.mean > 0)
  }

  /// Regions never mix, so that each draw takes a lane for each of them. A collection rate that is drawn leaves
  /// the stock in use as it is, in every draw.
  @Test func drawsOfSeparatedRegionsKeepWhatIsNotDrawn() throws {
    let path = "models/aluminium-regions.yaml"
    let text = String(decoding: try #require(BundledFiles.bytes(at: path)), as: UTF8.self)
    let cut = try #require(text.range(of: "\nuncertainty:"))
    let own = """

      uncertainty:
        collection_rate:
          odds: 'lognormal(median: 1, sigma: 0.3)'
          over: [end_use]
          assumption: a test
      """
    let file = try ModelFile(
      bytes: Array((text[..<cut.lowerBound] + own + "\n").utf8), name: path,
      tables: BundledModelsTests.package().library { BundledFiles.bytes(at: $0) })
    let results = try SystemPlan(file.base).solve()
    #expect(results.plan.split.width == 5)
    let uncertainty = try #require(file.uncertainty)
    let stock = try last(
      of: try Ensemble(uncertainty, draws: 30, seed: 3, sampler: .monteCarlo, only: ["stock.use"]))
    let base = try #require(results.inUseStock().last)
    for value in [stock.smallest, stock.mean, stock.largest] {
      #expect(value.isApproximatelyEqual(to: base, relativeTolerance: 1e-12))
    }
    let collected = try last(
      of: try Ensemble(
        uncertainty, draws: 30, seed: 3, sampler: .monteCarlo, only: ["flow.collected"]))
    #expect(collected.smallest < collected.largest)
  }
}
