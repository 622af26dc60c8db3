import LinearAlgebra
import Testing

@testable import UrbanMining

struct LaneSplitTests {
  private let dimensions = [
    Dimension(name: "region", elements: ["north", "south", "east"]),
    Dimension(name: "destination", elements: ["north", "south", "east"]),
    Dimension(name: "part", elements: ["cars", "wires"]),
    Dimension(name: "metal", elements: ["zinc"]),
  ]

  /// A mill and a use over these dimensions.
  private func model(
    mill: [String] = ["region", "part"], use: [String] = ["region", "part"],
    sink: [String] = [], only: [String: [String]] = [:], across: [String: String] = [:],
    landfilled: [InitialStock] = []
  ) throws -> SystemModel {
    let cells = CellSpace(dimensions.filter { use.contains($0.name) }).count
    let life = try Lifetime("fixed(years: 2)")
    let amounts = Parameter(
      dimensions: dimensions.map(\.name).filter(mill.contains),
      cells: (0..<CellSpace(dimensions.filter { mill.contains($0.name) }).count).map {
        [1 + Double($0), 2 + Double($0)]
      })
    return try SystemModel(
      header: .init(name: "split"), time: TimeAxis(years: 2000...2001), timing: .end,
      dimensions: dimensions,
      processes: [
        .init("mine", kind: .source), .init("mill", over: mill),
        .init("use", over: use, kind: .use([Lifetime](repeating: life, count: cells))),
        .init("landfill", over: sink, kind: .sink, initialStocks: landfilled),
      ],
      flows: [
        .init(from: "mine", to: "mill", .given(.inline(amounts))),
        .init(
          from: "mill", to: "use", .share(.constant(0.1, periods: 2)), only: only, across: across),
        .init(from: "mill", to: "landfill", .remainder),
        .init(from: "use", to: "landfill", .remainder),
      ])
  }

  private func separated(_ model: SystemModel) -> [String] {
    LaneSplit(model: model, models: 1).space.dimensions.map(\.name)
  }

  @Test func dimensionsThatNeverMixBecomeLanes() throws {
    #expect(separated(try model()) == ["region", "part"])
    #expect(try SystemPlan(model()).laneDimensions.map(\.name) == ["region", "part"])
    // One element needs no lanes.
    #expect(
      separated(try model(mill: ["region", "metal"], use: ["region", "metal"])) == ["region"])
  }

  @Test func aDimensionThatMixesIsExpanded() throws {
    #expect(separated(try model(mill: ["region"], use: ["region", "part"])) == ["region"])
    #expect(separated(try model(only: ["part": ["cars"]])) == ["region"])
    #expect(separated(try model(across: ["region": "destination"])) == ["part"])
    // What is over the dimension of a flow that stays inside of the lanes is the rest of its space.
    let split = LaneSplit(model: try model(across: ["region": "destination"]), models: 2)
    #expect(split.width == 2 && split.lanes == 4)
    #expect(split.lanes(ofModel: 1) == 2..<4)
    #expect(
      split.inner(CellSpace(dimensions)).dimensions.map(\.name) == [
        "region", "destination", "metal",
      ])
  }

  /// In the order of the model the region varies slowest, in the plan it is the lane.
  @Test func cellsFollowTheOrderOfTheModel() throws {
    let split = LaneSplit(
      model: try model(mill: ["region"], use: ["region", "part"]), models: 1)
    let space = CellSpace([dimensions[0], dimensions[2]])
    #expect(split.cells(of: space) == [0, 2, 4, 1, 3, 5])
    // What is not over the region is the same cell in each lane.
    #expect(split.cells(of: CellSpace([dimensions[2]])) == [0, 0, 0, 1, 1, 1])
  }

  /// Three regions with two parts each give 1…6, 0.9 of it and later the rest.
  @Test func aSinkWithoutTheDimensionAddsItsLanesUp() throws {
    for sink in [[], ["region"], ["part"], ["region", "part"]] {
      let results = try SystemPlan(model(sink: sink)).solve()
      let landfilled = results.stock(ofProcess: 3)
      #expect(
        landfilled.count == [1, 3, 2, 6][sink.count == 2 ? 3 : sink == ["part"] ? 2 : sink.count])
      expectClose(landfilled.reduce(0) { $0 + $1[0, 0] }, 0.9 * 21)
      expectClose(landfilled.reduce(0) { $0 + $1[1, 0] }, 0.9 * (21 + 27))
      expectClose(results.inflow(ofProcess: 3).reduce(0) { $0 + $1[1, 0] }, 0.9 * 27)
    }
  }

  /// What stands in a sink at the start counts once, not once for each lane.
  @Test func aSinkWithoutTheDimensionStartsOnce() throws {
    let results = try SystemPlan(model(landfilled: [.total(50, growth: 0)])).solve()
    #expect(results.initialStock(ofProcess: 3) == [[50]])
    expectClose(results.stock(ofProcess: 3)[0].column(0), [50 + 18.9, 50 + 18.9 + 24.3])
    let parts = try SystemPlan(
      model(sink: ["part"], landfilled: [.total(50, growth: 0), .total(7, growth: 0)])
    ).solve()
    #expect(parts.initialStock(ofProcess: 3) == [[50], [7]])
  }
}
