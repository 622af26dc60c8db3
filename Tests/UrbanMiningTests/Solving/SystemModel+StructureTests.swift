import Testing

@testable import UrbanMining

struct SystemModelStructureTests {
  @Test func numbersDoNotChangeTheStructure() throws {
    let first = try TwoUseCycle().model()
    #expect(first.hasStructure(of: try TwoUseCycle(split: [0.3, 0.7], mining: 3).model()))
    #expect(first.hasStructure(of: first))
    #expect(
      try DrivenSystem(mineCapacity: 3).model().hasStructure(
        of: DrivenSystem(mineCapacity: 4).model()))
  }

  @Test func anotherRuleLimitOrYearDoes() throws {
    let first = try DrivenSystem(mineCapacity: 3).model()
    let others = [
      try DrivenSystem().model(), try DrivenSystem(mineCapacity: 3, years: 2000...2002).model(),
      try DrivenSystem(mineCapacity: 3).model {
        $0[3] = .init(
          from: "scrap", to: "fabrication", .fill(priority: 0), atMost: .available)
      },
      try DrivenSystem(mineCapacity: 3).model {
        $0[2] = .init(from: "old", to: "scrap", .given(.constant(1, periods: 2)), role: .oldScrap)
      },
    ]
    for other in others {
      #expect(!first.hasStructure(of: other) && !other.hasStructure(of: first))
    }
  }

  /// A target may have other numbers, but not be of another kind.
  @Test func aStockToReachIsNotAnInflowToReach() throws {
    func model(
      _ drive: SystemModel.Process.Drive, initial: [InitialStock] = []
    ) throws -> SystemModel {
      try SystemModel(
        header: .init(name: "driven"), time: TimeAxis(years: 2000...2001),
        processes: [
          .init("mine", kind: .source),
          .init(
            "use", kind: .use([try Lifetime("fixed(years: 3)")]), drive: drive,
            initialStocks: initial),
          .init("waste", kind: .sink),
        ],
        flows: [
          .init(from: "mine", to: "use", .fill(priority: 1)),
          .init(from: "use", to: "waste", .remainder),
        ])
    }
    let (one, two) = (
      SystemModel.Values.constant(1, periods: 2), SystemModel.Values.constant(2, periods: 2)
    )
    let inflow = try model(.target(inflow: one, stock: nil))
    #expect(inflow.hasStructure(of: try model(.target(inflow: two, stock: nil))))
    #expect(!inflow.hasStructure(of: try model(.target(inflow: nil, stock: one))))
    #expect(
      !inflow.hasStructure(
        of: try model(.target(inflow: one, stock: nil), initial: [.total(1, growth: 0)])))
  }
}
