import LinearAlgebra
import Testing

@testable import UrbanMining

/// One process whose elements are driven in different ways, against recurrences in NumPy (drives.py).
struct SystemModelDriveTests {
  struct Reference: Decodable {
    struct March: Decodable {
      let inflow: [Double]
      let stock: [Double]
    }
    struct Trade: Decodable {
      let exports: [Double]
      let imports: [Double]
      let flows: [[Double]]
    }
    let lifetime: String
    let target: [Double]
    let given: [Double]
    let keep: March
    let clip: March
    let inflow: March
    let trade: [Trade]

    static func read() throws -> Reference {
      try ReferenceFile.read("drives.json", as: Reference.self)
    }
  }

  /// The north must hold a stock, the south must receive an inflow, the east takes what comes.
  static func model(
    _ reference: Reference, policy: SystemModel.Process.NegativeInflow = .keep,
    ways: [SystemModel.Process.Drive.Way] = [.stock, .inflow, .supply]
  ) throws -> SystemModel {
    let none = [Double](repeating: .nan, count: reference.target.count)
    let region = Dimension(name: "region", elements: ["north", "south", "east"])
    let lifetime = try Lifetime(reference.lifetime)
    let asking = ["region": ["north", "south"]]
    func cells(_ series: [Double], in cell: Int) -> SystemModel.Values {
      .inline(
        Parameter(dimensions: ["region"], cells: (0..<3).map { $0 == cell ? series : none }))
    }
    return try SystemModel(
      header: .init(name: "mixed"), time: TimeAxis(years: 2000...(1999 + reference.target.count)),
      dimensions: [region],
      processes: [
        .source("mine"), .source("market"),
        .init(
          "use", over: ["region"], kind: .use([lifetime, lifetime, lifetime]),
          drive: .byCell(
            ways, inflow: cells(reference.given, in: 1), stock: cells(reference.target, in: 0)),
          negativeInflow: policy),
        .sink("dump", over: ["region"]),
      ],
      flows: [
        .init(from: "mine", to: "use", .fill(1), only: asking),
        .init(
          from: "market", to: "use",
          .given(
            .inline(
              Parameter(
                dimensions: ["region"],
                cells: [[], [], reference.given].map {
                  $0.isEmpty ? reference.given.map { _ in 0 } : $0
                }))), only: ["region": ["east"]]),
        .init(from: "use", to: "dump", .remainder),
      ])
  }

  @Test(arguments: SystemModel.Process.NegativeInflow.allCases)
  func eachElementFollowsItsOwnDrive(_ policy: SystemModel.Process.NegativeInflow) throws {
    let reference = try Reference.read()
    let results = try Self.model(reference, policy: policy).solved()
    let north = policy == .keep ? reference.keep : reference.clip
    for (cell, expected) in [north, reference.inflow, reference.inflow].enumerated() {
      expectClose(
        results.inflow(ofProcess: 2)[cell].column(0), expected.inflow, absolute: 1e-10)
      expectClose(results.stock(ofProcess: 2)[cell].column(0), expected.stock, absolute: 1e-10)
    }
    // The mine gives what the north and the south ask for, and nothing else.
    #expect(results.flow(at: 0).count == 2)
    expectClose(results.flow(at: 0)[0].column(0), north.inflow, absolute: 1e-10)
    #expect(results.balance.holds)
  }

