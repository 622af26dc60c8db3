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
    #expect(space.places(in: CellSpace([use])) == [0, 1, 2, 0, 1, 2])
    #expect(space.places(in: CellSpace([region])) == [0, 0, 0, 1, 1, 1])
    #expect(space.places(in: CellSpace([])) == [0, 0, 0, 0, 0, 0])
    #expect(space.places(in: space) == Array(0..<6))
  }

  /// Trade: the regions of the target are the destinations of the flow.
  @Test func aDimensionCanGoByAnotherName() {
    let destination = Dimension(name: "destination", elements: region.elements)
    let flow = CellSpace([region, destination])
    #expect(flow.places(in: CellSpace([region])) == [0, 0, 1, 1])
    #expect(
      flow.places(in: CellSpace([region]), calling: ["region": "destination"]) == [0, 1, 0, 1])
  }

  /// A part of a dimension knows its places in the whole.
  @Test func someElementsFindTheirPlaces() {
    let some = Dimension(name: use.name, elements: [use.elements[2], use.elements[0]])
    #expect(CellSpace([some]).places(in: CellSpace([use])) == [2, 0])
    #expect(CellSpace([region, some]).places(in: CellSpace([region, use])) == [2, 0, 5, 3])
  }
}
