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

  @Test func onesAreRecognised() {
    #expect(LaneSeries(lanes: [[1, 1], [1, 1]]).isOne)
    #expect(!LaneSeries(lanes: [[1, 1], [1, 0.999]]).isOne)
    #expect(LaneSeries(lanes: [[]]).isOne)
  }
}