  /// The north makes what is asked for, and the south passes on what it gets.
  @Test func worksMayBeDrivenByDemandInSomeRegionsOnly() throws {
    let region = Dimension(name: "region", elements: ["north", "south"])
    func cells(_ north: Double, _ south: Double) -> SystemModel.Values {
      .inline(Parameter(dimensions: ["region"], cells: [[north], [south]]))
    }
    let model = try SystemModel(
      header: .init(name: "works"), time: TimeAxis(years: 2000...2000), dimensions: [region],
      processes: [
        .source("mine"),
        .init(
          "works", over: ["region"], drive: .byCell([.demand, .supply], inflow: nil, stock: nil)),
        .destination("buyers", over: ["region"]), .sink("dump", over: ["region"]),
      ],
      flows: [
        .init(from: "mine", to: "works", .fill(1), only: ["region": ["north"]]),
        .init(
          from: "mine", to: "works", .given(cells(0, 50)), only: ["region": ["south"]],
          name: "mined"),
        .init(from: "works", to: "buyers", .given(cells(30, 0)), only: ["region": ["north"]]),
        .init(
          from: "works", to: "buyers", .share(0.8), only: ["region": ["south"]], name: "sold"),
        .init(from: "works", to: "dump", .share(0.25), only: ["region": ["north"]]),
        .init(from: "works", to: "dump", .remainder, only: ["region": ["south"]], name: "left"),
      ])
    // North: 30 = 0.75 x, so x = 40 and 10 are lost. South: 50 come, 40 are sold.
    let flows = try model.solved()
    expectClose(
      (0..<6).map { flows.flow(at: $0)[0][0, 0] }, [40, 50, 30, 40, 10, 10], absolute: 1e-13)
  }

  @Test func aMixedProcessIsNotSplitIntoLanes() throws {
    let model = try Self.model(Reference.read())
    #expect(try SystemPlan(model).laneDimensions.isEmpty)
  }

  @Test func whatAsksIsDrivenByAnythingButSupply() {
    #expect(!SystemModel.Process("a").asks(cell: 0))
    #expect(SystemModel.Process("a", drive: .demand).asks(cell: 0))
    #expect(SystemModel.Process("a", drive: .target(inflow: nil, stock: nil)).asks(cell: 0))
    let mixed = SystemModel.Process(
      "a", drive: .byCell([.supply, .stock], inflow: nil, stock: 3))
    #expect(!mixed.asks(cell: 0) && mixed.asks(cell: 1) && mixed.hasMixedDrives)
  }

  /// An inflow that comes before a stock gives way to it, and one without a stock stays.
  @Test func anInflowGivesWayOnlyWhereAStockFollows() {
    let process = SystemModel.Process(
      "use", drive: .byCell([.stock, .inflow], inflow: 1, stock: 2), stockFrom: 1)
    let numbers = Parameter(dimensions: ["region"], cells: [[1, 2], [3, 4]])
    let inflow = process.blanked(numbers, isStock: false)
    #expect(inflow.cells[0][0] == 1 && inflow.cells[0][1].isNaN && inflow.cells[1] == [3, 4])
    #expect(process.requirements(ofCell: 0) == (true, true))
    #expect(process.requirements(ofCell: 1) == (true, false))
  }

  private func faults(_ ways: [SystemModel.Process.Drive.Way]) throws -> [String] {
    let reference = try Reference.read()
    do {
      _ = try Self.model(reference, ways: ways)
      return []
    } catch { return (error as? SystemModelError)?.faults.map(\.message) ?? ["\(error)"] }
  }

  @Test func numbersThatAreMissingAreNamed() throws {
    #expect(
      try faults([.stock, .stock, .supply])
        == ["'use' (south) has neither an inflow nor a stock to reach in 2000"])
    #expect(try faults([.stock, .inflow]) == ["'use' has 2 drives for 3 cells"])
  }

  @Test func eachElementIsCheckedByItsOwnRules() throws {
    let found = try faults([.stock, .supply, .supply])
    #expect(found.count == 1 && found[0].contains("'mine->use' fills what 'use' needs"))
    #expect(
      try faults([.stock, .inflow, .demand]).contains(
        "'use' can't be driven by demand: only a process that passes everything on can"))
  }

  @Test func leversOfServiceAreRefusedWhereDrivesDiffer() throws {
    let model = try Self.model(Reference.read())
    #expect(throws: LeverFault.mixedDrives(.sharing, process: "use")) {
      try Lever(.sharing, strength: 0.2).changes(in: model)
    }
  }
}
