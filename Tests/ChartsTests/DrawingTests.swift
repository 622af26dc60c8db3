import Testing

@testable import Charts

struct DrawingTests {
  let style = TextStyle(size: 20, weight: .regular, color: Color(0))

  @Test func anchorsPutTheBoxWhereTheTextIs() {
    let boxes = [TextBlock.Anchor.start, .middle, .end].map { anchor in
      TextBlock(["2020"], style: style, anchor: anchor, x: 100, baseline: 50).box
    }
    #expect(boxes[0].left == 100)
    #expect(abs((boxes[1].left + boxes[1].right) / 2 - 100) < 1e-9)
    #expect(boxes[2].right == 100)
  }

  @Test func topAndCenterAgreeWithTheBox() {
    let lines = ["One", "line more"]
    let hung = TextBlock(lines, style: style, anchor: .start, x: 0, top: 30)
    #expect(abs(hung.box.top - 30) < 1e-9)
    #expect(hung.box.height == 45)
    let centred = TextBlock(lines, style: style, anchor: .start, x: 0, center: 30)
    #expect(abs((centred.box.top + centred.box.bottom) / 2 - 30) < 1e-9)
  }

  @Test func scalingKeepsWeightAndColour() {
    #expect(style.scaled(by: 0.5) == TextStyle(size: 10, weight: .regular, color: Color(0)))
  }
}
