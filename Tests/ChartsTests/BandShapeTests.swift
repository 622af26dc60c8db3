import Testing

@testable import Charts

struct BandShapeTests {
  /// 300 px wide; 40 px thick on the left, 100 px in the middle, nothing on the right.
  let hill = BandShape(columns: [0, 150, 300], upper: [60, 0, 100], lower: [100, 100, 100])

  @Test func outlineGoesAlongTheTopAndBack() {
    #expect(hill.outline.map(\.x) == [0, 150, 300, 300, 150, 0])
    #expect(hill.outline.map(\.y) == [60, 0, 100, 100, 100, 100])
  }

  @Test func aBoxStandsWhereTheBandIsThickest() throws {
    let box = try #require(hill.place(width: 40, height: 20))
    #expect(abs((box.left + box.right) / 2 - 145) < 15)
    #expect(abs((box.top + box.bottom) / 2 - 56) < 8)
  }

  @Test func aBoxLiesInsideOrNowhere() {
    var generator = SplitMix64(state: 3)
    for _ in 0..<300 {
      let columns = (0...30).map { Double($0) * 20 }
      let upper = columns.map { _ in Double.random(in: 0...100, using: &generator) }
      let lower = upper.map { $0 + Double.random(in: 0...120, using: &generator) }
      let shape = BandShape(columns: columns, upper: upper, lower: lower)
      let height = Double.random(in: 1...40, using: &generator)
      guard let box = shape.place(width: 45, height: height) else { continue }
      #expect(abs(box.width - 45) < 1e-9)
      let edges = (0...45).map { shape.edges(at: box.left + Double($0)) }
      #expect(edges.allSatisfy { box.top >= $0.top - 0.01 && box.bottom <= $0.bottom + 0.01 })
    }
  }

  @Test func aBoxThatIsTooLargeHasNoPlace() {
    #expect(hill.place(width: 40, height: 90) == nil)
    #expect(hill.place(width: 400, height: 1) == nil)
  }

  @Test func anEvenBandIsLabelledInItsMiddle() throws {
    let bar = BandShape(columns: [0, 300], upper: [0, 0], lower: [50, 50])
    let box = try #require(bar.place(width: 60, height: 20))
    #expect(abs((box.left + box.right) / 2 - 150) < 4)
    #expect(abs((box.top + box.bottom) / 2 - 25) < 0.01)
  }

  @Test func separatorsTakeAtMostAThirdOfABand() {
    let below = BandShape(columns: [0, 100], upper: [97, 80], lower: [100, 100])
    let above = BandShape(columns: [0, 100], upper: [50, 40], lower: [97, 80])
    let separator = BandShape.separators(between: [below, above], width: 2)
    #expect(separator.count == 1)
    let thickness = [separator[0][3].y - separator[0][0].y, separator[0][2].y - separator[0][1].y]
    #expect(abs(thickness[0] - 1) < 1e-9)
    #expect(thickness[1] > 2 && thickness[1] < 2.1)
  }
}

extension BandShape {
  /// The edges at any place, by search: slower than the code under test and independent of it.
  fileprivate func edges(at x: Double) -> (top: Double, bottom: Double) {
    let next = columns.firstIndex { $0 >= x } ?? columns.count - 1
    let index = max(next, 1)
    let share = (x - columns[index - 1]) / (columns[index] - columns[index - 1])
    let value = { (edge: [Double]) in edge[index - 1] + share * (edge[index] - edge[index - 1]) }
    return (value(upper), value(lower))
  }
}
