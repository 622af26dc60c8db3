import Testing

@testable import Charts

struct ChartFrameTests {
  private func frame(
    _ title: String, _ subtitle: String, _ footer: String, size: ChartSize = .page
  ) -> ChartFrame {
    ChartFrame(title: title, subtitle: subtitle, footer: footer, size: size, theme: .light)
  }

  @Test(arguments: ChartSize.allCases)
  func theBodyLiesBetweenTheTexts(_ size: ChartSize) {
    let long = String(repeating: "many words ", count: 60)
    let frame = frame(long, long, long, size: size)
    let boxes = Drawing.boxes(frame.marks)
    #expect(boxes.count == 3)
    #expect(boxes[1].bottom < frame.body.top)
    #expect(boxes[2].top > frame.body.bottom)
    #expect(frame.body.height > 0.4 * size.height)
    let canvas = Box(left: 0, top: 0, right: size.width, bottom: size.height)
    #expect(boxes.allSatisfy(canvas.contains))
  }

  @Test func blankTextsTakeNoRoom() {
    let bare = frame("Title", " ", "")
    #expect(bare.marks.count == 1)
    #expect(bare.body.height > frame("Title", "Subtitle", "Footer").body.height)
  }
}

extension Drawing {
  /// The boxes of all texts among marks.
  static func boxes(_ marks: [Mark]) -> [Box] {
    Drawing(
      width: 0, height: 0, background: Color(0), id: "", title: "", description: "", marks: marks
    ).texts.map(\.box)
  }
}
