import Testing
import UrbanMining

struct PeakTests {
  @Test func isTheFirstLargestValue() {
    let peak = Peak(of: [1, 5, 2, 5, 3])
    #expect(peak?.period == 1)
    #expect(peak?.value == 5)
    #expect(peak?.isAtEnd == false)
  }

  @Test func aSeriesThatStillRisesHasItsPeakToCome() {
    #expect(Peak(of: [1, 2, 3])?.isAtEnd == true)
    #expect(Peak(of: [3, 3, 3])?.isAtEnd == false)
  }

  @Test func nothingHasNoPeak() {
    #expect(Peak(of: []) == nil)
  }
}
