import Foundation
import Testing

@testable import UrbanMining

struct DrawPlanTests {
  private func block(
    _ parameters: [UncertainParameter], groups: [CorrelatedGroup] = [], lanes: Int = 500
  ) throws -> DrawnBlock {
    let plan = DrawPlan(try TwoUseCycle().uncertainty(parameters, groups: groups))
    let source = DrawSource(.latinHypercube, seed: 3, draws: lanes, streams: plan.streams)
    return try plan.block(lanes: lanes) { source.append(0..<lanes, stream: $0, to: &$1) }
  }

  private func mean(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  @Test func aFactorMultipliesEveryYear() throws {
    let own = try block([
      .init(key: "mining", .relative(try Distribution("uniform(from: 0.5, to: 1.5)")))
    ])
    #expect(own.numbers.count == 1)
    let values = own.numbers[0].series
    // Mining is 100 in the first year and 129 in the last.
    for lane in 0..<500 { expectClose(values(29, lane) / values(0, lane), 1.29) }
    #expect((50...150).contains(values(0, 7)))
  }

  @Test func whatIsOverADimensionIsDrawnApart() throws {
    let together = try block([
      .init(key: "yield", .odds(try Distribution("lognormal(median: 1, sigma: 0.5)")))
    ])
    let apart = try block([
      .init(
        key: "yield", .odds(try Distribution("lognormal(median: 1, sigma: 0.5)")),
        over: ["end_use"])
    ])
    func odds(_ share: Double) -> Double { share / (1 - share) }
    func ratio(_ block: DrawnBlock, _ lane: Int) -> Double {
      odds(block.numbers[0].series(7, lane)) / odds(block.numbers[1].series(7, lane))
    }
    // The yields are 0.9 and 0.75: odds of 9 and 3.
    expectClose(ratio(together, 4), 3, relative: 1e-12)
    expectClose(ratio(together, 9), 3, relative: 1e-12)
    #expect(abs(ratio(apart, 4) - 3) > 1e-3)
  }

  @Test func dirichletSharesSumToOneAndKeepTheirMeans() throws {
    let own = try block([.init(key: "split", .dirichlet(concentration: 20))], lanes: 2000)
    let (first, second) = (own.numbers[0].series.values, own.numbers[1].series.values)
    for lane in 0..<2000 { expectClose(first[lane] + second[lane], 1, relative: 1e-12) }
    // A beta distribution with mean 0.4 and variance 0.4 · 0.6 / 21.
    expectClose(mean(first[..<2000]), 0.4, absolute: 0.005)
    let variance = mean(ArraySlice(first[..<2000].map { ($0 - 0.4) * ($0 - 0.4) }))
    expectClose(variance, 0.24 / 21, relative: 0.08)
  }

  @Test func sharesAreBroughtBackToTheirSum() throws {
    let factor = UncertainParameter.Change.relative(
      try Distribution("uniform(from: 0.5, to: 2.2)"))
    let scaled = try block([
      .init(key: "split", factor, over: ["end_use"], normalization: .proportional)
    ])
    let kept = try block([
      .init(key: "split", factor, over: ["end_use"], normalization: .priority(["cars"]))
    ])
    for lane in 0..<500 {
      expectClose(scaled.numbers[0].series(3, lane) + scaled.numbers[1].series(3, lane), 1)
      let (buildings, cars) = (kept.numbers[0].series(3, lane), kept.numbers[1].series(3, lane))
      expectClose(buildings + cars, 1)
      #expect(cars <= 1 && buildings >= 0)
    }
    // The share of cars is 0.6: what was drawn for it stays, up to the whole.
    #expect(kept.numbers[1].series.values[..<500].max() == 1)
    #expect((kept.numbers[1].series.values[..<500].min() ?? 0) < 0.31)
  }

  @Test func aPathKeepsItsCorrelationFromYearToYear() throws {
    let own = try block(
      [
        .init(
          key: "mining", .relative(try Distribution("normal(mean: 1, sd: 0.05)")),
          path: .autoregressive(correlation: 0.8))
      ], lanes: 4000)
    let values = own.numbers[0].series.values
    func scores(_ period: Int) -> [Double] {
      values[period * 4000..<(period + 1) * 4000].map {
        ($0 / (100 + Double(period)) - 1) / 0.05
      }
    }
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / 4000
    }
    expectClose(product(scores(20), scores(20)), 1, absolute: 0.08)
    expectClose(product(scores(20), scores(21)), 0.8, absolute: 0.06)
    expectClose(product(scores(20), scores(24)), 0.8 * 0.8 * 0.8 * 0.8, absolute: 0.06)
  }

  @Test func aGroupMovesTogether() throws {
    let factor = UncertainParameter.Change.relative(
      try Distribution("lognormal(median: 1, sigma: 0.2)"))
    let own = try block(
      [.init(key: "use.lifetime", factor, over: ["end_use"])],
      groups: [.init(name: "lives", keys: ["use.lifetime"], ranks: .same(0.95))], lanes: 1000)
    func logs(_ place: Int, _ mean: Double) -> [Double] {
      own.lifetimes[place].lifetimes.map { log($0.mean / mean) / 0.2 }
    }
    let pairs = zip(logs(0, 20), logs(1, try Lifetime("weibull(shape: 2, scale: 3)").mean))
    // ρ = 2·sin(π·0.95/6), from Kruskal's formula by hand.
    expectClose(pairs.reduce(0) { $0 + $1.0 * $1.1 } / 1000, 0.9544, absolute: 0.1)
  }

  @Test func aParameterOfALifetimeChangesAndTheOthersStay() throws {
    let own = try block([
      .init(
        key: "use.lifetime.buildings.sd", .relative(try Distribution("uniform(from: 0.5, to: 1.5)"))
      )
    ])
    #expect(own.lifetimes.count == 1)
    for lifetime in own.lifetimes[0].lifetimes {
      #expect(lifetime.mean == 20)
      #expect((3...9).contains(lifetime.standardDeviation))
    }
  }

  @Test func alternativesKeepMeanAndDeviation() throws {
    let choices = LifetimeChoice.Family.allCases.map { LifetimeChoice(.family($0)) }
    let own = try block([.init(key: "use.lifetime.buildings", .oneOf(choices))])
    let families = Set(own.lifetimes[0].lifetimes.map { $0.description.prefix { $0 != "(" } })
    #expect(families == ["normal", "lognormal", "weibull", "gamma"])
    for lifetime in own.lifetimes[0].lifetimes {
      expectClose(lifetime.mean, 20, relative: 1e-10)
      expectClose(lifetime.standardDeviation, 6, relative: 1e-10)
    }
  }
}
