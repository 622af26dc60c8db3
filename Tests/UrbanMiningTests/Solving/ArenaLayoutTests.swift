import LinearAlgebra
import Testing

@testable import UrbanMining

struct ArenaLayoutTests {
  private func layout(_ history: ArenaLayout.History = .everything) -> ArenaLayout {
    ArenaLayout(
      lanes: 3, periods: 4, nodes: 2, stocks: 2,
      numbers: [
        .init(operand: .slot(0), isByLane: false, isSteady: false),
        .init(operand: .amount(1), isByLane: false, isSteady: true),
        .init(operand: .slot(2), isByLane: true, isSteady: false),
        .init(operand: .staying(use: 0), isByLane: true, isSteady: true),
      ], history: history)
  }

  /// Nothing lies in the place of anything else, and all of it inside.
  @Test(arguments: [false, true]) func everyThingHasRoomOfItsOwn(isKept: Bool) throws {
    var layout = layout(isKept ? .everything : .nodes([1]))
    var taken = Set<Int>()
    func take(_ row: LaneRow, periods: Int, width: Int) {
      for period in 0..<periods {
        for lane in 0..<width {
          #expect(taken.insert(row.offset(in: period) + lane).inserted)
        }
      }
    }
    take(layout.node(0), periods: isKept ? 4 : 1, width: 3)
    take(layout.node(1), periods: 4, width: 3)
    for stock in 0..<2 {
      take(layout.stockBefore(stock), periods: isKept ? 5 : 1, width: 3)
      if !isKept { take(layout.stockAfter(stock), periods: 1, width: 3) }
    }
    #expect(layout.operands.count == 4)
    for (operand, place) in layout.operands {
      let isSteady = operand == .amount(1) || operand == .staying(use: 0)
      take(place.row, periods: isSteady ? 1 : 4, width: place.isByLane ? 3 : 1)
    }
    take(layout.series(), periods: 4, width: 3)
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
