import LinearAlgebra
import Testing
import UrbanMining

struct CycleSummaryTests {
  @Test func rowsAddUpTheCycle() throws {
    let results = try TwoUseCycle().solved()
    let summary = CycleSummary(results)
    #expect(summary.rows.count == 30)
    #expect(summary.endUses == ["buildings", "cars"])
    for (t, row) in summary.rows.enumerated() {
      #expect(row.period == t)
      func sum(_ flow: Int) -> Double { results.flow(at: flow).reduce(0) { $0 + $1[t, 0] } }
      expectClose(row.supply ?? .nan, sum(0) + sum(3) + sum(6))
      expectClose(row.intoUse, sum(2))
      expectClose(row.newScrap, sum(3))
      expectClose(row.oldScrap, sum(6))
      expectClose(row.endOfLife, sum(4) + sum(5), relative: 1e-12)
      expectClose(row.losses, sum(5) + sum(7))
      expectClose(row.stockByEndUse.reduce(0, +), row.stock)
      // Kilotonnes over five million people.
      expectClose(row.kilogramsPerCapita ?? .nan, row.stock * 1e6 / 5e6)
    }
  }

  /// What entered use is still there or has left it.
  @Test func shareStillInUseIsStockOverAllThatEntered() throws {
    let summary = CycleSummary(try TwoUseCycle().solved())
    let left = summary.rows.reduce(0) { $0 + $1.endOfLife }
    let entered = summary.rows.reduce(0) { $0 + $1.intoUse }
    expectClose(summary.enteredUse, entered)
    expectClose(summary.shareStillInUse ?? .nan, (entered - left) / entered, relative: 1e-12)
  }

  @Test func nothingEnteredGivesNoShare() throws {
    var cycle = TwoUseCycle()
    cycle.mining = 0
    cycle.years = 2000...2000
    #expect(CycleSummary(try cycle.solved()).shareStillInUse == nil)
  }

  /// Over uneven periods flows are shown per year and the stock as it stands.
  @Test func flowsArePerYear() throws {
    let model = try SystemModel(
      header: .init(name: "uneven"), time: try TimeAxis(bounds: [2000, 2001, 2005]),
      processes: [
        .init("mine", kind: .source), .init("use", kind: .use([try .exponential(mean: 3)])),
        .init("landfill", kind: .sink),
      ],
      flows: [
        .init(from: "mine", to: "use", .given(.constant(10, periods: 2)), role: .primary),
        .init(from: "use", to: "landfill", .remainder, role: .loss),
      ])
    let summary = CycleSummary(try SystemPlan(model).solve())
    #expect(summary.rows.map(\.intoUse) == [10, 10])
    #expect(summary.rows.map(\.supply) == [10, 10])
    // Of 50 that entered, what is not in stock has left over one year and over four.
    let left = summary.rows[0].endOfLife + 4 * summary.rows[1].endOfLife
    expectClose(summary.rows[1].stock + left, 50)
    #expect(summary.rows.map(\.losses) == summary.rows.map(\.endOfLife))
    #expect(summary.rows[1].losses > 0)
    #expect(summary.enteredUse == 50)
    #expect(summary.endUses == ["use"])
    #expect(summary.rows[0].kilogramsPerCapita == nil)
  }

  @Test func stocksOfTheSameElementAreOneEndUse() throws {
    let over = ["end_use"]
    let model = try SystemModel(
      header: .init(name: "two"), time: TimeAxis(years: 2000...2000), timing: .end,
      dimensions: [Dimension(name: "end_use", elements: ["buildings", "cars"])],
      processes: [
        .init("mine", kind: .source),
        .init("use", over: over, kind: .use([try .fixed(years: 5), try .fixed(years: 6)])),
        .init("reuse", over: over, kind: .use([try .fixed(years: 7), try .fixed(years: 8)])),
        .init("landfill", kind: .sink),
      ],
      flows: [
        .init(from: "mine", to: "use", .given(.constant(3, periods: 1))),
        .init(from: "mine", to: "reuse", .given(.constant(4, periods: 1))),
        .init(from: "use", to: "landfill", .remainder),
        .init(from: "reuse", to: "landfill", .remainder),
      ])
    let groups = try SystemPlan(model).solve().stockByEndUse()
    #expect(groups.map(\.element) == ["buildings", "cars"])
    #expect(groups.map(\.values) == [[7], [7]])
  }

  /// Of what is there at the end some was there before the first period: no share of what entered.
  @Test func aStockThatWasThereBeforeGivesNoShareAndIsNoAddition() throws {
    let model = try SystemModel(
      header: .init(name: "fleet"), time: TimeAxis(years: 2000...2001),
      processes: [
        .init("makers", kind: .source),
        .init(
          "use", kind: .use([try .fixed(years: 9)]), initialStocks: [.total(100, growth: 0)]),
        .init("elsewhere", kind: .destination), .init("landfill", kind: .sink),
      ],
      flows: [
        .init(from: "makers", to: "use", .given(.constant(4, periods: 2))),
        .init(
          from: "use", to: "elsewhere", .share(.constant(0.25, periods: 2)), role: .nonFunctional),
        .init(from: "use", to: "landfill", .remainder, role: .loss),
      ])
    let results = try SystemPlan(model).solve()
    let summary = CycleSummary(results)
    #expect(summary.shareStillInUse == nil)
    for row in summary.rows {
      #expect(row.endOfLife > 1)
      expectClose(row.nonFunctional, row.endOfLife / 4, relative: 1e-12)
    }
    let added = try #require(
      results.series().first { $0.kind == .addition && $0.name == "use" }?.values)
    for (change, row) in zip(added, summary.rows) {
      expectClose(change ?? .nan, row.intoUse - row.endOfLife, relative: 1e-9)
    }
  }
}
