import Testing

@testable import LinearAlgebra

struct ToeplitzTaskTests {
  private func task(
    _ rows: Int, lanes: Int, own: Bool = false, isSolve: Bool = false, bad: Double? = nil,
    method: ToeplitzMethod = .fastest
  ) -> ToeplitzTask {
    var x = Matrix(rows: rows, columns: lanes, repeating: 1)
    if let bad { x.values[x.values.count - 1] = bad }
    return ToeplitzTask(
      isSolve: isSolve, curve: [Double](repeating: 1, count: own ? rows * lanes : rows), x: x,
      threads: 1, method: method)
  }

  /// From its crossover on each kind of task takes transforms, one period before it doesn't.
  @Test(
    arguments: [
      (1, false, false, Crossover.seriesTimes), (1, false, true, Crossover.seriesSolve),
      (5, false, false, Crossover.sharedTimes), (5, false, true, Crossover.sharedSolve),
      (5, true, false, Crossover.lanesTimes), (5, true, true, Crossover.lanesSolve),
    ])
  func transformsBeginAtTheirCrossover(lanes: Int, own: Bool, isSolve: Bool, crossover: Int) {
    #expect(task(crossover, lanes: lanes, own: own, isSolve: isSolve).isFourier)
    #expect(!task(crossover - 1, lanes: lanes, own: own, isSolve: isSolve).isFourier)
  }

  @Test(arguments: [Double.nan, .infinity])
  func whatIsNotFiniteIsSummedDirectly(number: Double) {
    #expect(!task(4000, lanes: 2, bad: number).isFourier)
    #expect(!task(4000, lanes: 2, bad: number, method: .fourier).isFourier)
  }

  @Test func theCallerMayChoose() {
    #expect(task(3, lanes: 2, method: .fourier).isFourier)
    #expect(!task(4000, lanes: 2, method: .direct).isFourier)
  }
}
