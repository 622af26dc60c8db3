import Testing

@testable import Charts

struct TextMetricsTests {
  let style = TextStyle(size: 20, weight: .regular, color: Color(0))

  private func lines(_ text: String, width: Double, limit: Int = 9) -> [String] {
    TextMetrics.lines(text, style: style, width: width, limit: limit)
  }

  @Test func widthIsTheSumOfAdvances() {
    #expect(TextMetrics.width("Mi", size: 2048, weight: .regular) == 1767 + 569)
    #expect(
      TextMetrics.width("Copper", size: 20, weight: .bold)
        > TextMetrics.width("Copper", size: 20, weight: .regular))
  }

  @Test func linesFitAndKeepEveryWord() {
    let text = "In-use stock of copper by end use, world, at the end of each year"
    for width in stride(from: 120.0, through: 900, by: 60) {
      let result = lines(text, width: width)
      #expect(result.joined(separator: " ") == text)
      #expect(style.width(result) <= width)
    }
  }

  @Test func linesAreNearlyEqual() {
    let result = lines("one two six ten one two six ten one", width: 300)
    #expect(result.count == 2)
    #expect(style.width([result[0]]) < 240)
  }

  @Test func numbersStayWithTheirUnit() {
    for width in stride(from: 80.0, through: 300, by: 5) {
      let result = lines("passed 400 Mt and 2.1 × 10⁹ kt now", width: width)
      #expect(result.contains { $0.contains("400 Mt") } || width < 120)
      #expect(result.contains { $0.contains("2.1 × 10⁹ kt") } || width < 150)
    }
  }

  @Test func longWordsAreCut() {
    let result = lines(String(repeating: "m", count: 40), width: 100)
    #expect(result.joined() == String(repeating: "m", count: 40))
    #expect(style.width(result) <= 100)
  }

  @Test func whatIsLeftOutShows() {
    let result = lines("one two three four five six seven", width: 60, limit: 2)
    #expect(result.count == 2)
    #expect(result[1].hasSuffix("…"))
    #expect(style.width(result) <= 60)
  }

  @Test func blankTextHasNoLines() {
    #expect(lines(" \n ", width: 100).isEmpty)
  }
}
