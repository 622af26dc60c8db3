import Testing
import UrbanMining

struct RecyclingBalanceTests {
  /// By hand: 6.5/10, 5.2/6.5, 5.2/10, 9.2/25.2, 5.2/9.2, 5.2/25.2.
  @Test
  func indicatorsOfOnePeriodAreRatiosOfItsAmounts() throws {
    let balance = RecyclingBalance(
      endOfLife: 10, collected: 6.5, oldScrap: 5.2, newScrap: 4, primary: 16)
    #expect(try #require(balance.collectionRate).isClose(to: 0.65))
    #expect(try #require(balance.processEfficiency).isClose(to: 0.8))
    #expect(try #require(balance.recyclingRate).isClose(to: 0.52))
    #expect(try #require(balance.recycledContent).isClose(to: 23.0 / 63))
    #expect(try #require(balance.oldScrapRatio).isClose(to: 13.0 / 23))
    #expect(try #require(balance.recyclingInputRate).isClose(to: 13.0 / 63))
  }

  @Test
  func recyclingRateIsCollectionTimesProcessing() throws {
    let balance = RecyclingBalance(
      endOfLife: 7.3, collected: 4.1, oldScrap: 3.3, newScrap: 1.7, primary: 11)
    let product =
      try #require(balance.collectionRate) * (try #require(balance.processEfficiency))
    #expect(try #require(balance.recyclingRate).isClose(to: product))
  }

  @Test
  func nothingToDivideByIsNoRatio() {
    let balance = RecyclingBalance(
      endOfLife: 0, collected: 0, oldScrap: 0, newScrap: 0, primary: 0)
    #expect(balance.collectionRate == nil)
    #expect(balance.processEfficiency == nil)
    #expect(balance.recyclingRate == nil)
    #expect(balance.recycledContent == nil)
    #expect(balance.oldScrapRatio == nil)
    #expect(balance.recyclingInputRate == nil)
  }
}

extension Double {
  fileprivate func isClose(to other: Double) -> Bool { abs(self - other) < 1e-14 }
}
