import Testing
import UrbanMining

struct FlowCellValidationTests {
  /// A trade from producers to markets over regions, told apart by `destination`.
  private func faults(
    only: [String: [String]] = [:], across: [String: String] = ["region": "destination"],
    market: [String] = ["region"], destinations: [String] = ["north", "south"]
  ) -> [SystemFault] {
    do {
      _ = try SystemModel(
        header: .init(name: "trade"), time: TimeAxis(years: 2000...2000),
        dimensions: [
          Dimension(name: "region", elements: ["north", "south"]),
          Dimension(name: "destination", elements: destinations),
          Dimension(name: "part", elements: ["cars", "wires"]),
        ],
        processes: [
          .init("mine", kind: .source), .init("production", over: ["region"]),
          .init("market", over: market, kind: .sink), .init("stay", kind: .sink),
        ],
        flows: [
          .init(from: "mine", to: "production", .given(.constant(1, periods: 1))),
          .init(
            from: "production", to: "market", .share(.constant(0.25, periods: 1)), only: only,
            across: across),
          .init(from: "production", to: "stay", .remainder),
        ])
      return []
    } catch { return error.faults }
  }

  private func expectFault(
    _ faults: [SystemFault], _ message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(faults.map(\.message) == [message], sourceLocation: sourceLocation)
    #expect(faults.map(\.subject) == [.flow(1)], sourceLocation: sourceLocation)
  }

  @Test func aSoundTradeHasNoFaults() {
    #expect(faults().isEmpty)
    #expect(faults(only: ["destination": ["south"], "region": ["north", "south"]]).isEmpty)
  }

  @Test func onlyADimensionOfTheTargetIsRenamed() {
    expectFault(
      faults(across: ["part": "destination"]),
      "'production->market' renames 'part', but 'market' is not over it")
  }

  @Test func aNameIsThatOfADimensionWithTheSameElements() {
    expectFault(faults(across: ["region": "target"]), "there is no dimension 'target'")
    expectFault(
      faults(destinations: ["north", "west"]),
      "'region' can't be mapped to 'destination': they have other elements, or in another order")
    expectFault(
      faults(destinations: ["south", "north"]),
      "'region' can't be mapped to 'destination': they have other elements, or in another order")
    expectFault(
      faults(market: ["region", "destination"]), "'market' is over 'destination' already")
  }

  @Test func aFlowIsConfinedToElementsThatItHas() {
    expectFault(
      faults(only: ["part": ["cars"]]),
      "'production->market' is confined to elements of 'part', but neither 'production' nor 'market' is "
        + "over it")
    expectFault(faults(only: ["region": ["nord"]]), "'nord' is not an element of 'region'")
    #expect(faults(only: ["region": ["nord"]])[0].unknown?.known == ["north", "south"])
    expectFault(
      faults(only: ["region": []]), "'production->market' is confined to no element of 'region'")
  }
}
