import Testing

@testable import Charts

struct GeometryTests {
  let box = Box(left: 0, top: 0, right: 10, bottom: 4)

  @Test func knowsItsExtent() {
    #expect(box.width == 10)
    #expect(box.height == 4)
  }

  @Test func boxesThatTouchDoNotOverlap() {
    #expect(!box.overlaps(Box(left: 10, top: 0, right: 12, bottom: 4)))
    #expect(!box.overlaps(Box(left: 0, top: 4, right: 10, bottom: 6)))
    #expect(box.overlaps(Box(left: 9.9, top: 3.9, right: 12, bottom: 6)))
  }

  @Test func containmentForgivesRounding() {
    #expect(box.contains(Box(left: 0, top: -0.005, right: 10, bottom: 4)))
    #expect(!box.contains(Box(left: 0, top: -0.1, right: 10, bottom: 4)))
  }
}
