import LinearAlgebra
import Testing

@testable import UrbanMining

struct SystemModelValuesTests {
  private let time = TimeAxis(years: 2000...2004)

  private func series(_ values: SystemModel.Values) -> [Double] {
    guard case .inline(let parameter) = values.resolved(over: time) else { return [] }
    #expect(parameter.dimensions.isEmpty)
    return parameter.cells[0]
  }

  @Test func aNumberHoldsAlways() {
    #expect(series(0.6) == [0.6, 0.6, 0.6, 0.6, 0.6])
    #expect(series(3) == [3, 3, 3, 3, 3])
  }

  /// From 10 in 2001 to 16 in 2003 it is 13 in 2002; before and after the end values hold.
  @Test func pointsAreJoinedByLines() {
    #expect(series([2003: 16, 2001: 10]) == [10, 10, 13, 16, 16])
  }

  @Test func namesAndNumbersInPlaceStayAsTheyAre() {
    #expect(SystemModel.Values.input("a").resolved(over: time) == .input("a"))
    let own = SystemModel.Values.inline(Parameter(series: [1, 2]))
    #expect(own.resolved(over: time) == own)
  }

  /// A model holds numbers for its own years, whatever they were written as.
  @Test func aModelHoldsTheNumbersOfItsYears() throws {
    let model = try SystemModel(
      "m", years: 2000...2004,
      processes: [.source("mine"), .step("mill"), .sink("dump"), .sink("store")],
      flows: [
        .flow("mine", to: "mill", .given([2000: 1, 2004: 5])),
        .flow("mill", to: "dump", .share(1), atMost: .amount(2)), .flow("mill", to: "store"),
      ])
    #expect(model.flows[0].values == .inline(Parameter(series: [1, 2, 3, 4, 5])))
    #expect(model.flows[1].limitValues == .inline(Parameter(series: [2, 2, 2, 2, 2])))
    #expect(try model.solved().flow(at: 2)[0].column(0) == [0, 0, 1, 2, 3])
  }

  @Test func noPointsAreAFault() {
    #expect(throws: SystemModelError.self) {
      try SystemModel(
        "m", years: 2000...2001, processes: [.source("mine"), .sink("dump")],
        flows: [.flow("mine", to: "dump", .given([:]))])
    }
  }
}
