import Testing

@testable import UrbanMining

struct ProcessSideTests {
  /// Each cell has the flow cells that leave or enter it: of a flow over both ends one for each element.
  @Test func cellsOfFlowsBelongToCellsOfTheProcess() throws {
    let model = try TwoUseCycle().model()
    let refining = try #require(model.process("refining"))
    let leaving = try #require(ProcessSide(.leaving, refining, in: model))
    #expect(leaving.flows == [1])
    #expect(leaving.cells == [[.init(flow: 1, cell: 0), .init(flow: 1, cell: 1)]])
    let entering = try #require(ProcessSide(.entering, refining, in: model))
    #expect(entering.flows == [0, 3, 6])
    #expect(entering.cells[0].count == 5)
    let use = try #require(model.process("use"))
    let discards = try #require(ProcessSide(.leaving, use, in: model))
    #expect(discards.cells.map { $0.map(\.cell) } == [[0, 0], [1, 1]])
    #expect(discards.name(of: 1) == "use (cars)")
    #expect(leaving.name(of: 0) == "refining")
  }

  @Test func sumsAreThoseOfTheFlowsThatCount() throws {
    let model = try TwoUseCycle().model()
    let refining = try #require(model.process("refining"))
    let side = try #require(ProcessSide(.leaving, refining, in: model))
    expectClose(side.sums(\.isShare)[0], [Double](repeating: 1, count: 30))
    #expect(side.sums(\.isGiven)[0] == [Double](repeating: 0, count: 30))
    let entering = try #require(ProcessSide(.entering, refining, in: model))
    expectClose(entering.sums(\.isGiven)[0], (0..<30).map { 100 + Double($0) })
  }
}
