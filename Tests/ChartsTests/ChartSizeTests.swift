import Testing

@testable import Charts

struct ChartSizeTests {
  @Test func hasTheAgreedSizes() {
    let sizes = ChartSize.allCases.map { "\($0) \(Int($0.width))x\(Int($0.height))" }
    #expect(sizes == ["slide 1600x900", "page 850x600", "square 1080x1080"])
  }

  @Test func slideTextIsLegibleAtTheBackOfAHall() {
    // 2.5 % of the height is a common floor for projected text, 2 % for sources.
    let size = ChartSize.slide
    #expect(min(size.title, size.subtitle, size.label, size.axis) >= 0.025 * size.height)
    #expect(size.footer >= 0.02 * size.height)
  }

  @Test(arguments: ChartSize.allCases)
  func importantTextIsLarger(_ size: ChartSize) {
    #expect(size.title > size.label)
    #expect(size.label > size.axis)
    #expect(size.axis > size.footer)
  }
}
