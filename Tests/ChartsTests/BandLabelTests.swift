import Testing

@testable import Charts

struct BandLabelTests {
  private func label(_ text: String, height: Double, width: Double = 400) -> BandLabel? {
    let shape = BandShape(
      columns: [0, width], upper: [0, 0], lower: [height, height])
    return BandLabel(text, in: shape, fill: Color(0x332288), size: .page)
  }

  @Test func staysOnOneLineWhereItCan() throws {
    let block = try #require(label("Building and construction", height: 60)).block
    #expect(block.lines == ["Building and construction"])
    #expect(block.style.size == ChartSize.page.label)
    #expect(block.style.color == Color(0xFFFFFF))
  }

  @Test func takesTwoLinesWhereTheBandIsNarrow() throws {
    let block = try #require(label("Building and construction", height: 60, width: 140)).block
    #expect(block.lines == ["Building and", "construction"])
  }

  @Test func shrinksALittleBeforeItGivesUp() throws {
    let block = try #require(label("Transport", height: 19)).block
    #expect(block.style.size == 0.8 * ChartSize.page.label)
    #expect(label("Transport", height: 14) == nil)
  }
}
