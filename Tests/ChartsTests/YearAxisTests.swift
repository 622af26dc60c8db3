import Testing

@testable import Charts

struct YearAxisTests {
  let plot = Box(left: 100, top: 0, right: 900, bottom: 500)

  private func axis(_ first: Double, _ last: Double) -> YearAxis {
    YearAxis(first: first, last: last, size: .page, theme: .light)
  }

  @Test func yearsLieBetweenTheEdges() {
    #expect(axis(1900, 2020).position(1900, in: plot) == 100)
    #expect(axis(1900, 2020).position(2020, in: plot) == 900)
    #expect(axis(1900, 2020).position(1960, in: plot) == 500)
    #expect(axis(2020, 2020).position(2020, in: plot) == 500)
  }

  @Test func ticksAreRoundYears() {
    #expect(axis(1900, 2020).ticks(width: 600) == [1900, 1920, 1940, 1960, 1980, 2000, 2020])
    #expect(axis(1912, 2019).ticks(width: 500) == [1920, 1940, 1960, 1980, 2000])
    #expect(axis(2018, 2020).ticks(width: 600) == [2018, 2019, 2020])
    #expect(axis(2020, 2020).ticks(width: 600) == [2020])
  }

  @Test func fewerThanTwoRoundYearsGiveTheEnds() {
    #expect(axis(2020.25, 2020.75).ticks(width: 600) == [2020.25, 2020.75])
  }

  @Test func labelsNeverTouch() {
    var generator = SplitMix64(state: 11)
    for _ in 0..<500 {
      let first = Double.random(in: -10_000...2100, using: &generator).rounded()
      let length = Double.random(in: 1...12_000, using: &generator).rounded()
      let boxes = Drawing.boxes(axis(first, first + length).marks(plot: plot))
      #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.right < $1.left })
      #expect(!boxes.isEmpty)
    }
  }

  @Test func labelsStayInTheirRoom() throws {
    let axis = axis(1900, 2020)
    let boxes = Drawing.boxes(axis.marks(plot: plot))
    #expect(boxes.allSatisfy { $0.top > plot.bottom && $0.bottom <= plot.bottom + axis.height })
  }
}
