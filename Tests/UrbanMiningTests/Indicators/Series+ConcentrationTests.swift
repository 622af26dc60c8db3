import Testing

@testable import UrbanMining

struct SeriesConcentrationTests {
  private func series(
    _ limits: [SystemModel.ConcentrationLimit], _ kind: Series.Kind
  ) throws -> [Series] {
    try ConcentrationLimitTests.model(limits).solved().series().filter { $0.kind == kind }
  }

  /// In the north 1 of 100, in the south 10 of 40 and then nothing: every place has its own mixture.
  @Test func eachPlaceHasItsOwnMixture() throws {
    let copper = try series([], .concentration).filter { $0.elements["element"] == "Cu" }
    #expect(copper.map(\.name) == ["scrap", "scrap"] && copper.map(\.unit) == ["1", "1"])
    #expect(copper.map { $0.elements["region"] } == ["north", "south"])
    #expect(copper[0].values == [0.01, 0.02] && copper[1].values == [0.25, nil])
  }

  @Test func sharesOfAllElementsSumToOne() throws {
    let north = try series([], .concentration).filter { $0.elements["region"] == "north" }
    #expect(north.count == 2)
    #expect(zip(north[0].values, north[1].values).allSatisfy { ($0 ?? 0) + ($1 ?? 0) == 1 })
  }

  /// 100 with 1 % to 0.5 % with pure metal: as much again. With metal of 0.25 % twice as much:
  /// (1 + 0.0025 · 200) / 300 = 0.005.
  @Test func theNeedForDilutionIsASeriesOfItsOwn() throws {
    let pure = try series([.init(element: "Cu", limit: 0.005)], .dilution)
    #expect(pure.count == 2 && pure[0].unit == "t/yr" && pure[0].role == nil)
    #expect(abs((pure[0].values[0] ?? 0) - 100) < 1e-9)
    #expect(pure[1].values[1] == 0)
    let other = try series([.init(element: "Cu", limit: 0.005, purity: 0.0025)], .dilution)
    #expect(abs((other[0].values[0] ?? 0) - 200) < 1e-9)
  }

  @Test func onlyTheNamedFlowsNeedDilution() throws {
    #expect(try series([], .dilution).isEmpty)
    #expect(try series([.init(element: "Cu", limit: 0.005, flows: [])], .dilution).isEmpty)
  }
}
