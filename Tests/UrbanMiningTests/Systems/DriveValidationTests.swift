import Testing
import UrbanMining

struct DriveValidationTests {
  private typealias Values = SystemModel.Values

  /// A use over two parts that must reach something, fed by a mine.
  private func faults(
    _ drive: SystemModel.Process.Drive, initial: [InitialStock] = [],
    lifetimes: [String] = ["fixed(years: 3)", "normal(mean: 9, sd: 3)"],
    inputs: [SystemModel.Input] = [], landfill: [InitialStock] = [], mill: [InitialStock] = []
  ) throws -> [String] {
    let lives = try lifetimes.map { try Lifetime($0) }
    do {
      _ = try SystemModel(
        header: .init(name: "driven"), time: TimeAxis(years: 2000...2001),
        dimensions: [
          Dimension(name: "region", elements: ["north", "south"]),
          Dimension(name: "part", elements: ["cars", "wires"]),
        ],
        inputs: inputs,
        processes: [
          .init("mine", kind: .source), .init("mill", drive: .demand, initialStocks: mill),
          .init(
            "use", over: ["part"], kind: .use(lives), drive: drive, initialStocks: initial),
          .init("landfill", kind: .sink, initialStocks: landfill),
        ],
        flows: [
          .init(from: "mine", to: "mill", .fill(priority: 1)),
          .init(from: "mill", to: "use", .fill(priority: 1)),
          .init(from: "use", to: "landfill", .remainder),
        ])
      return []
    } catch { return error.faults.map(\.message) }
  }

  private func over(_ cells: [[Double]], _ dimensions: [String] = ["part"]) -> Values {
    .inline(Parameter(dimensions: dimensions, cells: cells))
  }

  @Test func anInflowAStockOrOneAfterTheOtherIsReached() throws {
    let nan = Double.nan
    #expect(try faults(.target(inflow: over([[1, 2], [3, 4]]), stock: nil)).isEmpty)
    #expect(try faults(.target(inflow: nil, stock: over([[1, 2], [3, 4]]))).isEmpty)
    #expect(
      try faults(
        .target(inflow: over([[1, nan], [3, nan]]), stock: over([[nan, 2], [nan, 4]]))
      ).isEmpty)
  }

  @Test func oneOfTheTwoCountsInEachPeriod() throws {
    let nan = Double.nan
    #expect(
      try faults(.target(inflow: over([[1, 2], [3, nan]]), stock: nil)) == [
        "'use' (wires) has neither an inflow nor a stock to reach in 2001"
      ])
    #expect(
      try faults(
        .target(inflow: over([[1, 2], [3, nan]]), stock: over([[nan, 2], [nan, 4]]))) == [
          "'use' (cars) has both an inflow and a stock to reach: only one can hold in 2001"
        ])
    #expect(
      try faults(.target(inflow: nil, stock: nil)) == [
        "'use' has neither an inflow nor a stock that it must reach"
      ])
  }

  @Test func whatMustBeReachedIsZeroOrMore() throws {
    #expect(
      try faults(.target(inflow: nil, stock: over([[1, 2], [3, -4]]))) == [
        "'use' (wires) must reach -4, which is not zero or more in 2001"
      ])
  }

  @Test func whatMustBeReachedIsToldApart() throws {
    #expect(
      try faults(.target(inflow: .constant(1, periods: 2), stock: nil)) == [
        "the inflow of 'use' is not told apart by part"
      ])
    #expect(
      try faults(.target(inflow: nil, stock: over([[1, 1], [2, 2]], ["region"]))) == [
        "the stock of 'use' is not over its dimensions and periods"
      ])
    #expect(
      try faults(.target(inflow: nil, stock: .input("stok"))) == ["there is no data 'stok'"])
  }

  @Test func onlyWhatPassesOnIsDrivenByDemand() throws {
    #expect(
      try faults(.demand).contains(
        "'use' can't be driven by demand: only a process that passes everything on can"))
  }

  @Test func aStockAtTheStartIsOneForEachCell() throws {
    let two = [InitialStock.total(1, growth: 0), .total(2, growth: 0.02)]
    let inflow = SystemModel.Process.Drive.target(inflow: over([[1, 2], [3, 4]]), stock: nil)
    #expect(try faults(inflow, initial: two).isEmpty)
    #expect(
      try faults(inflow, initial: Array(two[..<1])) == ["'use' has 1 initial stocks for 2 cells"])
    #expect(
      try faults(inflow, landfill: two) == ["'landfill' has 2 initial stocks for 1 cells"])
    #expect(
      try faults(inflow, mill: Array(two[..<1])) == [
        "'mill' holds nothing and can't have an initial stock"
      ])
  }
}
