import Testing

@testable import Charts

struct SideColumnTests {
  let plot = Box(left: 80, top: 100, right: 600, bottom: 500)

  private func entries(_ count: Int) -> [SideColumn.Entry] {
    let total = SideColumn.Entry(
      text: ["467 Mt", "in 2020"], fill: nil, target: 120, importance: .infinity)
    return [total]
      + (0..<count).map { index in
        SideColumn.Entry(
          text: ["Band \(index)"], fill: Color(0x117733), target: 130 + Double(index),
          importance: Double(index))
      }
  }

  private func texts(_ column: SideColumn) -> [TextBlock] {
    Drawing(
      width: 0, height: 0, background: Color(0), id: "", title: "", description: "",
      marks: column.marks(plot: plot, dataEnd: plot.right)
    ).texts
  }

  @Test func noWordIsBrokenWhereASmallerSizeHoldsIt() {
    let entry = SideColumn.Entry(
      text: ["Power and telecommunication networks"], fill: Color(0x117733), target: 130,
      importance: 1)
    for size in ChartSize.allCases {
      let column = SideColumn([entry], top: 90, bottom: 510, size: size, theme: .light)
      let words = texts(column).flatMap(\.lines).flatMap { $0.split(separator: " ") }
      #expect(words == ["Power", "and", "telecommunication", "networks"])
    }
  }

  @Test func theTotalAloneHasNoLeader() {
    let column = SideColumn(entries(0), top: 90, bottom: 510, size: .page, theme: .light)
    #expect(column.marks(plot: plot, dataEnd: plot.right).count == 1)
    #expect(texts(column).map(\.lines) == [["467 Mt", "in 2020"]])
  }

  @Test(arguments: [0, 1, 5, 12, 20, 40, 200])
  func labelsFitTheColumnAndNeverOverlap(_ count: Int) {
    let column = SideColumn(entries(count), top: 90, bottom: 510, size: .page, theme: .light)
    let room = Box(left: plot.right, top: 90, right: plot.right + column.width, bottom: 510)
    let boxes = texts(column).map(\.box)
    #expect(boxes.allSatisfy(room.contains))
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[(index + 1)...].contains(where: box.overlaps))
    }
  }

  @Test func whatIsLeftOutIsCounted() throws {
    let column = SideColumn(entries(60), top: 90, bottom: 510, size: .page, theme: .light)
    let lines = texts(column).map { $0.lines.joined(separator: " ") }
    let last = try #require(lines.last)
    let missing = 61 - (lines.count - 1)
    #expect(last == "+ \(missing) more")
    #expect(lines.contains("Band 59"))
    #expect(lines.contains("467 Mt in 2020"))
    #expect(!lines.contains("Band 0"))
  }

  @Test func textsShrinkBeforeAnyIsLeftOut() {
    let column = SideColumn(entries(25), top: 90, bottom: 510, size: .page, theme: .light)
    let texts = texts(column)
    #expect(texts.count == 26)
    #expect((texts.last?.style.size ?? 0) < ChartSize.page.label)
  }
}
