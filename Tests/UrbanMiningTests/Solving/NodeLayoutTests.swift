import Testing

@testable import UrbanMining

struct NodeLayoutTests {
  /// mine: none; refining 0; fabrication 1–2; use in 3–4, out 5–6; collected 7–8; landfill 9;
  /// tailings 10; then 1 + 7 · 2 flow cells less the two that are not over the end use.
  @Test func everyCellHasAPlaceOfItsOwn() throws {
    let model = try TwoUseCycle().model()
    let layout = NodeLayout(model: model, split: LaneSplit(model: model, models: 1))
    #expect(layout.inflows == [0..<0, 0..<1, 1..<3, 3..<5, 7..<9, 9..<10, 10..<11])
    #expect(layout.outflows == [0..<0, 0..<1, 1..<3, 5..<7, 7..<9, 9..<10, 10..<11])
    #expect(layout.flows.map(\.count) == [1, 2, 2, 2, 2, 2, 2, 2])
    #expect(layout.flows.first?.lowerBound == 11)
    #expect(layout.count == 26)
    let plan = try SystemPlan(TwoUseCycle().model())
    #expect(plan.unknowns == 26)
  }

  @Test func namesTheProcessesOfNodes() throws {
    let model = try TwoUseCycle().model()
    let layout = NodeLayout(model: model, split: LaneSplit(model: model, models: 1))
    #expect(layout.processes(among: [8, 1, 6, 20]) == ["fabrication", "use", "collected"])
    #expect(layout.processes(among: []).isEmpty)
  }
}
