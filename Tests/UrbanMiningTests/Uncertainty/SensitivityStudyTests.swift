import Testing

@testable import UrbanMining

struct SensitivityStudyTests {
  private func study(_ key: String) throws -> SensitivityStudy {
    try SensitivityStudy(of: ResultKey(key), in: TwoUseCycle().uncertainty())
  }

  @Test func causesAreTheUncertainNumbers() throws {
    let found = try study("stock.use").sobol(samples: 64, seed: 1)
    #expect(
      found.names == [
        "use.lifetime.buildings", "use.lifetime.cars", "yield.buildings", "yield.cars",
        "collection",
        "mining",
      ])
    #expect(found.indices.first.count == 6)
  }

  /// What a result does not depend on causes nothing: collection rates of a ratio of collection.
  @Test func whatHasNoEffectHasNoShare() throws {
    let found = try study("eol_pr").sobol(samples: 64, seed: 1)
    // Old scrap over collected is 0.8 in every draw.
    #expect(found.indices.total.allSatisfy { $0.value < 1e-9 })
    let rate = try study("eol_cr").tornado()
    #expect(rate.bars[0].name == "collection")
  }

  @Test func aTornadoAgreesWithSolvingTheChangedModel() throws {
    let tornado = try study("stock.use").tornado()
    let mining = try #require(tornado.bars.first { $0.name == "mining" })
    // Mining at its 5 % quantile is 1 − 0.05 · 1.6448536 of its median, and so is the stock.
    expectClose(mining.low / tornado.middle, 1 - 0.05 * 1.6448536269514722, relative: 1e-12)
    expectClose(mining.high / tornado.middle, 1 + 0.05 * 1.6448536269514722, relative: 1e-12)
    #expect(
      zip(tornado.bars, tornado.bars.dropFirst()).allSatisfy {
        abs($0.high - $0.low) >= abs($1.high - $1.low)
      })
  }

  @Test func morrisRanksAsTheTornadoDoes() throws {
    let study = try study("stock.use")
    let (names, effects) = try study.morris(trajectories: 10, seed: 1)
    let first = names.indices.max { effects.absoluteMean[$0] < effects.absoluteMean[$1] }
    #expect(try study.tornado().bars[0].name == names[first ?? 0])
  }

  @Test func threadsDoNotMatter() throws {
    let study = try study("eol_rr")
    let one = try study.sobol(samples: 64, seed: 2).indices
    #expect(try study.sobol(samples: 64, seed: 2, threads: 3).indices == one)
  }
}
