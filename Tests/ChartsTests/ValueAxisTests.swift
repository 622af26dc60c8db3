import Testing

@testable import Charts

struct ValueAxisTests {
  let plot = Box(left: 100, top: 200, right: 500, bottom: 700)

  private func axis(_ maximum: Double, unit: String = "Mt") -> ValueAxis {
    ValueAxis(maximum: maximum, unit: unit, headingWidth: 300, size: .page, theme: .light)
  }

  @Test func zeroIsTheFootAndTheTopTickTheTop() {
    #expect(axis(467).position(0, in: plot) == 700)
    #expect(axis(467).position(500, in: plot) == 200)
    #expect(axis(467).position(100, in: plot) == 600)
  }

  @Test(arguments: [467, 1e12, 1e-6, 0, 450_000])
  func labelsStandLeftOfThePlotAndTheUnitAbove(_ maximum: Double) throws {
    let axis = axis(maximum)
    let boxes = Drawing.boxes(axis.marks(plot: plot))
    let unit = try #require(boxes.last)
    #expect(boxes.dropLast().allSatisfy { $0.right < plot.left })
    #expect(boxes.dropLast().allSatisfy { $0.left >= plot.left - axis.labelWidth - 0.01 })
    #expect(boxes.dropLast().allSatisfy { !$0.overlaps(unit) })
    #expect(unit.bottom < plot.top)
    #expect(abs(unit.top - (plot.top - axis.headingHeight)) < 0.01)
  }

  @Test func longUnitsWrap() throws {
    let axis = axis(5, unit: "million tonnes of copper contained in products in use")
    let unit = try #require(Drawing.boxes(axis.marks(plot: plot)).last)
    #expect(unit.width <= 300)
    #expect(unit.bottom < plot.top)
  }
}
