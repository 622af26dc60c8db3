import Testing

@testable import Charts

struct SideLabelsTests {
  private func spread(_ wanted: [Double], height: Double = 10) -> [Double] {
    let items = wanted.map { SideLabels.Item(wanted: $0, height: height) }
    return SideLabels.spread(items, top: 0, bottom: 100)
  }

  @Test func labelsWithRoomStandWhereTheyWant() {
    #expect(spread([20, 50, 80]) == [20, 50, 80])
  }

  @Test func labelsAtOnePlaceSpreadEvenly() {
    #expect(spread([50, 50, 50]) == [40, 50, 60])
  }

  @Test func labelsStayInside() {
    #expect(spread([-30, 0]) == [5, 15])
    #expect(spread([99, 100, 101]) == [75, 85, 95])
  }

  @Test func noOrderedPlacesAreNearer() {
    // Against all places on a grid: nothing is nearer, squared distances summed.
    let wanted = [30.0, 28, 60]
    let cost = { (places: [Double]) in
      zip(places, wanted).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
    }
    var least = Double.infinity
    for one in stride(from: 5.0, through: 95, by: 1) {
      for two in stride(from: one + 10, through: 95, by: 1) {
        for three in stride(from: two + 10, through: 95, by: 1) {
          least = min(least, cost([one, two, three]))
        }
      }
    }
    #expect(cost(spread(wanted)) <= least + 1e-9)
  }

  @Test func differentHeightsNeverOverlap() {
    var generator = SplitMix64(state: 5)
    for _ in 0..<300 {
      let items = (0..<8).map { _ in
        SideLabels.Item(
          wanted: Double.random(in: -20...120, using: &generator),
          height: Double.random(in: 2...12, using: &generator))
      }
      let middles = SideLabels.spread(items, top: 0, bottom: 100)
      for index in items.indices {
        #expect(middles[index] - items[index].height / 2 >= -1e-9)
        #expect(middles[index] + items[index].height / 2 <= 100 + 1e-9)
        guard index > 0 else { continue }
        let gap = (items[index].height + items[index - 1].height) / 2
        #expect(middles[index] - middles[index - 1] >= gap - 1e-9)
      }
    }
  }

  @Test func nothingSpreadsToNothing() {
    #expect(spread([]).isEmpty)
  }
}
