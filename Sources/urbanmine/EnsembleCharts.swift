internal import Charts
internal import Foundation
internal import ModelFiles
internal import UrbanMining

/// The draws behind charts of what is uncertain.
struct EnsembleCharts {
  let uncertainty: Uncertainty
  let draws: Int
  let seed: UInt64
  let sampler: Sampler
  let context: ChartContext

  /// How many draws a fan is of where nobody says.
  static let usualDraws = 1000

  /// The fans of some series, by name or key.
  func fans(of names: [String]) throws -> [FanSeries] {
    let (ensemble, tally) = try drawn(only: names, isDetailed: false)
    return FanSeries.all(of: ensemble, tally: tally, context: context)
  }

  /// How uncertain the flows of a year are.
  func deviations(year: Double?, isDetailed: Bool) throws -> FlowDeviations {
    let (ensemble, tally) = try drawn(only: [], isDetailed: isDetailed)
    return try readingInput { try FlowDeviations(of: ensemble, tally: tally, year: year) }
  }

  private func drawn(
    only names: [String], isDetailed: Bool
  ) throws -> (ensemble: Ensemble, tally: EnsembleTally) {
    let ensemble = try readingInput {
      try Ensemble(
        uncertainty, draws: draws, seed: seed, sampler: sampler, isDetailed: isDetailed, only: names
      )
    }
    let run = EnsembleRun(
      ensemble: ensemble,
      head: EnsembleHead(ensemble, scenario: context.scenario, changes: [], program: programName),
      blocks: 0..<ensemble.blocks, threads: ProcessInfo.processInfo.activeProcessorCount,
      partial: nil)
    return (ensemble, try run.run(resuming: false).tally)
  }

  /// The fan of a series of a saved ensemble.
  static func saved(_ path: String, series name: String?) throws -> FanSeries {
    let bytes = try Library.file(path)
    return try readingInput {
      let saved = try SavedEnsemble(bytes: bytes, of: path)
      let (label, quantiles) = try saved.quantiles(of: name, at: FanSeries.probabilities)
      let head = saved.head
      let changes = ([head.scenario].compactMap { $0 } + head.changes).joined(separator: " + ")
      let name = changes.isEmpty ? "base case" : changes
      return FanSeries(
        label: label, years: head.years.compactMap(Double.init), quantiles: quantiles,
        origin: .init(
          title: head.title, convention: "inflow enters use at: \(head.inflowAt)",
          draws: head.draws, seed: head.seed, sampler: Sampler(rawValue: head.sampler),
          uncertain: head.uncertain.map(\.key),
          footer: "\(head.title). Scenario: \(name). Drawn by \(head.program) from input "
            + "\(head.fingerprint). Made by \(programName)."))
    }
  }
}

extension SystemModel {
  /// The stock in use as a series: that of the first process in service.
  var stockSeries: String { "stock." + (processes.first { $0.isInService }?.name ?? "use") }
}
