import LinearAlgebra
import Testing

@testable import UrbanMining

struct ArenaLayoutTests {
  private func layout() -> ArenaLayout {
    ArenaLayout(
      lanes: 3, periods: 4, nodes: 2, stocks: 2, shared: [.slot(0), .amount(1)],
      own: [.slot(2), .staying(use: 0)])
  }

  /// Nothing lies in the place of anything else, and all of it inside.
  @Test func everyThingHasRoomOfItsOwn() throws {
    var layout = layout()
    var taken = Set<Int>()
    func take(_ row: LaneRow, periods: Int, width: Int) {
      for period in 0..<periods {
        for lane in 0..<width {
          #expect(taken.insert(row.offset(in: period) + lane).inserted)
        }
      }
    }
    for node in 0..<2 { take(layout.node(node), periods: 4, width: 3) }
    for stock in 0..<2 { take(layout.stockBefore(stock), periods: 5, width: 3) }
    #expect(layout.operands.count == 4)
    for place in layout.operands.values {
      take(place.row, periods: 4, width: place.isByLane ? 3 : 1)
    }
    take(layout.one, periods: 1, width: 1)
    take(layout.scratch(rows: 2), periods: 1, width: 6)
    #expect(taken.count == layout.size)
    #expect(taken.max() == layout.size - 1)
  }

  @Test func aStockAfterOnePeriodIsThatBeforeTheNext() {
    let layout = layout()
    #expect(layout.stockAfter(1).offset(in: 1) == layout.stockBefore(1).offset(in: 2))
  }

  @Test func onlyNumbersThatDifferHaveARowOfLanes() throws {
    let layout = layout()
    #expect(layout.operands[.slot(0)]?.isByLane == false)
    #expect(layout.operands[.slot(2)]?.isByLane == true)
    let row = try #require(layout.operands[.slot(2)]).row
    #expect(row.moved(by: 6).start == row.start + 6)
  }
}
