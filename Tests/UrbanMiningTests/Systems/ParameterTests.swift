import Testing

@testable import UrbanMining

struct ParameterTests {
  @Test func aConstantHoldsInEveryPeriod() {
    #expect(Parameter(constant: 0.9, periods: 3) == Parameter(cells: [[0.9, 0.9, 0.9]]))
    #expect(Parameter(series: [1, 2]) == Parameter(dimensions: [], cells: [[1, 2]]))
  }

  @Test func changingACellLeavesTheOthers() {
    let parameter = Parameter(dimensions: ["end_use"], cells: [[1, 2], [3, 4]])
    #expect(parameter.replacing(cell: 1, with: [0, 0]).cells == [[1, 2], [0, 0]])
    #expect(parameter.replacing(cell: 1, with: [0, 0]).dimensions == ["end_use"])
    #expect(parameter.cells == [[1, 2], [3, 4]])
  }
}
