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
    #expect(own.map { -$0 }.values == [-1, -1, -2, -3])
    #expect(own.times([0, 1]).values == [0, 0, 2, 3])
  }

  @Test func whatNeverChangesIsKeptOnce() {
    let steady = LaneSeries(steady: [1, 2])
    #expect(steady(7, 1) == 2)
    #expect(steady.map { $0 + 1 } == LaneSeries(steady: [2, 3]))
    #expect(steady.times([3, 4]).values == [3, 6, 4, 8])
    let own = LaneSeries(lanes: [[1, 2], [1, 3]])
    #expect(own.combined(with: steady, +).values == [2, 3, 3, 5])
    #expect(steady.combined(with: own, -).values == [0, 1, -1, -1])
    #expect(steady.combined(with: LaneSeries(steady: [10]), -) == LaneSeries(steady: [-9, -8]))
    #expect(LaneSeries(width: 1, values: [5, 6]).combined(with: steady, +).values == [6, 7, 7, 8])
    #expect(steady.lanes([1, 1, 0]) == LaneSeries(steady: [2, 2, 1]))
    #expect(own.lanes([1, 0]).values == [1, 1, 3, 2])
  }
}
