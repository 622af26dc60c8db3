import Testing

@testable import UrbanMining

struct DimensionTests {
  private let region = Dimension(name: "region", elements: ["north", "south"])
  private let use = Dimension(name: "end_use", elements: ["buildings", "cars", "cables"])

  @Test func theLastDimensionVariesFastest() {
    let space = CellSpace([region, use])
    #expect(space.count == 6)
    #expect(space.elements(of: 0) == ["north", "buildings"])
    #expect(space.elements(of: 1) == ["north", "cars"])
    #expect(space.elements(of: 3) == ["south", "buildings"])
  }

  @Test func cellsAndElementsAreInverse() {
    let space = CellSpace([region, use])
    for cell in 0..<space.count { #expect(space.cell(of: space.elements(of: cell)) == cell) }
    #expect(space.cell(of: ["north", "boats"]) == nil)
    #expect(space.cell(of: ["north"]) == nil)
  }

  @Test func noDimensionsSpanOneCell() {
    let space = CellSpace([])
    #expect(space.count == 1)
    #expect(space.elements(of: 0).isEmpty)
    #expect(space.cell(of: []) == 0)
  }

  @Test func projectionForgetsDimensions() {
    let space = CellSpace([region, use])
    func projections(onto other: CellSpace) -> [Int] {
      (0..<6).map { space.projection(of: $0, onto: other) }
    }
    #expect(projections(onto: CellSpace([use])) == [0, 1, 2, 0, 1, 2])
    #expect(projections(onto: CellSpace([region])) == [0, 0, 0, 1, 1, 1])
    #expect(projections(onto: CellSpace([])) == [0, 0, 0, 0, 0, 0])
    #expect(projections(onto: space) == Array(0..<6))
  }
}
