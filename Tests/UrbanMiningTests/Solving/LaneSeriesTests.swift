import Testing

@testable import UrbanMining

struct LaneSeriesTests {
  @Test func equalLanesAreKeptOnce() {
    let series = LaneSeries(lanes: [[1, 2], [1, 2], [1, 2]])
    #expect(series.width == 1)
    #expect(series.values == [1, 2])
    #expect(series(1, 2) == 2)
  }

  @Test func lanesThatDifferStandSideBySide() {
    let series = LaneSeries(lanes: [[1, 2], [1, 3]])
    #expect(series.width == 2)
    #expect(series.values == [1, 1, 2, 3])
    #expect(series(1, 0) == 2)
    #expect(series(1, 1) == 3)
  }

  @Test func aSeriesForAllIsCombinedWithOneByLane() {
    let shared = LaneSeries(width: 1, values: [10, 20])
    let own = LaneSeries(lanes: [[1, 2], [1, 3]])
    #expect(shared.combined(with: own, -).values == [9, 9, 18, 17])
    #expect(own.combined(with: shared, -).values == [-9, -9, -18, -17])
    #expect(own.map { value, period in value * Double(period) }.values == [0, 0, 2, 3])
  }
}
