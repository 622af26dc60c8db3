import Datasets
import ModelFiles
import Testing

@testable import UrbanMining

/// The adjoint and the ranges of the bundled models.
struct BundledUncertaintyTests {
  static let names = ["copper", "aluminium", "zinc", "lead"]

  @Test(arguments: names)
  func everyRangeIsSourcedOrAnAssumption(_ name: String) throws {
    let uncertainty = try #require(try ModelFile.bundled(name).uncertainty)
    #expect(uncertainty.parameters.count >= 5)
    #expect(uncertainty.parameters.allSatisfy { $0.provenance.isStated })
  }

  @Test(arguments: names)
  func drawsOfTheModelCanBeSolved(_ name: String) throws {
    let uncertainty = try #require(try ModelFile.bundled(name).uncertainty)
    let ensemble = try Ensemble(
      uncertainty, draws: 96, seed: 1, sampler: .latinHypercube, only: ["stock.use"])
    let statistics = EnsembleStatistics(
      try ensemble.run(from: ensemble.tally(from: 0), upTo: ensemble.blocks))
    let last = try #require(statistics.rows.last ?? nil)
    let base = try SystemPlan(uncertainty.model).solve().inUseStock().last ?? 0
    // The median is near the model as it stands, and the band is neither a line nor everything.
    #expect(abs(last.quantiles[3] / base - 1) < 0.1)
    #expect(last.standardDeviation / last.mean > 0.01 && last.standardDeviation / last.mean < 0.3)
  }

  /// Every third series of the plan is moved by 1e-4 of itself, and the system solved again.
  @Test(arguments: names, ["stock.use", "eol_rr", "flow.old_scrap@1990"])
  func theAdjointAgreesWithDifferences(_ name: String, _ key: String) throws {
    let model = try ModelFile.bundled(name).base
    let gradient = try ResultGradient(of: ResultKey(key), in: model)
    let plan = try SystemPlan(model)
    let program = MarchProgram(plan, plan.numbers, lanes: 1)
    let series = try #require(
      EnsembleSeries.all(of: plan, isDetailed: false).first {
        $0.label.matches(ResultKey(key).name)
      })
    let period = try ResultKey(key).period(in: model)
    func value(_ slot: Int, _ factor: Double) throws -> Double {
      var numbers = plan.numbers
      numbers.slots[slot] = numbers.slots[slot].map { $0 * factor }
      let arena = try program.run(numbers, lanes: 0..<1)
      return series.formula.derivatives(in: period, of: arena, program.layout, length: 1).value
    }
    // Numbers of the gradient stand in the order of the slots where nothing becomes lanes.
    #expect(
      gradient.numbers.count
        == plan.slots.sources.reduce(0) { $0 + (plan.slots.ranges[$1]?.space.count ?? 0) })
    var checked = 0
    for (slot, own) in gradient.numbers.enumerated() where slot % 3 == 0 {
      let step = 1e-4
      let difference = try (value(slot, 1 + step) - value(slot, 1 - step)) / (2 * step)
      let gap = abs(own.perShare - difference)
      #expect(
        gap <= 1e-6 * max(abs(difference), 1e-3 * abs(gradient.value)),
        "\(own.key): \(own.perShare), not \(difference)")
      checked += 1
    }
    #expect(checked > 5)
  }
}

extension ModelFile {
  /// A bundled model.
  static func bundled(_ name: String) throws -> ModelFile {
    let package = try DataPackage(
      bytes: BundledFiles.bytes(at: "datapackage.json") ?? [], name: "datapackage.json")
    let path = "models/\(name).yaml"
    return try ModelFile(
      bytes: BundledFiles.bytes(at: path) ?? [], name: path,
      tables: package.library { BundledFiles.bytes(at: $0) })
  }
}
