import LinearAlgebra
import Testing

@testable import UrbanMining

struct ArenaLayoutTests {
  /// Nothing lies in the place of anything else, and all of it inside.
  @Test func everyThingHasRoomOfItsOwn() {
    var layout = ArenaLayout(lanes: 3, periods: 4, nodes: 2, stocks: 2)
    var taken = Set<Int>()
    func take(_ start: Int, _ count: Int) {
      for place in start..<start + count { #expect(taken.insert(place).inserted) }
    }
    for node in 0..<2 { take(layout.node(node).start, 12) }
    for stock in 0..<2 { take(layout.stockBefore(stock).start, 15) }
    take(layout.one.start, 1)
    take(layout.scratch(rows: 2).start, 6)
    take(layout.series(isByLane: true).row.start, 12)
    take(layout.series(isByLane: false).row.start, 4)
    #expect(taken.count == layout.size)
    #expect(taken.max() == layout.size - 1)
  }

  @Test func aStockAfterOnePeriodIsThatBeforeTheNext() {
    let layout = ArenaLayout(lanes: 3, periods: 4, nodes: 1, stocks: 1)
    #expect(layout.stockAfter(0).offset(in: 1) == layout.stockBefore(0).offset(in: 2))
  }

  @Test func anOperandHasOnePlace() {
    var layout = ArenaLayout(lanes: 3, periods: 4, nodes: 1, stocks: 1)
    let first = layout.place(of: .slot(1), isByLane: true)
    let size = layout.size
    #expect(layout.place(of: .slot(1), isByLane: true) == first)
    #expect(layout.size == size)
    #expect(layout.place(of: .amount(1), isByLane: true) != first)
    #expect(first.row.moved(by: 6).start == first.row.start + 6)
  }
}
