import Testing

@testable import UrbanMining

/// Steel scrap of iron and copper; also for the series of concentrations.
struct ConcentrationLimitTests {
  static func model(
    _ limits: [SystemModel.ConcentrationLimit], elements: [String] = ["Fe", "Cu"]
  ) throws -> SystemModel {
    let over = ["element", "region"]
    return try SystemModel(
      header: .init(name: "steel"), time: TimeAxis(years: 2000...2001),
      dimensions: [
        Dimension(name: "element", elements: elements),
        Dimension(name: "region", elements: ["north", "south"]),
      ],
      processes: [.source("yard"), .sink("works", over: over), .source("mine"), .sink("dump")],
      flows: [
        .init(
          from: "yard", to: "works",
          .given(
            .inline(
              Parameter(dimensions: over, cells: [[99, 98], [30, 0], [1, 2], [10, 0]]))),
          name: "scrap"),
        .init(from: "mine", to: "dump", .given(5)),
      ], concentrationLimits: limits)
  }

  static func faults(
    _ limit: SystemModel.ConcentrationLimit, elements: [String] = ["Fe", "Cu"]
  ) -> [String] {
    do {
      _ = try model([limit], elements: elements)
      return []
    } catch { return (error as? SystemModelError)?.faults.map(\.message) ?? ["\(error)"] }
  }

  @Test func aLimitIsAShareOfAnElementThatFlowsAreToldApartBy() {
    #expect(Self.faults(.init(element: "Cu", limit: 0.004, purity: 0.001)).isEmpty)
    #expect(
      Self.faults(.init(element: "Sn", limit: 0.004)) == ["'Sn' is not an element of 'element'"])
    for (limit, purity) in [(0.004, 0.004), (1.2, 0), (0.3, -0.1), (0, 0)] {
      #expect(Self.faults(.init(element: "Cu", limit: limit, purity: purity)).count == 1)
    }
  }

  @Test func theFlowsThatMustKeepItExistAndAreKnown() {
    #expect(Self.faults(.init(element: "Cu", limit: 0.004, flows: ["scrap"])).isEmpty)
    #expect(
      Self.faults(.init(element: "Cu", limit: 0.004, flows: ["scarp", "mine->dump"])) == [
        "there is no flow 'scarp'",
        "'mine->dump' is not told apart by 'element': nothing is known of it",
      ])
  }

  @Test func scenariosKeepTheLimits() throws {
    let model = try Self.model([.init(element: "Cu", limit: 0.004)])
    let key = try model.target(of: "mine->dump.given")
    let changed = try Scenario(name: "s", changes: [.init(target: key, value: .factor(2))])
      .applied(to: model)
    #expect(changed.concentrationLimits == model.concentrationLimits)
  }
}
